/** A whole call as one small sound: the stretches of both sides in their order, µ-law at a telephone's rate and a half. */
import { encodeMuLaw } from '#audio/g711.ts';
import { resample } from '#audio/resampler.ts';
import { LINE_RATE_HZ } from '../line/microphone.ts';
import type { Stretch } from '../line/spoken-line.ts';

const RATE_HZ = 12_000;
/** Between one who has spoken and the other. */
const PAUSE_SAMPLES = LINE_RATE_HZ / 4;
const MULAW_FORMAT = 7;

/** A WAV file as a data URL. Luna's voice is at its own pace, whatever the caller's loudspeaker did. */
export function soundUrl(stretches: readonly Stretch[]): string {
  const samples = resample(inOrder(stretches), LINE_RATE_HZ, RATE_HZ);
  const body = Buffer.from(encodeMuLaw(samples));
  return `data:audio/wav;base64,${Buffer.concat([header(body.length), body]).toString('base64')}`;
}

function inOrder(stretches: readonly Stretch[]): Int16Array {
  const pause = new Int16Array(PAUSE_SAMPLES);
  const pieces = stretches.flatMap(({ who, samples }, index) =>
    who === stretches[index - 1]?.who ? [samples] : [pause, samples],
  );
  const whole = new Int16Array(pieces.reduce((length, piece) => length + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}

/** RIFF, 8 bits, mono. */
function header(bytes: number): Buffer {
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'ascii');
  head.writeUInt32LE(36 + bytes, 4);
  head.write('WAVEfmt ', 8, 'ascii');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(MULAW_FORMAT, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(RATE_HZ, 24);
  head.writeUInt32LE(RATE_HZ, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'ascii');
  head.writeUInt32LE(bytes, 40);
  return head;
}
