/** Words as a recogniser writes them: lower case, no punctuation, "don't" as "dont". */
export function plainWords(text: string): string {
  return text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .replaceAll(/[^a-z0-9]+/g, ' ')
    .trim();
}
