/** A call as lines of text for a person: when, who, what, and how long Luna took. */
import type { HeardEvent, Recording } from './recorded-caller.ts';

/** Undefined for what is not worth a line, e.g. sound. */
export function lineOf(atMs: number, event: HeardEvent): string | undefined {
  const what = describe(event);
  return what === undefined ? undefined : line(atMs, what);
}

export function speechLine(atMs: number, { name, samples }: Recording): string {
  return line(atMs, `caller   speaks ${name} (${(samples.length / 24_000).toFixed(1)} s)`);
}

function line(atMs: number, what: string): string {
  return `${String(Math.round(atMs)).padStart(7)} ms  ${what}`;
}

function describe(event: HeardEvent): string | undefined {
  switch (event.type) {
    case 'luna.call.started':
      return `call     ${event.call_id} (${event.scenario}, ${event.provider})`;
    case 'luna.call.ended':
      return `call     ended by ${event.reason}: ${event.text}`;
    case 'conversation.item.input_audio_transcription.completed':
      return `caller   "${event.transcript}"`;
    case 'response.output_audio_transcript.done':
      return `luna     "${event.transcript}"`;
    case 'luna.heard':
      return `luna     was cut off; heard ${event.heard_ms} ms: "${event.text}"`;
    case 'luna.turn':
      return (
        `latency  ${event.voice_to_voice_ms} ms = ${event.end_detected_ms} until the end was noticed` +
        ` + ${event.recognised_ms} words + ${event.first_audio_ms} first audio`
      );
    case 'luna.tool.done':
      return `tool     ${event.tool} ${event.ok ? 'ok' : 'refused'} in ${event.took_ms} ms ${JSON.stringify(event.returned)}`;
    case 'luna.identity':
      return `identity ${event.level}`;
    case 'luna.playback':
      return `voice    ${event.action}`;
    case 'error':
      return `error    ${event.error.message}`;
    default:
      return undefined;
  }
}
