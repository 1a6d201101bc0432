/** How an answer is put in each mode: a briefing of three sentences, an analyst's figures, a coach's advice. Pure. */
import type { Outcome } from '#engine/dialogue/tool-output.ts';
import { adviceOn, examplesIn } from './coaching.ts';
import { figuresIn, type FigureFact } from './figure-facts.ts';
import type { Manner } from './manner.ts';

const BRIEFING_SENTENCES = 3;
const UNITS: Readonly<Record<string, string>> = {
  '%': ' percent',
  s: ' seconds',
  ms: ' milliseconds',
  US$: ' dollars',
  calls: '',
  'per call': '',
};

export interface Style {
  /** As in the session's instructions. */
  readonly mode: string;
  readonly manner: Manner;
}

export interface Telling {
  /** What was asked is how it is computed. */
  readonly isFormula: boolean;
  /** Nobody has said yet that there are made-up calls. */
  readonly tellsDemo: boolean;
}

export function phrased(
  { ok, say, facts }: Outcome,
  { mode, manner }: Style,
  { isFormula, tellsDemo }: Telling,
): string {
  if (!ok) return say;
  if (isFormula) return formulaIn(facts) ?? say;
  if (facts['calls'] === 0) return say;
  const note = tellsDemo ? demoNote(facts) : undefined;
  const after = note === undefined ? [] : [note];
  const answer = manner.says(say);
  switch (mode) {
    case 'executive':
      return [...brief(answer, BRIEFING_SENTENCES - after.length), ...after].join(' ');
    case 'coach':
      return joined([answer, ...after, ...examplesIn(facts), adviceOn(facts)]);
    default: {
      const offer = 'kind' in facts ? manner.offers.chart : manner.offers.figures;
      return joined([answer, formerly(facts), ...after, offer]);
    }
  }
}

function joined(parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== '').join(' ');
}

/** Nothing is left out: what is too much for another sentence is added to the last one. */
function brief(text: string, most: number): string[] {
  // A dot inside "68.2" ends nothing.
  const sentences = text.split(/(?<=[.?!])\s+/);
  if (sentences.length <= most) return sentences;
  const [first = '', ...others] = sentences.slice(most - 1);
  const rest = others.map((each) => `; ${each.slice(0, 1).toLowerCase()}${each.slice(1, -1)}`);
  return [...sentences.slice(0, most - 1), `${first.slice(0, -1)}${rest.join('')}.`];
}

function demoNote(facts: Readonly<Record<string, unknown>>): string | undefined {
  const { demo_calls: made, calls } = facts;
  if (typeof made !== 'number' || made === 0) return undefined;
  return made === calls ? 'These calls are made up.' : `Of these calls, ${made} are made up.`;
}

/** What an analyst compares with: "In the week before, the containment rate was 69 percent." */
function formerly(facts: Readonly<Record<string, unknown>>): string | undefined {
  const { compared_with: when } = facts;
  const known = figuresIn(facts).filter(({ before }) => typeof before === 'number');
  if (typeof when !== 'string' || known.length === 0) return undefined;
  const said = known.map(
    ({ label, before, unit }) =>
      `the ${label} was ${shortened(before ?? 0)}${UNITS[unit ?? ''] ?? ''}`,
  );
  const last = said.at(-1) ?? '';
  const first = said.slice(0, -1).join(', ');
  return `In ${when}, ${first === '' ? last : `${first}, and ${last}`}.`;
}

/** Three digits are enough by ear. */
function shortened(value: number): number {
  const places = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return Number(value.toFixed(places));
}

function formulaIn(facts: Readonly<Record<string, unknown>>): string | undefined {
  const [figure] = figuresIn(facts);
  return figure?.formula === undefined ? undefined : formulaWords(figure, figure.formula);
}

function formulaWords({ label }: FigureFact, formula: string): string {
  const words = formula.replaceAll(' / ', ', divided by the number of ');
  return `The ${label} is: ${words}${words.endsWith('.') ? '' : '.'}`;
}
