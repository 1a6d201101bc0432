/** A recording as the telephone line carries it: 24 kHz, mono, PCM16; what cannot be used is refused in words. */
import { mixDown, readWav } from '#audio/wav.ts';
import { Resampler } from '#audio/resampler.ts';

export const LINE_RATE_HZ = 24_000;

export type SoundFile =
  | { readonly ok: true; readonly samples: Int16Array }
  | { readonly ok: false; readonly why: string };

/** Below it speech is not intelligible, above it nobody records speech. */
const RATES_HZ = { lowest: 8_000, highest: 192_000 };
const MOST_CHANNELS = 2;
const SHORTEST_MS = 100;
const ACCEPTED =
  'Accepted: WAV, PCM of 8, 16 or 24 bits or floats, mono or stereo, 8000 to 192000 Hz.';

export function readSoundFile(bytes: Uint8Array): SoundFile {
  const read = readWav(bytes);
  if (!read.ok) return refuse(read.why);
  const { rateHz, channels } = read.wav;
  if (rateHz < RATES_HZ.lowest || rateHz > RATES_HZ.highest)
    return refuse(`the WAV file has a sample rate of ${rateHz} Hz`);
  if (channels.length > MOST_CHANNELS)
    return refuse(`the WAV file has ${channels.length} channels`);
  const mono = mixDown(read.wav);
  const ms = (mono.length * 1_000) / rateHz;
  if (ms < SHORTEST_MS)
    return refuse(
      `the WAV file holds ${Math.round(ms)} ms of sound; a caller needs ${SHORTEST_MS} ms`,
    );
  return { ok: true, samples: atLineRate(mono, rateHz) };
}

function atLineRate(samples: Int16Array, rateHz: number): Int16Array {
  if (rateHz === LINE_RATE_HZ) return samples;
  const resampler = new Resampler(rateHz, LINE_RATE_HZ);
  const head = resampler.push(samples);
  const tail = resampler.flush();
  const whole = new Int16Array(head.length + tail.length);
  whole.set(head);
  whole.set(tail, head.length);
  return whole;
}

function refuse(why: string): SoundFile {
  return { ok: false, why: `${why}. ${ACCEPTED}` };
}
