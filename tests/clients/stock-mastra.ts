/** `@mastra/voice-openai-realtime`. */
import { OpenAIRealtimeVoice } from '@mastra/voice-openai-realtime';
import { z } from 'zod';
import { PIECE_SAMPLES, type StockClient, type Weather } from './stock-client.ts';

const TYPES = [
  'error',
  'session.updated',
  'input_audio_buffer.speech_started',
  'conversation.item.input_audio_transcription.completed',
  'response.output_audio.delta',
  'response.output_audio_transcript.done',
  'response.done',
];

export async function mastraClient(
  http: string,
  apiKey: string,
  tool: Weather,
): Promise<StockClient> {
  const url = `${http.replace(/^http/, 'ws')}/v1/realtime`;
  const voice = new OpenAIRealtimeVoice({
    apiKey,
    model: 'embedded',
    url,
    transcriber: 'whisper-1',
  });
  const { name, description } = tool;
  voice.addTools({
    [name]: {
      id: name,
      description,
      parameters: z.object({ city: z.string() }),
      execute: async (asked: unknown) => {
        tool.asked.push(asked);
        return tool.answer;
      },
    } as never,
  });
  const heard: StockClient['heard'][number][] = [];
  voice.on('error', () => undefined);
  for (const type of TYPES)
    voice.on(`openAIRealtime:${type}`, (event: StockClient['heard'][number]) => heard.push(event));
  await voice.connect();
  return {
    heard,
    ask(text) {
      const content = [{ type: 'input_text', text }];
      const item = { type: 'message', role: 'user', content };
      voice.sendEvent('conversation.item.create', { item });
      voice.sendEvent('response.create', {});
    },
    speak(samples) {
      for (let at = 0; at < samples.length; at += PIECE_SAMPLES)
        void voice.send(samples.slice(at, at + PIECE_SAMPLES));
    },
    interrupt: undefined,
    [Symbol.dispose]: () => voice.close(),
  };
}
