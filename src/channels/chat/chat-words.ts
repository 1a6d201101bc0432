/** The border to a client of `/chat`: what it types and what it clicks. */
import { z } from 'zod';
import { type Read, readWord } from '#channels/voice/words.ts';

const LONGEST_TEXT = 2_000;
const name = z.string().regex(/^[\w-]{1,40}$/);

const Word = z.discriminatedUnion('type', [
  z.object({ type: z.literal('text'), text: z.string().trim().min(1).max(LONGEST_TEXT) }),
  z.object({ type: z.literal('mode'), mode: name }),
  z.object({ type: z.literal('persona'), persona: name }),
  z.object({ type: z.literal('stop') }),
]);
export type ChatWord = z.infer<typeof Word>;

export function readChatWord(text: string): Read<ChatWord> {
  return readWord(text, Word);
}
