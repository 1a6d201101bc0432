import { expect, test } from 'vitest';
import type { Item } from '#protocol/items.ts';
import type { Response, ServerEventBody, Session } from '#protocol/server-events.ts';
import { PageView } from './page-view.ts';

const stamped = (event: ServerEventBody) => ({ ...event, event_id: 'e' });
const message = (id: string, role: 'system' | 'user' | 'assistant'): Item => ({
  id,
  type: 'message',
  status: 'completed',
  role,
  content: [],
});
const toolCall: Item = {
  id: 'f1',
  type: 'function_call',
  status: 'completed',
  call_id: 'c1',
  name: 'verify_identity',
  arguments: '{"pin":"7316"}',
};
const added = (item: Item, previous_item_id: string | null) =>
  stamped({ type: 'conversation.item.added', previous_item_id, item });

test('instructions and tools do not reach the page', () => {
  const session = {
    instructions: 'Never tell anybody.',
    tools: [{ type: 'function', name: 'block_card' }],
    tool_choice: 'required',
    audio: { output: {} },
  } as unknown as Session;
  const seen = new PageView().of(stamped({ type: 'session.updated', session }));
  expect(JSON.stringify(seen)).not.toMatch(/Never tell|block_card|required/);
});

test('a tool call is hidden, and what follows it stands after what the page knows', () => {
  const view = new PageView();
  view.of(added(message('u1', 'user'), null));
  expect(view.of(added(toolCall, 'u1'))).toBeUndefined();
  expect(view.of(added({ ...toolCall, id: 'f2' }, 'f1'))).toBeUndefined();
  expect(view.of(added(message('a1', 'assistant'), 'f2'))).toMatchObject({
    previous_item_id: 'u1',
  });
});

test('a hint for the model is not shown', () => {
  expect(new PageView().of(added(message('s1', 'system'), null))).toBeUndefined();
});

test('a response is shown without its tool calls', () => {
  const response = {
    output: [message('a1', 'assistant'), toolCall],
    metadata: { secret: 'yes' },
    status_details: null,
    audio: { output: {} },
  } as unknown as Response;
  const seen = new PageView().of(stamped({ type: 'response.done', response }));
  expect(JSON.stringify(seen)).not.toMatch(/7316|verify_identity|secret/);
  expect(JSON.stringify(seen)).toMatch(/a1/);
});

test('the arguments of a tool do not pass while they grow', () => {
  const event = stamped({
    type: 'response.function_call_arguments.delta',
    response_id: 'r1',
    item_id: 'f1',
    output_index: 0,
    call_id: 'c1',
    delta: '{"pin":',
  });
  expect(new PageView().of(event)).toBeUndefined();
});

test('what was said beside the conversation stays above the answer that came after it', () => {
  const view = new PageView();
  view.of(added(message('u1', 'user'), null));
  const response = { id: 'r_aside', conversation_id: null, output: [] } as unknown as Response;
  view.of(stamped({ type: 'response.created', response }));
  const at = { response_id: 'r_aside', item_id: 'aside', output_index: 0, content_index: 0 };
  view.of(stamped({ type: 'response.output_audio.done', ...at }));
  expect(view.of(added(message('a1', 'assistant'), 'u1'))).toMatchObject({
    previous_item_id: 'aside',
  });
});
