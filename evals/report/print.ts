/** The evaluation on a terminal: each failure as it comes, and a table at the end. */
import type { Entry } from '../line/diary.ts';
import type { Played } from '../play-run.ts';
import { nameOf } from '../plan.ts';
import { type Figures, figuresOf } from './figures.ts';

export function progressLine({ run, call, verdict }: Played, done: number, all: number): string {
  const mark = verdict.passed ? 'right' : 'WRONG';
  const why = [...verdict.wrong, ...verdict.broken.map((rule) => `RULE: ${rule}`)];
  const head = `${String(done).padStart(4)} of ${all}  ${mark}  ${nameOf(run)}  (${call.seconds.toFixed(1)} s)`;
  return [head, ...why.map((sentence) => `        ${sentence}`)].join('\n');
}

export function story({ call }: Played): string {
  const startedAt = call.entries[0]?.at ?? 0;
  return call.entries
    .map((entry) => {
      const at = `${String(entry.at - startedAt).padStart(7)} ms  `;
      return at + lineOf(entry);
    })
    .map((line) => `    ${line}`)
    .join('\n');
}

function lineOf(entry: Entry): string {
  switch (entry.is) {
    case 'luna':
      return `Luna:   ${entry.text}`;
    case 'cut':
      return `        (cut off after "${entry.text}")`;
    case 'caller':
      return `Caller: ${entry.text}   [${entry.question}]`;
    case 'understood':
      return `        (understood "${entry.text}")`;
    case 'tool':
      return `        → ${entry.tool} ${JSON.stringify(entry.asked)} ${entry.ok ? 'ok' : 'refused'} ${JSON.stringify(entry.returned)}`;
    case 'identity':
      return `        → identity ${entry.level}`;
    case 'error':
      return `        error: ${entry.text}`;
  }
}

export const HEADS = [
  'runs',
  'pass^1',
  'pass^3',
  'WER',
  'turns',
  's/call',
  'rules broken',
] as const;

export function table(played: readonly Played[]): string {
  const conditions = [...new Set(played.map(({ run }) => run.condition))];
  const lines: string[] = [];
  for (const condition of conditions) {
    const under = played.filter(({ run }) => run.condition === condition);
    lines.push('', row([condition, ...HEADS]));
    const scenarios = Map.groupBy(under, ({ run }) => run.part.scenario || 'freeform');
    for (const [scenario, runs] of scenarios) lines.push(row(cells(scenario, figuresOf(runs))));
    lines.push(row(cells('all', figuresOf(under))));
  }
  return lines.join('\n');
}

export function cells(name: string, figures: Figures): string[] {
  const { runs, pass1, pass3, wordErrors, turns, seconds, broken } = figures;
  return [
    name,
    String(runs),
    pass1.toFixed(2),
    pass3?.toFixed(2) ?? '–',
    wordErrors === undefined ? '–' : `${wordErrors.toFixed(1)} %`,
    turns.toFixed(1),
    seconds.toFixed(1),
    String(broken),
  ];
}

function row([name = '', ...rest]: readonly string[]): string {
  return name.padEnd(16) + rest.map((cell) => cell.padStart(13)).join('');
}
