/** What a client may say wrongly on the Realtime door: each gets an answer by name, and the session goes on. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Line, openWhenFree } from './line.ts';
import { TOKEN, type TestHouse, testHouse } from './open-house.ts';
import { type Judge, schemaJudge } from './schemas.ts';

let house: TestHouse;
let judge: Judge;
beforeAll(async () => {
  [house, judge] = await Promise.all([testHouse(), schemaJudge()]);
}, 120_000);
afterAll(async () => {
  await house[Symbol.asyncDispose]();
}, 60_000);

const headers = { authorization: `Bearer ${TOKEN}` };
const open = (query = ''): Promise<Line> =>
  openWhenFree(() => Line.open(`${house.ws}/v1/realtime${query}`, judge, { headers }));

const MEBIBYTE = 1024 * 1024;
const append = (audio: unknown) => ({ type: 'input_audio_buffer.append', audio });

const FAULTS: readonly (readonly [string, { type: string; [field: string]: unknown }, RegExp])[] = [
  ['an event that nobody knows', { type: 'make.coffee' }, /make\.coffee/],
  ['an append without audio', { type: 'input_audio_buffer.append' }, /audio/],
  ['audio that is not base64', append('%%% no base64 %%%'), /base64/],
  ['half a sample', append(Buffer.from([1, 2, 3]).toString('base64')), /even|16-bit/],
  ['more than 15 MiB at once', append('A'.repeat(15 * MEBIBYTE + 4)), /15 MiB/],
  ['a session without a type', { type: 'session.update', session: {} }, /session\.type/],
  [
    'a field that nobody knows',
    { type: 'session.update', session: { type: 'realtime', temperature: 1 } },
    /session\.temperature/,
  ],
  ['an item that is not there', { type: 'conversation.item.retrieve', item_id: 'no' }, /no/],
  [
    'the truncation of nothing',
    {
      type: 'conversation.item.truncate',
      item_id: 'no',
      content_index: 0,
      audio_end_ms: 1,
    },
    /no/,
  ],
  ['a cancellation of nothing', { type: 'response.cancel' }, /no active response/],
];

test.each(['', '?agent=block-card'])(
  'on the door %s every fault is named and none is fatal',
  async (query) => {
    using line = await open(query);
    await line.until('session.created');
    // With an agent a greeting runs, which may well be cancelled.
    const faults = query === '' ? FAULTS : FAULTS.slice(0, -1);
    for (const [n, [, event, words]] of faults.entries()) {
      line.send({ ...event, event_id: `fault_${n}` });
      const { error } = await line.until('error', {
        fits: (one) => one.error.event_id === `fault_${n}`,
      });
      expect(error.message).toMatch(words);
    }
    for (const text of ['hello?', '[]', 'null', '"a"']) {
      const from = line.heard.length;
      line.socket.send(text);
      const { error } = await line.until('error', { from });
      expect(error).toMatchObject({ type: 'invalid_request_error', event_id: null });
    }
    const from = line.heard.length;
    line.socket.send(Buffer.from([1, 2, 3]));
    expect((await line.until('error', { from })).error.message).toMatch(/binary/i);
    expect(line.closed).toBeUndefined();
    expect(line.wrong).toEqual([]);
  },
  60_000,
);

test('two sessions of one client know nothing of each other', async () => {
  using one = await open();
  using other = await open();
  const [first, second] = await Promise.all([
    one.until('session.created'),
    other.until('session.created'),
  ]);
  expect(first.session).not.toMatchObject({ id: (second.session as { id?: string }).id });
  const item = {
    id: 'item_of_one',
    type: 'message',
    role: 'user',
    content: [{ type: 'input_text', text: 'hello' }],
  };
  one.send({ type: 'conversation.item.create', item });
  await one.until('conversation.item.done');
  other.send({ type: 'conversation.item.retrieve', item_id: 'item_of_one', event_id: 'x' });
  expect((await other.until('error')).error).toMatchObject({ code: 'item_not_found' });
  expect([...one.wrong, ...other.wrong]).toEqual([]);
});
