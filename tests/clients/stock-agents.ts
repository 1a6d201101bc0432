/** `@openai/agents-realtime`: RealtimeSession, by its WebSocket transport. */
import { RealtimeAgent, RealtimeSession, tool as agentTool } from '@openai/agents-realtime';
import { z } from 'zod';
import { PIECE_SAMPLES, type StockClient, type Weather } from './stock-client.ts';

export async function agentsClient(
  http: string,
  apiKey: string,
  tool: Weather,
): Promise<StockClient> {
  const { name, description } = tool;
  const getWeather = agentTool({
    name,
    description,
    parameters: z.object({ city: z.string() }),
    execute: async (asked) => {
      tool.asked.push(asked);
      return tool.answer;
    },
  });
  const agent = new RealtimeAgent({
    name: 'tester',
    instructions: 'Be brief.',
    tools: [getWeather],
  });
  const session = new RealtimeSession(agent, { transport: 'websocket', model: 'embedded' });
  const heard: StockClient['heard'][number][] = [];
  session.transport.on('*', (event) => heard.push(event as StockClient['heard'][number]));
  session.on('error', () => undefined);
  const url = `${http.replace(/^http/, 'ws')}/v1/realtime?model=embedded`;
  await session.connect({ apiKey, url });
  return {
    heard,
    ask: (text) => session.sendMessage(text),
    speak(samples) {
      for (let at = 0; at < samples.length; at += PIECE_SAMPLES)
        session.sendAudio(samples.slice(at, at + PIECE_SAMPLES).buffer);
    },
    interrupt: () => session.interrupt(),
    [Symbol.dispose]: () => session.close(),
  };
}
