/** The embedded dialogue, the gate and the real bank in typed words: what is said, and what stands in the database. */
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { type Bank, openBank } from '#bank/bank.ts';
import { CLOSED_GATE, decide, type GateEvent, type GateState } from '#call/gate.ts';
import { endCallTool } from '#call/end-call.ts';
import { openDatabase } from '#database/database.ts';
import { playCall } from '#engine/realtime/rehearsed-call.ts';
import type { CallId, CallMs } from '#lib/brand.ts';
import { bankingTools } from '#tools/banking-tools.ts';
import { createToolbox, forModel, type ToolRequest, type ToolResult } from '#tools/tool.ts';

const blockCard = findAgent('block-card');
const CLOCK = {
  now: () => 0,
  date: () => Date.UTC(2026, 9, 1),
  after: () => () => undefined,
};
let database: ReturnType<typeof openDatabase>;
let bank: Bank;

beforeEach(async () => {
  database = openDatabase(':memory:');
  bank = await openBank(database, CLOCK);
});
afterEach(async () => {
  await database.close();
});

async function call(callerSays: readonly string[]): Promise<string> {
  const toolbox = createToolbox(bankingTools(bank));
  let gate: GateState = CLOSED_GATE;
  let now = 0;
  const tell = (event: GateEvent) => {
    const [next, effect] = decide(gate, event);
    gate = next;
    now += 100;
    return effect;
  };
  const follow = async (wanted: ToolRequest, event: GateEvent): Promise<ToolResult> => {
    const effect = tell(event);
    const caller = { callId: 'call_1' as CallId, phone: undefined, customerId: gate.customerId };
    if (effect.do === 'answer') return effect.result;
    if (effect.do !== 'read-back')
      return follow(wanted, { type: 'tool.finished', wanted, result: await wanted.run(caller) });
    const question = await wanted.readBack(caller);
    if (question === undefined || typeof question !== 'string') return question ?? FAILED;
    return follow(wanted, { type: 'change.read-back', wanted, question, at: now as CallMs });
  };
  return playCall({
    flow: blockCard?.flow,
    callerName: 'Emma',
    tools: [...toolbox.definitions(blockCard?.tools ?? []), endCallTool],
    callerSays,
    onSaid: (text) => {
      tell({ type: 'caller.said', text, startedAt: now as CallMs });
    },
    run: async (name, json) => {
      if (name === endCallTool.name) return '{"ok":true,"say":""}';
      const found = toolbox.find(name, json);
      if (!found.ok) return forModel(found.result);
      return forModel(await follow(found.request, { type: 'tool.called', wanted: found.request }));
    },
  });
}

const FAILED: ToolResult = { ok: false, why: 'bank_unavailable', say: 'Not now.', facts: {} };
const IDENTIFIED = [
  'i lost my credit card',
  'four eight two nine',
  'march fourteenth nineteen eighty five',
];
const emmasCards = () => bank.reader.cards({ lastFour: '4829' });

test('Emma has her card blocked and a new one sent', async () => {
  const script = await call([...IDENTIFIED, 'yes please', 'yes', 'no thank you']);
  expect(script.replace(/NW-\d{6}/, 'NW-nnnnnn')).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: i lost my credit card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: four eight two nine
    Luna: And your date of birth, or your four-digit PIN?
    Caller: march fourteenth nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma. I've confirmed that it's you.
      → block_card(card_last_four: 4829, reason: lost) needs_confirmation
    Luna: You want me to block your Visa credit card ending in 4829, because it was lost. Is that right?
    Caller: yes please
      → block_card(card_last_four: 4829, reason: lost) ok
    Luna: Your Visa credit card ending in 4829 is blocked now. Nobody can use it any more.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I order a replacement for your Visa credit card ending in 4829, and send it to the address we have on file?
    Caller: yes
      → order_replacement(card_last_four: 4829) ok
    Luna: Done. Your new card should reach you by Thursday, October 8. Your tracking number is NW-nnnnnn. Is there anything else I can help you with?
    Caller: no thank you
    Luna: You're welcome. Thank you for calling Northwind Bank. Take care, goodbye.
      → end_call() ok"
  `);
  expect(await emmasCards()).toMatchObject([{ status: 'blocked', blockedReason: 'lost' }]);
});

test('Emma refuses, and her card stays as it is', async () => {
  await call([...IDENTIFIED, 'no do not block it', 'no']);
  expect(await emmasCards()).toMatchObject([{ status: 'active' }]);
});

test('Emma calls a second time: the card is blocked already', async () => {
  await call([...IDENTIFIED, 'yes', 'no', 'bye']);
  expect(await call([...IDENTIFIED, 'no thanks', 'no'])).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: i lost my credit card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: four eight two nine
    Luna: And your date of birth, or your four-digit PIN?
    Caller: march fourteenth nineteen eighty five
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, date_of_birth: 1985-03-14) ok
    Luna: Thank you, Emma. I've confirmed that it's you.
      → block_card(card_last_four: 4829, reason: lost) ok
    Luna: Your Visa credit card ending in 4829 is already blocked, so nobody can use it.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I order a replacement for your Visa credit card ending in 4829, and send it to the address we have on file?
    Caller: no thanks
    Luna: No problem, I will not order a new card for now. Is there anything else I can help you with?
    Caller: no
    Luna: Thank you for calling Northwind Bank. Take care, goodbye.
      → end_call() ok"
  `);
});

test('somebody guesses: three attempts, then only a person', async () => {
  expect(
    await call(['my card was stolen', '4829', '1111', '4829', '2222', '4829', '3333', 'hello']),
  ).toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: my card was stolen
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: 4829
    Luna: And your date of birth, or your four-digit PIN?
    Caller: 1111
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, pin: 1111) no_match
    Luna: I'm sorry, that doesn't match what we have. What are the last four digits of your card?
    Caller: 4829
    Luna: And your date of birth, or your four-digit PIN?
    Caller: 2222
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, pin: 2222) no_match
    Luna: I'm sorry, that doesn't match what we have. What are the last four digits of your card?
    Caller: 4829
    Luna: And your date of birth, or your four-digit PIN?
    Caller: 3333
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, pin: 3333) too_many_attempts
    Luna: I'm sorry, I couldn't verify who you are, so I can't go on by myself. A colleague has to help you.
      → transfer_to_agent(reason: identity could not be verified, details: {"reason":"stolen"}) ok
    Luna: They will have everything you told me, so you need not say it again. Thank you for calling, and goodbye.
      → end_call() ok
    Caller: hello
    Luna: Goodbye."
  `);
});

test('digits of a card that Emma does not have', async () => {
  expect(await call(['i lost my card', '1234', '7316', '4829', '7316', 'yes do it']))
    .toMatchInlineSnapshot(`
    "Luna: Hello Emma, this is Luna at Northwind Bank. How can I help you today?
    Caller: i lost my card
    Luna: I'm sorry to hear that. I'll help you block the card right away. What are the last four digits of your card?
    Caller: 1234
    Luna: And your date of birth, or your four-digit PIN?
    Caller: 7316
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 1234, pin: 7316) no_match
    Luna: I'm sorry, that doesn't match what we have. What are the last four digits of your card?
    Caller: 4829
    Luna: And your date of birth, or your four-digit PIN?
    Caller: 7316
    Luna: Thank you. One moment while I check that.
      → verify_identity(card_last_four: 4829, pin: 7316) ok
    Luna: Thank you, Emma. I've confirmed that it's you.
      → block_card(card_last_four: 4829, reason: lost) needs_confirmation
    Luna: You want me to block your Visa credit card ending in 4829, because it was lost. Is that right?
    Caller: yes do it
      → block_card(card_last_four: 4829, reason: lost) ok
    Luna: Your Visa credit card ending in 4829 is blocked now. Nobody can use it any more.
      → order_replacement(card_last_four: 4829) needs_confirmation
    Luna: Shall I order a replacement for your Visa credit card ending in 4829, and send it to the address we have on file?"
  `);
});
