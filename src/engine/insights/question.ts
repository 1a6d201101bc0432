/** A reading becomes a question for a tool; one that leans on the question before takes over what it leaves open. Pure. */
import type { Filter, Reading } from './reading.ts';

/** A query description, and the tool that takes it. */
export type Question =
  | {
      readonly tool: 'show_metrics';
      readonly arguments: {
        readonly metrics?: readonly string[] | undefined;
        readonly period?: string | undefined;
        readonly filter?: Filter;
      };
    }
  | {
      readonly tool: 'show_chart';
      readonly arguments: {
        readonly kind?: string;
        readonly measure: string;
        readonly dimension?: string;
        readonly series?: string;
        readonly period?: string;
        readonly filter?: Filter;
        readonly comparison?: 'previous_period';
      };
    };

const OF_TIME = new Set(['day', 'week']);
const SINGLE_CALLS = new Set(['histogram', 'scatter']);

/** @returns undefined where the words ask nothing that the tools could answer. */
export function questionOf(reading: Reading, before: Question | undefined): Question | undefined {
  const { measures, dimensions, period, filter, overview } = reading;
  const says =
    measures.length > 0 ||
    dimensions.length > 0 ||
    period !== undefined ||
    Object.keys(filter).length > 0 ||
    reading.drawn ||
    reading.comparison !== undefined ||
    reading.unfiltered;
  if (!says && !overview) return undefined;
  const isNew = before === undefined || (!reading.leans && (measures.length > 0 || overview));
  if (!isNew) return followed(reading, before);
  // Whoever asks the next thing means the same time, unless another one is named.
  return fresh({ ...reading, period: period ?? before?.arguments.period });
}

function fresh(reading: Reading): Question | undefined {
  const { measures, dimensions, kind, period, filter, comparison, drawn, overview } = reading;
  const byReason = dimensions.includes('escalation_reason');
  const several = (filter['scenario']?.length ?? 0) > 1 && !dimensions.includes('scenario');
  const parted = dimensions.length > 0 || several;
  if (!parted && !drawn) {
    if (measures.length === 0 && !overview && period === undefined) return undefined;
    return {
      tool: 'show_metrics',
      arguments: tidy({ metrics: measures.length > 0 ? measures : undefined, period, filter }),
    };
  }
  const measure = byReason && isPlain(measures) ? 'escalations' : (measures[0] ?? 'calls');
  // Things are compared with each other, not with their past.
  const sideBySide = Object.values(filter).some((values) => values.length > 1);
  return chart({
    kind,
    measure,
    comparison: sideBySide ? undefined : comparison,
    dimensions: several ? [...dimensions, 'scenario'] : dimensions,
    period,
    filter,
  });
}

/** "And by scenario?", "as a bar chart", "only escalated ones", "and last month?" */
function followed(reading: Reading, before: Question): Question | undefined {
  const { measures, dimensions, kind, drawn, unfiltered } = reading;
  const period = reading.period ?? before.arguments.period;
  const filter = { ...(unfiltered ? {} : before.arguments.filter), ...reading.filter };
  const last = before.tool === 'show_chart' ? before.arguments : undefined;
  const staysFigures =
    last === undefined && dimensions.length === 0 && !drawn && reading.comparison === undefined;
  if (staysFigures) {
    const metrics =
      measures.length > 0
        ? measures
        : (before.arguments as { metrics?: readonly string[] }).metrics;
    return { tool: 'show_metrics', arguments: tidy({ metrics, period, filter }) };
  }
  const known =
    last?.measure ?? (before.arguments as { metrics?: readonly string[] }).metrics?.[0] ?? 'calls';
  const byReason = dimensions.includes('escalation_reason') && isPlain([measures[0] ?? known]);
  const measure = byReason ? 'escalations' : (measures[0] ?? known);
  const parts = dimensions.length > 0 ? dimensions : partsOf(last);
  const comparison = reading.comparison ?? last?.comparison;
  // A kind that suited the days need not suit the scenarios.
  const kept = dimensions.length === 0 ? last?.kind : undefined;
  return chart({ kind: kind ?? kept, measure, dimensions: parts, period, filter, comparison });
}

function partsOf(
  last: { readonly dimension?: string; readonly series?: string } | undefined,
): string[] {
  return [last?.dimension, last?.series].filter((part) => part !== undefined);
}

/** Reasons are those of escalations, whatever was counted. */
function isPlain(measures: readonly string[]): boolean {
  return measures.every((name) => name === 'calls' || name === 'escalations');
}

function chart(wanted: {
  readonly kind: string | undefined;
  readonly measure: string;
  readonly dimensions: readonly string[];
  readonly period: string | undefined;
  readonly filter: Filter;
  readonly comparison: 'previous_period' | 'none' | undefined;
}): Question {
  const { kind, measure, period, filter } = wanted;
  const comparison = wanted.comparison === 'none' ? undefined : wanted.comparison;
  // Days follow each other along the axis; the rest are their colours.
  const ordered = wanted.dimensions.toSorted(
    (a, b) => Number(OF_TIME.has(b)) - Number(OF_TIME.has(a)),
  );
  const [one, two] = kind === 'heat_map' && ordered[0] === 'hour' ? ordered.toReversed() : ordered;
  // Single calls are coloured by it; there is no axis of names.
  const parts = SINGLE_CALLS.has(kind ?? '') ? { series: one } : { dimension: one, series: two };
  return {
    tool: 'show_chart',
    arguments: tidy({ kind, measure, ...parts, period, filter, comparison }) as Extract<
      Question,
      { tool: 'show_chart' }
    >['arguments'],
  };
}

/** Without what was left open. */
function tidy<Arguments extends { readonly filter?: Filter }>(given: Arguments): Arguments {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) =>
        value !== undefined && !(name === 'filter' && Object.keys(value).length === 0),
    ),
  ) as Arguments;
}
