/** What is filled in, what of it goes to the server, and what is still missing. No React, no network. */
import type { ProviderId, ServerConfig, WantedConfig } from './server-config.ts';

export interface SettingsForm {
  readonly provider: ProviderId;
  readonly key: string;
  readonly endpoint: string;
  readonly deployment: string;
  readonly transcription: string;
  /** Azure without a key: the server's own identity. */
  readonly entra: boolean;
  readonly model: string;
  readonly voice: string;
  readonly remember: boolean;
}

export type FormField = 'key' | 'endpoint' | 'deployment' | 'transcription' | 'model' | 'voice';

export function formOf(config: ServerConfig, kept: WantedConfig | undefined): SettingsForm {
  const same = kept?.provider === config.provider ? kept : undefined;
  const form: SettingsForm = {
    provider: config.provider,
    key: same?.key ?? '',
    endpoint: config.endpoint ?? same?.endpoint ?? '',
    deployment: config.deployment ?? same?.deployment ?? '',
    transcription: same?.transcription ?? '',
    entra: same?.entra ?? false,
    model: config.model ?? '',
    voice: config.voice ?? '',
    remember: kept !== undefined,
  };
  return withOffered(form, config);
}

/** Another provider has other models and voices, and another key. */
export function withProvider(
  form: SettingsForm,
  provider: ProviderId,
  config: ServerConfig,
): SettingsForm {
  if (provider === form.provider) return form;
  return withOffered({ ...form, provider, key: '' }, config);
}

function withOffered(form: SettingsForm, config: ServerConfig): SettingsForm {
  const choice = config.choices.providers.find(({ id }) => id === form.provider);
  return {
    ...form,
    model: offered(form.model, choice?.models),
    voice: offered(form.voice, choice?.voices),
  };
}

function offered(value: string, all: readonly string[] = []): string {
  return all.includes(value) ? value : (all[0] ?? '');
}

const ASKED: Readonly<Record<ProviderId, readonly string[]>> = {
  embedded: ['voice'],
  openai: ['key', 'model', 'voice'],
  azure: ['key', 'endpoint', 'deployment', 'transcription', 'voice'],
};

/** True where the form has this field for this provider: only there can an error stand beside it. */
export function isAsked(provider: ProviderId, field: string | undefined): boolean {
  return field !== undefined && ASKED[provider].includes(field);
}

/** Only what this provider asks for; empty fields are left to the server. */
export function wantedOf(form: SettingsForm): WantedConfig {
  const { provider, entra } = form;
  const azure = provider === 'azure';
  const cloud = provider !== 'embedded';
  return {
    provider,
    ...filled('key', cloud && !(azure && entra) ? form.key : ''),
    ...filled('endpoint', azure ? form.endpoint : ''),
    ...filled('deployment', azure ? form.deployment : ''),
    ...filled('transcription', azure ? form.transcription : ''),
    ...filled('model', azure ? '' : form.model),
    ...filled('voice', form.voice),
    ...(azure && entra ? { entra } : {}),
  };
}

function filled<Name extends FormField>(name: Name, value: string): { [N in Name]?: string } {
  const trimmed = value.trim();
  return (trimmed === '' ? {} : { [name]: trimmed }) as { [N in Name]?: string };
}

export interface Missing {
  readonly field: FormField;
  readonly error: string;
}

/** The first thing without which asking the provider makes no sense. */
export function missingIn(form: SettingsForm, config: ServerConfig): Missing | undefined {
  const { provider, key, entra, endpoint, deployment } = form;
  if (provider === 'embedded') return undefined;
  if (provider === 'azure' && !isHttps(endpoint))
    return {
      field: 'endpoint',
      error: 'Enter the address of your resource, beginning with https://.',
    };
  if (provider === 'azure' && deployment.trim() === '')
    return { field: 'deployment', error: 'Enter the name of your gpt-realtime deployment.' };
  const keyIsThere = config.hasKey && config.provider === provider;
  if (key.trim() === '' && !keyIsThere && !(provider === 'azure' && entra))
    return { field: 'key', error: 'Enter a key.' };
  return undefined;
}

function isHttps(address: string): boolean {
  return URL.canParse(address.trim()) && new URL(address.trim()).protocol === 'https:';
}
