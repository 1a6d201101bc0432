/** `openai`: OpenAIRealtimeWS. It insists on wss:, so that its address is dialled without encryption. */
import { connect } from 'node:net';
import OpenAI from 'openai';
import { OpenAIRealtimeWS } from 'openai/realtime/ws';
import { CITY, PIECE_SAMPLES, type StockClient, type Weather } from './stock-client.ts';

export async function openAiClient(
  http: string,
  apiKey: string,
  tool: Weather,
): Promise<StockClient> {
  const { hostname: host, port, host: address } = new URL(http);
  const settings = new OpenAI({ apiKey, baseURL: `https://${address}/v1` });
  const options = { createConnection: () => connect({ host, port: Number(port) }) };
  const line = new OpenAIRealtimeWS({ model: 'embedded', options }, settings);
  const heard: StockClient['heard'][number][] = [];
  line.on('error', () => undefined);
  line.on('event', (event) => {
    heard.push(event);
    if (event.type !== 'response.done') return;
    for (const item of event.response.output ?? []) {
      if (item.type !== 'function_call') continue;
      tool.asked.push(JSON.parse(item.arguments));
      const { call_id = '' } = item;
      const output = { type: 'function_call_output', call_id, output: tool.answer } as const;
      line.send({ type: 'conversation.item.create', item: output });
      line.send({ type: 'response.create' });
    }
  });
  await new Promise((resolve) => {
    line.on('session.created', resolve);
  });
  const { name, description } = tool;
  const tools = [{ type: 'function' as const, name, description, parameters: CITY }];
  const hearing = { input: { transcription: { model: 'gpt-live-transcribe' } } };
  line.send({ type: 'session.update', session: { type: 'realtime', tools, audio: hearing } });
  return {
    heard,
    ask(text) {
      const content = [{ type: 'input_text' as const, text }];
      const item = { type: 'message', role: 'user', content } as const;
      line.send({ type: 'conversation.item.create', item });
      line.send({ type: 'response.create' });
    },
    speak(samples) {
      for (let at = 0; at < samples.length; at += PIECE_SAMPLES) {
        const audio = Buffer.from(samples.slice(at, at + PIECE_SAMPLES).buffer).toString('base64');
        line.send({ type: 'input_audio_buffer.append', audio });
      }
    },
    interrupt: () => line.send({ type: 'response.cancel' }),
    [Symbol.dispose]: () => line.close(),
  };
}
