/** Fills `{name}` places in a sentence; a place without a value goes, with the space before it. */
export function fill(
  sentence: string,
  values: Readonly<Record<string, string | undefined>>,
): string {
  return sentence.replaceAll(
    /(?<space> ?)\{(?<name>\w+)\}/g,
    (_, space: string, name: string): string => {
      const value = values[name];
      return value === undefined ? '' : space + value;
    },
  );
}
