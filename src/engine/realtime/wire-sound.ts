/** Sound as it travels: PCM16 at 24 kHz or G.711 at 8 kHz, in base64. Inside it is always 24 kHz PCM16. */
import { decodeALaw, decodeMuLaw, encodeALaw, encodeMuLaw } from '#audio/g711.ts';
import { decodeBase64, decodePcm16, encodeBase64, encodePcm16 } from '#audio/pcm16.ts';
import { Resampler } from '#audio/resampler.ts';
import type { AudioFormat } from '#protocol/session.ts';

const INSIDE_HZ = 24_000;
const TELEPHONE_HZ = 8_000;

export type Decoded =
  | { readonly ok: true; readonly samples: Int16Array }
  | { readonly ok: false; readonly message: string };

const REFUSALS = {
  'not-base64': 'Invalid audio: it is not base64.',
  'odd-bytes': 'Invalid audio: 16-bit samples need an even number of bytes.',
};

/** One direction of one session; the resampler's memory runs on from piece to piece. */
export function decoderOf(format: AudioFormat): (base64: string) => Decoded {
  if (format.type === 'audio/pcm')
    return (base64) => {
      const decoded = decodePcm16(base64);
      return decoded.ok ? decoded : { ok: false, message: REFUSALS[decoded.why] };
    };
  const resampler = new Resampler(TELEPHONE_HZ, INSIDE_HZ);
  const law = format.type === 'audio/pcmu' ? decodeMuLaw : decodeALaw;
  return (base64) => {
    const codes = decodeBase64(base64);
    if (codes === undefined) return { ok: false, message: REFUSALS['not-base64'] };
    return { ok: true, samples: resampler.push(law(codes)) };
  };
}

export interface Encoder {
  encode(samples: Int16Array): string;
  /** What the resampler still holds at the end of an item; empty where it holds nothing. */
  tail(): string;
}

/** For one item. */
export function encoderOf(format: AudioFormat): Encoder {
  if (format.type === 'audio/pcm') return { encode: encodePcm16, tail: () => '' };
  const resampler = new Resampler(INSIDE_HZ, TELEPHONE_HZ);
  const law = format.type === 'audio/pcmu' ? encodeMuLaw : encodeALaw;
  return {
    encode: (samples) => encodeBase64(law(resampler.push(samples))),
    tail: () => encodeBase64(law(resampler.flush())),
  };
}
