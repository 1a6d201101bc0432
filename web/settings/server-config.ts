/** The settings door of the server: who answers the calls of this browser, and the real check of a key. */
import * as z from 'zod/mini';

const ProviderId = z.enum(['embedded', 'openai', 'azure']);
export type ProviderId = z.infer<typeof ProviderId>;

const ProviderChoice = z.object({
  id: ProviderId,
  label: z.string(),
  models: z.array(z.string()),
  voices: z.array(z.string()),
});
export type ProviderChoice = z.infer<typeof ProviderChoice>;

/** A key never comes back. */
const ServerConfig = z.object({
  provider: ProviderId,
  mode: z.enum(['ai', 'local', 'none']),
  hasKey: z.boolean(),
  model: z.nullish(z.string()),
  voice: z.nullish(z.string()),
  endpoint: z.nullish(z.string()),
  deployment: z.nullish(z.string()),
  /** The operator's, for everybody. */
  fromEnvironment: z.boolean(),
  choices: z.object({ providers: z.array(ProviderChoice) }),
});
export type ServerConfig = z.infer<typeof ServerConfig>;

/** What the caller fills in; an absent field leaves it to the server. */
export interface WantedConfig {
  readonly provider: ProviderId;
  readonly key?: string;
  readonly endpoint?: string;
  readonly deployment?: string;
  readonly transcription?: string;
  readonly model?: string;
  readonly voice?: string;
  readonly entra?: boolean;
}

const Checked = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    provider: ProviderId,
    label: z.string(),
    mode: z.enum(['ai', 'local']),
    latency_ms: z.optional(z.number()),
  }),
  z.object({
    ok: z.literal(false),
    code: z.optional(z.string()),
    error: z.string(),
    /** Which of the wanted is to blame. */
    field: z.optional(z.string()),
  }),
]);
export type Checked = z.infer<typeof Checked>;

const OFFLINE: Checked = {
  ok: false,
  error: 'The server cannot be reached. Check that it is running, then try again.',
};

const TOO_OFTEN: Checked = {
  ok: false,
  error: 'That was checked too often. Wait a minute, then try again.',
};

/** Undefined where the server is not there or answers something else. */
export async function readConfig(): Promise<ServerConfig | undefined> {
  try {
    const response = await fetch('/api/config');
    return response.ok ? ServerConfig.parse(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}

/** Opens a real session with the provider, on the server, and closes it again: seconds. */
export async function checkConfig(wanted: WantedConfig): Promise<Checked> {
  try {
    const response = await fetch('/api/config', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(wanted),
    });
    if (response.status >= 500) return OFFLINE;
    if (response.status === 429) return TOO_OFTEN;
    const answer = Checked.safeParse(await response.json());
    if (answer.success) return answer.data;
    return { ok: false, error: 'Something in these settings is not understood.' };
  } catch {
    return OFFLINE;
  }
}

export async function forgetConfig(): Promise<boolean> {
  try {
    return (await fetch('/api/config', { method: 'DELETE' })).ok;
  } catch {
    return false;
  }
}
