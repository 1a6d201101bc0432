import { expect, test } from 'vitest';
import type { ToolResult } from '#tools/tool.ts';
import { cardOf, type Escalation } from './escalation-card.ts';
import { NOTHING_YET, type Story, type StoryEvent, told } from './story.ts';

const tellAll = (events: readonly StoryEvent[]): Story => events.reduce(told, NOTHING_YET);
const ABOUT: Escalation = {
  reason: 'a wire for Maria Lopez waits for release',
  details: {
    purpose: 'rent for my sister Maria',
    amount: 2_450.5,
    recipient_name: 'Maria Lopez',
    card_last_four: '7719',
    pin: '2267',
    date_of_birth: '1990-09-03',
    urgent: true,
    note: 'card four nine two nine one two three four five six seven eight',
    tracking_id: '4929123456784829',
  },
  scenario: { id: 'wire-transfer', name: 'Wire abroad' },
  durationMs: 61_234.4,
};

const VERIFY = {
  name: 'verify_identity',
  title: 'Checking your identity',
  effect: 'read',
} as const;
const WIRE = { name: 'initiate_wire', title: 'Preparing your wire', effect: 'change' } as const;
const MOVE = { name: 'transfer_funds', title: 'Moving your money', effect: 'change' } as const;
const tool = (
  which: typeof VERIFY | typeof WIRE | typeof MOVE,
  asked: object,
  result: ToolResult,
): StoryEvent => ({ type: 'tool', tool: which, argumentsJson: JSON.stringify(asked), result });
const refusal = (why: 'no_match' | 'needs_confirmation' | 'insufficient_funds'): ToolResult => ({
  ok: false,
  why,
  say: '',
  facts: {},
  ...(why === 'no_match' ? { consequence: { kind: 'identity_failed' } as const } : {}),
});

const CALL: readonly StoryEvent[] = [
  { type: 'recognised', firstName: 'Yuki' },
  { type: 'luna.said', text: 'What are the last four digits of your card?' },
  { type: 'caller.said', text: 'seven seven one nine' },
  tool(VERIFY, { card_last_four: '7719', pin: '0000' }, refusal('no_match')),
  tool(
    VERIFY,
    { card_last_four: '7719', pin: '2267' },
    {
      ok: true,
      say: 'Thank you, Yuki.',
      facts: { card: '•••• 7719', first_name: 'Yuki' },
      consequence: { kind: 'verified', customerId: 'cust_yuki_tanaka', firstName: 'Yuki' },
    },
  ),
  { type: 'identity', level: 'verified' },
  tool(MOVE, { amount: 9_000 }, refusal('insufficient_funds')),
  tool(WIRE, { recipient_name: 'Maria Lopez', amount: 2450.5 }, refusal('needs_confirmation')),
  { type: 'luna.cut-off' },
  { type: 'luna.said', text: 'You want me to wire $2,450.50 to Maria Lopez. Is that right?' },
  { type: 'caller.said', text: 'yes to Maria Lopez please' },
  tool(
    WIRE,
    { recipient_name: 'Maria Lopez', amount: 2450.5 },
    {
      ok: true,
      say: 'The wire to Maria Lopez waits for its release.',
      facts: { wire_id: 'WR-204417', recipient_name: 'Maria Lopez', amount: '$2,450.50' },
    },
  ),
  { type: 'confirmation', question: 'Shall I tell Maria Lopez?' },
  { type: 'caller.said', text: 'thank you, my number is 202 555 0142' },
];

test('the card tells a colleague the whole call, and nothing that is secret', () => {
  const card = cardOf(tellAll(CALL), ABOUT);
  expect(card).toEqual({
    who: {
      name: 'Y.',
      card: '•••• 7719',
      identity: 'verified',
      verified_by: 'card and PIN',
      failed_attempts: 1,
    },
    wanted: {
      scenario: 'wire-transfer',
      goal: 'Wire abroad',
      reason: 'a wire for M. L. waits for release',
    },
    details: {
      purpose: 'rent for my sister M.',
      amount: 2_450.5,
      recipient_name: 'M. L.',
      card_last_four: '•••• 7719',
      pin: '[secret]',
      date_of_birth: '[date]',
      urgent: true,
      note: 'card [number]',
      tracking_id: '[number]',
    },
    done: [
      {
        tool: 'initiate_wire',
        title: 'Preparing your wire',
        facts: { wire_id: 'WR-204417', recipient_name: 'M. L.', amount: '$2,450.50' },
        references: ['WR-204417'],
      },
    ],
    open: [
      { tool: null, title: 'Shall I tell M. L.?', why: 'not answered' },
      { tool: 'transfer_funds', title: 'Moving your money', why: 'insufficient funds' },
      // The wrong PIN was put right.
    ],
    last_words: ['[number]', 'yes to M. L. please', 'thank you, my number is [number]'],
    mood: { is: 'friendly', because: ['said thanks'] },
    turns: 3,
    duration_ms: 61_234,
  });
  expect(JSON.stringify(card)).not.toMatch(/Maria|Lopez|Yuki|2267|1990|0142|4929|tanaka/i);
});

test('a caller of whom nothing is known has a card too', () => {
  const bare = { ...ABOUT, reason: 'the caller asked for a person', details: {} };
  expect(cardOf(NOTHING_YET, bare)).toMatchObject({
    who: { name: null, card: null, identity: 'unknown', verified_by: null },
    done: [],
    open: [],
    last_words: [],
    mood: { is: 'calm', because: [] },
  });
});

test('a change that was asked for twice is told once, and one that came to be is not open', () => {
  const story = tellAll([
    tool(MOVE, { amount: 5 }, refusal('insufficient_funds')),
    tool(MOVE, { amount: 5 }, { ok: true, say: '', facts: { transfer_id: 'TR-1' } }),
    tool(MOVE, { amount: 5 }, { ok: true, say: '', facts: { transfer_id: 'TR-1' } }),
  ]);
  const card = cardOf(story, ABOUT);
  expect(card.done).toHaveLength(1);
  expect(card.open).toEqual([]);
});
