/** What the first callers would otherwise wait for: language models are made and code is compiled beforehand. */
import { setImmediate } from 'node:timers/promises';
import type { Expectation, RecognizerStream } from '#engine/recognizer.ts';

const USUAL: readonly Expectation[] = [
  { for: 'open' },
  { for: 'yes-no' },
  { for: 'digits', count: 4 },
  { for: 'date' },
  { for: 'date-or-digits', count: 4 },
  { for: 'amount' },
];
const RATE_HZ = 16_000;
/** Long enough for the compiler to notice what is hot. */
const SOUND_MS = 400;

/** About a second in all; whoever calls meanwhile is heard in between. */
export async function warmUp(stream: RecognizerStream): Promise<void> {
  const sound = buzz();
  for (const expectation of USUAL) {
    stream.start(expectation);
    stream.push(sound);
    stream.partial();
    stream.finish();
    await setImmediate();
  }
}

/** A hundred pulses a second: like a voice, it excites all bands. */
function buzz(): Int16Array {
  return Int16Array.from({ length: (RATE_HZ * SOUND_MS) / 1000 }, (_, i) =>
    Math.round(8000 * Math.exp(-(i % 160) / 20) * Math.cos(i / 2)),
  );
}
