/** The magnitudes of a short spectrum: a fast Fourier transform of 256 windowed samples. */
const SIZE = 256;
const BITS = 8;

const cosines = Float64Array.from({ length: SIZE / 2 }, (_, i) =>
  Math.cos((2 * Math.PI * i) / SIZE),
);
const sines = Float64Array.from({ length: SIZE / 2 }, (_, i) => Math.sin((2 * Math.PI * i) / SIZE));
const reversed = Uint8Array.from({ length: SIZE }, (_, i) => {
  let bits = 0;
  for (let bit = 0; bit < BITS; bit++) if ((i >> bit) & 1) bits |= SIZE >> (bit + 1);
  return bits;
});
const real = new Float64Array(SIZE);
const imaginary = new Float64Array(SIZE);

/** Of the 256 samples from `at`, the 129 magnitudes from 0 Hz to half the rate, written into `to` from `toAt`. */
export function magnitudes(
  samples: Float32Array,
  at: number,
  window: Float32Array,
  to: Float32Array,
  toAt: number,
): void {
  for (let i = 0; i < SIZE; i++) {
    const from = reversed[i] ?? 0;
    real[i] = (samples[at + from] ?? 0) * (window[from] ?? 0);
  }
  imaginary.fill(0);
  for (let half = 1; half < SIZE; half *= 2) {
    const turn = SIZE / 2 / half;
    for (let k = 0; k < half; k++) {
      const cos = cosines[k * turn] ?? 0;
      const sin = sines[k * turn] ?? 0;
      for (let low = k; low < SIZE; low += 2 * half) butterfly(low, low + half, cos, sin);
    }
  }
  for (let i = 0; i <= SIZE / 2; i++) {
    const re = real[i] ?? 0;
    const im = imaginary[i] ?? 0;
    to[toAt + i] = Math.sqrt(re * re + im * im);
  }
}

function butterfly(low: number, high: number, cos: number, sin: number): void {
  const highRe = real[high] ?? 0;
  const highIm = imaginary[high] ?? 0;
  const re = highRe * cos + highIm * sin;
  const im = highIm * cos - highRe * sin;
  const lowRe = real[low] ?? 0;
  const lowIm = imaginary[low] ?? 0;
  real[high] = lowRe - re;
  imaginary[high] = lowIm - im;
  real[low] = lowRe + re;
  imaginary[low] = lowIm + im;
}
