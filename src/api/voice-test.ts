/** How one of the house's own voices sounds: `/api/config/voice-test`. */
import type { FastifyInstance } from 'fastify';
import type { Synthesizer } from '#engine/engine.ts';
import type { Names } from './scripts.ts';
import { spokenWav } from './spoken.ts';

const KEEP = 'private, max-age=3600';

export interface VoiceTest {
  readonly synthesizer: Synthesizer;
  /** Where none is asked for. */
  readonly voice: string;
  readonly brand: Names;
}

export function openVoiceTest(
  app: FastifyInstance,
  { synthesizer, voice, brand }: VoiceTest,
): void {
  const text = `Hello, this is ${brand.assistant} at ${brand.bank}. How can I help you today?`;
  app.get<{ Querystring: { voice?: string } }>(
    '/api/config/voice-test',
    async ({ query }, answer) => {
      const wanted = query.voice ?? voice;
      if (!synthesizer.voices.includes(wanted)) {
        const error = `There is no such voice here; there is ${synthesizer.voices.join(', ')}.`;
        return answer.code(404).send({ error });
      }
      // The synthesizer keeps what it has said once.
      const wav = await spokenWav(synthesizer, text, wanted);
      return answer.type('audio/wav').header('cache-control', KEEP).send(Buffer.from(wav.buffer));
    },
  );
}
