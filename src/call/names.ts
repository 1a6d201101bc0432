/** Names of people: a card that is passed on has initials, "M. L.", whoever said the name and wherever. */

const SHORTEST = 2;

/** The names known so far and those in a tool's arguments or facts. */
export function namesIn(known: readonly string[], values: object): readonly string[] {
  const found = Object.entries(values).flatMap(([key, value]: [string, unknown]) =>
    /name$|^recipient$|^payee$/i.test(key) && typeof value === 'string'
      ? value.split(/[\s,.]+/).filter((part) => part.length >= SHORTEST && /^\p{L}/u.test(part))
      : [],
  );
  return [...new Set([...known, ...found])];
}

export function withoutNames(text: string, names: readonly string[]): string {
  let safe = text;
  for (const name of names) {
    const escaped = name.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
    safe = safe.replaceAll(
      new RegExp(String.raw`(?<![\p{L}\p{N}])${escaped}(?![\p{L}\p{N}])`, 'giu'),
      initial,
    );
  }
  return safe;
}

function initial(name: string): string {
  return `${name.slice(0, 1).toUpperCase()}.`;
}
