/** Keys and tokens must reach no log, no record and no person, whoever quoted them. */

/** What keys look like where nobody told us of them: OpenAI's, ephemeral ones, JSON web tokens, headers, queries. */
const LOOKS_LIKE_A_KEY =
  /\b(?:sk|ek|rk)[-_][\w*.-]{6,}|\beyJ[\w-]{8,}(?:\.[\w-]*){0,2}|(?<=\b(?:bearer|api[-_]key)["']?\s*[:= ]\s*["']?)[^\s"'&,;]{6,}/giu;

const SHORTEST_SECRET = 4;

/** The text without these secrets, whole or as the parts that services like to quote, and without what looks like one. */
export function maskSecrets(text: string, secrets: readonly (string | undefined)[] = []): string {
  let masked = text;
  for (const secret of secrets)
    if (secret !== undefined && secret.length >= SHORTEST_SECRET)
      masked = masked.replaceAll(secret, '[key]');
  return masked.replace(LOOKS_LIKE_A_KEY, '[key]');
}
