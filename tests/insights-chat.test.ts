/** Managers who write: `/chat` over a real socket, the embedded engine, real calls in a real database. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#database/database.ts';
import type { Log } from '#lib/log.ts';
import { addDemoCalls, openRecord } from '#record/record.ts';
import { systemClock } from '#lib/clock.ts';
import { readConfig } from '../src/config.ts';
import { type House, openHouse } from '../src/house.ts';
import { isSaid, isType, simpleClient } from './simple-client.ts';

const QUIET: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  about: () => QUIET,
};

let house: House;
let dataDir: string;
let chat: string;
let calls: number;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'luna-insights-'));
  const clock = systemClock();
  {
    await using database = openDatabase(join(dataDir, 'luna.db'));
    await (await openRecord(database, clock, () => undefined)).close();
    calls = await addDemoCalls(database, clock.date());
  }
  const read = readConfig({ PORT: '0', LUNA_DATA_DIR: dataDir, LUNA_HEARING_WORKERS: '1' });
  if (!read.ok) throw new Error(read.problems.join());
  house = await openHouse(read.config, QUIET);
  chat = `${house.url.replace(/^http/, 'ws')}/chat`;
}, 120_000);
afterAll(async () => {
  await house.close(0);
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

test('a manager is greeted, asks, reads the answer as it grows, and gets the drawing', async () => {
  await using manager = await simpleClient(chat);
  expect(await manager.next(isType('status'))).toMatchObject({ status: 'connected' });
  await manager.next(isSaid('assistant', /What would you like to know about the calls\?/));
  manager.send({ type: 'text', text: 'How many calls did we have so far?' });
  await manager.next(isSaid('user', /so far/));
  const result = await manager.next(isType('tool_result'));
  expect(result).toMatchObject({
    tool: 'show_metrics',
    result: { ok: true, drawing: { type: 'metrics', calls, notes: ['Demo data'] } },
  });
  const said = await manager.next(isSaid('assistant', new RegExp(calls.toLocaleString('en-US'))));
  // Whoever looks at made-up calls is told so, once.
  expect(said['text']).toContain('These calls are made up.');
  const answer = manager.frames.slice(
    manager.frames.indexOf(result) + 1,
    manager.frames.indexOf(said),
  );
  const grown = answer.map(({ type, text }) => (type === 'delta' ? String(text) : '')).join('');
  expect(grown.trim()).toBe(String(said['text']).trim());
  expect(answer.length).toBeGreaterThan(3);
}, 60_000);

test('a follow-up leans on what was asked before', async () => {
  await using manager = await simpleClient(chat);
  manager.send({ type: 'text', text: 'Show the containment rate by day for last week' });
  const days = await manager.next(isType('tool_result'));
  expect(days).toMatchObject({ result: { drawing: { kind: 'line', y: { unit: '%' } } } });
  await manager.next(isSaid('assistant', /containment rate by day/));
  manager.send({ type: 'text', text: 'And by scenario? As a bar chart.' });
  const scenarios = await manager.next(isType('tool_result'));
  const told = await manager.next(isSaid('assistant', /by scenario/));
  expect(told['text']).not.toContain('made up');
  expect(scenarios).toMatchObject({
    result: {
      drawing: { kind: 'bar', title: 'Containment rate by scenario, last week' },
    },
  });
}, 60_000);

test('a switch of mode changes the next answers at once, by word and by click', async () => {
  await using manager = await simpleClient(`${chat}?mode=executive`);
  const ask = async () => {
    manager.send({ type: 'text', text: 'How many calls did we have last week?' });
    return String((await manager.next(isSaid('assistant', /Last week/)))['text']);
  };
  expect(await ask()).not.toContain('Shall I break that down');
  manager.send({ type: 'text', text: 'Switch to analyst mode, please' });
  expect(await manager.next(isType('tool_result'))).toMatchObject({ tool: 'switch_mode' });
  await manager.next(isSaid('assistant', /I am in analyst mode now/));
  expect(await ask()).toContain('Shall I break that down');
  manager.send({ type: 'mode', mode: 'executive' });
  await manager.next(({ tool }) => tool === 'style');
  expect(await ask()).not.toContain('Shall I break that down');
}, 60_000);

test('whatever is no question about the calls is told what can be asked', async () => {
  await using manager = await simpleClient(chat);
  manager.send({ type: 'text', text: 'Please order me a pizza' });
  const lost = await manager.next(isSaid('assistant', /did not understand/));
  expect(lost['text']).toContain('as a question about the calls. I can tell and draw');
  manager.send({ type: 'text', text: 'How many calls did we have in March 2019?' });
  await manager.next(isSaid('assistant', /There were no calls in March 2019\./));
}, 60_000);

test('a frame that cannot be understood is answered by an error, and the session lives', async () => {
  await using manager = await simpleClient(chat);
  await manager.next(isType('status'));
  const wrong: readonly (object | string | Uint8Array)[] = [
    'no json',
    '[]',
    {},
    { type: 'shout', text: 'x' },
    { type: 'text' },
    { type: 'text', text: 'x'.repeat(3_000) },
    { type: 'mode', mode: '../../etc' },
    new Uint8Array([1, 2, 3]),
    `{"type":"text","text":"${'x'.repeat(10_000_000)}"}`,
  ];
  for (const frame of wrong) {
    manager.send(frame);
    const { error } = await manager.next(isType('error'));
    expect(error).toMatch(/^[A-Z].*\.$|^\w+: .*\.$/);
  }
  for (const frame of [{}, { type: 'shout' }]) {
    manager.send(frame);
    const { error } = await manager.next(isType('error'));
    expect(error).toContain('allowed: text, mode, persona, stop.');
  }
  manager.send({ type: 'text', text: 'How many calls today?' });
  await manager.next(isType('tool_result'));
}, 60_000);

test('whoever stops is told so, and the line is closed', async () => {
  const manager = await simpleClient(chat);
  await manager.next(isType('status'));
  manager.send({ type: 'stop' });
  expect(await manager.next(isType('status'))).toMatchObject({ status: 'disconnected' });
  expect(await manager.closed).toBe(1000);
}, 60_000);

test.each(['provider=nobody', 'mode=pirate', 'persona=nobody', 'session=talk_unknown'])(
  '?%s is refused in plain words',
  async (query) => {
    const manager = await simpleClient(`${chat}?${query}`);
    const { error } = await manager.next(isType('error'));
    expect(error).toMatch(/^(There is no|That conversation is over)/);
    expect(await manager.next(isType('status'))).toMatchObject({ status: 'error' });
    await manager.closed;
  },
  60_000,
);
