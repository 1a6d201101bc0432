/** What the provider says, and what follows from it. */
import type { Item } from '#protocol/items.ts';
import type { ErrorDetail, Response, ServerEvent } from '#protocol/server-events.ts';
import type { Draft } from './draft.ts';
import { END_CALL } from './end-call.ts';
import { completed, heardAudio, heardText, responseCompleted, speaking } from './heard.ts';
import { answered, endDetected, recognised } from './latency.ts';
import { isDropped } from './reply.ts';
import { added, finished, grew } from './transcript.ts';
import { ATTEMPT_MS } from './turn.ts';

/** 24 kHz PCM16 in base64: 64 characters are 1 ms. */
const CHARACTERS_PER_MS = 64;
/** A page that says nothing for so long after the sound must have ended is not playing it. */
const PLAYBACK_GRACE_MS = 5_000;

export function fromProvider(draft: Draft, event: ServerEvent): void {
  const { state } = draft;
  switch (event.type) {
    // ── the caller's speech ──
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
    case 'conversation.item.input_audio_transcription.delta':
      draft.set({ transcript: grew(state.transcript, event.item_id, event.delta) });
      draft.tell(event);
      draft.interruption({ type: 'words.grew', itemId: event.item_id, delta: event.delta });
      return;
    case 'conversation.item.input_audio_transcription.completed':
      draft.tell(event);
      understood(draft, event.item_id, event.transcript);
      return;
    case 'conversation.item.input_audio_transcription.failed':
      draft.effects.push({ do: 'problem', message: `not transcribed: ${event.error.message}` });
      understood(draft, event.item_id, '');
      return;
    // ── the conversation ──
    case 'conversation.item.added':
      draft.set({ transcript: withItem(draft, event.item, event.previous_item_id) });
      draft.tell(event);
      return;
    // ── a response ──
    case 'response.created':
      draft.reply({ type: 'created', responseId: event.response.id });
      draft.tell(event);
      return;
    case 'response.output_audio.delta': {
      if (isDropped(state.reply, event.response_id)) return;
      const stages = answered(state.waiting, draft.moment.at);
      const ms = Math.floor(event.delta.length / CHARACTERS_PER_MS);
      const delta = { responseId: event.response_id, itemId: event.item_id, ms };
      draft.set({ voice: heardAudio(state.voice, delta), waiting: undefined });
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
    case 'error':
      refused(draft, event.error);
      return;
    case 'session.created':
    case 'session.updated':
      draft.tell(event);
      return;
    default:
      // The rest repeats what was said above, or answers what the call itself has sent: for those who want it all.
      draft.tell(event);
  }
}

function understood(draft: Draft, itemId: string, text: string): void {
  const { speech, waiting } = draft.state;
  const one = speech.find((other) => other.itemId === itemId);
  draft.set({
    transcript: finished(draft.state.transcript, itemId, text),
    waiting: recognised(waiting, itemId, draft.moment.at),
    speech: speech.filter((other) => other.itemId !== itemId),
  });
  const ignored = draft.interruption({ type: 'words.final', itemId, text });
  const startedAt = (one && draft.moment.arrival(one.startMs)) ?? draft.moment.at;
  if (ignored) draft.set({ waiting: undefined });
  // Words without a voice before them are nobody's: they must not confirm anything.
  else if (one !== undefined && text.trim() !== '') draft.said(text, startedAt, itemId);
  const voicedMs = one ? one.endMs - one.startMs : 0;
  if (!ignored && text.trim() === '' && voicedMs >= ATTEMPT_MS) draft.help({ type: 'misheard' });
  draft.turn({ type: 'words.final', itemId, text, voicedMs, ignored });
}

function withItem(draft: Draft, item: Item, previous: string | null): Draft['state']['transcript'] {
  const { transcript } = draft.state;
  if (item.type !== 'message' || item.role === 'system') return transcript;
  const who = item.role === 'user' ? 'caller' : 'assistant';
  const [content] = item.content;
  const text = content && 'text' in content ? content.text : '';
  return added(transcript, { itemId: item.id, who, text, growing: text === '' }, previous);
}

function called(draft: Draft, responseId: string, item: Item): void {
  // A call that was cut off in the middle of its arguments is no call.
  if (item.type !== 'function_call' || item.status !== 'completed') return;
  const { call_id: callId, name: tool, arguments: input } = item;
  if (tool === END_CALL) {
    draft.set({ ending: draft.state.ending ?? { reason: 'assistant', text: 'Goodbye.' } });
    draft.send({
      type: 'conversation.item.create',
      item: { type: 'function_call_output', call_id: callId, output: '{"ok":true}' },
    });
    return;
  }
  if (draft.rounds({ type: 'called', responseId, callId }).length > 0)
    draft.effects.push({ do: 'run', callId, tool, input });
}

function responseDone(draft: Draft, response: Response): void {
  const { status_details: details } = response;
  if (response.status === 'failed')
    draft.effects.push({
      do: 'problem',
      message: `a response failed: ${details?.error?.message ?? 'no reason given'}`,
    });
  draft.set({ voice: responseCompleted(draft.state.voice, response.id) });
  const said = speaking(draft.state.voice);
  if (said) draft.timer('playback', said.receivedMs - said.playedMs + PLAYBACK_GRACE_MS);
  draft.rounds({ type: 'response.done', responseId: response.id });
  draft.reply({ type: 'done', responseId: response.id });
}

/** Races between us and the provider: it was over, or begun, a moment before we asked. */
const HARMLESS = new Set([
  'response_cancel_not_active',
  'item_not_found',
  'item_delete_invalid_item_id',
]);

function refused(draft: Draft, error: ErrorDetail): void {
  if (error.code === 'conversation_already_has_active_response') {
    draft.reply({ type: 'refused' });
    return;
  }
  if (error.code !== null && HARMLESS.has(error.code)) return;
  draft.effects.push({ do: 'problem', message: error.message });
  if (/response[._]create/.test(`${error.code} ${error.message}`)) draft.reply({ type: 'failed' });
}
