/** `openai-realtime-api`: speaks the older dialect and nothing else. */
import { RealtimeClient } from 'openai-realtime-api';
import { CITY, PIECE_SAMPLES, type StockClient, type Weather, renamed } from './stock-client.ts';

export async function olderClient(
  http: string,
  apiKey: string,
  tool: Weather,
): Promise<StockClient> {
  const url = `${http.replace(/^http/, 'ws')}/v1/realtime`;
  const client = new RealtimeClient({
    url,
    apiKey,
    model: 'embedded',
    sessionConfig: {
      input_audio_transcription: { model: 'whisper-1' },
      turn_detection: {
        type: 'server_vad',
        threshold: 0.5,
        prefix_padding_ms: 300,
        silence_duration_ms: 500,
      },
    },
  });
  const { name, description } = tool;
  client.addTool({ name, description, parameters: CITY }, async (asked: unknown) => {
    tool.asked.push(asked);
    return tool.answer;
  });
  const heard: StockClient['heard'][number][] = [];
  client.realtime.on('server.*', (event) => heard.push({ ...event, type: renamed(event.type) }));
  await client.connect();
  await client.waitForSessionCreated();
  return {
    heard,
    ask: (text) => client.sendUserMessageContent([{ type: 'input_text', text }]),
    speak(samples) {
      for (let at = 0; at < samples.length; at += PIECE_SAMPLES)
        client.appendInputAudio(samples.slice(at, at + PIECE_SAMPLES));
    },
    interrupt: () => client.realtime.send('response.cancel', {}),
    [Symbol.dispose]: () => client.disconnect(),
  };
}
