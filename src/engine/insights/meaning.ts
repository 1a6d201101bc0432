/** What was understood, in words that can be compared with what is right: periods as the days they are. For tests and benches. Pure. */
import { periodOf } from '#lib/period.ts';
import { zoneOf } from '#lib/zone.ts';
import { described } from './described.ts';
import type { Question } from './question.ts';
import { DEFINITION } from './talk-vocabulary.ts';
import { wishIn } from './wish.ts';

const TOOLS = new Set(['show_metrics', 'show_chart', 'switch_mode', 'switch_persona']);
const UTC = zoneOf('UTC');
/** A Thursday, noon: what "today" is in the questions. */
const NOW = Date.UTC(2026, 10, 19, 12);

export interface Understood {
  /** One for each question; `scope` where only what can be asked was said. */
  readonly means: readonly string[];
  /** What the next question may lean on. */
  readonly last: Question | undefined;
}

export function understood(words: string, before: Question | undefined): Understood {
  const wish = wishIn(words, before, TOOLS);
  switch (wish.kind) {
    case 'questions': {
      const last = wish.questions.at(-1);
      const isFormula = DEFINITION.test(words.toLowerCase());
      const means = wish.questions.map((each) =>
        isFormula ? `define ${measureOf(each)}` : dated(each),
      );
      return { means: means.map(inOrder), last };
    }
    case 'switch':
      return { means: [wish.to.tool], last: before };
    case 'goodbye':
    case 'thanks':
      return { means: [wish.kind], last: before };
    case 'help':
    case 'small_talk':
    case 'lost':
      return { means: ['scope'], last: before };
  }
}

function measureOf(question: Question): string {
  return question.tool === 'show_chart'
    ? question.arguments.measure
    : String(question.arguments.metrics);
}

/** The order in which a description names its parts does not matter. */
export function inOrder(description: string): string {
  const [tool = '', ...parts] = description.split(' ');
  return [tool, ...parts.toSorted()].join(' ');
}

function dated(question: Question): string {
  const { period, against, ...rest } = question.arguments;
  const days = Object.entries({ period, against }).flatMap(([name, words]) =>
    words === undefined ? [] : [[name, daysOf(words)]],
  );
  return described({ ...question, arguments: { ...rest, ...Object.fromEntries(days) } });
}

function daysOf(words: string): string {
  const period = periodOf(words, NOW, UTC);
  if (period === undefined) return `unknown:${words.replaceAll(' ', '-')}`;
  return period.fromMs === 0 ? 'so-far' : `${moment(period.fromMs)}..${moment(period.toMs)}`;
}

function moment(ms: number): string {
  if (ms === NOW) return 'now';
  return new Date(ms).toISOString().slice(0, 16).replace('T00:00', '');
}
