/** Follows the level of steady noise in each mel band. All levels are natural logarithms of energies. */
import { MEL_BANDS } from './mel.ts';

/** A stream begins with a little pause; its frames are taken for noise. */
const FIRST_FRAMES = 10;
/** How far one frame moves the estimate. */
const RATE = 0.06;
const SMOOTHING = 0.8;
/** Even in speech every band falls silent this often, and what is left then is noise. */
const WINDOW_FRAMES = 50;
/** The line is never quieter than its quietest moment in so many frames; a breath comes in each. */
const BREATH_FRAMES = 200;
/** Steady noise is at most so much above its own lowest smoothed level. */
const MOST_ABOVE_LOW = 1.5;

export class NoiseLevel {
  readonly bands = new Float64Array(MEL_BANDS);
  readonly #smooth = new Float64Array(MEL_BANDS);
  /** The lowest smoothed levels: of the last full window, and of the present one so far. */
  readonly #lowBefore = new Float64Array(MEL_BANDS);
  readonly #lowNow = new Float64Array(MEL_BANDS);
  /** The quietest moments, as averages of all bands: of the last breath, and of the present one. */
  #quietBefore = 0;
  #quietNow = 0;
  #frames = 0;

  /** How loud the line is when nobody speaks: less than `bands` tell, who follow a breathless voice upwards. */
  get floor(): number {
    return Math.min(this.#quietBefore, this.#quietNow);
  }

  get isBeginning(): boolean {
    return this.#frames <= FIRST_FRAMES;
  }

  reset(): void {
    this.#frames = 0;
  }

  /** Looks at the next frame, before anything is known about what it holds. */
  listen(bands: Float64Array): void {
    if (this.#frames === 0) {
      this.bands.set(bands);
      this.#smooth.set(bands);
      this.#lowNow.set(bands);
    }
    if (this.#frames % WINDOW_FRAMES === 0) {
      this.#lowBefore.set(this.#lowNow);
      this.#lowNow.set(this.#smooth);
    }
    if (this.#frames % BREATH_FRAMES === 0) {
      this.#quietBefore = this.#frames === 0 ? Infinity : this.#quietNow;
      this.#quietNow = Infinity;
    }
    this.#frames++;
    for (let band = 0; band < MEL_BANDS; band++) {
      const now = bands[band] as number;
      const smooth = SMOOTHING * (this.#smooth[band] as number) + (1 - SMOOTHING) * now;
      this.#smooth[band] = smooth;
      this.#lowNow[band] = Math.min(smooth, this.#lowNow[band] as number);
      const low = Math.min(this.#lowNow[band] as number, this.#lowBefore[band] as number);
      let level = this.bands[band] as number;
      if (this.isBeginning) level += (now - level) / this.#frames;
      this.bands[band] = Math.min(Math.max(level, low), low + MOST_ABOVE_LOW);
    }
    this.#quietNow = Math.min(this.#quietNow, average(this.#smooth));
  }

  /** Follows what the frame turned out to hold. @param surplus noise in it above the present level */
  follow(surplus: Float64Array): void {
    if (this.isBeginning) return;
    for (let band = 0; band < MEL_BANDS; band++)
      this.bands[band] = (this.bands[band] as number) + RATE * (surplus[band] as number);
  }
}

function average(bands: Float64Array): number {
  return bands.reduce((sum, level) => sum + level, 0) / bands.length;
}
