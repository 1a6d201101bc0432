/** Every session that a call may ask for, against the types of the public client library: no field that nobody knows. */
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { agentSession, laterEvent } from '#providers/upstream/agent-session.ts';
import { REALTIME_MODELS, REALTIME_VOICES, TRANSCRIPTION_MODELS } from '#providers/provider.ts';
import { type Judge, schemaJudge } from '../clients/schemas.ts';
import { WISHES } from './line.ts';

const TYPES = join(
  import.meta.dirname,
  '../../node_modules/openai/resources/realtime/realtime.d.ts',
);

let judge: Judge;
beforeAll(async () => {
  judge = await schemaJudge('client');
}, 120_000);

const TOOL = {
  type: 'function' as const,
  name: 'block_card',
  description: 'Blocks a card.',
  parameters: { type: 'object', properties: {} },
};

test.each(
  (['server_vad', 'semantic_vad', 'manual'] as const).flatMap((turns) =>
    [...REALTIME_VOICES, 'voice_1234'].map((voice) => [turns, voice] as const),
  ),
)('%s, the voice %s', (turns, voice) => {
  for (const transcription of TRANSCRIPTION_MODELS) {
    const wishes = {
      ...WISHES,
      instructions: findAgent('block-card')?.prompt ?? '',
      tools: [TOOL],
      tool_choice: 'auto' as const,
    };
    const session = agentSession(wishes, { turns, voice, transcription });
    expect(judge(update(session))).toBeUndefined();
    const later = laterEvent({ type: 'session.update', session });
    expect(judge(later)).toBeUndefined();
  }
});

function update(session: object) {
  return { type: 'session.update', session };
}

test('the judge would notice a field of the older dialect, and one that nobody knows', () => {
  expect(judge(update({ type: 'realtime', modalities: ['text'] }))).toMatch(/additional/);
  expect(judge(update({ type: 'realtime', audio: { voice: 'marin' } }))).toMatch(/additional/);
});

test('every model and transcription model that the public library names can be chosen', async () => {
  const types = await readFile(TYPES, 'utf8');
  const named = (pattern: RegExp): string[] => [
    ...new Set(
      [...types.matchAll(pattern)].flatMap(([line]) =>
        [...line.matchAll(/'([^']+)'/g)].flatMap(([, name]) => name ?? []),
      ),
    ),
  ];
  // Those of the beta went with it, on 2026-05-12.
  const models = named(/model\?: .*'gpt-realtime-2\.1'.*/g).filter(
    (name) => !/^gpt-4o(-mini)?-realtime-preview/.test(name),
  );
  expect(models.length).toBeGreaterThan(8);
  expect(models.filter((name) => !REALTIME_MODELS.some((one) => one === name))).toEqual([]);
  const ears = named(/model\?: .*'gpt-live-transcribe'.*/g);
  expect(ears.length).toBeGreaterThan(5);
  expect(ears.filter((name) => !TRANSCRIPTION_MODELS.some((one) => one === name))).toEqual([]);
});
