/**
 * Nobody says anything, and somebody should: "One moment, please." in the house's own voice, while whoever answers
 * thinks long, or is being replaced. It is a sentence of Luna's like any other to the caller, the transcript and the
 * record, and is heard and cut like one; whoever answers is not told of it, and what they say comes after it.
 */
import type { ServerEventBody } from '#protocol/server-events.ts';
import type { Conversation } from './conversation.ts';
import type { Draft } from './draft.ts';
import { completed, heardAudio, heardText, speaking } from './heard.ts';
import { type Transcript, added } from './transcript.ts';

/** Spoken, and whole. */
export interface Aside {
  readonly text: string;
  /** 24 kHz PCM16 in base64. */
  readonly audio: string;
  readonly ms: number;
}

/** One that lives and thinks; a tool's own filler comes after two seconds, and is the model's to say. */
const THINKS_MS = 3_000;
/** Whoever answered has gone: most are replaced before. */
const GONE_MS = 800;
/** A caller who has made no sound for so long has probably finished. */
const FINISHED_MS = 400;
const AGAIN_MS = 150;
const AT_ONCE_MS = 1;
const ASIDE = 'item_aside';
const PLAYBACK_GRACE_MS = 5_000;

/** So long after the last step it is time to say something; undefined where nothing is to be waited for. */
function patience(state: Conversation): number | undefined {
  const { begun, filledIn, voice, line, owed, turn, reply, vigil, who, ending } = state;
  // Before she has said her first word the caller takes it for ringing.
  if (!begun || filledIn || voice.said.length === 0 || ending !== undefined) return undefined;
  if (line === 'down') return owed || turn.owed ? GONE_MS : undefined;
  if (!who.replaceable) return undefined;
  if (vigil.is === 'suspected') return AT_ONCE_MS;
  if (reply.is === 'idle') return undefined;
  const speaks = voice.said.some(
    (one) => one.responseId === reply.responseId && one.receivedMs > 0,
  );
  return speaks ? undefined : THINKS_MS;
}

/** After each step. */
export function watchSilence(draft: Draft, before: Conversation): void {
  const [was, is] = [patience(before), patience(draft.state)];
  // Whoever goes on with what another has left undone inherits the wait.
  if (was === is || (was !== undefined && is !== undefined && is > was)) return;
  draft.timer('fill-in', is ?? 0);
}

/** It is time. While somebody speaks, or may go on speaking, it is not. */
export function stillSilent(draft: Draft): void {
  if (patience(draft.state) === undefined) return;
  if (isSilent(draft)) draft.effects.push({ do: 'fill-in' });
  else draft.timer('fill-in', AGAIN_MS);
}

function isSilent({ state, moment }: Draft): boolean {
  const { voice, flushing, turn, unnoticed } = state;
  // Where whoever answers has told of his end, a noise on the line is no voice.
  const mayGoOn = turn.whose !== 'nobody' || turn.owed || unnoticed;
  if (mayGoOn && moment.quietMs < FINISHED_MS) return false;
  return speaking(voice) === undefined && flushing === undefined;
}

/** It has been spoken; meanwhile an answer may have come. */
export function fillIn(draft: Draft, { text, audio, ms }: Aside): void {
  const { state } = draft;
  if (patience(state) === undefined || !isSilent(draft)) return;
  const name = `${Math.floor(draft.moment.at)}`;
  const [responseId, itemId] = [`resp_aside${name}`, `${ASIDE}${name}`];
  const of = { responseId, itemId };
  const line = { itemId, who: 'assistant', text, growing: false } as const;
  const last = state.transcript.at(-1)?.itemId ?? null;
  draft.set({
    filledIn: true,
    // The model need not say it once more.
    filler: 'said',
    transcript: added(state.transcript, line, last),
    voice: completed(heardAudio(heardText(state.voice, { ...of, text }), { ...of, ms }), itemId),
  });
  draft.timer('playback', ms + PLAYBACK_GRACE_MS);
  for (const [n, event] of said(responseId, itemId, text, audio).entries())
    draft.tell({ ...event, event_id: `event_aside${name}_${n}` });
}

/** True for what no provider has said, or knows of. */
export function isAside(itemId: string): boolean {
  return itemId.startsWith(ASIDE);
}

/** What is said in the conversation after an item comes after what was said beside it meanwhile. */
export function behindAside(transcript: Transcript, previous: string | null): string | null {
  const next = transcript[transcript.findIndex(({ itemId }) => itemId === previous) + 1];
  return previous !== null && next !== undefined && isAside(next.itemId) ? next.itemId : previous;
}

/** As a response outside of the conversation: it may stand beside one that runs. */
function said(
  responseId: string,
  itemId: string,
  text: string,
  audio: string,
): readonly ServerEventBody[] {
  const format = { type: 'audio/pcm', rate: 24_000 } as const;
  const response = {
    object: 'realtime.response',
    id: responseId,
    status_details: null,
    conversation_id: null,
    output_modalities: ['audio'] as ['audio'],
    max_output_tokens: 'inf',
    audio: { output: { format, voice: '' } },
    usage: null,
    metadata: null,
  } as const;
  const message = { id: itemId, type: 'message', role: 'assistant' } as const;
  const begun = { ...message, status: 'in_progress', content: [] } as const;
  const content = [{ type: 'output_audio' as const, transcript: text }];
  const whole = { ...message, status: 'completed' as const, content };
  const output = { response_id: responseId, output_index: 0 };
  const part = { ...output, item_id: itemId, content_index: 0 };
  return [
    { type: 'response.created', response: { ...response, status: 'in_progress', output: [] } },
    { type: 'response.output_item.added', ...output, item: { ...begun, content: [] } },
    { type: 'response.content_part.added', ...part, part: { type: 'audio', transcript: '' } },
    { type: 'response.output_audio_transcript.delta', ...part, delta: text },
    { type: 'response.output_audio.delta', ...part, delta: audio },
    { type: 'response.output_audio.done', ...part },
    { type: 'response.output_audio_transcript.done', ...part, transcript: text },
    { type: 'response.content_part.done', ...part, part: { type: 'audio', transcript: text } },
    { type: 'response.output_item.done', ...output, item: whole },
    { type: 'response.done', response: { ...response, status: 'completed', output: [whole] } },
  ];
}
