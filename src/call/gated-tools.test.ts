import { expect, test } from 'vitest';
import { z } from 'zod';
import { openBank } from '#bank/bank.ts';
import { openDatabase } from '#database/database.ts';
import type { CallId, CallMs } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import { bankingTools } from '#tools/banking-tools.ts';
import { type Tool, createToolbox } from '#tools/tool.ts';
import { type GateFact, createGatedTools } from './gated-tools.ts';

const BLOCK = '{"card_last_four":"4829","reason":"lost"}';
const REPLACE = '{"card_last_four":"4829"}';

test('Emma loses her card: she is verified, it is read back, blocked once, and replaced', async () => {
  await using line = await openLine();
  const { tools, say, cards } = line;
  expect(await tools.run('block_card', BLOCK)).toMatchObject({ why: 'needs_identity' });
  expect(
    await tools.run('verify_identity', '{"card_last_four":"4829","pin":"7316"}'),
  ).toMatchObject({ ok: true });
  expect(await tools.run('block_card', BLOCK)).toMatchObject({
    why: 'needs_confirmation',
    say: expect.stringContaining('Is that right?'),
  });
  expect(await cards()).toMatchObject([{ status: 'active' }]);

  say('yes please');
  const blocked = await tools.run('block_card', BLOCK);
  expect(blocked).toMatchObject({ ok: true });
  expect(await tools.run('block_card', BLOCK)).toBe(blocked);
  expect(await cards()).toMatchObject([{ status: 'blocked', blockedReason: 'lost' }]);

  expect(await tools.run('order_replacement', REPLACE)).toMatchObject({
    why: 'needs_confirmation',
  });
  say('yes');
  expect(await tools.run('order_replacement', REPLACE)).toMatchObject({
    ok: true,
    facts: { tracking_id: expect.stringMatching(/^NW-/) },
  });
  expect(line.facts.map((fact) => ('level' in fact ? fact.level : fact.kind))).toEqual([
    'verified',
    'confirmation',
    'confirmation',
    'confirmation',
    'confirmation',
  ]);
});

test('a caller who says no keeps the card', async () => {
  await using line = await openLine();
  await line.tools.run('verify_identity', '{"card_last_four":"4829","pin":"7316"}');
  await line.tools.run('block_card', BLOCK);
  line.say('no, leave it');
  expect(await line.tools.run('block_card', BLOCK)).toMatchObject({ why: 'needs_confirmation' });
  expect(await line.cards()).toMatchObject([{ status: 'active' }]);
});

test('three wrong PINs, and not even the right one opens anything', async () => {
  await using line = await openLine();
  for (const pin of ['0000', '1111', '2222'])
    await line.tools.run('verify_identity', `{"card_last_four":"4829","pin":"${pin}"}`);
  expect(
    await line.tools.run('verify_identity', '{"card_last_four":"4829","pin":"7316"}'),
  ).toMatchObject({ why: 'too_many_attempts', consequence: { kind: 'escalated' } });
});

test('a tool that breaks, or never answers, is answered for', async () => {
  const facts: GateFact[] = [];
  const alarms: (() => void)[] = [];
  const clock: Clock = {
    ...STILL,
    after: (_delayMs, action) => {
      alarms.push(action);
      return () => {};
    },
  };
  const broken = plainTool('broken', () => Promise.reject(new Error('disk full')));
  const silent = plainTool('silent', () => new Promise(() => {}));
  const tools = createGatedTools({
    toolbox: createToolbox([broken, silent]),
    callId: 'call_1' as CallId,
    phone: undefined,
    clock,
    now: () => 0 as CallMs,
    observe: (fact) => facts.push(fact),
  });
  expect(await tools.run('broken', '{}')).toMatchObject({ why: 'bank_unavailable' });
  const waiting = tools.run('silent', '{}');
  await Promise.resolve();
  alarms.at(-1)?.();
  expect(await waiting).toMatchObject({ why: 'bank_unavailable' });
  expect(facts).toMatchObject([
    { kind: 'tool.failed', tool: 'broken', error: new Error('disk full') },
    { kind: 'tool.failed', tool: 'silent' },
  ]);
});

const STILL: Clock = {
  now: () => 0,
  date: () => Date.UTC(2026, 9, 1),
  after: () => () => undefined,
};

async function openLine() {
  const database = openDatabase(':memory:');
  const bank = await openBank(database, STILL);
  const facts: GateFact[] = [];
  let now = 0;
  const tools = createGatedTools({
    toolbox: createToolbox(bankingTools(bank)),
    callId: 'call_1' as CallId,
    phone: '+15550104829',
    clock: STILL,
    now: () => (now += 100) as CallMs,
    observe: (fact) => facts.push(fact),
  });
  return {
    tools,
    facts,
    say: (text: string) => tools.callerSaid(text, (now += 100) as CallMs),
    cards: () => bank.reader.cards({ lastFour: '4829' }),
    [Symbol.asyncDispose]: () => database.close(),
  };
}

function plainTool(name: string, run: Tool['run']): Tool {
  const input = z.object({});
  return { name, title: name, description: name, input, needs: 'unknown', effect: 'read', run };
}
