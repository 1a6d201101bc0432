/** A question asked of the record, and the figures that answer it. */
import type { Database } from '#database/database.ts';
import { type Period, periodOf } from '#lib/period.ts';
import { axisOf } from './axis.ts';
import { definitionOf, type Metric, type Unit } from './definitions.ts';
import { type Dimension, type Filter, MOST_POINTS, type MetricsQuery } from './query.ts';
import { type Row, type Selection, selectRows } from './select.ts';
import { selectSingleCalls, type SingleCalls } from './single-calls.ts';
import type { SummaryTables } from './summary.ts';

interface Figure {
  /** In the measure's unit; null where nothing can be said. */
  readonly value: number | null;
  readonly calls: number;
}

interface Point extends Figure {
  /** A day `2026-11-22`, a Monday, an hour `14`, a weekday `monday`, or a name. */
  readonly x: string;
  readonly series: string | null;
}

export interface MetricsAnswer {
  readonly ok: true;
  readonly measure: Metric;
  readonly unit: Unit;
  readonly period: Period;
  readonly total: Figure;
  /** The period before, where it was asked for. */
  readonly before: Figure | undefined;
  readonly points: readonly Point[];
  /** Of the period before, each at the place of the one it is compared with. */
  readonly pointsBefore: readonly Point[] | undefined;
  /** How many of the calls are made up: `npm run demo:data`. */
  readonly demoCalls: number;
}

type Asked =
  | MetricsAnswer
  | { readonly ok: false; readonly why: 'unknown_period' | 'too_many_points' };

type AskedSingly =
  | (SingleCalls & { readonly ok: true; readonly period: Period })
  | { readonly ok: false; readonly why: 'unknown_period' | 'not_of_one_call' };

/** Neither throws for what was asked, only where the database does not answer. */
export interface Metrics {
  ask(query: MetricsQuery): Promise<Asked>;
  /** Calls one by one, at most so many of them, evenly chosen: for a scatter chart or a histogram. */
  askSingly(query: MetricsQuery, most: number): Promise<AskedSingly>;
}

export function openMetrics(database: Database, now: () => number): Metrics {
  const tables = database.tables<SummaryTables>();
  const firstCall = async (): Promise<number | undefined> => {
    const row = await tables
      .selectFrom('call_summaries')
      .select(({ fn }) => fn.min('started_at').as('first'))
      .executeTakeFirst();
    return row?.first ?? undefined;
  };

  const meant = async (words: string): Promise<Period | undefined> => {
    const nowMs = now();
    const named = periodOf(words, nowMs);
    // "So far" begins with the first call, not in 1970.
    return named === undefined || named.fromMs > 0
      ? named
      : { ...named, fromMs: (await firstCall()) ?? nowMs };
  };

  return {
    async askSingly(query, most) {
      const period = await meant(query.period);
      if (period === undefined) return { ok: false, why: 'unknown_period' };
      const { measure, series } = query;
      const { fromMs, toMs } = period;
      const filter = query.filter ?? {};
      const wanted = { measure, series, fromMs, toMs, filter, most };
      const found = await selectSingleCalls(tables, wanted);
      return found === undefined
        ? { ok: false, why: 'not_of_one_call' }
        : { ...found, ok: true, period };
    },
    async ask(query) {
      const period = await meant(query.period);
      if (period === undefined) return { ok: false, why: 'unknown_period' };
      const { measure, comparison = 'none' } = query;
      const dimensions = dimensionsOf(query);
      if (tooMany(dimensions, period)) return { ok: false, why: 'too_many_points' };
      const select = (dims: readonly Dimension[], { fromMs, toMs }: Period | Period['before']) => {
        const selection: Selection = {
          measure,
          dimensions: dims,
          fromMs,
          toMs,
          filter: filterOf(query),
        };
        return selectRows(tables, selection);
      };
      const compared = comparison === 'previous_period';
      const [totals, befores, rows, rowsBefore] = await Promise.all([
        select([], period),
        compared ? select([], period.before) : undefined,
        dimensions.length === 0 ? [] : select(dimensions, period),
        compared && dimensions.length > 0 ? select(dimensions, period.before) : undefined,
      ]);
      const points = pointsOf(rows, dimensions, period, measure);
      if (points.length > MOST_POINTS) return { ok: false, why: 'too_many_points' };
      return {
        ok: true,
        measure,
        unit: definitionOf(measure).unit,
        period,
        total: figureOf(totals),
        before: befores && figureOf(befores),
        points,
        pointsBefore:
          rowsBefore && pointsOf(rowsBefore, dimensions, { ...period, ...period.before }, measure),
        demoCalls: totals[0]?.demo ?? 0,
      };
    },
  };
}

function dimensionsOf({ dimension, series }: MetricsQuery): Dimension[] {
  if (dimension === undefined) return series === undefined ? [] : [series];
  return series === undefined || series === dimension ? [dimension] : [dimension, series];
}

/** Who asks for the reasons asks of the calls that have one. */
function filterOf({ filter = {}, dimension, series }: MetricsQuery): Filter {
  const byReason = dimension === 'escalation_reason' || series === 'escalation_reason';
  return byReason ? { outcome: ['escalated'], ...filter } : filter;
}

function tooMany(dimensions: readonly Dimension[], period: Period): boolean {
  const places = dimensions.map((dimension) => axisOf(dimension, period)?.length ?? 1);
  return places.reduce((product, count) => product * count, 1) > MOST_POINTS;
}

function figureOf([row]: readonly Row[]): Figure {
  return { value: row?.value ?? null, calls: row?.calls ?? 0 };
}

/** In the order of the axis; a day without calls is there too, so that a line does not lie. */
function pointsOf(
  rows: readonly Row[],
  dimensions: readonly Dimension[],
  period: Period,
  measure: Metric,
): Point[] {
  const [dimension, second] = dimensions;
  if (dimension === undefined || rows.length === 0) return [];
  const nothing = 'percentile' in definitionOf(measure) || 'bottom' in definitionOf(measure);
  const empty: Figure = { value: nothing ? null : 0, calls: 0 };
  const found = new Map(
    rows.map(({ parts: [x, series], value, calls }) => [
      JSON.stringify([String(x), second === undefined ? null : String(series)]),
      { value, calls },
    ]),
  );
  const xs = axisOf(dimension, period) ?? namesIn(rows, 0);
  const ss = second === undefined ? [null] : (axisOf(second, period) ?? namesIn(rows, 1));
  return xs.flatMap((x) =>
    ss.map((series) => ({
      x: x.label,
      series: series?.label ?? null,
      ...(found.get(JSON.stringify([x.key, series?.key ?? null])) ?? empty),
    })),
  );
}

/** Names, the one with the most calls first. */
function namesIn(rows: readonly Row[], part: 0 | 1): { key: string; label: string }[] {
  const calls = new Map<string, number>();
  for (const { parts, calls: count } of rows) {
    const key = String(parts[part]);
    calls.set(key, (calls.get(key) ?? 0) + count);
  }
  return [...calls]
    .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .map(([key]) => ({ key, label: key === 'null' ? 'unknown' : key }));
}
