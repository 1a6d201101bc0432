/** Opens the ears of the process: worker threads with the models, and the phrases that callers may say. */
import { Worker } from 'node:worker_threads';
import type { Clock } from '#lib/clock.ts';
import type { Ears } from './hearing.ts';
import { openEars } from './hearing/ears.ts';
import type { EarsData } from './hearing/messages.ts';
import type { Phrasebook } from './recognizer.ts';

export interface StartEars {
  /** Each holds its own models, about 200 MB; more than there are cores make nothing faster. */
  readonly workers: number;
  readonly phrasebook: Phrasebook;
  readonly clock: Clock;
}

/**
 * Resolves when the first worker is ready to hear.
 * @throws what it failed with: a phrasebook that cannot be read, a missing model file.
 */
export function startEars({ workers, phrasebook, clock }: StartEars): Promise<Ears> {
  const workerData: EarsData = { phrasebook };
  const url = new URL('./hearing-worker.ts', import.meta.url);
  return openEars({ workers, clock, spawn: () => new Worker(url, { workerData }) });
}
