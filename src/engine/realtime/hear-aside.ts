/** Recognises sound that a client puts into the conversation as an item, beside the caller's own stream. */
import type { Clock } from '#lib/clock.ts';
import type { Ears } from '#engine/hearing.ts';
import type { Hypothesis } from '#engine/recognizer.ts';

/** A recording of some minutes takes seconds. */
const LIMIT_MS = 30_000;

/** Undefined when the recogniser does not answer. */
export async function hearAside(
  ears: Ears,
  samples: Int16Array,
  clock: Clock,
  signal: AbortSignal,
): Promise<Hypothesis | undefined> {
  return new Promise((resolve) => {
    const finish = (hypothesis: Hypothesis | undefined) => {
      stopWaiting();
      signal.removeEventListener('abort', giveUp);
      hearing.close();
      resolve(hypothesis);
    };
    const giveUp = () => {
      finish(undefined);
    };
    const hearing = ears.open((event) => {
      if (event.type === 'speech.stopped') finish(event.hypothesis);
    });
    const stopWaiting = clock.after(LIMIT_MS, giveUp);
    signal.addEventListener('abort', giveUp, { once: true });
    hearing.find({ kind: 'manual' });
    hearing.push(samples);
    hearing.commit();
  });
}
