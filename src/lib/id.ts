/** Identifiers in the shape the Realtime protocol uses: a prefix and 21 letters or digits. */
const ALPHABET = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

interface RandomSource {
  crypto: { getRandomValues(bytes: Uint8Array): Uint8Array };
}

/** A new identifier, e.g. `makeId('item')` → `item_3fG…`. 62^21 values: never guessed, never repeated. */
export function makeId(prefix: string, length = 21): string {
  const { crypto } = globalThis as unknown as RandomSource;
  let id = `${prefix}_`;
  for (const byte of crypto.getRandomValues(new Uint8Array(length))) id += ALPHABET[byte % 62];
  return id;
}
