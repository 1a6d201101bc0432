/** Sounds that are nobody's voice, for tests, at 16 kHz; the same on every run. */
const RATE_HZ = 16_000;

/** Pink noise (Voss and McCartney: white noises that change half as often each), of the given loudness (rms). */
export function pinkNoise(length: number, loudness: number): Int16Array {
  const rows = new Float64Array(12);
  let seed = 1;
  const random = (): number => {
    // A linear congruential generator: its constants are those of Numerical Recipes.
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
    return seed / 2 ** 31 - 1;
  };
  const raw = Float64Array.from({ length }, (_, i) => {
    rows[Math.min(31 - Math.clz32((i + 1) & -(i + 1)), 11)] = random();
    let sum = random();
    for (const row of rows) sum += row;
    return sum;
  });
  let power = 0;
  for (const sample of raw) power += sample * sample;
  const factor = loudness / Math.sqrt(power / length);
  return Int16Array.from(raw, (sample) =>
    Math.max(-32_768, Math.min(32_767, Math.round(sample * factor))),
  );
}

export function hum(length: number, hz: number, loudest: number): Int16Array {
  return Int16Array.from({ length }, (_, i) =>
    Math.round(loudest * Math.sin((2 * Math.PI * hz * i) / RATE_HZ)),
  );
}

/** Waiting music: plucked tones with three overtones, four a second. */
export function melody(length: number): Int16Array {
  const notesHz = [262, 330, 392, 523, 440, 349, 294, 392];
  return Int16Array.from({ length }, (_, i) => {
    const at = i % (RATE_HZ / 4);
    const hz = notesHz[Math.floor((4 * i) / RATE_HZ) % notesHz.length] ?? 440;
    let sum = 0;
    for (const overtone of [1, 2, 3, 4])
      sum += Math.sin((2 * Math.PI * hz * overtone * i) / RATE_HZ) / overtone ** 2;
    return Math.round(6000 * sum * Math.exp(-at / 1600));
  });
}
