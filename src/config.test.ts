import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('a machine that sets nothing gets a Luna that works', () => {
  expect(readConfig({})).toMatchObject({
    ok: true,
    config: {
      host: '127.0.0.1',
      hosts: [],
      port: 8090,
      databaseUrl: undefined,
      dataDir: 'data',
      brand: { bank: 'Northwind Bank', assistant: 'Luna' },
      voice: 'slt',
      maxCalls: 16,
      logLevel: 'info',
    },
  });
});

test.each([
  ['PORT', '70000', 'PORT is "70000"; allowed: a whole number from 0 (any free port) to 65535.'],
  ['PORT', '80.5', 'PORT is "80.5"; allowed: a whole number from 0 (any free port) to 65535.'],
  ['HOST', 'my host', 'HOST is "my host"; allowed: an address to listen on, e.g. 0.0.0.0.'],
  [
    'LUNA_HOSTS',
    'https://luna.example',
    'LUNA_HOSTS is "https://luna.example"; allowed: names without a port, e.g. luna.bank.example, with commas between them.',
  ],
  ['LUNA_MAX_CALLS', '0', 'LUNA_MAX_CALLS is "0"; allowed: a whole number from 1 to 1000.'],
  ['LUNA_MAX_CALLS', 'many', 'LUNA_MAX_CALLS is "many"; allowed: a whole number from 1 to 1000.'],
  ['LUNA_VOICE', 'alloy', 'LUNA_VOICE is "alloy"; allowed: slt, rms, awb or kal16.'],
  [
    'LUNA_HEARING_WORKERS',
    '65',
    'LUNA_HEARING_WORKERS is "65"; allowed: a whole number from 1 to 64.',
  ],
  [
    'LUNA_LOG_LEVEL',
    'loud',
    'LUNA_LOG_LEVEL is "loud"; allowed: fatal, error, warn, info, debug, trace, silent.',
  ],
  ['LUNA_TIME_ZONE', 'Mars', 'LUNA_TIME_ZONE is "Mars"; allowed: a time zone, e.g. Europe/Berlin.'],
  ['LUNA_BANK_NAME', '   ', 'LUNA_BANK_NAME is "   "; allowed: a name of at most 60 characters.'],
])('%s=%s is refused in one line that says what is allowed', (name, value, problem) => {
  expect(readConfig({ [name]: value })).toEqual({ ok: false, problems: [problem] });
});

test('a database password is not repeated in the complaint about its URL', () => {
  const read = readConfig({ DATABASE_URL: 'mysql://luna:secret@db/bank' });
  expect(read).toEqual({
    ok: false,
    problems: [
      'DATABASE_URL is not a PostgreSQL URL; allowed: postgres://user@host/name, or nothing for SQLite.',
    ],
  });
});

test.each([
  [
    { LUNA_LLM_URL: 'ftp://secret@host' },
    /^LUNA_LLM_URL is not such an address; allowed: the http/,
  ],
  [{ LUNA_LLM_URL: 'http://me:secret@host/v1' }, /^LUNA_LLM_URL is not such an address/],
  [{ LUNA_LLM_URL: 'http://host/v1', LUNA_LLM_KEY: 'secret key' }, /LUNA_LLM_KEY is not a key/],
  [{ LUNA_LLM_URL: 'http://host/v1' }, /LUNA_LLM_URL is set and LUNA_LLM_MODEL is not/],
  [{ LUNA_LLM_MODEL: 'm' }, /LUNA_LLM_MODEL is set and LUNA_LLM_URL is not/],
  [{ LUNA_LLM_KEY: 'secret' }, /LUNA_LLM_KEY is set and LUNA_LLM_URL is not/],
])('half a chat endpoint, %o, is refused without repeating a secret', (environment, problem) => {
  const read = readConfig(environment);
  const problems = read.ok ? '' : read.problems.join();
  expect(problems).toMatch(problem);
  expect(problems).not.toMatch(/secret/);
});

test('a chat endpoint is an address and a model, and perhaps a key', () => {
  const local = { LUNA_LLM_URL: 'http://localhost:11434/v1', LUNA_LLM_MODEL: 'qwen3:8b' };
  const chat = { url: local.LUNA_LLM_URL, model: local.LUNA_LLM_MODEL, apiKey: undefined };
  expect(readConfig(local)).toMatchObject({ ok: true, config: { chat } });
  expect(readConfig({ ...local, LUNA_LLM_KEY: 'k' })).toMatchObject({
    config: { chat: { ...chat, apiKey: 'k' } },
  });
  expect(readConfig({})).toMatchObject({ config: { chat: undefined } });
});

test('every wrong setting is named at once', () => {
  const read = readConfig({ PORT: 'x', LUNA_VOICE: 'y', LUNA_LOG_LEVEL: 'z' });
  expect(read.ok ? [] : read.problems.map((problem) => problem.split(' ')[0])).toEqual([
    'PORT',
    'LUNA_VOICE',
    'LUNA_LOG_LEVEL',
  ]);
});

test('a misspelt setting is not silently ignored', () => {
  const read = readConfig({ LUNA_BANKNAME: 'Acme' });
  expect(read.ok ? '' : read.problems.join()).toMatch(
    /^LUNA_BANKNAME is not a setting; .*LUNA_BANK_NAME/,
  );
});

test.each([
  [{ PORT: '' }, { port: 8090 }],
  [{ PORT: '0' }, { port: 0 }],
  [
    { DATABASE_URL: 'postgres://luna@db:5432/bank' },
    { databaseUrl: 'postgres://luna@db:5432/bank' },
  ],
  [{ LUNA_BANK_NAME: ' Acme ' }, { brand: { bank: 'Acme', assistant: 'Luna' } }],
])('%o is understood', (environment, config) => {
  expect(readConfig(environment)).toMatchObject({ ok: true, config });
});
