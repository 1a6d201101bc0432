/** Voice activity: how likely it is that somebody speaks in a frame of 32 ms. Silero in plain arithmetic. */
import { type Convolution, LSTM_UNITS, type SileroModel, WINDOW_SAMPLES } from './silero-model.ts';
import { magnitudes } from './spectrum.ts';

/** At 16 kHz. */
export const FRAME_SAMPLES = 512;
/** The end of the frame before is heard again with each frame. */
const CONTEXT_SAMPLES = 64;
const HOP_SAMPLES = 128;
const SPECTRA = 4;
const BINS = WINDOW_SAMPLES / 2 + 1;
const GATES = 4 * LSTM_UNITS;

// Scratch for one frame, never kept between frames: streams of one thread share it.
const heard = new Float32Array(CONTEXT_SAMPLES + FRAME_SAMPLES + CONTEXT_SAMPLES);
const spectra = new Float32Array(SPECTRA * BINS);
const layers = [4 * 128, 2 * 64, 64, 128].map((size) => new Float32Array(size));
const gates = new Float32Array(GATES);
/** Inputs that are not zero (a third of them are, after max(0, x)), and where their weights begin. */
const values = new Float64Array(3 * BINS + LSTM_UNITS);
const offsets = new Int32Array(3 * BINS + LSTM_UNITS);

/** One stream's state, 1.3 KB; the model is shared. */
export class Silero {
  readonly #model: SileroModel;
  readonly #context = new Float32Array(CONTEXT_SAMPLES);
  readonly #hidden = new Float32Array(LSTM_UNITS);
  readonly #cell = new Float32Array(LSTM_UNITS);

  constructor(model: SileroModel) {
    this.#model = model;
  }

  /** 512 samples at 16 kHz; 0 (nobody) to 1 (surely somebody). */
  probability(frame: Int16Array): number {
    heard.set(this.#context);
    for (let i = 0; i < FRAME_SAMPLES; i++) heard[CONTEXT_SAMPLES + i] = (frame[i] ?? 0) / 32_768;
    const end = CONTEXT_SAMPLES + FRAME_SAMPLES;
    // The model was trained with the frame's end mirrored.
    for (let i = 0; i < CONTEXT_SAMPLES; i++) heard[end + i] = heard[end - 2 - i] ?? 0;
    this.#context.set(heard.subarray(end - CONTEXT_SAMPLES, end));
    for (let t = 0; t < SPECTRA; t++)
      magnitudes(heard, t * HOP_SAMPLES, this.#model.window, spectra, t * BINS);
    return this.#remember(encode(this.#model.encoder));
  }

  /** Forgets everything heard: a new utterance of somebody else. */
  reset(): void {
    this.#context.fill(0);
    this.#hidden.fill(0);
    this.#cell.fill(0);
  }

  /** The long short-term memory, and what it makes of it. */
  #remember(features: Float32Array): number {
    const { gates: weights, gateBias, output, outputBias } = this.#model;
    gates.set(gateBias);
    const count = gather(features, 0, LSTM_UNITS, 0, GATES, 0);
    const all = gather(this.#hidden, 0, LSTM_UNITS, LSTM_UNITS * GATES, GATES, count);
    addProducts(gates, 0, GATES, weights, all);
    let sum = outputBias;
    for (let i = 0; i < LSTM_UNITS; i++) {
      const input = sigmoid(gates[i] ?? 0);
      const forget = sigmoid(gates[LSTM_UNITS + i] ?? 0);
      const fresh = Math.tanh(gates[2 * LSTM_UNITS + i] ?? 0);
      const cell = forget * (this.#cell[i] ?? 0) + input * fresh;
      const hidden = sigmoid(gates[3 * LSTM_UNITS + i] ?? 0) * Math.tanh(cell);
      this.#cell[i] = cell;
      this.#hidden[i] = hidden;
      if (hidden > 0) sum += hidden * (output[i] ?? 0);
    }
    return sigmoid(sum);
  }
}

/** Four spectra become one vector of 128 features. */
function encode(encoder: readonly Convolution[]): Float32Array {
  let steps = SPECTRA;
  let from = spectra;
  for (const [n, layer] of encoder.entries()) {
    const to = layers[n] ?? from;
    steps = convolve(layer, from, steps, to);
    from = to;
  }
  return from;
}

/** Returns how many steps of time come out. */
function convolve(layer: Convolution, from: Float32Array, steps: number, to: Float32Array): number {
  const { inputs, outputs, stride, weights, bias } = layer;
  const count = Math.ceil(steps / stride);
  for (let t = 0; t < count; t++) {
    const at = t * outputs;
    to.set(bias, at);
    let gathered = 0;
    for (let k = 0; k < 3; k++) {
      const step = t * stride + k - 1;
      if (step < 0 || step >= steps) continue;
      const first = k * inputs * outputs;
      gathered = gather(from, step * inputs, inputs, first, outputs, gathered);
    }
    addProducts(to, at, outputs, weights, gathered);
    for (let i = at; i < at + outputs; i++) if ((to[i] ?? 0) < 0) to[i] = 0;
  }
  return count;
}

/** Notes the inputs that are not zero and their rows of weights behind those noted before; returns how many there are. */
function gather(
  from: Float32Array,
  at: number,
  length: number,
  firstRow: number,
  rowLength: number,
  noted: number,
): number {
  let count = noted;
  for (let i = 0; i < length; i++) {
    const value = from[at + i] ?? 0;
    if (value === 0) continue;
    values[count] = value;
    offsets[count] = firstRow + i * rowLength;
    count++;
  }
  return count;
}

/** Adds the noted inputs times their weights. Four rows at a time: a sum is then loaded and stored a quarter as often. */
function addProducts(
  to: Float32Array,
  at: number,
  length: number,
  weights: Float32Array,
  count: number,
): void {
  let n = 0;
  for (; n + 3 < count; n += 4) {
    const [a = 0, b = 0, c = 0, d = 0] = [values[n], values[n + 1], values[n + 2], values[n + 3]];
    const [p = 0, q = 0, r = 0, s = 0] = [
      offsets[n],
      offsets[n + 1],
      offsets[n + 2],
      offsets[n + 3],
    ];
    for (let i = 0; i < length; i++)
      to[at + i] =
        (to[at + i] ?? 0) +
        a * (weights[p + i] ?? 0) +
        b * (weights[q + i] ?? 0) +
        c * (weights[r + i] ?? 0) +
        d * (weights[s + i] ?? 0);
  }
  for (; n < count; n++) {
    const value = values[n] ?? 0;
    const row = offsets[n] ?? 0;
    for (let i = 0; i < length; i++)
      to[at + i] = (to[at + i] ?? 0) + value * (weights[row + i] ?? 0);
  }
}

function sigmoid(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
