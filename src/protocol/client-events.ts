/** What a client may say to a Realtime server: the eleven GA events, checked at the border. */
import { z } from 'zod';
import { ClientItem } from './items.ts';
import { OutputAudio, SessionUpdate } from './session.ts';

/** The protocol's limit for one append: 15 MiB of base64 text. */
export const MAX_APPEND_CHARACTERS = 15 * 1024 * 1024;

const event_id = z.string().max(512).optional();

export const ResponseCreate = z.strictObject({
  output_modalities: z
    .union([z.tuple([z.literal('audio')]), z.tuple([z.literal('text')])])
    .optional(),
  instructions: z.string().optional(),
  audio: z.strictObject({ output: OutputAudio.optional() }).optional(),
  tools: SessionUpdate.shape.tools,
  tool_choice: SessionUpdate.shape.tool_choice,
  parallel_tool_calls: z.boolean().optional(),
  reasoning: z.looseObject({}).optional(),
  max_output_tokens: SessionUpdate.shape.max_output_tokens,
  conversation: z.enum(['auto', 'none']).optional(),
  input: z
    .array(z.union([ClientItem, z.object({ type: z.literal('item_reference'), id: z.string() })]))
    .optional(),
  metadata: z
    .record(z.string().max(64), z.string().max(512))
    .refine((metadata) => Object.keys(metadata).length <= 16, 'at most 16 keys')
    .nullish(),
  prompt: z.unknown().optional(),
});
export type ResponseCreate = z.infer<typeof ResponseCreate>;

export const ClientEvent = z.discriminatedUnion('type', [
  z.object({ type: z.literal('session.update'), event_id, session: SessionUpdate }),
  z.object({ type: z.literal('input_audio_buffer.append'), event_id, audio: z.string() }),
  z.object({ type: z.literal('input_audio_buffer.commit'), event_id }),
  z.object({ type: z.literal('input_audio_buffer.clear'), event_id }),
  z.object({
    type: z.literal('conversation.item.create'),
    event_id,
    item: ClientItem,
    previous_item_id: z.string().nullish(),
  }),
  z.object({ type: z.literal('conversation.item.retrieve'), event_id, item_id: z.string() }),
  z.object({ type: z.literal('conversation.item.delete'), event_id, item_id: z.string() }),
  z.object({
    type: z.literal('conversation.item.truncate'),
    event_id,
    item_id: z.string(),
    content_index: z.int().min(0),
    audio_end_ms: z.int().min(0),
  }),
  z.object({ type: z.literal('response.create'), event_id, response: ResponseCreate.optional() }),
  z.object({
    type: z.literal('response.cancel'),
    event_id,
    response_id: z.string().optional(),
  }),
  z.object({ type: z.literal('output_audio_buffer.clear'), event_id }),
]);
export type ClientEvent = z.infer<typeof ClientEvent>;
