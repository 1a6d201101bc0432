/** Is this the shop that was heard? "blew harbour" is Blue Harbor Electronics. Pure. */

/** How much of a name must be heard right. */
const ALIKE = 0.72;
/** Sounds that are written in several ways, as one; the later rules see what the earlier have made. */
const SOUNDS: readonly (readonly [RegExp, string])[] = [
  [/ph/g, 'f'],
  [/ou(?=r)/g, 'o'],
  [/ew|ue|oo|ou/g, 'u'],
  [/ee|ea|ie|ey|y/g, 'i'],
  [/ai|ay|ei/g, 'e'],
  [/c(?=[ei])|z/g, 's'],
  [/ck|c|q/g, 'k'],
  [/x/g, 'ks'],
  [/wh/g, 'w'],
  [/kn/g, 'n'],
  [/(.)\1+/g, '$1'],
  // A silent ending: "blue", "more".
  [/e\b/g, ''],
];
/** Said around the name, and part of no shop's. */
const AROUND = new Set(
  'a an the at from to of in on for by it is was i my me charge charged payment purchase store shop place called something like named and dollars'.split(
    ' ',
  ),
);

/**
 * @param said the name as it was understood, also in the middle of a sentence
 * @returns how well it fits, 0 to 1; below what counts as the same name: 0
 */
export function merchantLikeness(said: string, merchant: string): number {
  const heard = soundsOf(said, AROUND);
  const name = soundsOf(merchant);
  if (heard.join('').length < 3) return 0;
  // Either is part of the other: "blue harbor", or "it says blue harbor electronics on the bill".
  const begin = name.slice(0, 2);
  const likeness = Math.max(
    heard.join('').length <= name.join('').length + 3 ? within(heard.join(''), name.join('')) : 0,
    begin.join('').length >= 4 ? within(begin.join(''), heard.join('')) : 0,
  );
  return likeness >= ALIKE ? likeness : 0;
}

export function soundsOf(text: string, without: ReadonlySet<string> = new Set()): string[] {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replaceAll(/['’\p{M}]/gu, '')
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '' && !without.has(word))
    .map((word) => SOUNDS.reduce((sound, [spelled, as]) => sound.replace(spelled, as), word));
}

/** How much of `part` stands somewhere in `whole`, letter by letter, mistakes counted off. */
function within(part: string, whole: string): number {
  const letters = whole.split('');
  let row = Array.from({ length: whole.length + 1 }, () => 0);
  for (const [index, letter] of part.split('').entries()) {
    const next = [index + 1];
    for (const [column, other] of letters.entries())
      next.push(
        Math.min(
          (row[column] ?? 0) + (letter === other ? 0 : 1),
          (row[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
        ),
      );
    row = next;
  }
  return 1 - Math.min(...row) / part.length;
}
