/** Short references that people read out to each other: "DP-482913". */
import { randomInt } from 'node:crypto';

/** Not unique by itself: whoever writes it into a table tries again where it is taken. */
export function shortReference(prefix: string): string {
  return `${prefix}-${randomInt(100_000, 1_000_000)}`;
}

/** @param take resolves to whether the reference was free, and is now taken. */
export async function freshReference(
  prefix: string,
  take: (reference: string) => Promise<boolean>,
): Promise<string> {
  for (;;) {
    const reference = shortReference(prefix);
    if (await take(reference)) return reference;
  }
}
