/** The border to the page: what it may say becomes the caller's words; everything else is refused by name. */
import { z } from 'zod';
import { decodePcm16 } from '#audio/pcm16.ts';
import { ClientEvent, MAX_APPEND_CHARACTERS } from '#protocol/client-events.ts';
import { LunaClientEvent } from '#protocol/luna-events.ts';
import { clientError } from '#protocol/read-client-event.ts';
import type { ErrorDetail } from '#protocol/server-events.ts';
import type { CallerEvent } from '#channels/channel.ts';

export type PageWord =
  | {
      readonly ok: true;
      readonly event: CallerEvent | StartCall;
      /** As the page named it, for an answer to it. */
      readonly eventId: string | null;
    }
  | { readonly ok: false; readonly error: ErrorDetail };

/** The page wants a call on this socket. */
interface StartCall {
  readonly type: 'start';
  /** Empty for freeform. */
  readonly scenario: string;
}

/** 24 kHz. */
const SAMPLES_PER_MS = 24;
const LONGEST_MESSAGE = 2_000;

const Append = z.object({ type: z.literal('input_audio_buffer.append'), audio: z.string() });
const Typed = z.object({
  type: z.literal('conversation.item.create'),
  item: z.object({
    type: z.literal('message'),
    role: z.literal('user'),
    id: z.string().min(1).max(32).optional(),
    content: z.tuple([
      z.object({
        type: z.literal('input_text'),
        text: z.string().trim().min(1).max(LONGEST_MESSAGE),
      }),
    ]),
  }),
});
const Word = z.discriminatedUnion('type', [Append, Typed, ...LunaClientEvent.options]);
type Word = z.infer<typeof Word>;

const allowed = new Set<string>(Word.options.map(({ shape }) => shape.type.value));
const known = new Set<string>(ClientEvent.options.map(({ shape }) => shape.type.value));

export function readPageWord(text: string): PageWord {
  const message = parse(text);
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    return refuse(null, 'invalid_event', 'A frame must be a JSON object.', null);
  const { type, event_id: id } = message as { type?: unknown; event_id?: unknown };
  const eventId = typeof id === 'string' ? id.slice(0, 512) : null;
  if (typeof type !== 'string')
    return refuse(eventId, 'missing_required_parameter', "An event needs a 'type'.", 'type');
  if (!allowed.has(type)) {
    const name = type.slice(0, 64);
    return known.has(type)
      ? refuse(eventId, 'not_allowed', `${name} is not allowed on a call.`, 'type')
      : refuse(eventId, 'unknown_event', `There is no event named ${name}.`, 'type');
  }
  const parsed = Word.safeParse(message);
  if (!parsed.success) {
    const [issue] = parsed.error.issues;
    const where = issue?.path.join('.') ?? 'event';
    return refuse(eventId, 'invalid_value', `${type}: ${where}: ${issue?.message}.`, where);
  }
  const word = parsed.data;
  return word.type === 'input_audio_buffer.append'
    ? readAudio(word.audio, eventId)
    : { ok: true, event: understood(word), eventId };
}

function readAudio(audio: string, eventId: string | null): PageWord {
  const wrong = (message: string): PageWord => refuse(eventId, 'invalid_value', message, 'audio');
  if (audio.length > MAX_APPEND_CHARACTERS)
    return wrong('The audio of one append is longer than 15 MiB.');
  const decoded = decodePcm16(audio);
  if (decoded.ok) {
    const ms = decoded.samples.length / SAMPLES_PER_MS;
    return { ok: true, event: { type: 'audio', audio, ms }, eventId };
  }
  return decoded.why === 'odd-bytes'
    ? wrong('The audio has an odd number of bytes; 16-bit samples have two each.')
    : wrong('The audio is not base64.');
}

function understood(
  word: Exclude<Word, { type: 'input_audio_buffer.append' }>,
): CallerEvent | StartCall {
  switch (word.type) {
    case 'conversation.item.create':
      return { type: 'typed', text: word.item.content[0].text, itemId: word.item.id };
    case 'luna.played':
      return { type: 'played', itemId: word.item_id, playedMs: word.played_ms };
    case 'luna.flushed':
      return { type: 'flushed', itemId: word.item_id, playedMs: word.played_ms };
    case 'luna.drained':
      return { type: 'drained', itemId: word.item_id };
    case 'luna.mute':
      return { type: 'muted', muted: word.muted };
    case 'luna.hangup':
      return { type: 'hung-up', why: 'the caller hung up' };
    case 'luna.restyle': {
      const { mode, persona, answers } = word;
      const wanted = Object.entries({ mode, persona, answers });
      const style = Object.fromEntries(
        wanted.flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
      );
      return { type: 'restyle', style };
    }
    case 'luna.start':
      return { type: 'start', scenario: word.scenario ?? '' };
  }
}

function refuse(
  eventId: string | null,
  code: string,
  message: string,
  param: string | null,
): PageWord {
  return { ok: false, error: clientError(eventId, code, message, param) };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused as "must be a JSON object"
  }
}
