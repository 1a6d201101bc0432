/** Which of a client's tools the words are about, and the free text in them. Pure. */
import type { FunctionTool } from '#protocol/session.ts';
import { plain } from './tool-output.ts';

/** Which of these tools the words are about, by the words of its name and description; undefined: none clearly. */
export function toolAbout(text: string, tools: readonly FunctionTool[]): string | undefined {
  const said = new Set(stems(text));
  let best: { name: string; score: number } | undefined;
  for (const { name, description = '' } of tools) {
    const named = stems(plain(name)).filter((word) => said.has(word)).length;
    const described = new Set(stems(description).filter((word) => said.has(word))).size;
    const score = named * 2 + described;
    if (score >= 2 && score > (best?.score ?? 0)) best = { name, score };
  }
  return best?.name;
}

const EMPTY = new Set(
  'the a an of to for in on and or is it my me i you your with this that when use call caller get set user tool'.split(
    ' ',
  ),
);

function stems(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word.length > 1 && !EMPTY.has(word))
    .map((word) => word.replace(/(?:ing|ed|es|s)$/, ''));
}

/** A free text for an argument: what stands after the last "in", "for", "to" …, or the words as they are. */
export function freeText(text: string, direct: boolean): string | undefined {
  const clean = text.trim().replace(/[.?!]+$/, '');
  const after = /.*\b(?:in|for|to|at|of|about|named|called|from|is)\s+(?<rest>\S.*)$/i.exec(clean)
    ?.groups?.['rest'];
  return after ?? (direct && clean !== '' ? clean : undefined);
}
