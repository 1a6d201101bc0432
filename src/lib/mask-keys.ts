/** Keys and tokens in words that go to a log or a record. Pure. */

/** A key's own beginning, a header's value, a token of three parts, or a run that no word and no id of ours is. */
const KEY = /\b(?:sk|ek|rk)-[\w-]{6,}|\bBearer\s+\S+|\beyJ[\w-]+\.[\w-]+\.[\w-]+|\b[\w-]{40,}/g;

export function maskKeys(text: string): string {
  return text.replaceAll(KEY, '[key]');
}
