/** What the provider says as Luna: words, sound, calls of tools, and how each response ends. */
import type { Item } from '#protocol/items.ts';
import type { Response, ServerEvent } from '#protocol/server-events.ts';
import type { Conversation } from './conversation.ts';
import type { Draft } from './draft.ts';
import { END_CALL } from './end-call.ts';
import { completed, heardAudio, heardText, responseCompleted, speaking } from './heard.ts';
import { isShortened, outputOf } from './history.ts';
import { answered } from './latency.ts';
import { troubleOf } from './provider-error.ts';
import { isDropped } from './reply.ts';
import { finished, grew } from './transcript.ts';

/** 24 kHz PCM16 in base64: 64 characters are 1 ms. */
const CHARACTERS_PER_MS = 64;
/** A page that says nothing for so long after the sound must have ended is not playing it. */
const PLAYBACK_GRACE_MS = 5_000;

export function fromResponse(draft: Draft, event: ServerEvent): void {
  const { state } = draft;
  switch (event.type) {
    case 'response.created':
      draft.reply({ type: 'created', responseId: event.response.id });
      draft.set({ response: event.response });
      draft.tell(event);
      return;
    case 'response.output_audio.delta': {
      if (isDropped(state.reply, event.response_id)) return;
      const stages = answered(state.waiting, draft.moment.at);
      const ms = Math.floor(event.delta.length / CHARACTERS_PER_MS);
      const { response_id: responseId, item_id: itemId, content_index: contentIndex } = event;
      const voice = heardAudio(state.voice, { responseId, itemId, contentIndex, ms });
      draft.set({ voice, waiting: undefined, filledIn: false });
      draft.tell(event);
      if (stages)
        draft.tell({
          type: 'luna.turn',
          item_id: event.item_id,
          voice_to_voice_ms: stages.voiceToVoiceMs,
          end_detected_ms: stages.endDetectedMs,
          recognised_ms: stages.recognisedMs,
          first_audio_ms: stages.firstAudioMs,
        });
      return;
    }
    case 'response.output_audio_transcript.delta': {
      if (isDropped(state.reply, event.response_id)) return;
      const { response_id: responseId, item_id: itemId, delta: text } = event;
      draft.set({
        voice: heardText(state.voice, { responseId, itemId, text }),
        transcript: grew(state.transcript, itemId, text),
      });
      draft.tell(event);
      return;
    }
    case 'response.output_audio_transcript.done':
      if (isDropped(state.reply, event.response_id)) return;
      draft.set({ transcript: finished(state.transcript, event.item_id, event.transcript) });
      draft.tell(event);
      return;
    // In writing there is no sound to wait for: what has come has been read.
    case 'response.output_text.delta':
      if (isDropped(state.reply, event.response_id)) return;
      draft.set({ transcript: grew(state.transcript, event.item_id, event.delta) });
      draft.tell(event);
      return;
    case 'response.output_text.done':
      if (isDropped(state.reply, event.response_id)) return;
      draft.set({ transcript: finished(state.transcript, event.item_id, event.text) });
      draft.tell(event);
      return;
    case 'response.output_audio.done':
      if (isDropped(state.reply, event.response_id)) return;
      draft.set({ voice: completed(state.voice, event.item_id) });
      draft.tell(event);
      return;
    case 'response.output_item.done':
      draft.tell(event);
      called(draft, event.response_id, event.item);
      return;
    case 'response.done':
      draft.tell(event);
      responseDone(draft, event.response);
      return;
    case 'conversation.item.done':
      if (!isOld(state, event.item.id)) draft.tell(event);
      return;
    default:
      // The rest repeats what was said above, or answers what the call itself has sent: for those who want it all.
      draft.tell(event);
  }
}

/** Said again for a session that has taken over. */
function isOld({ earlier }: Conversation, itemId: string): boolean {
  return earlier.includes(itemId) || isShortened(itemId);
}

function called(draft: Draft, responseId: string, item: Item): void {
  // A call that was cut off in the middle of its arguments is no call.
  if (item.type !== 'function_call' || item.status !== 'completed') return;
  const { id, call_id: callId, name: tool, arguments: input } = item;
  draft.remember({ is: 'call', id, callId, tool, input });
  if (tool === END_CALL) {
    draft.set({ ending: draft.state.ending ?? { reason: 'assistant', text: 'Goodbye.' } });
    const [past, output] = outputOf(callId, '{"ok":true}');
    draft.remember(past);
    draft.send({ type: 'conversation.item.create', item: output });
    return;
  }
  if (draft.rounds({ type: 'called', responseId, callId }).length > 0)
    draft.effects.push({ do: 'run', callId, tool, input });
}

function responseDone(draft: Draft, response: Response): void {
  const { id: responseId } = response;
  const again = isDroppedTurn(draft, response);
  if (draft.state.response?.id === responseId) draft.set({ response: undefined });
  draft.set({ voice: responseCompleted(draft.state.voice, responseId) });
  const said = speaking(draft.state.voice);
  if (said) draft.timer('playback', said.receivedMs - said.playedMs + PLAYBACK_GRACE_MS);
  const wasAnswered = response.output.some(isAnswer);
  draft.rounds({ type: 'response.done', responseId, answered: wasAnswered });
  if (again) tryAgain(draft, response);
  draft.reply({ type: 'done', responseId });
}

function isAnswer(item: Item): boolean {
  return item.type === 'message' && item.phase === 'final_answer';
}

/** The caller has not got the answer that was due, whatever the status says. */
function isDroppedTurn(draft: Draft, response: Response): boolean {
  const { voice, rounds, ending, reply, waiting } = draft.state;
  if (isDropped(reply, response.id) || ending !== undefined) return false;
  if (rounds.open.some(({ responseId }) => responseId === response.id)) return false;
  const spoke = voice.said.some((one) => one.responseId === response.id && one.receivedMs > 0);
  if (spoke && response.status !== 'failed') {
    draft.set({ retried: false });
    return false;
  }
  switch (response.status) {
    case 'failed':
      return true;
    case 'incomplete':
      return !spoke;
    case 'completed':
      return waiting !== undefined && response.output.length === 0;
    case 'cancelled':
    case 'in_progress':
      return false;
  }
}

/** Once more; a provider that fails twice on end is given up. */
function tryAgain(draft: Draft, { status, status_details: details }: Response): void {
  const { retried, who } = draft.state;
  const error = details?.error;
  const message = `a response was ${status}: ${error?.message ?? details?.reason ?? 'no reason given'}`;
  draft.effects.push({ do: 'problem', message });
  draft.set({ retried: !retried });
  const trouble = error === undefined ? 'other' : troubleOf(error);
  if (trouble === 'fatal') draft.giveUp('out', message);
  else if (!retried) draft.reply({ type: 'wanted' });
  else if (who.replaceable && status !== 'completed') draft.giveUp('out', message);
}
