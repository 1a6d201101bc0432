/**
 * Changes the sample rate of a stream without aliasing: a windowed-sinc filter, one set of taps per phase.
 * Works on integers of time, so the result is the same however the stream is cut into pieces.
 */

/** Half the filter's length, in samples of the lower rate: 2 ms of delay at 16 kHz. */
const HALF_WIDTH = 32;
/** Middle of the transition band as a part of the lower rate; above 0.5 everything is gone (-80 dB). */
const CUTOFF = 0.46;
const KAISER_BETA = 8;

export class Resampler {
  readonly #filter: PolyphaseFilter;
  /** What the filter still needs of the past, and what has come in since. */
  #input: Float32Array;
  #held: number;
  /** The next output sample lies `#phase / up` input samples after `#input[#at]`, where its taps begin. */
  #at = 0;
  #phase = 0;
  /** Samples taken in and given out since the beginning; they settle how long the tail is. */
  #taken = 0;
  #given = 0;

  /** @throws RangeError when a rate is not a positive whole number of hertz. */
  constructor(fromHz: number, toHz: number) {
    this.#filter = filterFor(fromHz, toHz);
    this.#input = new Float32Array(4 * this.#filter.taps);
    // Silence before the first sample, so that the first output belongs to the first input.
    this.#held = this.#filter.taps / 2 - 1;
  }

  /** Everything that can be known so far: about 2 ms are held back. */
  push(samples: Int16Array): Int16Array<ArrayBuffer> {
    this.#taken += samples.length;
    this.#append(samples);
    return this.#convert(Infinity);
  }

  /** The last 2 ms. In all there come `ceil(samples × toHz / fromHz)`. Afterwards a new stream may begin. */
  flush(): Int16Array<ArrayBuffer> {
    const { taps, up, down } = this.#filter;
    const left = Math.ceil((this.#taken * up) / down) - this.#given;
    this.#append(new Int16Array(taps));
    const tail = this.#convert(left);
    this.#held = taps / 2 - 1;
    this.#input.fill(0);
    this.#at = this.#phase = this.#taken = this.#given = 0;
    return tail;
  }

  #append(samples: Int16Array): void {
    const kept = this.#held - this.#at;
    if (this.#held + samples.length > this.#input.length) {
      const room = Math.max(this.#input.length, kept + samples.length);
      const next = new Float32Array(room);
      next.set(this.#input.subarray(this.#at, this.#held));
      this.#input = next;
      this.#held = kept;
      this.#at = 0;
    }
    this.#input.set(samples, this.#held);
    this.#held += samples.length;
  }

  #convert(atMost: number): Int16Array<ArrayBuffer> {
    const { taps, up, down, weights } = this.#filter;
    const input = this.#input;
    // Output k starts at the whole input sample at + floor((phase + k × down) / up), and needs `taps` from there.
    const span = (this.#held - this.#at - taps + 1) * up - this.#phase;
    const count = Math.min(Math.max(0, Math.ceil(span / down)), atMost);
    const output = new Int16Array(count);
    for (let n = 0; n < count; n++) {
      const first = this.#phase * taps;
      let sum = 0;
      for (let k = 0; k < taps; k++) sum += (input[this.#at + k] ?? 0) * (weights[first + k] ?? 0);
      output[n] = sum > 32767 ? 32767 : sum < -32768 ? -32768 : Math.round(sum);
      this.#phase += down;
      const steps = Math.floor(this.#phase / up);
      this.#at += steps;
      this.#phase -= steps * up;
    }
    this.#given += count;
    return output;
  }
}

/** A whole recording at once. */
export function resample(
  samples: Int16Array,
  fromHz: number,
  toHz: number,
): Int16Array<ArrayBuffer> {
  const resampler = new Resampler(fromHz, toHz);
  const body = resampler.push(samples);
  const tail = resampler.flush();
  const all = new Int16Array(body.length + tail.length);
  all.set(body);
  all.set(tail, body.length);
  return all;
}

interface PolyphaseFilter {
  /** An even number. */
  readonly taps: number;
  /** The rates in lowest terms: `down` input samples become `up` output samples. */
  readonly up: number;
  readonly down: number;
  /** `up` rows of `taps`. */
  readonly weights: Float32Array;
}

/** A few hundred kilobytes at the most odd pair of rates; calls use the same two or three pairs. */
const filters = new Map<string, PolyphaseFilter>();

function filterFor(fromHz: number, toHz: number): PolyphaseFilter {
  for (const rate of [fromHz, toHz])
    if (!Number.isInteger(rate) || rate <= 0)
      throw new RangeError(`${rate} is not a sample rate in hertz`);
  const key = `${fromHz}>${toHz}`;
  const known = filters.get(key);
  if (known) return known;
  const divisor = greatestCommonDivisor(fromHz, toHz);
  const made = design(toHz / divisor, fromHz / divisor);
  filters.set(key, made);
  return made;
}

function design(up: number, down: number): PolyphaseFilter {
  // Of the input's samples: when the rate falls, the filter must be wider to cut lower.
  const stretch = Math.max(1, down / up);
  const half = up === down ? 1 : Math.ceil(HALF_WIDTH * stretch);
  const cutoff = CUTOFF / stretch;
  const taps = 2 * half;
  const weights = new Float32Array(up * taps);
  for (let phase = 0; phase < up; phase++) {
    const row = weights.subarray(phase * taps, (phase + 1) * taps);
    let total = 0;
    for (let k = 0; k < taps; k++) {
      const distance = k - (half - 1) - phase / up;
      const weight =
        up === down
          ? Number(distance === 0)
          : sinc(2 * cutoff * distance) * kaiser(distance / half);
      row[k] = weight;
      total += weight;
    }
    // Each phase passes a constant unchanged; else their differences would be heard as a tone.
    for (let k = 0; k < taps; k++) row[k] = (row[k] ?? 0) / total;
  }
  return { taps, up, down, weights };
}

function sinc(x: number): number {
  return x === 0 ? 1 : Math.sin(Math.PI * x) / (Math.PI * x);
}

/** The Kaiser window from -1 to 1. */
function kaiser(x: number): number {
  return Math.abs(x) >= 1 ? 0 : bessel(KAISER_BETA * Math.sqrt(1 - x * x)) / bessel(KAISER_BETA);
}

/** Modified Bessel function of the first kind, order 0, by its series. */
function bessel(x: number): number {
  let sum = 1;
  for (let term = 1, n = 1; term > 1e-12 * sum; n++) {
    term *= (x / (2 * n)) ** 2;
    sum += term;
  }
  return sum;
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}
