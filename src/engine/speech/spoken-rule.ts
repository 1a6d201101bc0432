/** A rule of spoken text: what is said where a pattern is written. */

/** The pattern's named groups. */
export type Found = Readonly<Record<string, string | undefined>>;

export type Rule = readonly [pattern: RegExp, say: (found: Found, written: string) => string];

/** Every pattern has named groups, or `found` would be the text. */
export function applyRules(text: string, rules: readonly Rule[]): string {
  let said = text;
  for (const [pattern, say] of rules) {
    said = said.replace(pattern, (match, ...rest: unknown[]) => {
      const found = rest.at(-1);
      return say(typeof found === 'object' ? (found as Found) : {}, match);
    });
  }
  return said;
}
