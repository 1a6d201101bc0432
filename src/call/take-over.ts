/**
 * One session goes, another comes: the conversation stays.
 * What was open is closed for the page, what is owed is remembered, and the new session is told what was heard.
 */
import { PREFIX_MS } from './caller-audio.ts';
import type { Whoever } from './conversation.ts';
import type { Draft } from './draft.ts';
import { responseCompleted, speaking, wordsToHear } from './heard.ts';
import { forgotten, replay } from './history.ts';
import { QUIET } from './interruption.ts';
import { NO_REPLY } from './reply.ts';
import { cutOff, dropped, finished } from './transcript.ts';
import { calmFrom } from './vigil.ts';

/** Where nobody was heard to speak, somebody may just have begun. */
const BEGUN_MS = 1_000;
/** So long the caller's unfinished sentence may take to be noticed by a session that was given all of it. */
const NOTICE_MS = 1_500;

/** From where on the caller's audio would be needed by another session: ms in the present session's time. */
export function neededFrom({ speech, understoodMs }: Draft['state'], givenMs: number): number {
  const [first] = speech;
  if (first !== undefined) return Math.max(understoodMs, first.startMs - PREFIX_MS);
  return Math.max(understoodMs, givenMs - BEGUN_MS);
}

/** Whoever answered is gone. What was sent of Luna's voice is still heard. */
export function lose(draft: Draft): void {
  if (draft.state.line === 'down') return;
  const { reply, rounds, held, ending, interruption, turn, speech } = draft.state;
  const unanswered =
    reply.is !== 'idle' &&
    (reply.again ||
      (!reply.dropped && !rounds.open.some((one) => one.responseId === reply.responseId)));
  closeResponse(draft);
  forgetHalfHeard(draft);
  if (interruption.is === 'undecided') {
    const item_id = speaking(draft.state.voice)?.itemId ?? null;
    draft.tell({ type: 'luna.playback', action: 'resume', item_id });
    draft.timer('sustained', 0);
  }
  const spoke = speech.length > 0 || turn.whose !== 'nobody';
  const owed = (unanswered || held || turn.owed) && ending?.reason !== 'assistant';
  draft.set({
    line: 'down',
    // Whatever it was asked, nobody will answer.
    probes: 0,
    reply: NO_REPLY,
    response: undefined,
    held: false,
    interruption: QUIET,
    speech: [],
    // What the caller is saying comes first: its answer is the one that is owed.
    turn: { whose: 'nobody', open: [], owed: owed && spoke, nudges: turn.nudges },
    owed: owed && !spoke,
  });
  draft.rounds({ type: 'lost' });
}

/** Somebody else is there, in a session that knows nothing yet. */
export function takeUp(draft: Draft, who: Whoever): void {
  const { history, transcript, voice, turn, owed } = draft.state;
  draft.set({
    line: 'up',
    who,
    spare: undefined,
    owed: false,
    retried: false,
    unnoticed: false,
    vigil: calmFrom(draft.moment.at),
    untranscribed: 0,
    understoodMs: 0,
    lastWordAt: draft.moment.at,
    earlier: history.map(({ id }) => id),
  });
  if (who.can.takesHistory)
    for (const item of replay(history, transcript, voice))
      draft.send({ type: 'conversation.item.create', item });
  draft.effects.push({ do: 'give-audio' });
  if (owed) draft.reply({ type: 'wanted' });
  if (turn.owed) draft.timer('owed', NOTICE_MS);
}

/** The caller's sentence was not noticed after all: what is owed is said now. */
export function owedNow(draft: Draft): void {
  const { turn } = draft.state;
  if (turn.whose !== 'nobody' || !turn.owed) return;
  draft.set({ turn: { ...turn, owed: false } });
  draft.reply({ type: 'wanted' });
}

/** The page waits for the end of what it was told of. */
function closeResponse(draft: Draft): void {
  const { response, voice } = draft.state;
  if (response === undefined) return;
  const event_id = `event_lost_${response.id}`;
  for (const said of voice.said) {
    if (said.responseId !== response.id || said.complete) continue;
    const { itemId, contentIndex, receivedMs } = said;
    const text = wordsToHear(said);
    const at = { response_id: response.id, item_id: itemId, output_index: 0 };
    const part = { ...at, content_index: contentIndex, event_id };
    draft.tell({ type: 'response.output_audio_transcript.done', ...part, transcript: text });
    draft.tell({ type: 'response.output_audio.done', ...part });
    const isWhole = text === said.text;
    const change = isWhole ? finished : cutOff;
    draft.set({ transcript: change(draft.state.transcript, itemId, text) });
    if (!isWhole)
      draft.tell({ type: 'luna.heard', item_id: itemId, heard_ms: Math.floor(receivedMs), text });
  }
  draft.set({ voice: responseCompleted(draft.state.voice, response.id) });
  const status_details = { type: 'incomplete' } as const;
  const ended = { ...response, status: 'incomplete', status_details } as const;
  draft.tell({ type: 'response.done', response: ended, event_id });
}

/** The next session hears the sentence from its beginning, as an item of its own. */
function forgetHalfHeard(draft: Draft): void {
  const { speech, turn } = draft.state;
  const open = new Set([...turn.open, ...speech.map(({ itemId }) => itemId)]);
  for (const item_id of open) {
    const event_id = `event_lost_${item_id}`;
    const at = { item_id, event_id };
    const audio_end_ms = speech.find((one) => one.itemId === item_id)?.endMs ?? 0;
    if (turn.whose === 'caller')
      draft.tell({ type: 'input_audio_buffer.speech_stopped', ...at, audio_end_ms });
    draft.tell({
      type: 'conversation.item.input_audio_transcription.completed',
      ...at,
      content_index: 0,
      transcript: '',
      usage: { type: 'duration', seconds: 0 },
    });
    const { transcript, history } = draft.state;
    draft.set({
      transcript: dropped(transcript, item_id),
      history: forgotten(history, item_id),
    });
  }
}
