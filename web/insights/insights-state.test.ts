import { expect, test } from 'vitest';
import { before, type InsightsEvent, nextInsights } from './insights-state.ts';

const STYLE = { mode: 'executive', persona: 'luna' };
const word = (said: Extract<InsightsEvent, { type: 'word' }>['word']): InsightsEvent => ({
  type: 'word',
  word: said,
  atMs: 0,
});
const play = (...events: InsightsEvent[]) => events.reduce(nextInsights, before(STYLE));
const started = word({
  type: 'luna.call.started',
  call_id: 'c',
  scenario: 'insights',
  provider: 'x',
});

test('a typed question stands there before the server has it, once, and is waited for', () => {
  const asked = play({ type: 'rung' }, started, { type: 'asked', id: 'q1', text: 'How many?' });
  expect(asked.call.lines).toMatchObject([{ who: 'caller', text: 'How many?', state: 'final' }]);
  expect(asked.call.thinking).toBe(true);
  const item = {
    id: 'q1',
    type: 'message',
    role: 'user',
    content: [{ type: 'input_text', text: 'How many?' }],
  } as const;
  const added = nextInsights(
    asked,
    word({
      type: 'conversation.item.added',
      previous_item_id: null,
      item: { ...item, content: [...item.content] },
    }),
  );
  expect(added.call.lines).toHaveLength(1);
});

test('what Luna writes is read as it comes, and then the question is answered', () => {
  const answered = play(
    { type: 'rung' },
    started,
    { type: 'asked', id: 'q1', text: 'How many?' },
    word({ type: 'response.output_text.delta', item_id: 'a1', delta: 'Six ' }),
    word({ type: 'response.output_text.delta', item_id: 'a1', delta: 'hundred.' }),
  );
  expect(answered.call.lines[1]).toMatchObject({
    who: 'luna',
    state: 'speaking',
    said: { pieces: [{ text: 'Six ' }, { text: 'hundred.' }] },
  });
  expect(answered.call.thinking).toBe(false);
  expect(answered.unanswered).toBe('How many?');
  const done = nextInsights(answered, word({ type: 'response.output_text.done', item_id: 'a1' }));
  expect(done.call.lines[1]).toMatchObject({ state: 'heard' });
  expect(done.unanswered).toBeUndefined();
});

test('a line that is lost keeps the question and what was said; the next conversation stands below', () => {
  const lost = play(
    { type: 'rung' },
    started,
    { type: 'voice', is: 'on' },
    { type: 'asked', id: 'q1', text: 'How many?' },
    { type: 'ended', why: 'lost', text: '', atMs: 5 },
  );
  expect(lost).toMatchObject({ voice: 'off', unanswered: 'How many?' });
  const again = nextInsights(lost, { type: 'rung' });
  expect(again.past).toHaveLength(1);
  expect(again.call.lines).toEqual([]);
});

test('the manner is what the server says it is', () => {
  const style = { mode: 'coach', persona: 'luna', answers: 'aloud' };
  expect(play(word({ type: 'luna.style', style })).style).toEqual({
    mode: 'coach',
    persona: 'luna',
  });
});
