/** How loud a side of the call is right now, as the eye wants it: 0 (silence) to 1 (shouting). */

const QUIETEST_DB = -52;
const LOUDEST_DB = -12;
let samples = new Float32Array(0);

export function loudness(meters: readonly AnalyserNode[]): number {
  let loudest = 0;
  for (const meter of meters) loudest = Math.max(loudest, levelAt(meter));
  return loudest;
}

function levelAt(analyser: AnalyserNode): number {
  if (samples.length !== analyser.fftSize) samples = new Float32Array(analyser.fftSize);
  analyser.getFloatTimeDomainData(samples);
  let energy = 0;
  for (const sample of samples) energy += sample * sample;
  const decibels = 10 * Math.log10(energy / samples.length + 1e-10);
  return Math.max(0, Math.min(1, (decibels - QUIETEST_DB) / (LOUDEST_DB - QUIETEST_DB)));
}
