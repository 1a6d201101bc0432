import { expect, test } from 'vitest';
import type { ServerConfig } from './server-config.ts';
import { formOf, isAsked, missingIn, wantedOf, withProvider } from './settings-form.ts';

const CONFIG: ServerConfig = {
  provider: 'embedded',
  mode: 'local',
  hasKey: false,
  model: 'luna',
  voice: 'rms',
  fromEnvironment: true,
  choices: {
    providers: [
      { id: 'embedded', label: 'Local AI', models: ['luna'], voices: ['slt', 'rms'] },
      { id: 'openai', label: 'OpenAI', models: ['gpt-realtime'], voices: ['marin', 'cedar'] },
      { id: 'azure', label: 'Azure OpenAI', models: ['gpt-realtime'], voices: ['marin'] },
    ],
  },
};
const fresh = formOf(CONFIG, undefined);
const azure = {
  ...withProvider(fresh, 'azure', CONFIG),
  endpoint: 'https://x.openai.azure.com',
  deployment: 'calls',
};

test('the embedded engine is asked for nothing but its voice', () => {
  expect(missingIn(fresh, CONFIG)).toBeUndefined();
  expect(wantedOf(fresh)).toEqual({ provider: 'embedded', model: 'luna', voice: 'rms' });
});

test('another provider brings its own voices, and never the key of the one before', () => {
  const openai = withProvider({ ...fresh, key: 'sk-of-somebody-else' }, 'openai', CONFIG);
  expect(openai).toMatchObject({ key: '', model: 'gpt-realtime', voice: 'marin' });
});

test('what is missing is told at its field before anybody is asked', () => {
  const openai = withProvider(fresh, 'openai', CONFIG);
  expect(missingIn(openai, CONFIG)?.field).toBe('key');
  expect(missingIn({ ...openai, key: 'sk-1' }, CONFIG)).toBeUndefined();
  expect(missingIn({ ...azure, endpoint: 'http://x' }, CONFIG)?.field).toBe('endpoint');
  expect(missingIn({ ...azure, deployment: ' ' }, CONFIG)?.field).toBe('deployment');
});

test('a key that the server holds need not be typed again, but only for the same provider', () => {
  const held = { ...CONFIG, provider: 'openai', hasKey: true } as const;
  expect(missingIn(formOf(held, undefined), held)).toBeUndefined();
  expect(missingIn({ ...azure }, held)?.field).toBe('key');
});

test('Entra ID needs no key, and sends none', () => {
  const entra = { ...azure, entra: true, key: 'typed before' };
  expect(missingIn(entra, CONFIG)).toBeUndefined();
  expect(wantedOf(entra)).toEqual({
    provider: 'azure',
    endpoint: 'https://x.openai.azure.com',
    deployment: 'calls',
    voice: 'marin',
    entra: true,
  });
});

test('what this device remembers is filled in again where the provider is the same', () => {
  const kept = { provider: 'openai', key: 'sk-kept' } as const;
  const held = { ...CONFIG, provider: 'openai' } as const;
  expect(formOf(held, kept)).toMatchObject({ key: 'sk-kept', remember: true });
  expect(formOf(CONFIG, kept).key).toBe('');
});

test('an address is blamed beside its field only where it is asked for', () => {
  expect(isAsked('azure', 'endpoint')).toBe(true);
  expect(isAsked('openai', 'endpoint')).toBe(false);
  expect(isAsked('openai', undefined)).toBe(false);
});
