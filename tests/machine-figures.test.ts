/** `/metrics` of a real server: what Prometheus reads after real calls, and what it must never read. */
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { Log } from '#lib/log.ts';
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
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'luna-machine-'));
  const read = readConfig({ PORT: '0', LUNA_DATA_DIR: dataDir, LUNA_HEARING_WORKERS: '1' });
  if (!read.ok) throw new Error(read.problems.join());
  house = await openHouse(read.config, QUIET);
}, 120_000);
afterAll(async () => {
  await house.close(0);
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

async function scraped(): Promise<string> {
  const answer = await fetch(`${house.url}/metrics`);
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  return answer.text();
}

function valueOf(text: string, name: string): number | undefined {
  const line = text.split('\n').find((each) => each.startsWith(`${name} `));
  return line === undefined ? undefined : Number(line.slice(name.length + 1));
}

test('an operator sees a call while it lasts, and how it ended', async () => {
  const socket = new WebSocket(`${house.url.replace(/^http/, 'ws')}/ws?scenario=block-card`);
  await once(socket, 'open');
  await expect.poll(async () => valueOf(await scraped(), 'luna_active_calls')).toBe(1);
  const closed = once(socket, 'close');
  socket.close(1000);
  await closed;
  await expect.poll(async () => valueOf(await scraped(), 'luna_active_calls')).toBe(0);
  const ended = 'luna_calls_total{outcome="abandoned",scenario="block-card",mode="local"}';
  expect(valueOf(await scraped(), ended)).toBe(1);
}, 60_000);

test('tool calls are counted by name and result, and turns by how long they took', async () => {
  await using manager = await simpleClient(`${house.url.replace(/^http/, 'ws')}/chat`);
  manager.send({ type: 'text', text: 'How many calls did we have last week?' });
  await manager.next(isType('tool_result'));
  await manager.next(isSaid('assistant', /There were no calls last week/));
  const text = await scraped();
  expect(valueOf(text, 'luna_tool_calls_total{tool="show_metrics",result="ok"}')).toBe(1);
  expect(text).toContain('# TYPE luna_voice_to_voice_seconds histogram');
  expect(text).toContain('# TYPE luna_provider_failovers_total counter');
}, 60_000);

test('the process and its event loop are there as well', async () => {
  const text = await scraped();
  for (const name of [
    'process_resident_memory_bytes',
    'process_cpu_seconds_total',
    'nodejs_heap_size_used_bytes',
    'luna_event_loop_delay_seconds{quantile="0.99"}',
  ])
    expect(valueOf(text, name)).toBeGreaterThan(0);
});

test('whoever scrapes often is not sent away', async () => {
  const many = await Promise.all(
    Array.from({ length: 300 }, async () => (await fetch(`${house.url}/metrics`)).status),
  );
  expect(new Set(many)).toEqual(new Set([200]));
});
