/** Managers who speak: `/voice` over a real socket, a spoken question, the embedded engine, and writing beside speaking. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { encodePcm16 } from '#audio/pcm16.ts';
import { openDatabase } from '#database/database.ts';
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { addDemoCalls, openRecord } from '#record/record.ts';
import { readConfig } from '../src/config.ts';
import { type House, openHouse } from '../src/house.ts';
import { isSaid, isType, type SimpleClient, simpleClient } from './simple-client.ts';

const QUIET: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  about: () => QUIET,
};
const FRAME_SAMPLES = 2_400;
const FRAME_MS = 100;

let house: House;
let dataDir: string;
let base: string;
let calls: number;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'luna-voice-'));
  const clock = systemClock();
  {
    await using database = openDatabase(join(dataDir, 'luna.db'));
    await (await openRecord(database, clock, () => undefined)).close();
    calls = await addDemoCalls(database, clock.date());
  }
  const read = readConfig({ PORT: '0', LUNA_DATA_DIR: dataDir, LUNA_HEARING_WORKERS: '1' });
  if (!read.ok) throw new Error(read.problems.join());
  house = await openHouse(read.config, QUIET);
  base = house.url.replace(/^http/, 'ws');
}, 120_000);
afterAll(async () => {
  await house.close(0);
  await rm(dataDir, { recursive: true, force: true });
}, 60_000);

test('a spoken question is heard, answered aloud and drawn; a typed one leans on it', async () => {
  await using manager = await simpleClient(`${base}/voice`);
  const { session } = await manager.next(isType('status'));
  await manager.next(isType('audio'));
  const stopSpeaking = await speak(manager, 'How many calls did we have last week?');
  await manager.next(isType('speech_started'));
  await manager.next(isType('speech_stopped'));
  expect((await manager.next(isSaid('user')))['text']).toBe('how many calls did we have last week');
  const { result } = await manager.next(isType('tool_result'));
  expect(result).toMatchObject({ ok: true, drawing: { type: 'metrics', period: 'last week' } });
  await manager.next(isType('audio'));
  await manager.next(isSaid('assistant', /Last week there were/));
  stopSpeaking();

  await using writer = await simpleClient(`${base}/chat?session=${String(session)}`);
  await writer.next(isType('status'));
  writer.send({ type: 'text', text: 'And by scenario?' });
  const drawn = await writer.next(isType('tool_result'));
  expect(drawn['result']).toMatchObject({
    drawing: { title: 'Number of calls by scenario, last week' },
  });
  expect((await manager.next(isType('tool_result')))['result']).toEqual(drawn['result']);
  await manager.next(isType('audio'));
  expect(writer.frames.some(({ type }) => type === 'audio')).toBe(false);
}, 180_000);

test('who is muted is not heard, and still hears', async () => {
  await using manager = await simpleClient(`${base}/voice`);
  const { session } = await manager.next(isType('status'));
  await manager.next(isSaid('assistant'));
  manager.send({ type: 'mute', muted: true });
  const stopSpeaking = await speak(manager, 'How many calls did we have this month?');
  await using writer = await simpleClient(`${base}/chat?session=${String(session)}`);
  writer.send({ type: 'text', text: 'How many calls so far?' });
  await manager.next(isSaid('assistant', new RegExp(calls.toLocaleString('en-US'))));
  expect(manager.frames.filter(({ type }) => type.startsWith('speech_'))).toEqual([]);
  manager.send({ type: 'mute', muted: false });
  stopSpeaking();
  const again = await speak(manager, 'What was the escalation rate last week?');
  await manager.next(isType('speech_started'));
  again();
}, 180_000);

test('a frame that cannot be understood is answered by an error, and the session lives', async () => {
  await using manager = await simpleClient(`${base}/voice`);
  const { session } = await manager.next(isType('status'));
  const wrong: readonly (object | string | Uint8Array)[] = [
    'no json',
    'null',
    { type: 'audio' },
    { type: 'audio', data: 7 },
    { type: 'audio', data: 'AAAA' },
    { type: 'audio', data: '%%%%' },
    { type: 'audio', data: 'A'.repeat(10_000_000) },
    { type: 'mute', muted: 'yes' },
    { type: 'text', text: 'that is for /chat' },
    { type: 'response.create' },
    new Uint8Array(4_800),
  ];
  for (const frame of wrong) {
    manager.send(frame);
    expect((await manager.next(isType('error')))['error']).toMatch(/\.$/);
  }
  await using writer = await simpleClient(`${base}/chat?session=${String(session)}`);
  writer.send({ type: 'text', text: 'How many calls today?' });
  await manager.next(isType('tool_result'));
}, 120_000);

test('stop ends the conversation for whoever speaks and whoever writes', async () => {
  const manager = await simpleClient(`${base}/voice`);
  const { session } = await manager.next(isType('status'));
  const writer = await simpleClient(`${base}/chat?session=${String(session)}`);
  await writer.next(isType('status'));
  manager.send({ type: 'stop' });
  for (const client of [manager, writer]) {
    expect(await client.next(isType('status'))).toMatchObject({ status: 'disconnected' });
    expect(await client.closed).toBe(1000);
  }
  const late = await simpleClient(`${base}/chat?session=${String(session)}`);
  expect((await late.next(isType('error')))['error']).toMatch(/^That conversation is over/);
  await late.closed;
}, 60_000);

/** Speaks in real time and goes on with silence until it is stopped; resolves when the words are said. */
async function speak(client: SimpleClient, words: string): Promise<() => void> {
  const synthesizer = createSynthesizer();
  const { signal } = new AbortController();
  const sound: Int16Array[] = [];
  for await (const { samples } of synthesizer.speak(words, { voice: 'rms', speed: 1, signal }))
    sound.push(samples);
  await synthesizer.close();
  const send = (samples: Int16Array): void =>
    client.send({ type: 'audio', data: encodePcm16(samples) });
  for (const samples of sound)
    for (let at = 0; at < samples.length; at += FRAME_SAMPLES) {
      send(samples.subarray(at, at + FRAME_SAMPLES));
      await sleep(FRAME_MS);
    }
  const silence = setInterval(() => send(new Int16Array(FRAME_SAMPLES)), FRAME_MS);
  return () => clearInterval(silence);
}
