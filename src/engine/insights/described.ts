/** A question in one line, to be compared and read: `show_chart measure=calls dimension=day period="last week"`. Pure. */
import type { Question } from './question.ts';

export function described({ tool, arguments: { filter = {}, ...rest } }: Question): string {
  const shown = Object.entries({ ...rest, ...filter }).map(([name, value]) => {
    const text = String(value);
    return `${name}=${text.includes(' ') ? `"${text}"` : text}`;
  });
  return [tool, ...shown].join(' ');
}
