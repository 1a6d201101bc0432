/** `@azure/ai-voicelive`: the older dialect as Azure's Voice Live speaks it. */
import { VoiceLiveClient } from '@azure/ai-voicelive';
import { CITY, PIECE_SAMPLES, type StockClient, type Weather, renamed } from './stock-client.ts';

export async function voiceLiveClient(
  http: string,
  key: string,
  tool: Weather,
): Promise<StockClient> {
  const session = await new VoiceLiveClient(http, { key }).startSession('embedded');
  const heard: StockClient['heard'][number][] = [];
  session.subscribe({
    onServerEvent: async (event) => {
      heard.push({ ...event, type: renamed(event.type) });
      if (event.type !== 'response.function_call_arguments.done') return;
      const { callId, arguments: json } = event as unknown as { callId: string; arguments: string };
      tool.asked.push(JSON.parse(json));
      const output = { type: 'function_call_output', callId, output: tool.answer } as const;
      await session.addConversationItem(output);
    },
    onResponseDone: async ({ response }) => {
      const called = response.output?.some(({ type }) => type === 'function_call') ?? false;
      if (called) await session.sendEvent({ type: 'response.create' });
    },
  });
  const { name, description } = tool;
  await session.updateSession({
    modalities: ['text', 'audio'],
    inputAudioTranscription: { model: 'whisper-1' },
    tools: [{ type: 'function', name, description, parameters: CITY } as never],
  });
  return {
    heard,
    async ask(text) {
      const content = [{ type: 'input_text' as const, text }];
      await session.addConversationItem({ type: 'message', role: 'user', content } as never);
      await session.sendEvent({ type: 'response.create' });
    },
    async speak(samples) {
      for (let at = 0; at < samples.length; at += PIECE_SAMPLES)
        await session.sendAudio(samples.slice(at, at + PIECE_SAMPLES).buffer);
    },
    interrupt: () => void session.sendEvent({ type: 'response.cancel' }),
    [Symbol.dispose]: () => void session.dispose(),
  };
}
