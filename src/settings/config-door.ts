/** `/api/config`: a browser says who shall answer its calls; a key goes in, is tried, and never comes out again. */
import fastifyCookie from '@fastify/cookie';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { type BrowserSessions, COOKIE } from './browser-sessions.ts';
import { type Choice, type OwnSettings, type Standing, type Tried, Wanted } from './wanted.ts';

export interface ConfigDoor {
  readonly sessions: BrowserSessions<OwnSettings>;
  readonly standing: Standing;
  /** The embedded engine is the first. */
  readonly choices: readonly [Choice, ...Choice[]];
  /** Opens a session with these settings and closes it. Never rejects. */
  readonly attempt: (wanted: Wanted, signal: AbortSignal) => Promise<Tried>;
}

/** Each check opens a session somewhere: nobody tries keys in a row here. A remembered one is sent at every load. */
const CHECKS_A_MINUTE = 20;
const CHECK_LIMIT_MS = 20_000;

export async function openConfig(app: FastifyInstance, door: ConfigDoor): Promise<void> {
  const { sessions, choices } = door;
  await app.register(fastifyCookie, { secret: sessions.signer });
  const options = { httpOnly: true, sameSite: 'strict', path: '/', secure: 'auto' } as const;

  app.get('/api/config', ({ headers }, answer) => {
    // What one browser has set is nobody else's business, no cache's either.
    answer.header('cache-control', 'no-store');
    return answer.send({
      ...shown(sessions.of(headers.cookie), door),
      choices: { providers: choices },
    });
  });

  app.post(
    '/api/config',
    { config: { rateLimit: { max: CHECKS_A_MINUTE, timeWindow: '1 minute' } } },
    async ({ headers, body }, answer) => {
      const parsed = Wanted.safeParse(body);
      if (!parsed.success) return answer.code(400).send({ ok: false, ...wrong(parsed.error) });
      const wanted = withKeptKey(parsed.data, sessions.of(headers.cookie));
      const tried = await tryOut(wanted, door);
      if (!tried.ok) {
        const { code, words: error, field } = tried;
        return { ok: false, code, error, ...(field === undefined ? {} : { field }) };
      }
      const { provider, model, voice, latencyMs } = tried;
      const cookie = sessions.set(headers.cookie, { wanted, provider, model, voice });
      answer.setCookie(COOKIE, cookie, options);
      const [embedded] = choices;
      const { label, mode } = provider ?? { label: embedded.label, mode: 'local' };
      return {
        ok: true,
        provider: wanted.provider,
        label,
        mode,
        model,
        voice,
        latency_ms: latencyMs,
      };
    },
  );

  app.delete('/api/config', ({ headers }, answer) => {
    sessions.forget(headers.cookie);
    return answer.clearCookie(COOKIE, options).send({ ok: true });
  });
}

type Answer =
  | (Omit<Extract<Tried, { ok: true }>, 'provider'> & Pick<OwnSettings, 'provider'>)
  | Extract<Tried, { ok: false }>;

async function tryOut(wanted: Wanted, { attempt, choices }: ConfigDoor): Promise<Answer> {
  if (wanted.provider !== 'embedded') return attempt(wanted, AbortSignal.timeout(CHECK_LIMIT_MS));
  const [{ models, voices }] = choices;
  const { voice = voices[0] ?? '' } = wanted;
  if (!voices.includes(voice)) {
    const words = `There is no voice of this name; there is ${voices.join(', ')}.`;
    return { ok: false, code: 'invalid_value', words, field: 'voice' };
  }
  return { ok: true, provider: undefined, model: models[0] ?? '', voice, latencyMs: 0 };
}

/** Who changes the voice alone need not fill in the key again; it goes to the same address as before, or nowhere. */
function withKeptKey(wanted: Wanted, own: OwnSettings | undefined): Wanted {
  const before = own?.wanted;
  if (before?.key === undefined || wanted.key || wanted.entra) return wanted;
  const isSame = before.provider === wanted.provider && before.endpoint === wanted.endpoint;
  return isSame ? { ...wanted, key: before.key } : wanted;
}

function shown(own: OwnSettings | undefined, { standing }: ConfigDoor): object {
  if (own === undefined) return { ...standing, fromEnvironment: true };
  const { wanted, provider, model, voice } = own;
  const { endpoint, deployment } = wanted;
  return {
    provider: wanted.provider,
    mode: provider?.mode ?? 'local',
    hasKey: wanted.key !== undefined,
    model,
    voice,
    ...(endpoint === undefined ? {} : { endpoint }),
    ...(deployment === undefined ? {} : { deployment }),
    fromEnvironment: false,
  };
}

/** zod's own words name fields and kinds; they repeat no value. */
function wrong(error: z.ZodError): { code: string; error: string; field: string } {
  const [issue] = error.issues;
  const field = issue?.path.join('.') ?? '';
  return {
    code: 'invalid_value',
    error: `${field || 'body'}: ${issue?.message ?? 'wrong'}`,
    field,
  };
}
