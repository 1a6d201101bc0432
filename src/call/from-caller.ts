/** What the caller and the page do, and what follows from it. */
import type { CallerEvent } from '#channels/channel.ts';
import type { Draft } from './draft.ts';
import { isAside } from './fill-in.ts';
import { shortenedId } from './history.ts';
import { type Said, cutAt, drained, played, speaking, wordsHeard } from './heard.ts';
import { begun, cutOff } from './transcript.ts';

const PLAYBACK_GRACE_MS = 5_000;

export function fromCaller(draft: Draft, event: Exclude<CallerEvent, { type: 'hung-up' }>): void {
  const { state } = draft;
  switch (event.type) {
    case 'audio':
      draft.send({ type: 'input_audio_buffer.append', audio: event.audio });
      return;
    case 'typed':
      draft.interruption({ type: 'typed', overLuna: draft.lunaHasTheFloor });
      wrote(draft, event.text, event.itemId);
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
    case 'restyle':
      // Who Luna is stands outside the conversation: the shell changes it.
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
  cutAtProvider(draft, said, heardMs, text);
  draft.tell({ type: 'luna.heard', item_id: said.itemId, heard_ms: Math.floor(heardMs), text });
}

function cutAtProvider(draft: Draft, said: Said, heardMs: number, text: string): void {
  const { who, earlier, history } = draft.state;
  const { itemId, contentIndex, receivedMs } = said;
  // Of what has no sound yet nothing can be cut: the cancelled response has said it all.
  if (receivedMs === 0 || isAside(itemId)) return;
  if (!earlier.includes(itemId)) {
    const audio_end_ms = cutAt(said, heardMs);
    const at = { item_id: itemId, content_index: contentIndex, audio_end_ms };
    if (who.can.truncates) draft.send({ type: 'conversation.item.truncate', ...at });
    return;
  }
  // This session knows the sentence as text, and whole.
  if (!who.can.takesHistory) return;
  draft.send({ type: 'conversation.item.delete', item_id: itemId });
  if (text === '') return;
  const before = history[history.findIndex(({ id }) => id === itemId) - 1];
  draft.send({
    type: 'conversation.item.create',
    previous_item_id: before?.id ?? 'root',
    item: {
      type: 'message',
      role: 'assistant',
      id: shortenedId(itemId),
      content: [{ type: 'output_text', text }],
    },
  });
}

/** A message belongs to the conversation at once: its provider may be lost before it answers. */
function wrote(draft: Draft, text: string, givenId: string | undefined): void {
  const id = givenId ?? `item_typed${draft.state.history.length}_${Math.floor(draft.moment.at)}`;
  const line = { itemId: id, who: 'caller', text, growing: false } as const;
  draft.set({ transcript: begun(draft.state.transcript, line) });
  draft.remember({ is: 'line', id });
  draft.send({
    type: 'conversation.item.create',
    item: { type: 'message', role: 'user', id, content: [{ type: 'input_text', text }] },
  });
}

export function afterPlayback(draft: Draft): void {
  if (speaking(draft.state.voice) !== undefined) return;
  draft.timer('playback', 0);
  draft.interruption({ type: 'luna.finished' });
}
