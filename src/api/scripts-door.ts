/** Scripted mode's door: what both sides say, their voices, and that somebody listened to it. */
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import type { Script } from './scripts.ts';
import type { ScriptSpeech } from './script-speech.ts';

export interface ScriptsDoor {
  readonly scripts: readonly Script[];
  readonly speech: ScriptSpeech;
  /** A conversation was played to its end, or to where the caller left it. */
  readonly onPlayed: (play: ScriptedPlay) => void;
}

const Played = z.object({
  /** How long it took, by the page's clock. */
  seconds: z.number().min(0).max(3_600),
  outcome: z.enum(['contained', 'escalated', 'abandoned']),
});
type ScriptedPlay = z.infer<typeof Played> & { readonly scenario: string };

/** Pages count themselves; one that counts more often than this is none of ours. */
const PLAYS_A_MINUTE = 20;
/** A line changes only with the server's settings, that is, with a new start. */
const KEEP = 'private, max-age=3600';

export function openScripts(
  app: FastifyInstance,
  { scripts, speech, onPlayed }: ScriptsDoor,
): void {
  const byId = new Map(scripts.map((script) => [script.scenario, script]));
  const unknown = (id: string) => ({
    error: `There is no script "${id.slice(0, 64)}"; there is ${[...byId.keys()].join(', ')}.`,
    scenarios: [...byId.keys()],
  });

  app.get<{ Params: { id: string } }>('/api/scripts/:id', ({ params }, answer) => {
    const script = byId.get(params.id);
    if (script === undefined) return answer.code(404).send(unknown(params.id));
    speech.prepare(script);
    return answer.send(script);
  });

  app.get<{ Params: { id: string; n: string } }>(
    '/api/scripts/:id/speech/:n',
    async ({ params }, answer) => {
      const script = byId.get(params.id);
      if (script === undefined) return answer.code(404).send(unknown(params.id));
      const line = script.lines.find(({ n }) => String(n) === params.n);
      if (line === undefined) {
        const error = `This script has the lines 1 to ${script.lines.length}.`;
        return answer.code(404).send({ error });
      }
      const wav = await speech.wavOf(script, line);
      return answer.type('audio/wav').header('cache-control', KEEP).send(Buffer.from(wav.buffer));
    },
  );

  app.post<{ Params: { id: string } }>(
    '/api/scripts/:id/played',
    { config: { rateLimit: { max: PLAYS_A_MINUTE, timeWindow: '1 minute' } } },
    ({ params, body }, answer) => {
      if (!byId.has(params.id)) return answer.code(404).send(unknown(params.id));
      const played = Played.safeParse(body);
      if (!played.success) return answer.code(400).send({ error: z.prettifyError(played.error) });
      onPlayed({ ...played.data, scenario: params.id });
      return answer.send({ ok: true });
    },
  );
}
