/** A secret that is kept only as a salted hash, and compared in constant time. */
import { type ScryptOptions, randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** A four-digit PIN has 10,000 values whatever the hash costs; what guards it is the limit on attempts. */
const COST = 1_024;
const KEY_BYTES = 32;

/** What `matchesSecret` is given where there is nothing to compare with: it takes as long, and never matches. */
export const NO_SECRET = `scrypt$${COST}$AAAAAAAAAAAAAAAAAAAAAA==$`;

/** @returns `scrypt$cost$salt$key`, the last two in base64. Computed on a thread of its own. */
export async function hashSecret(secret: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(secret, salt, { N: COST });
  return `scrypt$${COST}$${salt.toString('base64')}$${key.toString('base64')}`;
}

export async function matchesSecret(secret: string, hash: string): Promise<boolean> {
  const [, cost, salt = '', key = ''] = hash.split('$');
  const derived = await derive(secret, Buffer.from(salt, 'base64'), { N: Number(cost) });
  const expected = Buffer.from(key, 'base64');
  return expected.length === derived.length && timingSafeEqual(derived, expected);
}

/** Equal texts, in a time that tells nothing about where they differ. Both are short and of known shape. */
export function equalText(a: string, b: string): boolean {
  const [left, right] = [Buffer.from(a), Buffer.from(b)];
  return left.length === right.length && timingSafeEqual(left, right);
}

function derive(secret: string, salt: Buffer, options: ScryptOptions): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(secret, salt, KEY_BYTES, options, (error, key) =>
      error === null ? resolve(key) : reject(error),
    );
  });
}
