/** The border to a client of `/voice`: its three words, checked; whatever else it sends is answered in plain words. */
import { z } from 'zod';
import { decodePcm16 } from '#audio/pcm16.ts';
import { type Read, readWord } from './words.ts';

export type VoiceWord =
  /** 24 kHz mono PCM16 in base64, checked. */
  | { readonly type: 'audio'; readonly audio: string; readonly ms: number }
  | { readonly type: 'mute'; readonly muted: boolean }
  | { readonly type: 'stop' };

/** About sixteen seconds: nobody speaks so long between two frames. */
const LONGEST_AUDIO = 1024 * 1024;
const SAMPLES_PER_MS = 24;

const Word = z.discriminatedUnion('type', [
  z.object({ type: z.literal('audio'), data: z.string() }),
  z.object({ type: z.literal('mute'), muted: z.boolean() }),
  z.object({ type: z.literal('stop') }),
]);

export function readVoiceWord(text: string): Read<VoiceWord> {
  const read = readWord(text, Word);
  if (!read.ok || read.word.type !== 'audio') return read as Read<VoiceWord>;
  const { data } = read.word;
  if (data.length > LONGEST_AUDIO)
    return { ok: false, error: 'The audio of one frame is longer than 1 MiB; send shorter ones.' };
  const decoded = decodePcm16(data);
  if (decoded.ok) {
    const ms = decoded.samples.length / SAMPLES_PER_MS;
    return { ok: true, word: { type: 'audio', audio: data, ms } };
  }
  const error =
    decoded.why === 'odd-bytes'
      ? 'The audio has an odd number of bytes; 16-bit samples have two each.'
      : 'The audio is not base64.';
  return { ok: false, error };
}
