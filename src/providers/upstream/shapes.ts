/** The fields of server events that Luna relies on, as leniently as real services demand. */
import { z } from 'zod';

const id = z.string().min(1);
const text = z.string().catch('');
const index = z.int().min(0).catch(0);
/** Absent, null or of no known form: null. */
const orNull = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().catch(null);

const inItem = { item_id: id, content_index: index };
const inResponse = { response_id: id, item_id: id, output_index: index };
const inPart = { ...inResponse, content_index: index };

const Detail = z.looseObject({
  type: z.string().catch('server_error'),
  code: orNull(z.string()),
  message: text,
  param: orNull(z.string()),
  event_id: orNull(z.string()),
});

/** Content of a kind that we do not know stays what it is. */
const Content = z.looseObject({ type: z.string() }).transform((content) => {
  switch (content.type) {
    case 'input_audio':
      return { ...content, transcript: content['transcript'] ?? null };
    case 'output_audio':
      return { ...content, transcript: content['transcript'] ?? '' };
    case 'input_text':
    case 'output_text':
      return { ...content, text: content['text'] ?? '' };
    default:
      return content;
  }
});

const ItemStatus = z.enum(['in_progress', 'completed', 'incomplete']).catch('completed');

const Item = z.union([
  z.looseObject({
    id,
    type: z.literal('message'),
    status: ItemStatus,
    role: z.enum(['system', 'user', 'assistant']),
    content: z.array(Content).catch([]),
  }),
  z.looseObject({
    id,
    type: z.literal('function_call'),
    // Without a status nobody says that its arguments are whole.
    status: z.enum(['in_progress', 'completed', 'incomplete']).catch('incomplete'),
    call_id: id,
    name: id,
    arguments: text,
  }),
  z.looseObject({ id, type: z.literal('function_call_output'), call_id: id, output: text }),
  z.looseObject({
    id,
    type: z.string().refine((type) => !/^(?:message|function_call(?:_output)?)$/.test(type)),
  }),
]);

const count = z.number().min(0).catch(0);
const Tokens = z.looseObject({ text_tokens: count, audio_tokens: count, image_tokens: count });
const NO_TOKENS = { text_tokens: 0, audio_tokens: 0, image_tokens: 0 };

const Usage = z.looseObject({
  total_tokens: count,
  input_tokens: count,
  output_tokens: count,
  input_token_details: Tokens.extend({
    cached_tokens: count,
    cached_tokens_details: Tokens.catch(NO_TOKENS),
  }).catch({ ...NO_TOKENS, cached_tokens: 0, cached_tokens_details: NO_TOKENS }),
  output_token_details: z
    .looseObject({ text_tokens: count, audio_tokens: count })
    .catch({ text_tokens: 0, audio_tokens: 0 }),
});

const PCM = { type: 'audio/pcm', rate: 24_000 };

const Response = z.looseObject({
  object: z.literal('realtime.response').catch('realtime.response'),
  id,
  status: z.enum(['in_progress', 'completed', 'cancelled', 'incomplete', 'failed']),
  status_details: orNull(
    z.looseObject({ error: z.looseObject({ type: text, code: text, message: text }).optional() }),
  ),
  output: z.array(Item).catch([]),
  conversation_id: orNull(z.string()),
  output_modalities: z.array(z.string()).catch(['audio']),
  max_output_tokens: z.union([z.number(), z.literal('inf')]).catch('inf'),
  audio: z.looseObject({ output: z.looseObject({}) }).catch({ output: { format: PCM, voice: '' } }),
  usage: orNull(Usage),
  metadata: orNull(z.record(z.string(), z.string())),
});

/** What a session is worth to us is its echo; all of it is optional. */
const Session = z.looseObject({
  type: z.literal('realtime').catch('realtime'),
  object: z.literal('realtime.session').catch('realtime.session'),
  id: z.string().catch(''),
  model: text,
  instructions: text,
  tools: z.array(z.looseObject({})).catch([]),
});

const InTime = z.looseObject({ type: z.literal('duration'), seconds: count });
const InTokens = z.looseObject({
  type: z.literal('tokens'),
  total_tokens: count,
  input_tokens: count,
  output_tokens: count,
});

const ITEM_EVENT = { previous_item_id: orNull(z.string()), item: Item };
const OUTPUT_ITEM = { response_id: id, output_index: index, item: Item };
const PART = {
  ...inPart,
  part: z.union([
    z.looseObject({ type: z.literal('audio'), transcript: text }),
    z.looseObject({ type: z.literal('text'), text }),
  ]),
};
const TRANSCRIPTION = 'conversation.item.input_audio_transcription';

/** By type. A type that is not here passes as it is. */
export const SHAPES: ReadonlyMap<string, z.ZodType<object>> = new Map(
  Object.entries({
    'session.created': { session: Session },
    'session.updated': { session: Session },
    error: { error: Detail },
    'input_audio_buffer.speech_started': { audio_start_ms: count, item_id: id },
    'input_audio_buffer.speech_stopped': { audio_end_ms: count, item_id: id },
    'input_audio_buffer.committed': { previous_item_id: orNull(z.string()), item_id: id },
    'input_audio_buffer.timeout_triggered': {
      audio_start_ms: count,
      audio_end_ms: count,
      item_id: id,
    },
    'conversation.item.added': ITEM_EVENT,
    'conversation.item.done': ITEM_EVENT,
    'conversation.item.retrieved': { item: Item },
    'conversation.item.deleted': { item_id: id },
    'conversation.item.truncated': { ...inItem, audio_end_ms: count },
    [`${TRANSCRIPTION}.delta`]: { ...inItem, delta: text },
    [`${TRANSCRIPTION}.completed`]: {
      ...inItem,
      transcript: text,
      // Voice Live leaves it out.
      usage: z.union([InTime, InTokens]).catch({ type: 'duration', seconds: 0 }),
    },
    [`${TRANSCRIPTION}.failed`]: { ...inItem, error: Detail },
    'response.created': { response: Response },
    'response.done': { response: Response },
    'response.output_item.added': OUTPUT_ITEM,
    'response.output_item.done': OUTPUT_ITEM,
    'response.content_part.added': PART,
    'response.content_part.done': PART,
    'response.output_audio.delta': { ...inPart, delta: z.string() },
    'response.output_audio.done': inPart,
    'response.output_audio_transcript.delta': { ...inPart, delta: z.string() },
    'response.output_audio_transcript.done': { ...inPart, transcript: text },
    'response.output_text.delta': { ...inPart, delta: z.string() },
    'response.output_text.done': { ...inPart, text },
    'response.function_call_arguments.delta': { ...inResponse, call_id: id, delta: z.string() },
    'response.function_call_arguments.done': {
      ...inResponse,
      call_id: id,
      name: text,
      arguments: text,
    },
  }).map(([type, fields]) => [type, z.looseObject({ type: z.literal(type), ...fields })]),
);
