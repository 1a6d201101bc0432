import { expect, test } from 'vitest';
import { z } from 'zod';
import type { CallId, CallMs } from '#lib/brand.ts';
import type { Clock } from '#lib/clock.ts';
import type { CallRecord } from '#record/record.ts';
import { createToolbox, type Tool, type ToolResult } from '#tools/tool.ts';
import { ToolDesk } from './tool-desk.ts';
import { Witness } from './witness.ts';

/** A clock that stands still until it is moved. */
function handClock(): Clock & { pass(ms: number): void } {
  let now = 0;
  let timers: { at: number; action: () => void }[] = [];
  return {
    now: () => now,
    date: () => now,
    after(delayMs, action) {
      const timer = { at: now + delayMs, action };
      timers.push(timer);
      return () => (timers = timers.filter((other) => other !== timer));
    },
    pass(ms) {
      now += ms;
      const due = timers.filter(({ at }) => at <= now);
      timers = timers.filter(({ at }) => at > now);
      for (const { action } of due) action();
    },
  };
}

const done: ToolResult = { ok: true, say: 'Your balance is fine.', facts: { balance: 'fine' } };

const quiet = () => undefined;

function deskWith(run: Tool['run']) {
  const clock = handClock();
  const results: string[] = [];
  const told: string[] = [];
  const record = { toolCalled: quiet, toolAnswered: quiet, failed: quiet } as unknown as CallRecord;
  const log = { info: quiet, warn: quiet, error: quiet, about: () => log };
  const tool: Tool = {
    name: 'look',
    description: '',
    title: 'Looking',
    input: z.object({}),
    needs: 'unknown',
    effect: 'read',
    run,
  };
  const desk = new ToolDesk({
    callId: 'call_1' as CallId,
    phone: undefined,
    toolbox: createToolbox([tool, { ...tool, name: 'look_elsewhere' }]),
    tools: ['look'],
    clock,
    at: () => clock.now() as CallMs,
    tell: ({ type }) => told.push(type),
    onResult: (callId, output) => results.push(`${callId}: ${output}`),
    onAsked: (name) => told.push(`asked for ${name}`),
    onEscalated: ({ reason }) => told.push(`escalated: ${reason}`),
    witness: new Witness(record, log),
  });
  return { desk, clock, results, told };
}

test('a tool’s result goes to the model and to the page, once', async () => {
  const { desk, results, told } = deskWith(async () => done);
  desk.run('c1', 'look', '{}');
  await desk.settled();
  expect(results).toEqual([`c1: ${JSON.stringify(done)}`]);
  expect(told).toEqual(['luna.tool.started', 'asked for look', 'luna.tool.done']);
});

test('a tool that breaks becomes a sentence, not a silence', async () => {
  const { desk, results } = deskWith(() => Promise.reject(new Error('disk full')));
  desk.run('c1', 'look', '{}');
  await desk.settled();
  expect(results).toHaveLength(1);
  expect(results[0]).toMatch(/system isn't answering/);
  expect(results[0]).not.toMatch(/disk/);
});

test('a caller does not wait for ever for a slow tool, and hears its result not twice', async () => {
  const slow = Promise.withResolvers<ToolResult>();
  const { desk, clock, results } = deskWith(() => slow.promise);
  desk.run('c1', 'look', '{}');
  clock.pass(10_000);
  expect(results[0]).toMatch(/longer than it should/);
  slow.resolve(done);
  await desk.settled();
  expect(results).toHaveLength(1);
});

test('a tool that does not exist, or is asked nonsense, is refused in words', async () => {
  const { desk, results } = deskWith(async () => done);
  desk.run('c1', 'rob_the_bank', '{}');
  desk.run('c2', 'look', '{"half":');
  desk.run('c3', 'look_elsewhere', '{}');
  await desk.settled();
  expect(results.map((result) => JSON.parse(result.slice(4)) as object)).toMatchObject([
    { ok: false, why: 'unknown_tool' },
    { ok: false, why: 'bad_arguments' },
    { ok: false, why: 'unknown_tool' },
  ]);
});
