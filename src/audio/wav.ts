/** WAV files: PCM of 8, 16 or 24 bits or floats in, PCM16 out; each refusal says what is wrong. */
import { bytesOf } from './pcm16.ts';

const FORMAT_PCM = 1;
const FORMAT_FLOAT = 3;
const FORMAT_EXTENSIBLE = 0xfffe;
const HEADER_BYTES = 44;

export interface Wav {
  readonly rateHz: number;
  /** One array for each channel, all of the same length. */
  readonly channels: readonly Int16Array[];
}

export type ReadWav =
  | { readonly ok: true; readonly wav: Wav }
  /** A sentence for a person: what is wrong with the file. */
  | { readonly ok: false; readonly why: string };

/** What a reader insists on; leave out what does not matter. */
export interface WantedWav {
  readonly rateHz?: number;
  readonly channels?: number;
}

interface Format {
  readonly kind: number;
  readonly channels: number;
  readonly rateHz: number;
  readonly bits: number;
}

export function readWav(bytes: Uint8Array, wanted: WantedWav = {}): ReadWav {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 12 || word(view, 0) !== 'RIFF' || word(view, 8) !== 'WAVE')
    return refuse('this is not a WAV file');
  let format: Format | undefined;
  for (let at = 12; at + 8 <= bytes.length;) {
    const size = view.getUint32(at + 4, true);
    const body = at + 8;
    if (word(view, at) === 'fmt ') {
      if (size < 16 || body + size > bytes.length)
        return refuse('the WAV format header is cut off');
      format = readFormat(view, body, size);
      const objection = objectionTo(format, wanted);
      if (objection !== undefined) return refuse(objection);
    }
    if (word(view, at) === 'data') {
      if (format === undefined) return refuse('the WAV file has sound before its format header');
      // A recorder that was killed leaves a length of 0 or too much: take what is there.
      const length = Math.min(size, bytes.length - body);
      return {
        ok: true,
        wav: { rateHz: format.rateHz, channels: readChannels(view, body, length, format) },
      };
    }
    at = body + size + (size % 2);
  }
  return refuse(format ? 'the WAV file holds no sound' : 'the WAV file has no format header');
}

/** All channels averaged into one. */
export function mixDown({ channels }: Wav): Int16Array {
  const [first = new Int16Array(), ...others] = channels;
  if (others.length === 0) return first;
  return first.map((sample, i) => {
    let sum = sample;
    for (const other of others) sum += other[i] ?? 0;
    return Math.round(sum / channels.length);
  });
}

/** PCM16. A shorter channel is filled up with silence. */
export function writeWav({ rateHz, channels }: Wav): Uint8Array<ArrayBuffer> {
  const frames = Math.max(0, ...channels.map(({ length }) => length));
  const interleaved = new Int16Array(frames * channels.length);
  for (const [c, channel] of channels.entries())
    for (let i = 0; i < channel.length; i++) interleaved[i * channels.length + c] = channel[i] ?? 0;
  const sound = bytesOf(interleaved);
  const file = new Uint8Array(HEADER_BYTES + sound.length);
  const view = new DataView(file.buffer);
  const frameBytes = 2 * channels.length;
  putWord(file, 0, 'RIFF');
  view.setUint32(4, file.length - 8, true);
  putWord(file, 8, 'WAVEfmt ');
  view.setUint32(16, 16, true);
  view.setUint16(20, FORMAT_PCM, true);
  view.setUint16(22, channels.length, true);
  view.setUint32(24, rateHz, true);
  view.setUint32(28, rateHz * frameBytes, true);
  view.setUint16(32, frameBytes, true);
  view.setUint16(34, 16, true);
  putWord(file, 36, 'data');
  view.setUint32(40, sound.length, true);
  file.set(sound, HEADER_BYTES);
  return file;
}

function readFormat(view: DataView, at: number, size: number): Format {
  const kind = view.getUint16(at, true);
  return {
    // The extensible header names the true format at the beginning of its GUID.
    kind: kind === FORMAT_EXTENSIBLE && size >= 26 ? view.getUint16(at + 24, true) : kind,
    channels: view.getUint16(at + 2, true),
    rateHz: view.getUint32(at + 4, true),
    bits: view.getUint16(at + 14, true),
  };
}

function objectionTo(
  { kind, bits, channels, rateHz }: Format,
  wanted: WantedWav,
): string | undefined {
  const known =
    (kind === FORMAT_PCM && [8, 16, 24].includes(bits)) ||
    (kind === FORMAT_FLOAT && [32, 64].includes(bits));
  if (!known)
    return `the WAV file has format ${kind} with ${bits} bits; PCM of 8, 16 or 24 bits or floats are understood`;
  if (channels === 0) return 'the WAV file has no channels';
  if (rateHz === 0) return 'the WAV file has a sample rate of 0 Hz';
  if (wanted.rateHz !== undefined && wanted.rateHz !== rateHz)
    return `the WAV file has a sample rate of ${rateHz} Hz instead of ${wanted.rateHz} Hz`;
  if (wanted.channels !== undefined && wanted.channels !== channels)
    return `the WAV file has ${channels} channels instead of ${wanted.channels}`;
  return undefined;
}

function readChannels(view: DataView, at: number, length: number, format: Format): Int16Array[] {
  const { channels, bits } = format;
  const sampleBytes = bits / 8;
  const frames = Math.floor(length / (sampleBytes * channels));
  const sampleAt = readerOf(view, bits);
  return Array.from({ length: channels }, (_, c) =>
    new Int16Array(frames).map((_sample, i) => sampleAt(at + (i * channels + c) * sampleBytes)),
  );
}

function readerOf(view: DataView, bits: number): (at: number) => number {
  switch (bits) {
    case 8:
      return (at) => (view.getUint8(at) - 128) << 8;
    case 16:
      return (at) => view.getInt16(at, true);
    case 24:
      return (at) => view.getInt16(at + 1, true);
    case 32:
      return (at) => fromFloat(view.getFloat32(at, true));
    default:
      return (at) => fromFloat(view.getFloat64(at, true));
  }
}

function fromFloat(value: number): number {
  return Math.max(-32_768, Math.min(32_767, Math.round(value * 32_768)));
}

function refuse(why: string): ReadWav {
  return { ok: false, why };
}

function word(view: DataView, at: number): string {
  return String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)));
}

function putWord(file: Uint8Array, at: number, text: string): void {
  for (let i = 0; i < text.length; i++) file[at + i] = text.charCodeAt(i);
}
