/** Which speech model answers, as an operator's environment or a person in the settings dialog says it: read, completed, refused. */
import { azureProvider } from './azure.ts';
import { ENTRA_SCOPE, entraToken } from './entra.ts';
import { REALTIME_MODELS, REALTIME_VOICES, TRANSCRIPTION_MODELS } from './models.ts';
import { openAiProvider } from './openai.ts';
import type { Provider } from './provider.ts';
import type { TurnFinding } from './upstream/agent-session.ts';
import type { LineParts } from './upstream/line.ts';
import { VOICE_LIVE_VERSION, voiceLiveProvider } from './voice-live.ts';

export const SPEECH_MODELS = ['openai', 'azure', 'voice-live'] as const;
type SpeechModelId = (typeof SPEECH_MODELS)[number];

/** As wished; what is left out, or empty, takes its default. */
export interface ProviderWishes {
  readonly provider: SpeechModelId;
  readonly key?: string | undefined;
  /** Azure only: the resource's address. For OpenAI: whoever speaks its protocol. */
  readonly endpoint?: string | undefined;
  /** Azure only: the name of the deployed model. */
  readonly deployment?: string | undefined;
  /** A model; with Azure the name of a deployment. */
  readonly transcription?: string | undefined;
  readonly model?: string | undefined;
  readonly voice?: string | undefined;
  readonly turns?: TurnFinding | undefined;
  /** Azure without a key: by Entra ID, for this scope. */
  readonly entra?: boolean | undefined;
  readonly scope?: string | undefined;
  /** Voice Live only. */
  readonly apiVersion?: string | undefined;
}

export type ProviderField = 'key' | 'endpoint' | 'deployment' | 'transcription' | 'model' | 'voice';

/** Complete. Holds a key: never logged, never sent to a page. */
export interface ProviderSettings {
  readonly provider: SpeechModelId;
  readonly key: string | undefined;
  readonly endpoint: string | undefined;
  /** The model, or with Azure the deployment. */
  readonly model: string;
  readonly voice: string;
  readonly transcription: string;
  readonly turns: TurnFinding;
  readonly scope: string;
  readonly apiVersion: string;
}

export type ReadSettings =
  | { readonly ok: true; readonly settings: ProviderSettings }
  | { readonly ok: false; readonly field: ProviderField; readonly words: string };

const NAMES: Readonly<Record<SpeechModelId, string>> = {
  openai: 'OpenAI',
  azure: 'Azure OpenAI',
  'voice-live': 'Azure Voice Live',
};

/** Voice Live brings new models later than OpenAI. */
const MODEL = { openai: REALTIME_MODELS[0], 'voice-live': 'gpt-realtime' };

/** With Azure it is the name of a deployment: the likeliest one. */
const TRANSCRIPTION: Readonly<Record<SpeechModelId, string>> = {
  openai: TRANSCRIPTION_MODELS[0],
  azure: TRANSCRIPTION_MODELS[0],
  'voice-live': 'whisper-1',
};

/** A key, a name of a deployment or of a voice: what a header or an address can carry. */
const KEY = /^[\x21-\x7e]{8,2000}$/;
const NAME = /^[\w.:-]{1,100}$/;
const VOICE = /^[\w.:()-]{1,100}$/;

/**
 * Pure. `words` are for a person and never repeat a value. Whoever may write to a page must not make this house
 * send keys and tokens to any address of his choice, nor find out by it what else is in its network.
 */
export function readSettings(
  wishes: ProviderWishes,
  /** Addresses that a page may name beside Azure's own; undefined trusts every address: the operator's. */
  trusted?: readonly string[],
): ReadSettings {
  const { provider, entra = false } = wishes;
  const given = trimmed(wishes);
  const name = NAMES[provider];
  const isAzure = provider !== 'openai';
  if (given.key === undefined && !(isAzure && entra))
    return refuse('key', isAzure ? `${name} needs a key, or Entra ID.` : `${name} needs a key.`);
  if (given.key !== undefined && !KEY.test(given.key))
    return refuse('key', 'This is no key: a key has at least 8 characters and no spaces.');
  if (isAzure && given.endpoint === undefined)
    return refuse('endpoint', `${name} needs the address of your resource.`);
  if (given.endpoint !== undefined && !isAddress(given.endpoint))
    return refuse('endpoint', 'This is no address such as https://name.openai.azure.com.');
  if (given.endpoint !== undefined && trusted !== undefined)
    if (!trusted.includes(given.endpoint) && !(isAzure && isOfAzure(given.endpoint)))
      return refuse('endpoint', `This is no address of ${name}.`);
  if (provider === 'azure' && given.deployment === undefined)
    return refuse('deployment', `${name} needs the name of your deployment.`);

  const model = provider === 'azure' ? (given.deployment ?? '') : (given.model ?? MODEL[provider]);
  if (!NAME.test(model))
    return refuse(
      provider === 'azure' ? 'deployment' : 'model',
      'A name has letters, digits, dots and hyphens only.',
    );
  const voice = given.voice ?? REALTIME_VOICES[0];
  if (!VOICE.test(voice)) return refuse('voice', 'This is no name of a voice.');
  const transcription = given.transcription ?? TRANSCRIPTION[provider];
  if (!NAME.test(transcription))
    return refuse('transcription', 'This is no name of a transcription model.');
  return {
    ok: true,
    settings: {
      provider,
      key: entra && isAzure ? undefined : given.key,
      endpoint: given.endpoint,
      model,
      voice,
      transcription,
      turns: wishes.turns ?? 'server_vad',
      scope: given.scope ?? ENTRA_SCOPE,
      apiVersion: given.apiVersion ?? VOICE_LIVE_VERSION,
    },
  };
}

function refuse(field: ProviderField, words: string): ReadSettings {
  return { ok: false, field, words };
}

/** Opens nothing yet. */
export function speechModelOf(settings: ProviderSettings, parts: LineParts): Provider {
  const { provider, key, endpoint = '', model, scope } = settings;
  const access = key === undefined ? { token: entraToken(scope) } : { key };
  switch (provider) {
    case 'openai':
      return openAiProvider(
        { ...settings, key: key ?? '', baseUrl: endpoint === '' ? undefined : endpoint },
        parts,
      );
    case 'azure':
      return azureProvider({ ...settings, endpoint, access, deployment: model }, parts);
    case 'voice-live':
      return voiceLiveProvider({ ...settings, endpoint, access }, parts);
  }
}

/** In the order of the settings; the embedded engine is the caller's to add, as the last. */
export function providersFrom(
  all: readonly ProviderSettings[],
  parts: LineParts,
): readonly Provider[] {
  return all.map((settings) => speechModelOf(settings, parts));
}

function isOfAzure(endpoint: string): boolean {
  const host = URL.parse(endpoint)?.hostname ?? '';
  return /\.(?:openai|cognitiveservices|services\.ai)\.azure\.(?:com|us|cn)$/.test(host);
}

/** Encrypted, or on this very machine; without a name and a password. */
function isAddress(text: string): boolean {
  const url = URL.parse(text);
  if (url === null || url.username !== '' || url.password !== '') return false;
  if (url.protocol === 'https:' || url.protocol === 'wss:') return true;
  const isHere = /^(?:localhost|127\.0\.0\.1|\[::1\])$/.test(url.hostname);
  return isHere && (url.protocol === 'http:' || url.protocol === 'ws:');
}

type Texts =
  | 'key'
  | 'endpoint'
  | 'deployment'
  | 'transcription'
  | 'model'
  | 'voice'
  | 'scope'
  | 'apiVersion';

function trimmed(wishes: ProviderWishes): Partial<Record<Texts, string>> {
  const given: Partial<Record<Texts, string>> = {};
  for (const key of [
    'key',
    'endpoint',
    'deployment',
    'transcription',
    'model',
    'voice',
    'scope',
    'apiVersion',
  ] as const) {
    const value = wishes[key]?.trim();
    if (value !== undefined && value !== '') given[key] = value;
  }
  return given;
}
