/** What is said by those who mean ill: `utterances.txt`, by its headings. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const utterances: ReadonlyMap<string, readonly string[]> = read();

function read(): Map<string, string[]> {
  const text = readFileSync(join(import.meta.dirname, 'utterances.txt'), 'utf8');
  const byKind = new Map<string, string[]>();
  let kind = '';
  for (const line of text.split('\n').filter(Boolean))
    if (line.startsWith('# ')) byKind.set((kind = line.slice(2)), []);
    else byKind.get(kind)?.push(line);
  return byKind;
}
