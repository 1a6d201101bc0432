import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

const AZURE = {
  AZURE_OPENAI_ENDPOINT: 'https://bank.openai.azure.com',
  AZURE_OPENAI_DEPLOYMENT: 'my-realtime',
};

function read(environment: Record<string, string>) {
  const config = readConfig(environment);
  return config.ok ? config.config.providers : config.problems;
}

function ids(environment: Record<string, string>) {
  return read(environment).map((one) => (typeof one === 'string' ? one : one.provider));
}

test('without a key there is the embedded engine alone', () => {
  expect(read({})).toEqual([]);
});

test('a key is enough: model, voice, transcription and turns have their defaults', () => {
  expect(read({ OPENAI_API_KEY: 'sk-0123456789' })).toEqual([
    expect.objectContaining({
      provider: 'openai',
      key: 'sk-0123456789',
      model: 'gpt-realtime-2.1',
      voice: 'marin',
      transcription: 'gpt-live-transcribe',
      turns: 'server_vad',
    }),
  ]);
});

test('everything can be chosen', () => {
  const chosen = {
    OPENAI_API_KEY: 'sk-0123456789',
    LUNA_OPENAI_MODEL: 'gpt-realtime-2.1-mini',
    LUNA_OPENAI_VOICE: 'cedar',
    LUNA_OPENAI_TRANSCRIPTION: 'whisper-1',
    LUNA_TURN_DETECTION: 'semantic_vad',
  };
  expect(read(chosen)).toEqual([
    expect.objectContaining({
      model: 'gpt-realtime-2.1-mini',
      voice: 'cedar',
      transcription: 'whisper-1',
      turns: 'semantic_vad',
    }),
  ]);
});

test('Azure without a key asks Entra ID, for a scope of one’s choice', () => {
  expect(read(AZURE)).toEqual([
    expect.objectContaining({
      provider: 'azure',
      key: undefined,
      model: 'my-realtime',
      scope: 'https://ai.azure.com/.default',
    }),
  ]);
  const scope = 'https://cognitiveservices.azure.com/.default';
  expect(read({ ...AZURE, LUNA_AZURE_SCOPE: scope })).toEqual([expect.objectContaining({ scope })]);
});

test('the order is the operator’s; who is not named is not asked', () => {
  const all = {
    ...AZURE,
    OPENAI_API_KEY: 'sk-0123456789',
    AZURE_VOICE_LIVE_ENDPOINT: 'https://bank.services.ai.azure.com',
    AZURE_VOICE_LIVE_API_KEY: '0123456789abcdef',
  };
  expect(ids(all)).toEqual(['openai', 'azure', 'voice-live']);
  expect(ids({ ...all, LUNA_PROVIDERS: 'azure, openai' })).toEqual(['azure', 'openai']);
  expect(ids({ ...all, LUNA_PROVIDERS: 'voice-live,embedded' })).toEqual(['voice-live']);
  expect(ids({ ...all, LUNA_PROVIDERS: 'embedded' })).toEqual([]);
});

test.each([
  [{ LUNA_PROVIDERS: 'gemini' }, /^LUNA_PROVIDERS is "gemini"; allowed: openai, azure/],
  [{ LUNA_PROVIDERS: 'embedded,openai' }, /^LUNA_PROVIDERS is .* embedded is always the last\.$/],
  [{ LUNA_PROVIDERS: 'openai' }, /^LUNA_PROVIDERS names openai, and OPENAI_API_KEY is not set\.$/],
  [{ LUNA_OPENAI_MODEL: 'gpt-realtime' }, /^LUNA_OPENAI_MODEL is set and OPENAI_API_KEY is not\.$/],
  [{ OPENAI_API_KEY: 'secret with spaces' }, /^OPENAI_API_KEY is not a key; allowed: a key/],
  [{ OPENAI_API_KEY: 'secret' }, /^OPENAI_API_KEY: This is no key/],
  [{ ...AZURE, AZURE_OPENAI_ENDPOINT: 'http://secret@host' }, /^AZURE_OPENAI_ENDPOINT: This is no/],
  [{ ...AZURE, AZURE_OPENAI_DEPLOYMENT: '' }, /^AZURE_OPENAI_DEPLOYMENT: Azure OpenAI needs the/],
  [
    { AZURE_OPENAI_API_KEY: 'secret-secret' },
    /^AZURE_OPENAI_API_KEY is set and AZURE_OPENAI_ENDPOINT is not/,
  ],
  [
    { LUNA_TURN_DETECTION: 'ears' },
    /^LUNA_TURN_DETECTION is "ears"; allowed: server_vad, semantic_vad\.$/,
  ],
  [
    { ...AZURE, LUNA_VOICE_LIVE_VERSION: 'new' },
    /^LUNA_VOICE_LIVE_VERSION is "new"; allowed: an api-version/,
  ],
])('a wrong setting is refused in one line that names it: %j', (environment, problem) => {
  const problems = read(environment);
  expect(problems).toEqual([expect.stringMatching(problem)]);
  expect(JSON.stringify(problems)).not.toContain('secret');
});
