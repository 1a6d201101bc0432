/** The border to a provider: whatever arrives becomes an event in the words of `protocol/`, or is dropped. Nothing throws. */
import { makeId } from '#lib/id.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { SHAPES } from './shapes.ts';

export type Frame =
  | { readonly ok: true; readonly event: ServerEvent }
  /** `why` names the event and the field, never their content. */
  | { readonly ok: false; readonly why: string };

/** The object of a frame's text, or undefined where it is none. */
export function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Record<string, unknown>)
      : undefined;
  } catch {
    return undefined; // reported by the caller as no event
  }
}

/**
 * Events that we know must have the fields we use; what may be absent or null on the wire gets its plain value.
 * Types and fields that we do not know pass as they are, for clients who know more than we do.
 */
export function readServerEvent(frame: Readonly<Record<string, unknown>>): Frame {
  const { type } = frame;
  if (typeof type !== 'string') return { ok: false, why: 'an event without a type' };
  const event_id = typeof frame['event_id'] === 'string' ? frame['event_id'] : makeId('event');
  const shape = SHAPES.get(type);
  const parsed = shape?.safeParse(frame);
  if (parsed?.success === false)
    return { ok: false, why: `${type}: ${parsed.error.issues[0]?.path.join('.') ?? ''}` };
  // The one cast at this border: checked above, or of a type that nobody inside asks for.
  const event = { ...(parsed?.data ?? frame), event_id } as unknown as ServerEvent;
  return { ok: true, event };
}

type Sound = Extract<ServerEvent, { type: 'response.output_audio.delta' }>;

/** Most of what arrives is this, and whole: it needs no reading field by field and may be sent on as it came. */
export function isSound(frame: object): frame is Sound {
  const { type, event_id, response_id, item_id, output_index, content_index, delta } =
    frame as Partial<Record<keyof Sound, unknown>>;
  return (
    type === 'response.output_audio.delta' &&
    [event_id, response_id, item_id, delta].every((one) => typeof one === 'string' && one !== '') &&
    Number.isInteger(output_index) &&
    Number.isInteger(content_index)
  );
}
