import { expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { systemClock } from '#lib/clock.ts';
import { createEngine, type Ears, type Synthesizer } from './engine.ts';

test('what a flow says is prepared in the voice that the house has chosen', async () => {
  const prepared: { voice: string; texts: readonly string[] }[] = [];
  const synthesizer: Synthesizer = {
    voices: ['slt', 'rms'],
    async *speak() {},
    async prime(texts, { voice }) {
      prepared.push({ voice, texts });
    },
    close: () => Promise.resolve(),
  };
  const ears = { lagMs: 0, close: () => Promise.resolve() } as Ears;
  const brand = { bank: 'Acme Bank', assistant: 'Ada' };
  const engine = createEngine({ ears, synthesizer, clock: systemClock(), brand });
  const flow = findAgent('block-card')?.flow;
  if (flow === undefined) throw new Error('no such agent');
  await engine.prime(flow, 'rms');
  expect(prepared.map(({ voice }) => voice)).toEqual(['rms']);
  expect(prepared[0]?.texts).toContain('Thank you for calling Acme Bank. Take care, goodbye.');
});
