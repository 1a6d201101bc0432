/** Tells a telephone line, which carries nothing above 3.6 kHz, from a microphone. */
import { MEL_BANDS } from './mel.ts';

/** Bands below this one are heard on a telephone line too. */
export const NARROW_BANDS = 20;

const VOICED_BANDS: readonly [first: number, end: number] = [3, 16];
/** The filters of the bands between have flat skirts; these hear nothing of a telephone line. */
const HIGH_BANDS: readonly [first: number, end: number] = [21, MEL_BANDS];
/** How far the high bands lie below the voice, in natural logarithms: a headset 3 to 8, a telephone 12 to 14. */
const NARROW_ABOVE = 10.5;
const WIDE_BELOW = 9.5;
const AT_FIRST = 6;
const MEMORY = 0.9;
/** Only frames almost as loud as the loudest of late are asked. */
const LOUD_WITHIN = 4;
const LOUDEST_FALL = 0.01;

export class LineWidth {
  isNarrow = false;
  #loudest = 0;
  #fall = AT_FIRST;

  /** @param bands logarithmic */
  listen(bands: Float64Array): void {
    const voice = highest(bands, VOICED_BANDS);
    this.#loudest = Math.max(this.#loudest - LOUDEST_FALL, voice);
    if (voice < this.#loudest - LOUD_WITHIN) return;
    const fall = voice - highest(bands, HIGH_BANDS);
    this.#fall = MEMORY * this.#fall + (1 - MEMORY) * fall;
    if (this.#fall > NARROW_ABOVE) this.isNarrow = true;
    else if (this.#fall < WIDE_BELOW) this.isNarrow = false;
  }
}

function highest(bands: Float64Array, [first, end]: readonly [number, number]): number {
  let level = -Infinity;
  for (let band = first; band < end; band++) level = Math.max(level, bands[band] as number);
  return level;
}
