/** What the caller and the page do, and what follows from it. */
import type { CallerEvent } from '#channels/channel.ts';
import type { Draft } from './draft.ts';
import { type Said, drained, played, speaking, wordsHeard } from './heard.ts';
import { cutOff } from './transcript.ts';

const PLAYBACK_GRACE_MS = 5_000;

export function fromCaller(draft: Draft, event: Exclude<CallerEvent, { type: 'hung-up' }>): void {
  const { state } = draft;
  switch (event.type) {
    case 'audio':
      draft.send({ type: 'input_audio_buffer.append', audio: event.audio });
      return;
    case 'typed':
      draft.interruption({ type: 'typed', overLuna: draft.lunaHasTheFloor });
      draft.send({
        type: 'conversation.item.create',
        item: {
          type: 'message',
          role: 'user',
          ...(event.itemId === undefined ? {} : { id: event.itemId }),
          content: [{ type: 'input_text', text: event.text }],
        },
      });
      draft.said(event.text, draft.moment.at, undefined);
      draft.turn({ type: 'typed' });
      return;
    case 'played': {
      draft.set({ voice: played(state.voice, event.itemId, event.playedMs) });
      const said = speaking(draft.state.voice);
      if (said) draft.timer('playback', said.receivedMs - said.playedMs + PLAYBACK_GRACE_MS);
      afterPlayback(draft);
      return;
    }
    case 'drained':
      draft.set({ voice: drained(state.voice, event.itemId) });
      afterPlayback(draft);
      return;
    case 'flushed':
      if (state.flushing === undefined) return;
      // Where nothing had been played yet, the page may name no item, or an older one.
      fellSilent(draft, event.itemId === state.flushing ? event.playedMs : undefined);
      return;
    case 'silenced':
      draft.interruption({ type: 'silenced', overLuna: draft.lunaHasTheFloor });
      return;
    case 'muted':
      draft.set({ muted: event.muted });
      return;
  }
}

/** Luna was cut off: the provider and the transcript are told exactly how much of her was heard. */
export function fellSilent(draft: Draft, playedMs: number | undefined): void {
  const { voice, flushing } = draft.state;
  draft.set({ flushing: undefined });
  draft.timer('flush', 0);
  const index = voice.said.findIndex(({ itemId }) => itemId === flushing);
  const cut = voice.said[index];
  if (cut !== undefined) heardOf(draft, cut, Math.min(playedMs ?? cut.playedMs, cut.receivedMs));
  // What was queued behind it was not heard at all.
  if (cut !== undefined) for (const later of voice.said.slice(index + 1)) heardOf(draft, later, 0);
  if (!draft.state.held) return;
  draft.set({ held: false });
  draft.reply({ type: 'wanted' });
}

function heardOf(draft: Draft, said: Said, heardMs: number): void {
  if (said.complete && heardMs >= said.receivedMs) return;
  const text = wordsHeard(said, heardMs);
  draft.set({ transcript: cutOff(draft.state.transcript, said.itemId, text) });
  draft.send({
    type: 'conversation.item.truncate',
    item_id: said.itemId,
    content_index: 0,
    audio_end_ms: Math.floor(heardMs),
  });
  draft.tell({ type: 'luna.heard', item_id: said.itemId, heard_ms: Math.floor(heardMs), text });
}

export function afterPlayback(draft: Draft): void {
  if (speaking(draft.state.voice) !== undefined) return;
  draft.timer('playback', 0);
  draft.interruption({ type: 'luna.finished' });
}
