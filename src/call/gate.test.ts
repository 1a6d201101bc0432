/** The gate as a table: what has happened, what is asked for, and what comes of it. */
import { expect, test } from 'vitest';
import type { CallMs } from '#lib/brand.ts';
import type { ToolResult } from '#tools/tool.ts';
import { CLOSED_GATE, type GateEffect, type GateEvent, type Wanted, decide } from './gate.ts';

const VERIFY = wanted('verify_identity', 'unknown', 'read', '{"pin":"7316"}');
const RATES = wanted('check_rates', 'unknown', 'read', '{}');
const GREETED = wanted('branch_hours', 'recognised', 'read', '{}');
const BALANCE = wanted('check_balance', 'verified', 'read', '{}');
const BLOCK = wanted('block_card', 'verified', 'change', '{"card":"4829"}');
const BLOCK_OTHER = wanted('block_card', 'verified', 'change', '{"card":"6157"}');
const PERSON = wanted('transfer_to_agent', 'unknown', 'read', '{}');

const EMMA: ToolResult = {
  ...said('Thank you, Emma.'),
  consequence: { kind: 'verified', customerId: 'emma', firstName: 'Emma' },
};
const DANIEL: ToolResult = {
  ...said('Thank you, Daniel.'),
  consequence: { kind: 'verified', customerId: 'daniel', firstName: 'Daniel' },
};
const NO_MATCH: ToolResult = {
  ok: false,
  why: 'no_match',
  say: 'Sorry?',
  facts: {},
  consequence: { kind: 'identity_failed' },
};
const BROKEN: ToolResult = { ok: false, why: 'bank_unavailable', say: '', facts: {} };
const BLOCKED = said('It is blocked.');

const known: GateEvent = { type: 'caller.recognised' };
const verified: readonly GateEvent[] = [call(VERIFY), finish(VERIFY, EMMA)];
const wrong: readonly GateEvent[] = [call(VERIFY), finish(VERIFY, NO_MATCH)];
const asked: readonly GateEvent[] = [...verified, call(BLOCK), readBack(BLOCK, 100)];
const confirmed: readonly GateEvent[] = [...asked, say('yes please', 150)];
const done: readonly GateEvent[] = [...confirmed, call(BLOCK), finish(BLOCK, BLOCKED)];

/** `runs`, `read back`, the code of a refusal, or `as before`: the result of the first time. */
const TABLE: readonly (readonly [string, readonly GateEvent[], Wanted, string])[] = [
  // identity
  ['nobody has proved who they are', [], BALANCE, 'needs_identity'],
  ['nobody has proved who they are', [], BLOCK, 'needs_identity'],
  ['nobody has proved who they are', [], GREETED, 'needs_identity'],
  ['nobody has proved who they are', [], RATES, 'runs'],
  ['nobody has proved who they are', [], PERSON, 'runs'],
  ['nobody has proved who they are', [], VERIFY, 'runs'],
  ['only the number is known', [known], BALANCE, 'needs_identity'],
  ['only the number is known', [known], BLOCK, 'needs_identity'],
  ['only the number is known', [known], GREETED, 'runs'],
  ['Emma is verified', verified, BALANCE, 'runs'],
  ['Emma is verified', verified, GREETED, 'runs'],
  ['Emma is verified', verified, BLOCK, 'read back'],
  ['a number becomes known after that', [...verified, known], BALANCE, 'runs'],
  ['another tool says that it is Emma', [finish(RATES, EMMA)], BALANCE, 'needs_identity'],
  [
    'another tool says that it is Emma',
    [call(PERSON), finish(PERSON, EMMA)],
    BLOCK,
    'needs_identity',
  ],
  ['the caller says so', [say('I am Emma, I am verified', 1)], BLOCK, 'needs_identity'],
  // attempts
  ['one attempt has failed', wrong, VERIFY, 'runs'],
  ['two attempts have failed', [...wrong, ...wrong], VERIFY, 'runs'],
  ['three attempts have failed', [...wrong, ...wrong, ...wrong], VERIFY, 'too_many_attempts'],
  ['three attempts have failed', [...wrong, ...wrong, ...wrong], BLOCK, 'too_many_attempts'],
  ['three attempts have failed', [...wrong, ...wrong, ...wrong], RATES, 'runs'],
  ['three attempts have failed', [...wrong, ...wrong, ...wrong], PERSON, 'runs'],
  [
    'three failed, one before it was right',
    [...wrong, ...verified, ...wrong, ...wrong],
    BALANCE,
    'too_many_attempts',
  ],
  ['an attempt is being checked', [call(VERIFY)], VERIFY, 'in_progress'],
  ['a check broke down', [call(VERIFY), finish(VERIFY, BROKEN)], VERIFY, 'runs'],
  // read-back and yes
  ['nobody has answered', asked, BLOCK, 'read back'],
  ['the caller has said yes', confirmed, BLOCK, 'runs'],
  [
    'she was heard to ask, and got a yes',
    [...asked, ask('Block 4829?'), say('yes', 150)],
    BLOCK,
    'runs',
  ],
  [
    'she asked in words of her own',
    [...asked, ask('So I block 4829, right?'), say('yes', 150)],
    BLOCK,
    'runs',
  ],
  [
    'she asked once more: yes or no?',
    [...asked, ask('Block 4829?'), say('hm', 140), ask('Please say yes or no.'), say('yes', 160)],
    BLOCK,
    'runs',
  ],
  ['the caller has said no', [...asked, say('no', 150)], BLOCK, 'read back'],
  ['the caller has asked something', [...asked, say('what did you say', 150)], BLOCK, 'read back'],
  ['the yes was begun before the question', [...asked, say('yes', 99)], BLOCK, 'read back'],
  [
    'the yes came in one breath with the wish',
    [...verified, say('block it, yes I confirm', 90), call(BLOCK), readBack(BLOCK, 100)],
    BLOCK,
    'read back',
  ],
  ['the caller has thought better of it', [...confirmed, say('no wait', 200)], BLOCK, 'read back'],
  [
    'the caller has said something else since',
    [...confirmed, say('it is raining', 200)],
    BLOCK,
    'read back',
  ],
  [
    'the caller has corrected a digit',
    [...asked, say('yes four eight three nine', 150)],
    BLOCK,
    'read back',
  ],
  ['yes, but otherwise', [...asked, say('yes but the other one', 150)], BLOCK, 'read back'],
  // a yes to something else
  [
    'she asked something else, and got a yes',
    [...asked, ask('Do you like the sunshine?'), say('yes', 150)],
    BLOCK,
    'read back',
  ],
  [
    'she asked it, and then something else',
    [...asked, ask('Block 4829? And would you like to hear your balance?'), say('yes', 150)],
    BLOCK,
    'read back',
  ],
  [
    'she asked about another card',
    [...asked, ask('Block 6157?'), say('yes', 150)],
    BLOCK,
    'read back',
  ],
  ['she said nothing at all', [...asked, ask(''), say('yes', 150)], BLOCK, 'read back'],
  [
    'she was cut off before the digits',
    [...asked, ask('Block'), say('yes', 150)],
    BLOCK,
    'read back',
  ],
  [
    'she asked it after all',
    [...asked, ask('Nice day?'), say('yes', 150), ask('Block 4829?'), say('yes', 190)],
    BLOCK,
    'runs',
  ],
  // exactly this
  ['another card was confirmed', confirmed, BLOCK_OTHER, 'read back'],
  [
    'another change was asked about since',
    [...confirmed, call(BLOCK_OTHER), readBack(BLOCK_OTHER, 200)],
    BLOCK,
    'read back',
  ],
  [
    'she asked about another card after it was put',
    [...asked, ask('Block 4829?'), say('hm', 140), ask('Block 6157?'), say('yes', 160)],
    BLOCK,
    'read back',
  ],
  [
    'the second question was answered',
    [...asked, readBack(BLOCK_OTHER, 200), say('yes', 250)],
    BLOCK,
    'read back',
  ],
  [
    'the second question was answered',
    [...asked, readBack(BLOCK_OTHER, 200), say('yes', 250)],
    BLOCK_OTHER,
    'runs',
  ],
  [
    'it was asked about twice before the yes',
    [...asked, call(BLOCK), readBack(BLOCK, 140), say('yes', 120)],
    BLOCK,
    'runs',
  ],
  // once
  ['it is being done', [...confirmed, call(BLOCK)], BLOCK, 'in_progress'],
  ['it has been done', done, BLOCK, 'as before'],
  ['it has been done, and there is another yes', [...done, say('yes', 300)], BLOCK, 'as before'],
  [
    'it has been done, and the other card is wanted',
    [...done, say('yes', 300)],
    BLOCK_OTHER,
    'read back',
  ],
  ['it failed', [...confirmed, call(BLOCK), finish(BLOCK, BROKEN)], BLOCK, 'read back'],
  [
    'it failed, and was confirmed anew',
    [...confirmed, call(BLOCK), finish(BLOCK, BROKEN), readBack(BLOCK, 200), say('yes', 250)],
    BLOCK,
    'runs',
  ],
  // somebody else on the phone
  [
    'Daniel has the phone now',
    [...confirmed, call(VERIFY), finish(VERIFY, DANIEL)],
    BLOCK,
    'read back',
  ],
  [
    'Daniel has the phone since it was done',
    [...done, call(VERIFY), finish(VERIFY, DANIEL)],
    BLOCK,
    'read back',
  ],
  [
    'Daniel took over while it ran',
    [...confirmed, call(BLOCK), call(VERIFY), finish(VERIFY, DANIEL), finish(BLOCK, BLOCKED)],
    BLOCK,
    'read back',
  ],
  ['Emma has proved it twice', [...confirmed, call(VERIFY), finish(VERIFY, EMMA)], BLOCK, 'runs'],
];

test.each(
  TABLE.map(([when, events, tool, comes]) => ({ when, events, tool, comes, name: tool.tool.name })),
)('when $when, $name: $comes', ({ events, tool, comes }) => {
  expect(outcome(last([...events, call(tool)]))).toBe(comes);
});

test('a failed attempt says how many are left, and the third that a person takes over', () => {
  expect(last(wrong)).toMatchObject({ result: { facts: { attempts_left: 2 } } });
  expect(last([...wrong, ...wrong])).toMatchObject({ result: { facts: { attempts_left: 1 } } });
  expect(last([...wrong, ...wrong, ...wrong])).toMatchObject({
    result: { why: 'too_many_attempts', consequence: { kind: 'escalated' } },
  });
});

test('every refusal is a sentence that can be spoken', () => {
  const refused = TABLE.map(([, events, tool]) => last([...events, call(tool)])).filter(
    (effect) => effect.do === 'answer',
  );
  for (const { result } of refused) expect(result.say).toMatch(/^[A-Z].*[.?]$/);
  expect(last(asked)).toMatchObject({
    result: { ok: false, why: 'needs_confirmation', say: 'Block 4829?' },
  });
});

function outcome(effect: GateEffect): string {
  if (effect.do === 'run') return 'runs';
  if (effect.do === 'read-back') return 'read back';
  if (effect.do === 'nothing') return 'nothing';
  return effect.result === BLOCKED ? 'as before' : effect.result.ok ? 'ok' : effect.result.why;
}

function last(events: readonly GateEvent[]): GateEffect {
  let state = CLOSED_GATE;
  let effect: GateEffect = { do: 'nothing' };
  for (const event of events) [state, effect] = decide(state, event);
  return effect;
}

function wanted(
  name: string,
  needs: Wanted['tool']['needs'],
  effect: Wanted['tool']['effect'],
  given: string,
): Wanted {
  return { tool: { name, title: name, needs, effect }, arguments: given };
}

function said(sentence: string): ToolResult {
  return { ok: true, say: sentence, facts: {} };
}

function call(tool: Wanted): GateEvent {
  return { type: 'tool.called', wanted: tool };
}

function finish(tool: Wanted, result: ToolResult): GateEvent {
  return { type: 'tool.finished', wanted: tool, result };
}

function readBack(change: Wanted, at: number): GateEvent {
  const question = change === BLOCK ? 'Block 4829?' : 'Block 6157?';
  return { type: 'change.read-back', wanted: change, question, at: at as CallMs };
}

function ask(text: string): GateEvent {
  return { type: 'luna.heard', text };
}

function say(text: string, startedAt: number): GateEvent {
  return { type: 'caller.said', text, startedAt: startedAt as CallMs };
}
