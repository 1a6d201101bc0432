/** A session that says nothing of whoever answers: what a new one begins with, and all that a caller may see. */
import type { Session } from './server-events.ts';

type Blank = Pick<
  Session,
  | 'type'
  | 'object'
  | 'instructions'
  | 'tools'
  | 'tool_choice'
  | 'max_output_tokens'
  | 'tracing'
  | 'truncation'
  | 'prompt'
>;

export function blankSession(): Blank {
  return {
    type: 'realtime',
    object: 'realtime.session',
    instructions: '',
    tools: [],
    tool_choice: 'auto',
    max_output_tokens: 'inf',
    tracing: null,
    truncation: 'auto',
    prompt: null,
  };
}
