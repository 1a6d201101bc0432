/** The Realtime door in front of a speech model elsewhere: a second Luna, who is asked in OpenAI's way. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Line, openWhenFree } from './line.ts';
import { TOKEN, type TestHouse, spoken, testHouse } from './open-house.ts';
import { type Judge, schemaJudge } from './schemas.ts';

let model: TestHouse;
let house: TestHouse;
let judge: Judge;
beforeAll(async () => {
  [model, judge] = await Promise.all([testHouse(), schemaJudge()]);
  house = await testHouse({ OPENAI_API_KEY: TOKEN, LUNA_OPENAI_URL: `${model.ws}/v1` });
}, 120_000);
afterAll(async () => {
  await house[Symbol.asyncDispose]();
  await model[Symbol.asyncDispose]();
}, 60_000);

const headers = { authorization: `Bearer ${TOKEN}` };
const open = (query: string): Promise<Line> =>
  openWhenFree(() => Line.open(`${house.ws}/v1/realtime${query}`, judge, { headers }));
const typed = (text: string) => ({
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
});

test(
  'a client owns its session there: its tool, its turns, its voice',
  { timeout: 120_000 },
  async () => {
    const question = await spoken('I lost my credit card.');
    using line = await open('?model=openai:embedded');
    await line.until('session.created');
    const parameters = {
      type: 'object',
      properties: { city: { type: 'string' } },
      required: ['city'],
    };
    const tool = {
      type: 'function',
      name: 'get_weather',
      description: 'Look up the weather.',
      parameters,
    };
    const audio = { input: { transcription: { model: 'whisper-1' } } };
    line.send({ type: 'session.update', session: { type: 'realtime', tools: [tool], audio } });
    expect((await line.until('session.updated')).session).toMatchObject({ tools: [tool] });
    line.send(typed('What is the weather in London?'), { type: 'response.create' });
    const call = await line.until('response.function_call_arguments.done');
    await line.until('response.done');
    const output = { type: 'function_call_output', call_id: call.call_id, output: 'It is foggy.' };
    line.send({ type: 'conversation.item.create', item: output }, { type: 'response.create' });
    const said = await line.until('response.output_audio_transcript.done');
    expect(said.transcript).toMatch(/foggy/i);
    await line.until('response.done', { from: line.heard.indexOf(said) });
    line.pour(question);
    const heard = await line.until('conversation.item.input_audio_transcription.completed');
    expect(heard.transcript).toMatch(/lost my credit card/i);
    await line.until('response.done', { from: line.heard.indexOf(heard) });
    line.send({ type: 'conversation.item.retrieve', item_id: 'nobody', event_id: 'mine' });
    expect((await line.until('error')).error).toMatchObject({ event_id: 'mine' });
    expect(line.wrong).toEqual([]);
  },
);

test('an agent there keeps to herself what the model is told', { timeout: 120_000 }, async () => {
  using line = await open('?model=openai:embedded&agent=block-card');
  const { session } = await line.until('session.created');
  expect(session).toMatchObject({ instructions: '', tools: [] });
  await line.until('response.done');
  const from = line.heard.length;
  line.send(typed('I lost my credit card'));
  await line.until('response.done', { from });
  const frames = line.heard.map((event) => JSON.stringify(event));
  const told =
    /verify_identity|block_card|function_call|luna\.|"name"|card_last_four|Northwind Bank's/;
  expect(frames.filter((frame) => told.test(frame))).toEqual([]);
  expect(line.wrong).toEqual([]);
});

test('a model that does not answer is told in plain words', async () => {
  await using closed = await testHouse({
    OPENAI_API_KEY: 'sk-nobody-is-there',
    LUNA_OPENAI_URL: 'ws://127.0.0.1:9/v1',
  });
  using line = await Line.open(`${closed.ws}/v1/realtime?model=openai`, judge, { headers });
  const { error } = await line.until('error');
  expect(error).toMatchObject({ code: 'provider_lost', message: expect.stringMatching(/\w/) });
  expect(JSON.stringify(line.heard)).not.toContain('sk-nobody');
  await line.untilClosed();
}, 60_000);

test('without tokens nobody from another machine speaks at the operator’s expense', async () => {
  const keys = { OPENAI_API_KEY: TOKEN, LUNA_OPENAI_URL: `${model.ws}/v1`, LUNA_API_TOKENS: '' };
  await using tokenless = await testHouse(keys);
  const ask = (name: string, who: Record<string, string>) =>
    Line.open(`${tokenless.ws}/v1/realtime?model=${name}`, judge, { headers: who });
  const passedOn = { 'x-forwarded-for': '192.0.2.7' };
  for (const name of ['openai', 'openai:embedded', 'openai:embedded&agent=block-card']) {
    using line = await ask(name, passedOn);
    expect((await line.until('error')).error).toMatchObject({
      code: 'token_required',
      message: expect.stringContaining('LUNA_API_TOKENS'),
    });
    expect(await line.untilClosed()).toMatchObject({ code: 1008 });
  }
  using here = await ask('openai:embedded', {});
  await here.until('session.created');
  using local = await ask('embedded', passedOn);
  await local.until('session.created');
}, 60_000);
