/** The figures in what people say and write, in one spelling: "$1,300.00", "thirteen hundred", "one thousand three hundred". */
import { numberRuns } from '#lib/number-words.ts';

/**
 * @returns digits without separators; "$349.99" gives the whole ("34999") and its parts ("349", "99"), because
 * people say it either way.
 */
export function figuresIn(text: string): string[] {
  const found: string[] = [];
  const written = text
    .replaceAll(/(?<=\d),(?=\d{3}\b)/g, '')
    .replaceAll(/(?<=\d)\.00\b/g, '')
    .replaceAll(/\b(\d+)\.(\d\d)\b/g, (_, whole: string, cents: string) => {
      found.push(whole + cents, whole, cents);
      return ' ; ';
    });
  for (const { start, end, digits, scaled } of numberRuns(written))
    found.push(scaled ? amountOf(written.slice(start, end)) : digits);
  return found;
}

/** "Six thousand two hundred" and "6 thousand 2 hundred". */
function amountOf(words: string): string {
  let total = 0;
  let part = 0;
  for (const word of words.toLowerCase().match(/\w+/g) ?? []) {
    if (word === 'hundred') part = Math.max(1, part) * 100;
    else if (word === 'thousand' || word === 'million') {
      total += Math.max(1, part) * (word === 'thousand' ? 1_000 : 1_000_000);
      part = 0;
    } else {
      const [run] = numberRuns(word);
      part += Number(run?.digits ?? '');
    }
  }
  return String(total + part);
}
