/** What the provider says of the caller's speech and of the conversation, and what follows from it. */
import type { Item } from '#protocol/items.ts';
import type { ErrorDetail, ServerEvent } from '#protocol/server-events.ts';
import type { Draft } from './draft.ts';
import { behindAside } from './fill-in.ts';
import { fromResponse } from './from-response.ts';
import { isShortened } from './history.ts';
import { endDetected, recognised } from './latency.ts';
import { sign } from './overdue.ts';
import { troubleOf } from './provider-error.ts';
import { added, begun, finished, grew } from './transcript.ts';
import { ATTEMPT_MS } from './turn.ts';

/** Turns on end without words: the gate hears no yes, so somebody else must listen. */
const UNTRANSCRIBED = 2;

export function fromProvider(draft: Draft, event: ServerEvent): void {
  if (!sign(draft, event)) return;
  const { state } = draft;
  switch (event.type) {
    case 'input_audio_buffer.speech_started': {
      const { item_id: itemId, audio_start_ms: startMs } = event;
      draft.set({ speech: [...state.speech, { itemId, startMs, endMs: startMs }] });
      draft.tell(event);
      draft.interruption({ type: 'speech.started', itemId, overLuna: draft.lunaHasTheFloor });
      draft.turn({ type: 'speech.started', itemId });
      return;
    }
    case 'input_audio_buffer.speech_stopped': {
      const { item_id: itemId } = event;
      const endMs = event.voiced_end_ms ?? event.audio_end_ms;
      const at = draft.moment.at;
      draft.set({
        speech: state.speech.map((one) => (one.itemId === itemId ? { ...one, endMs } : one)),
        waiting: endDetected(itemId, draft.moment.arrival(endMs) ?? at, at),
      });
      draft.tell(event);
      draft.interruption({ type: 'speech.stopped' });
      draft.turn({ type: 'speech.stopped', itemId });
      return;
    }
    case 'conversation.item.input_audio_transcription.delta': {
      // Some providers write while the caller still speaks, before the item has its place.
      const line = { itemId: event.item_id, who: 'caller', text: '', growing: true } as const;
      draft.set({ transcript: grew(begun(state.transcript, line), event.item_id, event.delta) });
      draft.tell(event);
      draft.interruption({ type: 'words.grew', itemId: event.item_id, delta: event.delta });
      return;
    }
    case 'conversation.item.input_audio_transcription.completed':
      draft.set({ untranscribed: 0 });
      draft.tell(event);
      understood(draft, event.item_id, event.transcript);
      return;
    case 'conversation.item.input_audio_transcription.failed':
      untranscribed(draft, event.item_id, event.error.message);
      return;
    case 'conversation.item.added':
      itemAdded(draft, event);
      return;
    case 'error':
      refused(draft, event.error);
      return;
    case 'session.created':
    case 'session.updated':
      draft.tell(event);
      return;
    default:
      fromResponse(draft, event);
  }
}

function understood(draft: Draft, itemId: string, text: string, misheard = true): void {
  const { speech, waiting, transcript, understoodMs } = draft.state;
  const one = speech.find((other) => other.itemId === itemId);
  const line = { itemId, who: 'caller', text, growing: false } as const;
  draft.set({
    transcript: finished(begun(transcript, line), itemId, text),
    waiting: recognised(waiting, itemId, draft.moment.at),
    speech: speech.filter((other) => other.itemId !== itemId),
    understoodMs: Math.max(understoodMs, one?.endMs ?? 0),
  });
  draft.remember({ is: 'line', id: itemId });
  const ignored = draft.interruption({ type: 'words.final', itemId, text });
  const startedAt = (one && draft.moment.arrival(one.startMs)) ?? draft.moment.at;
  if (ignored) draft.set({ waiting: undefined });
  // Words without a voice before them are nobody's: they must not confirm anything.
  else if (one !== undefined && text.trim() !== '') draft.said(text, startedAt, itemId);
  const voicedMs = one ? one.endMs - one.startMs : 0;
  if (misheard && !ignored && text.trim() === '' && voicedMs >= ATTEMPT_MS)
    draft.help({ type: 'misheard' });
  draft.turn({ type: 'words.final', itemId, text, voicedMs, ignored });
}

/** A service that fails is no caller who mumbles. */
function untranscribed(draft: Draft, itemId: string, message: string): void {
  const count = draft.state.untranscribed + 1;
  draft.set({ untranscribed: count });
  draft.effects.push({ do: 'problem', message: `not transcribed: ${message}` });
  if (count >= UNTRANSCRIBED && draft.state.who.replaceable)
    draft.giveUp('out', 'it does not write down what the caller says');
  else understood(draft, itemId, '', false);
}

function itemAdded(
  draft: Draft,
  event: Extract<ServerEvent, { type: 'conversation.item.added' }>,
): void {
  const { item, previous_item_id: previous } = event;
  if (item.type === 'message' && item.role !== 'system') {
    // Said again for a session that has taken over: the caller has seen it before.
    if (isShortened(item.id)) return;
    const line = draft.state.transcript.find(({ itemId }) => itemId === item.id);
    if (line?.placed === true) return;
    draft.set({ transcript: withItem(draft, item, previous) });
    draft.remember({ is: 'line', id: item.id }, previous);
  }
  draft.tell(event);
}

function withItem(
  draft: Draft,
  item: Extract<Item, { type: 'message' }>,
  previous: string | null,
): Draft['state']['transcript'] {
  const who = item.role === 'user' ? 'caller' : 'assistant';
  const [content] = item.content;
  const text = content && 'text' in content ? content.text : '';
  const line = { itemId: item.id, who, text, growing: text === '' } as const;
  const { transcript } = draft.state;
  return added(transcript, line, behindAside(transcript, previous));
}

function refused(draft: Draft, error: ErrorDetail): void {
  switch (troubleOf(error)) {
    case 'busy':
      return draft.reply({ type: 'refused' });
    case 'harmless':
      return;
    case 'expired':
      return draft.giveUp('lost', error.message);
    case 'fatal':
      return draft.giveUp('out', error.message);
    case 'no-response':
      draft.effects.push({ do: 'problem', message: error.message });
      return draft.reply({ type: 'failed' });
    case 'other':
      draft.effects.push({ do: 'problem', message: error.message });
  }
}
