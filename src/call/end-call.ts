/** How a model hangs up: a tool of the call itself, not of the bank. */
import type { FunctionTool } from '#protocol/session.ts';

export const END_CALL = 'end_call';

export const endCallTool: FunctionTool = {
  type: 'function',
  name: END_CALL,
  description:
    'Ends the call. Use it only after you have said goodbye; the caller hears your last sentence to its end.',
  parameters: { type: 'object', properties: {}, additionalProperties: false },
};
