/** The page's line for managers: `/ws?scenario=insights` over a real socket, and the board's door over HTTP. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#database/database.ts';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { addDemoCalls, openRecord } from '#record/record.ts';
import { readConfig } from '../src/config.ts';
import { type House, openHouse } from '../src/house.ts';
import { isType, type SimpleClient, simpleClient } from './simple-client.ts';

const QUIET: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  about: () => QUIET,
};
const LIMIT_MS = 60_000;
const TOKEN = 'manager-token-0123456789';

let house: House;
let dataDir: string;
let line: string;
beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'luna-managers-'));
  const clock = systemClock();
  {
    await using database = openDatabase(join(dataDir, 'luna.db'));
    await (await openRecord(database, clock, () => undefined)).close();
    await addDemoCalls(database, clock.date());
  }
  const read = readConfig({
    PORT: '0',
    LUNA_DATA_DIR: dataDir,
    LUNA_HEARING_WORKERS: '1',
    LUNA_API_TOKENS: TOKEN,
  });
  if (!read.ok) throw new Error(read.problems.join());
  house = await openHouse(read.config, QUIET);
  line = `${house.url.replace(/^http/, 'ws')}/ws?scenario=insights`;
}, 120_000);
afterAll(async () => {
  await house.close(0);
  await rm(dataDir, { recursive: true, force: true });
}, LIMIT_MS);

test(
  'a manager who writes is answered in writing, and aloud as soon as he listens',
  async () => {
    await using manager = await ofThePage(`${line}&answers=in-writing`);
    ask(manager, 'q1', 'How many calls did we have so far?');
    const drawn = await manager.next(isType('luna.tool.done'));
    expect(drawn).toMatchObject({ ok: true, drawing: { type: 'metrics', notes: ['Demo data'] } });
    await manager.next(isType('response.output_text.done'));
    expect(kinds(manager)).not.toContain('response.output_audio.delta');

    manager.send({ type: 'luna.restyle', answers: 'aloud' });
    expect(await manager.next(isType('luna.style'))).toMatchObject({ style: { answers: 'aloud' } });
    ask(manager, 'q2', 'And by scenario?');
    expect(await manager.next(isType('luna.tool.done'))).toMatchObject({
      drawing: { title: expect.stringContaining('by scenario') as string },
    });
    const { item_id } = await manager.next(isType('response.output_audio.delta'));

    // In the middle of her sentence he stops listening: she is silent at once.
    manager.send({ type: 'luna.restyle', answers: 'in-writing' });
    expect(await manager.next(isType('luna.playback'))).toMatchObject({ action: 'flush', item_id });
    manager.send({ type: 'luna.flushed', item_id, played_ms: 0 });
    ask(manager, 'q3', 'And last week?');
    await manager.next(isType('luna.tool.done'));
    await manager.next(isType('response.output_text.done'));
  },
  LIMIT_MS,
);

test(
  'a click on another mode is confirmed by Luna herself, and holds for the next answer',
  async () => {
    await using manager = await ofThePage(`${line}&answers=in-writing`);
    await manager.next(isType('response.done'));
    manager.send({ type: 'luna.restyle', mode: 'analyst' });
    expect(await manager.next(isType('luna.style'))).toMatchObject({ style: { mode: 'analyst' } });
    const confirmed = await manager.next(isType('response.output_text.done'));
    expect(confirmed['text']).toMatch(/^I am in analyst mode now/);
    // What has not changed is not worth a word.
    manager.send({ type: 'luna.restyle', mode: 'analyst' });
    ask(manager, 'q1', 'How many calls did we have last week?');
    await manager.next(isType('luna.tool.done'));
    const answer = await manager.next(isType('response.output_text.done'));
    expect(answer['text']).toMatch(/^Last week/);
    manager.send({ type: 'luna.restyle', persona: 'sterling' });
    const formal = await manager.next(isType('response.output_text.done'));
    expect(formal['text']).toBe('Certainly. I shall be more formal from now on.');
  },
  LIMIT_MS,
);

test(
  'an old page that remembers a mode of another version begins with the usual one',
  async () => {
    await using manager = await ofThePage(`${line}&answers=in-writing&mode=pirate&persona=x`);
    ask(manager, 'q1', 'How many calls today?');
    await manager.next(isType('luna.tool.done'));
    manager.send({ type: 'luna.restyle', mode: 'pirate' });
    manager.send({ type: 'luna.restyle', mode: '../../etc' });
    expect(await manager.next(isType('error'))).toMatchObject({
      error: { message: expect.stringContaining('luna.restyle: mode') as string },
    });
  },
  LIMIT_MS,
);

test(
  'by the simple protocol, too, who began in writing goes on aloud, and in writing again',
  async () => {
    const doors = house.url.replace(/^http/, 'ws');
    await using writer = await ofThePage(`${doors}/chat`);
    const { session } = await writer.next(isType('status'));
    const type = (text: string): void => writer.send({ type: 'text', text });
    type('How many calls did we have this month?');
    await writer.next(isType('tool_result'));
    {
      await using speaker = await ofThePage(`${doors}/voice?session=${String(session)}`);
      await speaker.next(isType('status'));
      type('And by scenario?');
      const drawn = await speaker.next(isType('tool_result'));
      expect(JSON.stringify(drawn)).toContain('by scenario, this month');
      await speaker.next(isType('audio'));
      expect(writer.frames.map(({ type: kind }) => kind)).not.toContain('audio');
    }
    await writer.next(isType('delta'));
    type('And last week?');
    const later = await writer.next(
      (frame) => frame.type === 'tool_result' && JSON.stringify(frame).includes('last week'),
    );
    expect(later).toMatchObject({ result: { ok: true } });
    await writer.next(isType('transcript'));
  },
  LIMIT_MS,
);

test("a caller's line takes no part in it: its manner cannot be changed", async () => {
  await using caller = await ofThePage(line.replace('insights', 'block-card'));
  await caller.next(isType('session.updated'));
  caller.send({ type: 'luna.restyle', answers: 'in-writing', mode: 'analyst' });
  await caller.next(isType('response.output_audio.done'));
  expect(kinds(caller)).not.toContain('luna.style');
  expect(kinds(caller)).not.toContain('response.output_text.delta');
});

test('where tokens are set, a program without one hears nothing that is for managers', async () => {
  await expect(simpleClient(line)).rejects.toThrow('401');
  await using program = await simpleClient(line, { authorization: `Bearer ${TOKEN}` });
  await program.next(isType('luna.call.started'));
  const answer = await draw({ tool: 'show_metrics', input: {} }, {});
  expect(answer.status).toBe(401);
});

test('a card is drawn anew from its question', async () => {
  await using manager = await ofThePage(`${line}&answers=in-writing`);
  ask(manager, 'q1', 'Escalations by reason in the last 30 days');
  const { drawing } = (await manager.next(isType('luna.tool.done'))) as {
    drawing?: { query: object; title: string };
  };
  expect(drawing?.title).toMatch(/escalation/i);
  const answer = await draw(drawing?.query ?? {});
  expect(answer.status).toBe(200);
  expect(await answer.json()).toMatchObject({ drawing });
});

test.each([
  [{}, /^tool: /],
  [{ tool: 'switch_mode', input: { mode: 'coach' } }, /^tool: /],
  [{ tool: 'show_chart', input: 7 }, /^input: /],
  [{ tool: 'show_chart', input: { measure: 'salaries' } }, /measure/],
  [{ tool: 'show_chart', input: { period: 'when pigs fly' } }, /I did not get the period/],
  [{ tool: 'show_chart', input: { filter: { scenario: ["x'; drop table calls"] } } }, /filter/],
])('a board that asks %j is told what was wrong', async (wish, why) => {
  const answer = await draw(wish);
  expect(answer.status).toBe(400);
  expect(((await answer.json()) as { error: string }).error).toMatch(why);
});

test('another site draws nothing', async () => {
  const wish = { tool: 'show_metrics', input: {} };
  const foreign = { origin: 'https://elsewhere.example', authorization: `Bearer ${TOKEN}` };
  expect((await draw(wish, foreign)).status).toBe(403);
});

function ofThePage(url: string): Promise<SimpleClient> {
  return simpleClient(url, { origin: house.url });
}

function ask(manager: SimpleClient, id: string, text: string): void {
  const content = [{ type: 'input_text', text }];
  const item = { type: 'message', id, role: 'user', content };
  manager.send({ type: 'conversation.item.create', item });
}

function kinds({ frames }: SimpleClient): string[] {
  return frames.map(({ type }) => type);
}

function draw(
  wish: object,
  headers: Readonly<Record<string, string>> = { origin: house.url },
): Promise<Response> {
  return fetch(`${house.url}/api/insights/draw`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(wish),
  });
}
