/** Recognised words as one writes them: "My card ends in 4829." For people who read; whoever decides keeps the words. */
import { numberRuns } from './number-words.ts';

/** Fewer digits than that are words to the eye as well: "one card". */
const WRITTEN_DIGITS = 2;
const UPPER =
  /\b(?:i(?='(?:m|d|ve|ll)\b|\b)|january|february|april|june|july|august|september|october|november|december|monday|tuesday|wednesday|thursday|friday|saturday|sunday|(?:march|may)(?= (?:the )?(?:\d|first|second|third|\w+th\b)))/g;
const ASKS =
  /^(?:(?:and|so|but|okay|well|sorry|um|uh) )*(?:what|when|where|who|whose|why|how|which)\b/;
const ASKS_WHETHER =
  /^(?:(?:and|so|but|okay|well|sorry|um|uh) )*(?:(?:can|could|would|will|does|did|am|is|are|was|were|may|shall|should|has) (?:i|you|we|they|he|she|it|there|this|that|the|my|your|somebody|someone|anybody|anyone)|(?:do|have) (?:i|you|we|they))\b/;
/** "What a pity", "how nice of you": no questions. */
const EXCLAIMS = /^(?:what an? |how (?:nice|kind|awful|terrible|strange))/;

/** Written by somebody already; or nothing but what stands for a secret: "[number]". */
const IS_WRITTEN = /[A-Z.?!,]|^\[\w+\]$/;

/** What is written already is left as it is. */
export function writtenForm(words: string): string {
  const text = words.trim();
  if (text === '' || IS_WRITTEN.test(text)) return words;
  const numbers = withDigits(text).replaceAll(UPPER, (word) => capital(word));
  return capital(numbers) + (isQuestion(text) ? '?' : '.');
}

function withDigits(text: string): string {
  let written = '';
  let from = 0;
  for (const { start, end, digits, scaled } of numberRuns(text)) {
    // "Four thousand" stays in words: what its digits are is for a grammar.
    if (scaled || digits.length < WRITTEN_DIGITS) continue;
    written += text.slice(from, start) + digits;
    from = end;
  }
  return written + text.slice(from);
}

function isQuestion(text: string): boolean {
  return (ASKS.test(text) || ASKS_WHETHER.test(text)) && !EXCLAIMS.test(text);
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
