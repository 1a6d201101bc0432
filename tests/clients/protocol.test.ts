/** Every way of using the Realtime door with the embedded engine: what comes, in which order, in which shape. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Line, openWhenFree } from './line.ts';
import { TOKEN, type TestHouse, spoken, testHouse } from './open-house.ts';
import { type Judge, schemaJudge } from './schemas.ts';

let house: TestHouse;
let judge: Judge;
let question: Int16Array;
beforeAll(async () => {
  [house, judge, question] = await Promise.all([
    testHouse(),
    schemaJudge(),
    spoken('I lost my credit card.'),
  ]);
}, 120_000);
afterAll(async () => {
  await house[Symbol.asyncDispose]();
}, 60_000);

/** Whoever is poured out faster than a person speaks makes the house busy for a moment. */
async function open(query = ''): Promise<Line> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  return openWhenFree(() => Line.open(`${house.ws}/v1/realtime${query}`, judge, { headers }));
}

const typed = (text: string) => ({
  type: 'conversation.item.create',
  item: { type: 'message', role: 'user', content: [{ type: 'input_text', text }] },
});
const configure = (session: object) => ({
  type: 'session.update',
  session: { type: 'realtime', ...session },
});
const weather = {
  type: 'function',
  name: 'get_weather',
  description: 'Look up the weather.',
  parameters: {
    type: 'object',
    properties: { city: { type: 'string' } },
    required: ['city'],
  },
};
const LONG = `Say "${'This is a very long story about a bank and its callers. '.repeat(12)}"`;

test('a voice turn: heard, written down, answered aloud', { timeout: 120_000 }, async () => {
  using line = await open('?model=embedded');
  line.send(configure({ audio: { input: { transcription: { model: 'gpt-live-transcribe' } } } }));
  await line.until('session.updated');
  line.pour(question);
  await line.until('response.done');
  expect(line.types().replaceAll(/\n.*transcri\S*delta|\nresponse.output_audio.delta/g, '')).toBe(
    [
      'session.created',
      'session.updated',
      'input_audio_buffer.speech_started',
      'input_audio_buffer.speech_stopped',
      'input_audio_buffer.committed',
      'conversation.item.added',
      'conversation.item.done',
      'conversation.item.input_audio_transcription.completed',
      'response.created',
      'response.output_item.added',
      'conversation.item.added',
      'response.content_part.added',
      'response.output_audio.done',
      'response.output_audio_transcript.done',
      'response.content_part.done',
      'conversation.item.done',
      'response.output_item.done',
      'response.done',
    ].join('\n'),
  );
  const [said] = line.all('conversation.item.input_audio_transcription.completed');
  expect(said?.transcript).toMatch(/lost my credit card/i);
  expect(line.wrong).toEqual([]);
});

test('a text turn', async () => {
  using line = await open();
  line.send(configure({ output_modalities: ['text'] }), typed('hello'), {
    type: 'response.create',
  });
  const { response } = await line.until('response.done');
  expect(response.status).toBe('completed');
  expect(line.all('response.output_text.done')).toHaveLength(1);
  expect(line.wrong).toEqual([]);
});

test('a tool round: the call goes to the client, its answer is spoken', async () => {
  using line = await open();
  line.send(
    configure({ output_modalities: ['text'], tools: [weather] }),
    typed('What is the weather in London?'),
    { type: 'response.create' },
  );
  const call = await line.until('response.function_call_arguments.done');
  expect(JSON.parse(call.arguments)).toEqual({ city: 'London' });
  await line.until('response.done');
  const from = line.heard.length;
  const output = 'It is foggy in London.';
  const item = { type: 'function_call_output', call_id: call.call_id, output };
  line.send({ type: 'conversation.item.create', item }, { type: 'response.create' });
  const answer = await line.until('response.output_text.done', { from });
  expect(answer.text).toMatch(/foggy/i);
  await line.until('response.done', { from });
  expect(line.wrong).toEqual([]);
});

test(
  'an interruption by voice, and the truncation that follows',
  { timeout: 120_000 },
  async () => {
    using line = await open();
    line.send({ type: 'response.create', response: { instructions: LONG } });
    const { item_id } = await line.until('response.output_audio.delta');
    line.pour(question);
    await line.until('input_audio_buffer.speech_started');
    const { response } = await line.until('response.done');
    expect(response).toMatchObject({
      status: 'cancelled',
      status_details: { type: 'cancelled', reason: 'turn_detected' },
    });
    line.send({ type: 'conversation.item.truncate', item_id, content_index: 0, audio_end_ms: 300 });
    expect(await line.until('conversation.item.truncated')).toMatchObject({
      item_id,
      audio_end_ms: 300,
    });
    // What the caller has said is answered as well.
    await line.until('response.done', { fits: (event) => event.response.id !== response.id });
    expect(line.wrong).toEqual([]);
  },
);

test('an interruption by the client', async () => {
  using line = await open();
  line.send({ type: 'response.create', response: { instructions: LONG } });
  await line.until('response.output_audio.delta');
  line.send({ type: 'response.cancel' });
  const { response } = await line.until('response.done');
  expect(response.status_details).toMatchObject({ reason: 'client_cancelled' });
  line.send({ type: 'response.cancel', event_id: 'late' });
  const { error } = await line.until('error');
  expect(error).toMatchObject({ code: 'response_cancel_not_active', event_id: 'late' });
  expect(line.wrong).toEqual([]);
});

test('what was said is retrieved, truncated too far, and deleted', async () => {
  using line = await open();
  line.send({ type: 'response.create', response: { instructions: 'Say "Good morning."' } });
  await line.until('response.done');
  const [{ item_id } = { item_id: '' }] = line.all('response.output_audio.delta');
  line.send({ type: 'conversation.item.retrieve', item_id });
  const { item } = await line.until('conversation.item.retrieved');
  expect(item).toMatchObject({
    id: item_id,
    content: [{ type: 'output_audio', transcript: expect.stringMatching(/good morning/i) }],
  });
  const event_id = 'too-far';
  const beyond = { item_id, content_index: 0, audio_end_ms: 600_000, event_id };
  line.send({ type: 'conversation.item.truncate', ...beyond });
  const { error } = await line.until('error');
  expect(error).toMatchObject({ event_id, message: expect.stringMatching(/already shorter/) });
  line.send({ type: 'conversation.item.delete', item_id });
  expect(await line.until('conversation.item.deleted')).toMatchObject({ item_id });
  line.send({ type: 'conversation.item.retrieve', item_id, event_id: 'gone' });
  await line.until('error', { fits: (event) => event.error.event_id === 'gone' });
  expect(line.wrong).toEqual([]);
});

test('turns by hand: committed, then asked for an answer', { timeout: 120_000 }, async () => {
  using line = await open();
  const audio = { input: { turn_detection: null, transcription: { model: 'whisper-1' } } };
  line.send(configure({ audio }), { type: 'input_audio_buffer.commit', event_id: 'empty' });
  const { error } = await line.until('error');
  expect(error).toMatchObject({ code: 'input_audio_buffer_commit_empty', event_id: 'empty' });
  line.pour(question);
  line.send({ type: 'input_audio_buffer.clear' });
  await line.until('input_audio_buffer.cleared');
  line.pour(question);
  line.send({ type: 'input_audio_buffer.commit' });
  const said = await line.until('conversation.item.input_audio_transcription.completed');
  expect(said.transcript).toMatch(/lost my credit card/i);
  expect(line.all('response.created')).toEqual([]);
  line.send({ type: 'response.create' });
  await line.until('response.done');
  expect(line.all('input_audio_buffer.speech_started')).toEqual([]);
  expect(line.wrong).toEqual([]);
});

test('an answer beside the conversation, to what the client gives it', async () => {
  using line = await open();
  const input = [typed('hello').item];
  const metadata = { topic: 'greeting' };
  const response = { conversation: 'none', output_modalities: ['text'], input, metadata };
  line.send({ type: 'response.create', response });
  const done = await line.until('response.done');
  expect(done.response).toMatchObject({ status: 'completed', conversation_id: null, metadata });
  expect(line.all('conversation.item.added')).toEqual([]);
  expect(line.wrong).toEqual([]);
});

test('two answers at once are refused, and one beside the conversation is not', async () => {
  using line = await open();
  line.send(
    { type: 'response.create', response: { instructions: LONG } },
    { type: 'response.create', event_id: 'second' },
    { type: 'response.create', response: { conversation: 'none', output_modalities: ['text'] } },
  );
  const { error } = await line.until('error');
  expect(error).toMatchObject({
    code: 'conversation_already_has_active_response',
    event_id: 'second',
  });
  await line.until('response.done', { fits: ({ response }) => response.conversation_id === null });
  line.send({ type: 'response.cancel' });
  await line.until('response.done', { fits: ({ response }) => response.status === 'cancelled' });
  expect(line.wrong).toEqual([]);
});
