/** A reading becomes questions for the tools; one that leans on the question before takes over what it leaves open. Pure. */
import { MONTHS } from '#lib/calendar.ts';
import type { Filter, Reading } from './reading.ts';
import { isOneBefore } from './when.ts';

interface Shared {
  readonly period?: string | undefined;
  readonly against?: string | undefined;
  readonly filter?: Filter | undefined;
}

/** A query description, and the tool that takes it. */
export type Question =
  | {
      readonly tool: 'show_metrics';
      readonly arguments: Shared & { readonly metrics?: readonly string[] | undefined };
    }
  | {
      readonly tool: 'show_chart';
      readonly arguments: Shared & {
        readonly kind?: string | undefined;
        readonly measure: string;
        readonly dimension?: string | undefined;
        readonly series?: string | undefined;
        readonly comparison?: 'previous_period' | undefined;
        readonly top?: number | undefined;
        readonly order?: 'lowest' | undefined;
      };
    };

type ChartArguments = Extract<Question, { tool: 'show_chart' }>['arguments'];

const OF_TIME = new Set(['day', 'week', 'month']);
const SINGLE_CALLS = new Set(['histogram', 'scatter']);
/** Two of them in one breath are to be set side by side. */
const SET_SIDE_BY_SIDE = ['scenario', 'provider', 'mode', 'channel'] as const;
/** Of mornings and Mondays a week has too few. */
const OF_RECURRING = 'the last 30 days';
const MOST_CHARTS = 3;
const MONTH = new RegExp(`(?:${MONTHS.join('|')}|last month|this month)(?: \\d{4})?`);

/** @returns none where the words ask nothing that the tools could answer. */
export function questionsOf(reading: Reading, before: Question | undefined): Question[] {
  const { measures, dimensions, period, filter, overview, definition } = reading;
  const says =
    measures.length > 0 ||
    dimensions.length > 0 ||
    period !== undefined ||
    Object.keys(filter).length > 0 ||
    reading.ranking !== undefined ||
    reading.drawn ||
    reading.comparison !== undefined ||
    reading.half !== undefined ||
    reading.unfiltered;
  if (!says && !overview) return [];
  if (definition)
    return measures.length === 0
      ? []
      : [{ tool: 'show_metrics', arguments: { metrics: measures } }];
  const also = reading.also === undefined ? [] : [reading.also];
  return [reading.period, ...also].flatMap((each) => about({ ...reading, period: each }, before));
}

function about(reading: Reading, before: Question | undefined): Question[] {
  const { measures, overview, period } = reading;
  // Last night's football is none of ours.
  if (!reading.onlyPeriod && isBare(reading)) return [];
  const isNew = before === undefined || (!reading.leans && (measures.length > 0 || overview));
  if (!isNew) return followed(reading, before);
  // Whoever asks the next thing means the same time, unless another one is named.
  return fresh({ ...reading, period: period ?? carried(before, reading.dimensions) });
}

/** A day has no months: who asks by month after "yesterday" means more than that. */
function carried(before: Question | undefined, dimensions: readonly string[]): string | undefined {
  const period = before?.arguments.period;
  const isLong = /\b(?:months|quarter|year|since|ever|all|so far)\b/.test(period ?? '');
  return dimensions.includes('month') && !isLong ? undefined : period;
}

function fresh(reading: Reading): Question[] {
  const { measures, kind, filter, comparison, drawn, overview, against } = reading;
  const recurring = 'weekday' in filter || 'hour' in filter;
  const period = reading.period ?? (recurring ? OF_RECURRING : undefined);
  const apart = SET_SIDE_BY_SIDE.find((name) => (filter[name]?.length ?? 0) > 1);
  const dimensions =
    apart === undefined || reading.dimensions.includes(apart)
      ? reading.dimensions
      : [...reading.dimensions, apart];
  if (dimensions.length === 0 && !drawn) {
    const asks =
      measures.length > 0 || overview || period !== undefined || comparison !== undefined;
    if (!asks) return [];
    const metrics = measures.length > 0 ? measures : undefined;
    return [{ tool: 'show_metrics', arguments: tidy({ metrics, period, against, filter }) }];
  }
  const byReason = dimensions.includes('escalation_reason') && isPlain(measures);
  // Things are compared with each other, not with their past.
  const sideBySide = SET_SIDE_BY_SIDE.some((name) => (filter[name]?.length ?? 0) > 1);
  const named = byReason ? ['escalations'] : measures.length > 0 ? measures : ['calls'];
  return named.slice(0, MOST_CHARTS).map((measure) =>
    chart({
      ...ranks(reading),
      kind,
      measure,
      comparison: sideBySide ? undefined : comparison,
      against: sideBySide ? undefined : against,
      dimensions,
      period,
      filter,
    }),
  );
}

/** "And by scenario?", "as a bar chart", "only escalated ones", "and last month?" */
function followed(reading: Reading, before: Question): Question[] {
  const { measures, dimensions, kind, drawn, unfiltered } = reading;
  const period = reading.period ?? halfOf(reading.half, before) ?? carried(before, dimensions);
  const filter = { ...(unfiltered ? {} : before.arguments.filter), ...reading.filter };
  const last = before.tool === 'show_chart' ? before.arguments : undefined;
  const other = reading.against ?? before.arguments.against;
  // "Compared with last week?" where this week is spoken of.
  const against =
    reading.comparison === 'none' || (other !== undefined && isOneBefore(period, other))
      ? undefined
      : other;
  const known =
    before.tool === 'show_chart' ? [before.arguments.measure] : (before.arguments.metrics ?? []);
  const staysFigures =
    last === undefined && dimensions.length === 0 && !drawn && reading.ranking === undefined;
  if (staysFigures) {
    const metrics = measures.length > 0 ? measures : known.length > 0 ? known : undefined;
    return [{ tool: 'show_metrics', arguments: tidy({ metrics, period, against, filter }) }];
  }
  const asked = measures.length > 0 ? measures : known.length > 0 ? known.slice(0, 1) : ['calls'];
  const byReason = dimensions.includes('escalation_reason') && isPlain(asked);
  const parts = dimensions.length > 0 ? dimensions : partsOf(last);
  const comparison = reading.comparison ?? last?.comparison;
  // A kind and a ranking that suited the days need not suit the scenarios.
  const kept = dimensions.length === 0 ? last : undefined;
  const ranking = reading.ranking === undefined ? kept : undefined;
  return (byReason ? ['escalations'] : asked).slice(0, MOST_CHARTS).map((measure) =>
    chart({
      top: ranking?.top,
      order: ranking?.order,
      ...ranks(reading),
      kind: kind ?? kept?.kind,
      measure,
      dimensions: parts,
      period,
      filter,
      comparison,
      against,
    }),
  );
}

/** A period was named, and nothing that is ours. */
function isBare({
  measures,
  dimensions,
  filter,
  overview,
  drawn,
  leans,
  ...more
}: Reading): boolean {
  return (
    !leans &&
    !overview &&
    !drawn &&
    measures.length + dimensions.length + Object.keys(filter).length === 0 &&
    more.ranking === undefined &&
    more.comparison === undefined
  );
}

/** "And the first half?" of the month that was spoken of. */
function halfOf(half: Reading['half'], before: Question): string | undefined {
  const [month] = MONTH.exec(before.arguments.period ?? '') ?? [];
  return half === undefined || month === undefined ? undefined : `the ${half} half of ${month}`;
}

function ranks({ ranking }: Reading): Pick<ChartArguments, 'top' | 'order'> {
  if (ranking === undefined) return {};
  return { top: ranking.top, order: ranking.order === 'lowest' ? 'lowest' : undefined };
}

function partsOf(
  last:
    | { readonly dimension?: string | undefined; readonly series?: string | undefined }
    | undefined,
): string[] {
  return [last?.dimension, last?.series].filter((part) => part !== undefined);
}

/** Reasons are those of escalations, whatever was counted. */
function isPlain(measures: readonly string[]): boolean {
  return measures.every((name) => name === 'calls' || name === 'escalations');
}

interface Wanted extends Pick<ChartArguments, 'kind' | 'measure' | 'top' | 'order'>, Shared {
  readonly dimensions: readonly string[];
  readonly comparison: 'previous_period' | 'none' | undefined;
}

function chart({ dimensions, ...wanted }: Wanted): Question {
  const { kind, measure, period, filter, top, order, against } = wanted;
  const compared = wanted.comparison === 'none' || against !== undefined;
  // Days follow each other along the axis; the rest are their colours.
  const ordered = dimensions.toSorted((a, b) => Number(OF_TIME.has(b)) - Number(OF_TIME.has(a)));
  const [one, two] = kind === 'heat_map' && ordered[0] === 'hour' ? ordered.toReversed() : ordered;
  // Single calls are coloured by it; there is no axis of names.
  const parts = SINGLE_CALLS.has(kind ?? '') ? { series: one } : { dimension: one, series: two };
  const comparison = compared ? undefined : (wanted.comparison as 'previous_period' | undefined);
  const given = { kind, measure, ...parts, period, filter, comparison, against, top, order };
  return { tool: 'show_chart', arguments: tidy(given) };
}

/** Without what was left open. */
function tidy<Arguments extends Shared>(given: Arguments): Arguments {
  return Object.fromEntries(
    Object.entries(given).filter(
      ([name, value]) =>
        value !== undefined && !(name === 'filter' && Object.keys(value as Filter).length === 0),
    ),
  ) as Arguments;
}
