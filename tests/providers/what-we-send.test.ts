/** Every session that a call may ask for, against the types of the public client library: no field that nobody knows. */
import { beforeAll, expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { agentSession, laterEvent } from '#providers/upstream/agent-session.ts';
import { REALTIME_VOICES, TRANSCRIPTION_MODELS } from '#providers/provider.ts';
import { type Judge, schemaJudge } from '../clients/schemas.ts';
import { WISHES } from './line.ts';

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
