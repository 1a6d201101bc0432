/** Instructions for one response that give the very words: `Say "One moment, please." and nothing else.` Pure. */
const QUOTED = /\b(?:say|greet|tell|reply|respond)\b[^"“]*["“](?<text>[^"”]+)["”]/i;

export function quotedIn(instructions: string | undefined): string | undefined {
  return QUOTED.exec(instructions ?? '')?.groups?.['text'];
}
