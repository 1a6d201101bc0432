/** The settings of one Luna: one schema of the environment, and the only reader of it. */
import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { isZone } from '#lib/zone.ts';
import type { ProviderSettings } from '#providers/provider.ts';
import { PROVIDER_SECRETS, PROVIDER_SETTINGS, providersOf } from './provider-config.ts';
import { setting } from './setting.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

const wholeNumber = (lowest: number, highest: number) =>
  z
    .string()
    .regex(/^\d+$/)
    .transform(Number)
    .refine((value) => value >= lowest && value <= highest);

const text = z.string().trim().min(1).max(60);
/** As a bearer token may be written. */
const token = z
  .string()
  .trim()
  .regex(/^[\w\-.~+/=]{8,200}$/);

/** What is said of a wrong value that must not be repeated. */
const SECRET: Readonly<Record<string, string>> = {
  DATABASE_URL: 'not a PostgreSQL URL',
  LUNA_LLM_URL: 'not such an address',
  LUNA_LLM_KEY: 'not a key',
  LUNA_API_TOKENS: 'not a list of tokens',
  ...PROVIDER_SECRETS,
};

/** Where a name and a password stand in an address, requests refuse it and say it aloud. */
function hasNoSecret(url: string): boolean {
  const address = URL.parse(url);
  return address !== null && address.username === '' && address.password === '';
}

const SETTINGS = {
  HOST: setting(text.regex(/^[\w.:-]+$/), 'an address to listen on, e.g. 0.0.0.0', '127.0.0.1'),
  PORT: setting(wholeNumber(0, 65_535), 'a whole number from 0 (any free port) to 65535', '8090'),
  LUNA_HOSTS: setting(
    z
      .string()
      .transform((list) =>
        list
          .toLowerCase()
          .split(',')
          .flatMap((one) => one.trim() || []),
      )
      .pipe(z.array(z.string().regex(/^[a-z\d](?:[a-z\d.-]{0,250}[a-z\d])?$/))),
    'names without a port, e.g. luna.bank.example, with commas between them',
    '',
  ),
  DATABASE_URL: setting(
    z.union([z.literal(''), z.url({ protocol: /^postgres(ql)?$/ })]),
    'postgres://user@host/name, or nothing for SQLite',
    '',
  ),
  LUNA_DATA_DIR: setting(z.string().min(1), 'a folder that Luna may write to', 'data'),
  LUNA_BANK_NAME: setting(text, 'a name of at most 60 characters', 'Northwind Bank'),
  LUNA_ASSISTANT_NAME: setting(text, 'a name of at most 60 characters', 'Luna'),
  LUNA_VOICE: setting(z.enum(['slt', 'rms', 'awb', 'kal16']), 'slt, rms, awb or kal16', 'slt'),
  LUNA_MAX_CALLS: setting(wholeNumber(1, 1_000), 'a whole number from 1 to 1000', '16'),
  LUNA_STALL_MS: setting(wholeNumber(1_000, 120_000), 'milliseconds from 1000 to 120000', '15000'),
  LUNA_SESSION_LIMIT_S: setting(wholeNumber(10, 3_600), 'seconds from 10 to 3600', '3600'),
  LUNA_HEARING_WORKERS: setting(
    wholeNumber(1, 64),
    'a whole number from 1 to 64',
    String(Math.min(availableParallelism(), 64)),
  ),
  LUNA_LLM_URL: setting(
    z.union([z.literal(''), z.url({ protocol: /^https?$/ }).refine(hasNoSecret)]),
    'the http(s) address of an OpenAI-compatible server, e.g. http://localhost:11434/v1, without a name or password in it',
    '',
  ),
  LUNA_LLM_MODEL: setting(
    z.string().trim().max(200),
    'the name of a model, as that server calls it',
    '',
  ),
  LUNA_LLM_KEY: setting(
    z.string().regex(/^[\x21-\x7e]{0,500}$/),
    'a key without spaces or line breaks',
    '',
  ),
  LUNA_API_TOKENS: setting(
    z
      .string()
      .transform((list) => list.split(',').filter((one) => one.trim() !== ''))
      .pipe(token.array()),
    'tokens of 8 to 200 letters, digits or -._~+/=, with commas between them',
    '',
  ),
  LUNA_TIME_ZONE: setting(
    z.string().refine(isZone),
    'a time zone, e.g. Europe/Berlin',
    new Intl.DateTimeFormat().resolvedOptions().timeZone,
  ),
  LUNA_LOG_LEVEL: setting(z.enum(LOG_LEVELS), LOG_LEVELS.join(', '), 'info'),
  ...PROVIDER_SETTINGS,
} as const;

type Name = keyof typeof SETTINGS;
type Values = { [Key in Name]: z.infer<(typeof SETTINGS)[Key]['schema']> };

export interface Config {
  readonly host: string;
  /** 0 takes any free port. */
  readonly port: number;
  /** By which names she is called; empty: by numbers and `localhost`, or, beyond this machine, by any. */
  readonly hosts: readonly string[];
  /** A PostgreSQL URL, or undefined for SQLite in `dataDir`. */
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly brand: { readonly bank: string; readonly assistant: string };
  readonly voice: Values['LUNA_VOICE'];
  readonly maxCalls: number;
  /** A provider that lives and says nothing for so long while an answer is due is replaced. */
  readonly stallMs: number;
  /** A provider's session is replaced by a new one before it is this old. */
  readonly sessionLimitMs: number;
  readonly hearingWorkers: number;
  /** Who may use the Realtime door; empty: everybody. */
  readonly apiTokens: readonly string[];
  /** By whose clock the days of the figures begin and end: an IANA name. */
  readonly timeZone: string;
  readonly logLevel: Values['LUNA_LOG_LEVEL'];
  /** Undefined: the built-in dialogue answers. */
  readonly chat: { url: string; model: string; apiKey: string | undefined } | undefined;
  /** Speech models elsewhere, in the order in which they are asked; the embedded engine comes after them. */
  readonly providers: readonly ProviderSettings[];
}

export type ReadConfig =
  | { readonly ok: true; readonly config: Config }
  /** One line for each wrong setting. */
  | { readonly ok: false; readonly problems: readonly string[] };

export function readConfig(
  environment: Readonly<Record<string, string | undefined>> = process.env,
): ReadConfig {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  for (const [name, { schema, allowed, otherwise }] of Object.entries(SETTINGS)) {
    const given = environment[name];
    // An empty variable, as compose files and shells leave them, means "not set".
    const value = given === undefined || given === '' ? otherwise : given;
    const parsed = (schema as z.ZodType).safeParse(value);
    if (parsed.success) values[name] = parsed.data;
    else problems.push(`${name} is ${shown(name, value)}; allowed: ${allowed}.`);
  }
  for (const name of Object.keys(environment))
    if (/^LUNA_(?!TEST_)/.test(name) && !(name in SETTINGS))
      problems.push(`${name} is not a setting; ${nearest(name)}.`);
  problems.push(...apart(environment));
  if (problems.length > 0) return { ok: false, problems };
  const { providers, problems: wrong } = providersOf(values as Values);
  if (wrong.length > 0) return { ok: false, problems: wrong };
  return { ok: true, config: arrange(values as Values, providers) };
}

function arrange(values: Values, providers: Config['providers']): Config {
  return {
    host: values.HOST,
    port: values.PORT,
    hosts: values.LUNA_HOSTS,
    databaseUrl: values.DATABASE_URL === '' ? undefined : values.DATABASE_URL,
    dataDir: values.LUNA_DATA_DIR,
    brand: { bank: values.LUNA_BANK_NAME, assistant: values.LUNA_ASSISTANT_NAME },
    voice: values.LUNA_VOICE,
    maxCalls: values.LUNA_MAX_CALLS,
    stallMs: values.LUNA_STALL_MS,
    sessionLimitMs: values.LUNA_SESSION_LIMIT_S * 1_000,
    hearingWorkers: values.LUNA_HEARING_WORKERS,
    apiTokens: values.LUNA_API_TOKENS,
    timeZone: values.LUNA_TIME_ZONE,
    logLevel: values.LUNA_LOG_LEVEL,
    chat:
      values.LUNA_LLM_URL === ''
        ? undefined
        : {
            url: values.LUNA_LLM_URL,
            model: values.LUNA_LLM_MODEL,
            apiKey: values.LUNA_LLM_KEY === '' ? undefined : values.LUNA_LLM_KEY,
          },
    providers,
  };
}

/** Settings that mean nothing without each other. */
function apart(environment: Readonly<Record<string, string | undefined>>): string[] {
  const { LUNA_LLM_URL: url, LUNA_LLM_MODEL: model, LUNA_LLM_KEY: key } = environment;
  if (url && !model?.trim())
    return ['LUNA_LLM_URL is set and LUNA_LLM_MODEL is not; set it to the name of a model there.'];
  if (!url && (model || key))
    return [
      `${model ? 'LUNA_LLM_MODEL' : 'LUNA_LLM_KEY'} is set and LUNA_LLM_URL is not; set it to the address of the server.`,
    ];
  return [];
}

/** An address may hold a password, and this goes to the log. */
function shown(name: string, value: string): string {
  return SECRET[name] ?? JSON.stringify(value.slice(0, 80));
}

function nearest(name: string): string {
  const known = Object.keys(SETTINGS).filter((other) => other.startsWith('LUNA_'));
  return `Luna's own are ${known.filter((other) => other !== name).join(', ')}`;
}
