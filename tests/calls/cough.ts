/** For tests: a cough, 24 kHz: two bursts of breath that begin sharply and have nothing of a voice in them. */
const SAMPLES_PER_MS = 24;
const LOUDNESS = 9_000;
const BURSTS = [
  { atMs: 0, fadesMs: 60 },
  { atMs: 260, fadesMs: 90 },
];
const LENGTH_MS = 700;

export function cough(): Int16Array {
  const samples = new Int16Array(LENGTH_MS * SAMPLES_PER_MS);
  let seed = 20_261_122;
  let breath = 0;
  for (let at = 0; at < samples.length; at++) {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    // Softened a little: breath is duller than white noise.
    breath = 0.5 * breath + 0.5 * (seed / 2 ** 31 - 1);
    const ms = at / SAMPLES_PER_MS;
    const loud = BURSTS.reduce((sum, { atMs, fadesMs }) => sum + burst(ms - atMs, fadesMs), 0);
    samples[at] = LOUDNESS * loud * breath;
  }
  return samples;
}

/** Full after 5 ms, then fading. */
function burst(ms: number, fadesMs: number): number {
  return ms < 0 ? 0 : Math.min(1, ms / 5) * Math.exp(-ms / fadesMs);
}
