/** Phrases written in one line: `lost my | stolen | cannot find`. */
export function anyOf(phrases: string): readonly string[] {
  return phrases
    .split('|')
    .map((phrase) => phrase.trim().replaceAll(/\s+/g, ' '))
    .filter((phrase) => phrase !== '');
}

/** Values of a slot and how callers say them. A value that is said as it stands need not be repeated. */
export function choices(
  byValue: Readonly<Record<string, string>>,
): { readonly value: string; readonly phrases: readonly string[] }[] {
  return Object.entries(byValue).map(([value, phrases]) => ({ value, phrases: anyOf(phrases) }));
}
