/** A frame of JSON text against the words a door understands. */
import type { z } from 'zod';

export type Read<Word> =
  | { readonly ok: true; readonly word: Word }
  /** For the client: a sentence. */
  | { readonly ok: false; readonly error: string };

const LONGEST_NAME = 64;

/** @param words a union told apart by `type`. */
export function readWord<Words extends z.ZodDiscriminatedUnion>(
  text: string,
  words: Words,
): Read<z.infer<Words>> {
  const message = parse(text);
  if (typeof message !== 'object' || message === null || Array.isArray(message))
    return { ok: false, error: 'A frame must be a JSON object.' };
  const { type } = message as { type?: unknown };
  const parsed = words.safeParse(message);
  if (parsed.success) return { ok: true, word: parsed.data };
  const [issue] = parsed.error.issues;
  const name = typeof type === 'string' ? type.slice(0, LONGEST_NAME) : undefined;
  if (issue?.code === 'invalid_union' && 'options' in issue) {
    const wrong =
      name === undefined ? "A frame needs a 'type'" : `There is no frame of type "${name}"`;
    return { ok: false, error: `${wrong}; allowed: ${(issue.options ?? []).join(', ')}.` };
  }
  return {
    ok: false,
    error: `${name}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'wrong'}.`,
  };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined; // refused as "must be a JSON object"
  }
}
