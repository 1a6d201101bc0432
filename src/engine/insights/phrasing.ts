/** How an answer is put in each mode: a briefing of three sentences, an analyst's figures, a coach's advice. Pure. */
import type { Outcome } from '#engine/dialogue/tool-output.ts';

const BRIEFING_SENTENCES = 3;
const OPEN_QUESTIONS = {
  figures: 'Shall I break that down by day or by scenario?',
  chart: 'I can also compare it with the period before, or take only some of the calls.',
} as const;

/** What a coach would try first, where a figure is off its target. */
const ADVICE: Readonly<Record<string, string>> = {
  containment: 'Listen first to calls that were escalated although Luna could have gone on.',
  contained_resolution: 'Listen to the second calls: what was still open after the first?',
  escalation_rate: 'Look at the reasons: what callers ask a person for can often be said earlier.',
  handling_time: 'Long calls often ask for the same thing twice; look at what is asked first.',
  latency_p50: 'Callers feel a wait of more than a second; see which provider is slow.',
  latency_p95: 'The slowest turns are what callers remember; see at which hours they happen.',
  interruptions: 'Who is interrupted often speaks too long: shorter sentences help.',
  false_barge_ins: 'Noise makes Luna hesitate: find out where these callers call from.',
  dead_air: 'Say what is being looked up while it is looked up; silence sounds like a dead line.',
  tool_failures: 'Each failure is a promise broken in mid-call: see which tool it is.',
  identity_failures: 'Ask for one thing at a time, and say why it is asked for.',
};

/** @param mode as in the session's instructions. @param isFormula: what was asked is how it is computed. */
export function phrased({ ok, say, facts }: Outcome, mode: string, isFormula: boolean): string {
  if (!ok) return say;
  if (isFormula) return formulaIn(facts) ?? say;
  const nothing = facts['calls'] === 0;
  if (nothing) return say;
  switch (mode) {
    case 'executive':
      return sentencesOf(say).slice(0, BRIEFING_SENTENCES).join(' ');
    case 'coach':
      return [say, ...examplesIn(facts), adviceOn(facts)].filter((part) => part !== '').join(' ');
    default:
      return `${say} ${'kind' in facts ? OPEN_QUESTIONS.chart : OPEN_QUESTIONS.figures}`;
  }
}

/** A dot inside "68.2" ends nothing. */
function sentencesOf(text: string): string[] {
  return text.split(/(?<=[.?!])\s+/);
}

interface FigureFact {
  readonly name: string;
  readonly label: string;
  readonly formula?: string;
  readonly on_target?: boolean | null;
}

function figuresIn(facts: Readonly<Record<string, unknown>>): readonly FigureFact[] {
  const { figures } = facts as { figures?: unknown };
  return Array.isArray(figures) ? (figures as readonly FigureFact[]) : [];
}

function formulaIn(facts: Readonly<Record<string, unknown>>): string | undefined {
  const [figure] = figuresIn(facts);
  if (figure?.formula === undefined) return undefined;
  const words = figure.formula.replaceAll(' / ', ', divided by the number of ');
  return `The ${figure.label} is: ${words}${/[.]$/.test(words) ? '' : '.'}`;
}

function adviceOn(facts: Readonly<Record<string, unknown>>): string {
  const off = figuresIn(facts).find(({ on_target: on }) => on === false);
  return off === undefined
    ? figuresIn(facts).length > 0
      ? 'That is on target: keep it up.'
      : ''
    : (ADVICE[off.name] ?? '');
}

function examplesIn(facts: Readonly<Record<string, unknown>>): string[] {
  const { examples } = facts as { examples?: unknown };
  if (!Array.isArray(examples) || examples.length === 0) return [];
  const said = (examples as readonly { said?: unknown }[])
    .map(({ said: words }) => words)
    .filter((words) => typeof words === 'string');
  return said.length === 0 ? [] : [`For example, ${said.join('; and ')}.`];
}
