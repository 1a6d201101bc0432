/**
 * The caller makes a sound while Luna is heard. Clients fall silent at `speech_started`, so it is held back until the
 * call has decided: an interruption is told as it happened, a cough or "uh-huh" is not told at all. Pure.
 */
import type { ServerEvent } from '#protocol/server-events.ts';

export interface Held {
  readonly itemId: string;
  readonly events: readonly ServerEvent[];
}

/** Undefined: not held, the event may be told. */
export function held(
  state: Held | undefined,
  event: ServerEvent,
  lunaIsHeard: boolean,
): Held | undefined {
  if (state !== undefined && itemOf(event) === state.itemId)
    return { ...state, events: [...state.events, event] };
  if (state !== undefined || !lunaIsHeard) return undefined;
  if (event.type !== 'input_audio_buffer.speech_started') return undefined;
  return { itemId: event.item_id, events: [event] };
}

/** After which item the sound would have stood, where that is known. */
export function placeOf({ itemId, events }: Held): string | null {
  for (const event of events)
    if (event.type === 'conversation.item.added' && event.item.id === itemId)
      return event.previous_item_id;
  return null;
}

function itemOf(event: ServerEvent): string | undefined {
  switch (event.type) {
    case 'input_audio_buffer.speech_started':
    case 'input_audio_buffer.speech_stopped':
    case 'input_audio_buffer.committed':
    case 'conversation.item.input_audio_transcription.delta':
    case 'conversation.item.input_audio_transcription.completed':
    case 'conversation.item.input_audio_transcription.failed':
      return event.item_id;
    case 'conversation.item.added':
    case 'conversation.item.done':
      return event.item.id;
    default:
      return undefined;
  }
}
