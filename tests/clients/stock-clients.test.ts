/** Public client libraries as they come from the registry, told nothing but Luna's address. */
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Line, openWhenFree } from './line.ts';
import { TOKEN, type TestHouse, spoken, testHouse } from './open-house.ts';
import { agentsClient } from './stock-agents.ts';
import { type StockClient, type Weather, untilHeard, weather } from './stock-client.ts';
import { mastraClient } from './stock-mastra.ts';
import { olderClient } from './stock-older.ts';
import { openAiClient } from './stock-openai.ts';
import { voiceLiveClient } from './stock-voice-live.ts';

type Dial = (http: string, key: string, tool: Weather) => Promise<StockClient>;

const CLIENTS: readonly (readonly [string, Dial])[] = [
  ['openai', openAiClient],
  ['@openai/agents-realtime', agentsClient],
  ['@mastra/voice-openai-realtime', mastraClient],
  ['openai-realtime-api', olderClient],
  ['@azure/ai-voicelive', voiceLiveClient],
];

let house: TestHouse;
let question: Int16Array;
beforeAll(async () => {
  [house, question] = await Promise.all([
    testHouse({ LUNA_MAX_CALLS: '64' }),
    spoken('I lost my credit card.'),
  ]);
}, 120_000);
afterAll(async () => {
  await house[Symbol.asyncDispose]();
}, 60_000);

/** Whoever is poured out faster than a person speaks makes the house busy for a moment. */
async function untilFree(): Promise<void> {
  const headers = { authorization: `Bearer ${TOKEN}` };
  const line = await openWhenFree(() =>
    Line.open(`${house.ws}/v1/realtime`, () => undefined, { headers }),
  );
  line.socket.terminate();
}

describe.each(CLIENTS)('%s', (_, dial) => {
  const connect = async (tool: Weather): Promise<StockClient> => {
    await untilFree();
    return dial(house.http, TOKEN, tool);
  };

  test('types and is answered aloud', async () => {
    using client = await connect(weather(''));
    client.ask('hello');
    await untilHeard(client, 'response.output_audio.delta');
    const { transcript } = await untilHeard(client, 'response.output_audio_transcript.done');
    expect(transcript).toMatch(/\w/);
    const { response } = await untilHeard(client, 'response.done');
    expect(response?.status).toBe('completed');
    expect(client.heard.filter(({ type }) => type === 'error')).toEqual([]);
  }, 90_000);

  test('speaks, is understood and answered', async () => {
    using client = await connect(weather(''));
    await untilHeard(client, 'session.updated');
    client.speak(question);
    const said = await untilHeard(client, 'conversation.item.input_audio_transcription.completed');
    expect(said.transcript).toMatch(/lost my credit card/i);
    await untilHeard(client, 'response.output_audio.delta');
    await untilHeard(client, 'response.done');
    expect(client.heard.filter(({ type }) => type === 'error')).toEqual([]);
  }, 90_000);

  test('is asked for its tool and has the result spoken', async () => {
    const tool = weather('It is foggy in London.');
    using client = await connect(tool);
    await untilHeard(client, 'session.updated');
    client.ask('What is the weather in London?');
    await untilHeard(client, 'response.output_audio_transcript.done', ({ transcript }) =>
      /foggy/i.test(String(transcript)),
    );
    expect(tool.asked).toEqual([{ city: 'London' }]);
    expect(client.heard.filter(({ type }) => type === 'error')).toEqual([]);
  }, 90_000);

  test('interrupts', async () => {
    const tool = weather('It is foggy in London and it will be foggy tomorrow. '.repeat(20));
    using client = await connect(tool);
    await untilHeard(client, 'session.updated');
    client.ask('What is the weather in London?');
    await untilHeard(client, 'response.output_audio.delta');
    if (client.interrupt) client.interrupt();
    else client.speak(question);
    const cut = await untilHeard(
      client,
      'response.done',
      ({ response }) => response?.status !== 'completed',
    );
    expect(cut.response?.status).toBe('cancelled');
  }, 90_000);
});
