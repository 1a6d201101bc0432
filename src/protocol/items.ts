/** Conversation items of the Realtime protocol (GA names). */
import { z } from 'zod';

const InputText = z.object({ type: z.literal('input_text'), text: z.string() });
const InputAudio = z.object({
  type: z.literal('input_audio'),
  audio: z.base64().optional(),
  transcript: z.string().nullish(),
});
/** Understood by speech models that see; the embedded engine ignores it. */
const InputImage = z.object({
  type: z.literal('input_image'),
  image_url: z.string(),
  detail: z.enum(['auto', 'low', 'high']).optional(),
});
const OutputText = z.object({ type: z.literal('output_text'), text: z.string() });

/** An item that a client may put into the conversation. */
export const ClientItem = z.union([
  z.object({
    type: z.literal('message'),
    id: z.string().min(1).max(64).optional(),
    role: z.literal('system'),
    content: z.array(InputText).min(1),
  }),
  z.object({
    type: z.literal('message'),
    id: z.string().min(1).max(64).optional(),
    role: z.literal('user'),
    content: z.array(z.union([InputText, InputAudio, InputImage])).min(1),
  }),
  z.object({
    type: z.literal('message'),
    id: z.string().min(1).max(64).optional(),
    role: z.literal('assistant'),
    content: z.array(OutputText).min(1),
  }),
  z.object({
    type: z.literal('function_call'),
    id: z.string().min(1).max(64).optional(),
    call_id: z.string().min(1).optional(),
    name: z.string().min(1),
    arguments: z.string(),
  }),
  z.object({
    type: z.literal('function_call_output'),
    id: z.string().min(1).max(64).optional(),
    call_id: z.string().min(1),
    output: z.string(),
  }),
]);
export type ClientItem = z.infer<typeof ClientItem>;

export type ItemStatus = 'in_progress' | 'completed' | 'incomplete';

export type Content =
  | { type: 'input_text'; text: string }
  | { type: 'input_audio'; audio?: string; transcript: string | null }
  | { type: 'input_image'; image_url: string; detail?: 'auto' | 'low' | 'high' | undefined }
  | { type: 'output_text'; text: string }
  | { type: 'output_audio'; audio?: string; transcript: string };

export interface MessageItem {
  id: string;
  type: 'message';
  status: ItemStatus;
  role: 'system' | 'user' | 'assistant';
  content: Content[];
  /** Some models say whether this is said on the way or is the answer itself. */
  phase?: 'commentary' | 'final_answer';
}

export interface FunctionCallItem {
  id: string;
  type: 'function_call';
  status: ItemStatus;
  call_id: string;
  name: string;
  arguments: string;
}

interface FunctionCallOutputItem {
  id: string;
  type: 'function_call_output';
  call_id: string;
  output: string;
}

/** An item as a server shows it. Outputs of functions carry no status. */
export type Item = MessageItem | FunctionCallItem | FunctionCallOutputItem;
