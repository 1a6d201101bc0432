/** Sound whose every sample is known, 24 kHz. */
const RATE_HZ = 24_000;
const PITCH_HZ = 300;

export function tone(seconds: number, loudness: number): Int16Array {
  return Int16Array.from({ length: seconds * RATE_HZ }, (_, index) =>
    Math.round(32_767 * loudness * Math.sin((2 * Math.PI * PITCH_HZ * index) / RATE_HZ)),
  );
}
