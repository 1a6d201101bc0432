/** What a call tells, as frames of the simple protocol. Pure. */
import type { CallerHears } from '#channels/channel.ts';

export type SimpleFrame =
  | {
      readonly type: 'status';
      readonly status: 'connected' | 'disconnected' | 'error';
      /** With it `/chat?session=` joins this conversation. */
      readonly session?: string;
    }
  | { readonly type: 'speech_started' | 'speech_stopped' }
  | { readonly type: 'audio'; readonly data: string }
  | { readonly type: 'transcript'; readonly role: 'user' | 'assistant'; readonly text: string }
  | { readonly type: 'tool_result'; readonly tool: string; readonly result: object }
  | { readonly type: 'error'; readonly error: string }
  /** On `/chat` only: the answer as it grows. */
  | { readonly type: 'delta'; readonly text: string };

/** Frames that do not depend on what is being played. */
export function framesOf(event: CallerHears): SimpleFrame[] {
  switch (event.type) {
    case 'response.output_audio.delta':
      return [{ type: 'audio', data: event.delta }];
    case 'response.output_audio_transcript.delta':
    case 'response.output_text.delta':
      return [{ type: 'delta', text: event.delta }];
    case 'response.output_audio_transcript.done':
      return said('assistant', event.transcript);
    case 'response.output_text.done':
      return said('assistant', event.text);
    case 'conversation.item.input_audio_transcription.completed':
      return said('user', event.transcript);
    case 'conversation.item.added': {
      const { item } = event;
      if (item.type !== 'message' || item.role !== 'user') return [];
      return item.content.flatMap((part) =>
        part.type === 'input_text' ? said('user', part.text) : [],
      );
    }
    case 'luna.tool.done': {
      const { tool, ok, returned, drawing } = event;
      const result = { ok, ...returned, ...(drawing === undefined ? {} : { drawing }) };
      return [{ type: 'tool_result', tool, result }];
    }
    case 'error':
      return [{ type: 'error', error: event.error.message }];
    default:
      return [];
  }
}

function said(role: 'user' | 'assistant', text: string): SimpleFrame[] {
  return text.trim() === '' ? [] : [{ type: 'transcript', role, text }];
}
