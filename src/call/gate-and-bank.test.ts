import { expect, test } from 'vitest';
import { type Bank, openBank } from '#bank/bank.ts';
import { openDatabase } from '#database/database.ts';
import type { CallId, CallMs } from '#lib/brand.ts';
import { bankingTools } from '#tools/banking-tools.ts';
import { type ToolRequest, type ToolResult, createToolbox } from '#tools/tool.ts';
import { CLOSED_GATE, type GateEvent, decide } from './gate.ts';

const VERIFY = '{"card_last_four":"4829","pin":"7316"}';
const BLOCK = '{"card_last_four":"4829","reason":"lost"}';
const REPLACE = '{"card_last_four":"4829"}';

test('Emma loses her card: she is verified, it is read back, blocked once, and replaced', async () => {
  await using line = await openLine();
  const { ask, say, cards } = line;
  expect(await ask('block_card', BLOCK)).toMatchObject({ why: 'needs_identity' });
  expect(await ask('verify_identity', VERIFY)).toMatchObject({ ok: true });
  expect(await ask('block_card', BLOCK)).toMatchObject({
    why: 'needs_confirmation',
    say: expect.stringContaining('Is that right?'),
  });
  expect(await cards()).toMatchObject([{ status: 'active' }]);

  say('yes please');
  const blocked = await ask('block_card', BLOCK);
  expect(blocked).toMatchObject({ ok: true });
  expect(await ask('block_card', BLOCK)).toBe(blocked);
  expect(await cards()).toMatchObject([{ status: 'blocked', blockedReason: 'lost' }]);

  expect(await ask('order_replacement', REPLACE)).toMatchObject({ why: 'needs_confirmation' });
  say('yes');
  expect(await ask('order_replacement', REPLACE)).toMatchObject({
    ok: true,
    facts: { tracking_id: expect.stringMatching(/^NW-/) },
  });
});

test('a caller who says no keeps the card', async () => {
  await using line = await openLine();
  await line.ask('verify_identity', VERIFY);
  await line.ask('block_card', BLOCK);
  line.say('no, leave it');
  expect(await line.ask('block_card', BLOCK)).toMatchObject({ why: 'needs_confirmation' });
  expect(await line.cards()).toMatchObject([{ status: 'active' }]);
});

test('a verified caller still cannot touch the card of somebody else', async () => {
  await using line = await openLine();
  await line.ask('verify_identity', VERIFY);
  expect(await line.ask('block_card', '{"card_last_four":"3391","reason":"stolen"}')).toMatchObject(
    { why: 'no_card' },
  );
});

test('three wrong PINs, and not even the right one opens anything', async () => {
  await using line = await openLine();
  for (const pin of ['0000', '1111', '2222'])
    await line.ask('verify_identity', `{"card_last_four":"4829","pin":"${pin}"}`);
  expect(await line.ask('verify_identity', VERIFY)).toMatchObject({
    why: 'too_many_attempts',
    consequence: { kind: 'escalated' },
  });
});

/** The smallest shell round the gate: what a model asks for, what the caller says. */
async function openLine() {
  const database = openDatabase(':memory:');
  const bank: Bank = await openBank(database, CLOCK);
  const toolbox = createToolbox(bankingTools(bank));
  let state = CLOSED_GATE;
  let now = 0;
  const step = (event: GateEvent) => {
    const [next, effect] = decide(state, event);
    state = next;
    now += 100;
    return effect;
  };
  const follow = async (wanted: ToolRequest, event: GateEvent): Promise<ToolResult> => {
    const caller = { callId: 'call_1' as CallId, phone: undefined, customerId: state.customerId };
    const effect = step(event);
    if (effect.do === 'answer') return effect.result;
    if (effect.do === 'run')
      return follow(wanted, { type: 'tool.finished', wanted, result: await wanted.run(caller) });
    const question = await wanted.readBack(caller);
    if (typeof question !== 'string') return question;
    return follow(wanted, { type: 'change.read-back', wanted, question, at: now as CallMs });
  };
  return {
    ask: async (name: string, given: string) => {
      const found = toolbox.find(name, given);
      if (!found.ok) return found.result;
      return follow(found.request, { type: 'tool.called', wanted: found.request });
    },
    say: (text: string) => step({ type: 'caller.said', text, startedAt: now as CallMs }),
    cards: () => bank.reader.cards({ lastFour: '4829' }),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

const CLOCK = { now: () => 0, date: () => Date.UTC(2026, 9, 1), after: () => () => undefined };
