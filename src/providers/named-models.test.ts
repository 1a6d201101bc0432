import { expect, test } from 'vitest';
import { systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { namedModels } from './named-models.ts';
import type { Provider } from './provider.ts';
import { readSettings } from './settings.ts';

const quiet = () => undefined;
const log: Log = { info: quiet, warn: quiet, error: quiet, about: () => log };
const embedded = { id: 'embedded', label: 'Local AI' } as Provider;
const read = readSettings({ provider: 'openai', key: 'sk-0123456789' });
const models = namedModels(embedded, read.ok ? [read.settings] : [], { clock: systemClock(), log });

test.each([
  [undefined, 'Local AI'],
  ['embedded', 'Local AI'],
  ['openai', 'OpenAI gpt-realtime-2.1'],
  ['openai:gpt-realtime-2.1-mini', 'OpenAI gpt-realtime-2.1-mini'],
  ['openai:a b', undefined],
  ['openai:', undefined],
  ['azure:mine', undefined],
  ['gpt-realtime', undefined],
])('a client that asks for %s gets %s', (name, label) => {
  expect(models.find(name)?.label).toBe(label);
});

test('whoever asks for something else is told what there is', () => {
  expect(models.offered).toEqual(['embedded', 'openai:gpt-realtime-2.1']);
});
