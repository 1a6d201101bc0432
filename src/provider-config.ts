/** The settings of speech models elsewhere: their keys, models and order. */
import { z } from 'zod';
import {
  type ProviderField,
  type ProviderSettings,
  type ProviderWishes,
  readSettings,
  REALTIME_MODELS,
  REALTIME_VOICES,
  SPEECH_MODELS,
  TRANSCRIPTION_MODELS,
  TURN_DETECTIONS,
} from '#providers/provider.ts';
import { setting } from './setting.ts';

type SpeechModelId = ProviderWishes['provider'];

const ORDER = [...SPEECH_MODELS, 'embedded'] as const;

const key = setting(z.string().regex(/^[\x21-\x7e]{0,2000}$/), 'a key without spaces', '');
const address = setting(
  z.string().max(300),
  'an https (or wss) address without a name or password in it, e.g. https://name.openai.azure.com',
  '',
);
const name = setting(
  z.string().regex(/^[\w.:-]{0,100}$/),
  'a name of letters, digits, dots and hyphens',
  '',
);
/** What is not listed may still be there tomorrow, or where somebody else answers. */
function oneOf(known: readonly string[]) {
  const allowed = `${known.join(', ')}, or another name of letters, digits, dots and hyphens`;
  return setting(name.schema, allowed, '');
}

export const PROVIDER_SETTINGS = {
  LUNA_PROVIDERS: setting(
    z
      .string()
      .transform((text) => text.split(',').flatMap((one) => one.trim().toLowerCase() || []))
      .pipe(z.array(z.enum(ORDER)))
      .refine((order) => new Set(order).size === order.length)
      .refine((order) => order.indexOf('embedded') === -1 || order.at(-1) === 'embedded'),
    `${SPEECH_MODELS.join(', ')} in the order in which they are asked, each once; embedded is always the last`,
    '',
  ),
  LUNA_TURN_DETECTION: setting(
    z.enum(TURN_DETECTIONS),
    TURN_DETECTIONS.join(', '),
    TURN_DETECTIONS[0],
  ),
  OPENAI_API_KEY: key,
  LUNA_OPENAI_URL: address,
  LUNA_OPENAI_MODEL: oneOf(REALTIME_MODELS),
  LUNA_OPENAI_VOICE: oneOf(REALTIME_VOICES),
  LUNA_OPENAI_TRANSCRIPTION: oneOf(TRANSCRIPTION_MODELS),
  AZURE_OPENAI_ENDPOINT: address,
  AZURE_OPENAI_API_KEY: key,
  AZURE_OPENAI_DEPLOYMENT: name,
  AZURE_OPENAI_TRANSCRIPTION_DEPLOYMENT: name,
  LUNA_AZURE_VOICE: oneOf(REALTIME_VOICES),
  LUNA_AZURE_SCOPE: setting(z.string().regex(/^[\x21-\x7e]{0,200}$/), 'a scope of Entra ID', ''),
  AZURE_VOICE_LIVE_ENDPOINT: address,
  AZURE_VOICE_LIVE_API_KEY: key,
  LUNA_VOICE_LIVE_MODEL: name,
  LUNA_VOICE_LIVE_VOICE: name,
  LUNA_VOICE_LIVE_TRANSCRIPTION: name,
  LUNA_VOICE_LIVE_VERSION: setting(
    z.string().regex(/^(?:\d{4}-\d\d-\d\d(?:-preview)?)?$/),
    'an api-version such as 2026-04-10',
    '',
  ),
} as const;

/** What is said of a wrong value that must not be repeated. */
export const PROVIDER_SECRETS: Readonly<Record<string, string>> = {
  OPENAI_API_KEY: 'not a key',
  AZURE_OPENAI_API_KEY: 'not a key',
  AZURE_VOICE_LIVE_API_KEY: 'not a key',
  LUNA_OPENAI_URL: 'not such an address',
  AZURE_OPENAI_ENDPOINT: 'not such an address',
  AZURE_VOICE_LIVE_ENDPOINT: 'not such an address',
};

type Values = {
  [Key in keyof typeof PROVIDER_SETTINGS]: z.infer<(typeof PROVIDER_SETTINGS)[Key]['schema']>;
};

/** Which variable holds which field. */
const VARIABLES: Readonly<Record<SpeechModelId, Partial<Record<ProviderField, keyof Values>>>> = {
  openai: {
    key: 'OPENAI_API_KEY',
    endpoint: 'LUNA_OPENAI_URL',
    model: 'LUNA_OPENAI_MODEL',
    voice: 'LUNA_OPENAI_VOICE',
    transcription: 'LUNA_OPENAI_TRANSCRIPTION',
  },
  azure: {
    key: 'AZURE_OPENAI_API_KEY',
    endpoint: 'AZURE_OPENAI_ENDPOINT',
    deployment: 'AZURE_OPENAI_DEPLOYMENT',
    voice: 'LUNA_AZURE_VOICE',
    transcription: 'AZURE_OPENAI_TRANSCRIPTION_DEPLOYMENT',
  },
  'voice-live': {
    key: 'AZURE_VOICE_LIVE_API_KEY',
    endpoint: 'AZURE_VOICE_LIVE_ENDPOINT',
    model: 'LUNA_VOICE_LIVE_MODEL',
    voice: 'LUNA_VOICE_LIVE_VOICE',
    transcription: 'LUNA_VOICE_LIVE_TRANSCRIPTION',
  },
};

/** Without this one a provider is not set up at all; Azure's key may be left out for Entra ID. */
const FIRST: Readonly<Record<SpeechModelId, keyof Values>> = {
  openai: 'OPENAI_API_KEY',
  azure: 'AZURE_OPENAI_ENDPOINT',
  'voice-live': 'AZURE_VOICE_LIVE_ENDPOINT',
};

export interface ReadProviders {
  /** In the order in which they are asked; none: the embedded engine alone. */
  readonly providers: readonly ProviderSettings[];
  /** One line for each wrong setting; keys are not repeated. */
  readonly problems: readonly string[];
}

/** Pure. Takes values that passed their schemas. */
export function providersOf(values: Values): ReadProviders {
  const problems: string[] = [];
  const providers: ProviderSettings[] = [];
  const named = values.LUNA_PROVIDERS.filter((one) => one !== 'embedded');
  const isOrdered = values.LUNA_PROVIDERS.length > 0;
  for (const provider of SPEECH_MODELS) {
    const variables = VARIABLES[provider];
    const first = FIRST[provider];
    if (values[first] === '') {
      const lonely = Object.values(variables).find((variable) => values[variable] !== '');
      if (named.includes(provider))
        problems.push(`LUNA_PROVIDERS names ${provider}, and ${first} is not set.`);
      else if (lonely !== undefined) problems.push(`${lonely} is set and ${first} is not.`);
    } else {
      const read = readSettings(wishesOf(provider, values));
      if (read.ok) providers.push(read.settings);
      else problems.push(`${variables[read.field] ?? first}: ${read.words}`);
    }
  }
  if (!isOrdered) return { providers, problems };
  const order = named.flatMap((one) => providers.filter(({ provider }) => provider === one));
  return { providers: order, problems };
}

function wishesOf(provider: SpeechModelId, values: Values): ProviderWishes {
  const wishes: Record<string, unknown> = {};
  for (const [field, variable] of Object.entries(VARIABLES[provider]))
    wishes[field] = values[variable];
  return {
    ...wishes,
    provider,
    entra: wishes['key'] === '',
    turns: values.LUNA_TURN_DETECTION,
    scope: values.LUNA_AZURE_SCOPE,
    apiVersion: values.LUNA_VOICE_LIVE_VERSION,
  };
}
