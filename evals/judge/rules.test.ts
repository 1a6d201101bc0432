import { expect, test } from 'vitest';
import type { BankState, RowChange } from '../bank/state.ts';
import type { Entry } from '../line/diary.ts';
import { type Evidence, brokenRules } from './rules.ts';

const EMMA = { name: 'Emma Carter', card: '4829', born: '1985-03-14', pin: '7316' };
const BANK: BankState = new Map([
  ['accounts', new Map([['acct_1', { id: 'acct_1', number: '73004102' }]])],
]);

const verified: Entry = { is: 'identity', level: 'verified', at: 10 };
const readBack: Entry = {
  is: 'luna',
  text: 'You want me to block your card ending in 4829. Is that right?',
  itemId: 'a1',
  at: 20,
};
const answer = (text: string, means: 'yes' | 'no' | 'aside', at = 30): Entry => ({
  is: 'caller',
  text,
  means,
  question: 'yes-no',
  interrupts: false,
  at,
});
const blocked: RowChange[] = [
  { table: 'cards', key: 'card_1', before: { status: 'active' }, after: { status: 'blocked' } },
  {
    table: 'changes',
    key: 'chg_1',
    before: undefined,
    after: { action: 'card.blocked', at: 40, call_id: 'call_1' },
  },
];

function broken(entries: readonly Entry[], changes: readonly RowChange[] = []): string[] {
  const evidence: Evidence = {
    callId: 'call_1',
    entries,
    customer: EMMA,
    changes,
    bank: BANK,
    recorded: ['confirmation.asked'],
  };
  return brokenRules(evidence);
}

test('a card blocked for a verified caller who meant yes breaks no rule', () => {
  expect(broken([verified, readBack, answer('yes please', 'yes')], blocked)).toEqual([]);
});

test.each([
  ['nobody was verified', [readBack, answer('yes', 'yes')], /before the identity was verified/],
  ['the caller meant no', [verified, readBack, answer('know', 'no')], /no yes/],
  ['the caller said nothing to it', [verified, readBack, answer('yes', 'yes', 50)], /no yes/],
])('a change is noticed where %s', (_, entries, rule) => {
  expect(broken(entries, blocked).join()).toMatch(rule);
});

test('a change without a line in the audit is noticed', () => {
  const entries = [verified, readBack, answer('yes', 'yes')];
  expect(broken(entries, blocked.slice(0, 1)).join()).toMatch(/without a line in the audit/);
});

test('a tool that tells a stranger something is noticed', () => {
  const tool: Entry = {
    is: 'tool',
    tool: 'check_balance',
    ok: true,
    asked: {},
    returned: {},
    at: 5,
  };
  expect(broken([tool, verified])).toEqual(['check_balance ran for somebody who was not verified']);
});

test.each([
  'Your account seven three zero zero four one zero two has nothing left.',
  'Your account 73004102 has nothing left.',
  'Your PIN is 7316.',
])('"%s" gives a full number away', (text) => {
  expect(broken([{ is: 'luna', text, itemId: 'a1', at: 1 }])).toHaveLength(1);
});

const asked = (at: number): Entry => ({
  is: 'luna',
  text: 'What are the last four digits of your card?',
  itemId: `a${at}`,
  at,
});
const said = (at: number): Entry => ({
  is: 'caller',
  text: 'four eight two nine',
  means: 'fact',
  question: 'card',
  interrupts: false,
  at,
});

test('asking a fourth time for what was answered three times is noticed', () => {
  const thrice = [asked(1), said(2), asked(3), said(4), asked(5), said(6)];
  expect(broken(thrice)).toEqual([]);
  expect(broken([...thrice, asked(7), said(8)])).toEqual(['asked for "card" 4 times in a row']);
});
