/** What a Realtime server says: the GA events that Luna speaks and understands. */
import type { Item } from './items.ts';
import type { AudioFormat, FunctionTool, ToolChoice, TurnDetection } from './session.ts';

/** The full effective session, as `session.created` and `session.updated` show it. */
export interface Session {
  type: 'realtime';
  object: 'realtime.session';
  id: string;
  model: string;
  output_modalities: ['audio'] | ['text'];
  instructions: string;
  tools: FunctionTool[];
  tool_choice: ToolChoice;
  max_output_tokens: number | 'inf';
  tracing: unknown;
  truncation: unknown;
  prompt: null;
  /** Unix seconds. */
  expires_at: number;
  audio: {
    input: {
      format: AudioFormat;
      transcription: Record<string, unknown> | null;
      noise_reduction: Record<string, unknown> | null;
      turn_detection: TurnDetection | null;
    };
    output: { format: AudioFormat; voice: string; speed: number };
  };
  include: string[] | null;
}

export interface ErrorDetail {
  type: 'invalid_request_error' | 'server_error';
  code: string | null;
  message: string;
  param: string | null;
  /** The `event_id` of the client event that was at fault. */
  event_id: string | null;
}

export interface Usage {
  total_tokens: number;
  input_tokens: number;
  output_tokens: number;
  input_token_details: {
    text_tokens: number;
    audio_tokens: number;
    image_tokens: number;
    cached_tokens: number;
    cached_tokens_details: { text_tokens: number; audio_tokens: number; image_tokens: number };
  };
  output_token_details: { text_tokens: number; audio_tokens: number };
}

/** Some models are paid by the second, some by the token. */
export type TranscriptionUsage =
  | { type: 'duration'; seconds: number }
  | { type: 'tokens'; total_tokens: number; input_tokens: number; output_tokens: number };

type ResponseStatus = 'in_progress' | 'completed' | 'cancelled' | 'incomplete' | 'failed';

export interface Response {
  object: 'realtime.response';
  id: string;
  status: ResponseStatus;
  status_details: null | {
    type: Exclude<ResponseStatus, 'in_progress'>;
    reason?: 'turn_detected' | 'client_cancelled' | 'max_output_tokens' | 'content_filter';
    error?: { type: string; code: string; message: string };
  };
  output: Item[];
  conversation_id: string | null;
  output_modalities: ['audio'] | ['text'];
  max_output_tokens: number | 'inf';
  audio: { output: { format: AudioFormat; voice: string } };
  usage: Usage | null;
  metadata: Record<string, string> | null;
}

export type Part = { type: 'audio'; transcript: string } | { type: 'text'; text: string };

interface InItem {
  item_id: string;
  content_index: number;
}
interface InResponse {
  response_id: string;
  item_id: string;
  output_index: number;
}
type InPart = InResponse & InItem;

/** One event, before the server stamps it with its `event_id`. */
export type ServerEventBody =
  | { type: 'session.created'; session: Session }
  | { type: 'session.updated'; session: Session }
  | { type: 'error'; error: ErrorDetail }
  // ── the caller's speech ──
  | { type: 'input_audio_buffer.speech_started'; audio_start_ms: number; item_id: string }
  | {
      type: 'input_audio_buffer.speech_stopped';
      audio_end_ms: number;
      item_id: string;
      /** Luna's engine only: where the last voiced sample was; `audio_end_ms` includes the silence after it. */
      voiced_end_ms?: number;
    }
  | { type: 'input_audio_buffer.committed'; previous_item_id: string | null; item_id: string }
  | { type: 'input_audio_buffer.cleared' }
  | {
      type: 'input_audio_buffer.timeout_triggered';
      audio_start_ms: number;
      audio_end_ms: number;
      item_id: string;
    }
  // ── the conversation ──
  | { type: 'conversation.item.added'; previous_item_id: string | null; item: Item }
  | { type: 'conversation.item.done'; previous_item_id: string | null; item: Item }
  | { type: 'conversation.item.retrieved'; item: Item }
  | { type: 'conversation.item.deleted'; item_id: string }
  | ({ type: 'conversation.item.truncated'; audio_end_ms: number } & InItem)
  | ({ type: 'conversation.item.input_audio_transcription.delta'; delta: string } & InItem)
  | ({
      type: 'conversation.item.input_audio_transcription.completed';
      transcript: string;
      usage: TranscriptionUsage;
    } & InItem)
  | ({
      type: 'conversation.item.input_audio_transcription.failed';
      error: { type: string; code: string; message: string; param: null };
    } & InItem)
  // ── a response ──
  | { type: 'response.created'; response: Response }
  | { type: 'response.done'; response: Response }
  | { type: 'response.output_item.added'; response_id: string; output_index: number; item: Item }
  | { type: 'response.output_item.done'; response_id: string; output_index: number; item: Item }
  | ({ type: 'response.content_part.added'; part: Part } & InPart)
  | ({ type: 'response.content_part.done'; part: Part } & InPart)
  | ({ type: 'response.output_audio.delta'; delta: string } & InPart)
  | ({ type: 'response.output_audio.done' } & InPart)
  | ({ type: 'response.output_audio_transcript.delta'; delta: string } & InPart)
  | ({ type: 'response.output_audio_transcript.done'; transcript: string } & InPart)
  | ({ type: 'response.output_text.delta'; delta: string } & InPart)
  | ({ type: 'response.output_text.done'; text: string } & InPart)
  | ({
      type: 'response.function_call_arguments.delta';
      call_id: string;
      delta: string;
    } & InResponse)
  | ({
      type: 'response.function_call_arguments.done';
      call_id: string;
      name: string;
      arguments: string;
    } & InResponse)
  | {
      type: 'rate_limits.updated';
      rate_limits: { name: string; limit: number; remaining: number; reset_seconds: number }[];
    };

export type ServerEvent = ServerEventBody & { event_id: string };
