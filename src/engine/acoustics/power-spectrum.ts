/** The power spectrum of one frame of sound: Hamming window and a 512-point Fourier transform. */

const SAMPLE_RATE_HZ = 16_000;
/** 25.6 ms. */
export const FRAME_SAMPLES = 410;
/** 10 ms. */
export const SHIFT_SAMPLES = 160;
const FFT_SIZE = 512;
export const SPECTRUM_BINS = FFT_SIZE / 2 + 1;
export const BIN_HZ = SAMPLE_RATE_HZ / FFT_SIZE;

const WINDOW = Float64Array.from(
  { length: FRAME_SAMPLES },
  (_, i) => 0.54 - 0.46 * Math.cos((2 * Math.PI * i) / (FRAME_SAMPLES - 1)),
);
const COSINES = Float64Array.from({ length: FFT_SIZE / 2 }, (_, i) =>
  Math.cos((2 * Math.PI * i) / FFT_SIZE),
);
const SINES = Float64Array.from({ length: FFT_SIZE / 2 }, (_, i) =>
  Math.sin((2 * Math.PI * i) / FFT_SIZE),
);
const REVERSED = Uint16Array.from({ length: FFT_SIZE }, (_, i) => {
  let reversed = 0;
  for (let bit = 1; bit < FFT_SIZE; bit <<= 1) reversed = (reversed << 1) | (i & bit ? 1 : 0);
  return reversed;
});

const real = new Float64Array(FFT_SIZE);
const imaginary = new Float64Array(FFT_SIZE);

/** Writes the power of `SPECTRUM_BINS` frequencies. `frame` is `FRAME_SAMPLES` long. */
export function powerSpectrum(frame: Float64Array, power: Float64Array): void {
  for (let i = 0; i < FFT_SIZE; i++) {
    const from = REVERSED[i] as number;
    real[i] = from < FRAME_SAMPLES ? (frame[from] as number) * (WINDOW[from] as number) : 0;
  }
  imaginary.fill(0);
  for (let half = 1; half < FFT_SIZE; half <<= 1) butterflies(half);
  for (let i = 0; i < SPECTRUM_BINS; i++)
    power[i] = (real[i] as number) ** 2 + (imaginary[i] as number) ** 2;
}

function butterflies(half: number): void {
  const step = FFT_SIZE / (2 * half);
  for (let block = 0; block < FFT_SIZE; block += 2 * half) {
    for (let k = 0; k < half; k++) {
      const a = block + k;
      const b = a + half;
      const cosine = COSINES[k * step] as number;
      const sine = SINES[k * step] as number;
      const realB = real[b] as number;
      const imaginaryB = imaginary[b] as number;
      const x = realB * cosine + imaginaryB * sine;
      const y = imaginaryB * cosine - realB * sine;
      real[b] = (real[a] as number) - x;
      imaginary[b] = (imaginary[a] as number) - y;
      real[a] = (real[a] as number) + x;
      imaginary[a] = (imaginary[a] as number) + y;
    }
  }
}
