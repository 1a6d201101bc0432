/** A question asked of the record, and the figures that answer it. */
import type { Database } from '#database/database.ts';
import { periodOf } from '#lib/period.ts';
import type { Period } from '#lib/span.ts';
import type { Zone } from '#lib/zone.ts';
import { axisOf } from './axis.ts';
import { definitionOf, type Metric, type Unit } from './definitions.ts';
import { type Figure, type Point, pointsOf, ranked } from './points.ts';
import {
  type Dimension,
  type Filter,
  MOST_MONTHS,
  MOST_POINTS,
  type MetricsQuery,
} from './query.ts';
import { type Row, selectRows } from './select.ts';
import { selectSingleCalls, type SingleCalls } from './single-calls.ts';
import type { SummaryTables } from './summary.ts';

export interface MetricsAnswer {
  readonly ok: true;
  readonly measure: Metric;
  readonly unit: Unit;
  readonly period: Period;
  readonly total: Figure;
  /** The period before, or the one that was named; where it was asked for. */
  readonly before: Figure | undefined;
  readonly points: readonly Point[];
  /** Of the period before, each at the place of the one it is compared with. */
  readonly pointsBefore: readonly Point[] | undefined;
  /** How many of the calls are made up: `npm run demo:data`. */
  readonly demoCalls: number;
}

type NoPeriod = 'unknown_period' | 'future_period';
type Asked =
  | MetricsAnswer
  | { readonly ok: false; readonly why: NoPeriod | 'unknown_comparison' | 'too_many_points' };

type AskedSingly =
  | (SingleCalls & { readonly ok: true; readonly period: Period })
  | { readonly ok: false; readonly why: NoPeriod | 'not_of_one_call' };

/** Neither throws for what was asked, only where the database does not answer. */
export interface Metrics {
  /** By whose clock days begin and end. */
  readonly zone: Zone;
  ask(query: MetricsQuery): Promise<Asked>;
  /** Calls one by one, at most so many of them, evenly chosen: for a scatter chart or a histogram. */
  askSingly(query: MetricsQuery, most: number): Promise<AskedSingly>;
}

type Meant =
  | { readonly ok: true; readonly period: Period }
  | { readonly ok: false; readonly why: NoPeriod };

export function openMetrics(database: Database, now: () => number, zone: Zone): Metrics {
  const tables = database.tables<SummaryTables>();
  const firstCall = async (): Promise<number | undefined> => {
    const row = await tables
      .selectFrom('call_summaries')
      .select(({ fn }) => fn.min('started_at').as('first'))
      .executeTakeFirst();
    return row?.first ?? undefined;
  };

  const meant = async (words: string): Promise<Meant> => {
    const nowMs = now();
    const named = periodOf(words, nowMs, zone);
    if (named === undefined) return { ok: false, why: 'unknown_period' };
    if (named.fromMs > nowMs) return { ok: false, why: 'future_period' };
    // "So far" begins with the first call, not in 1970.
    const fromMs = named.fromMs > 0 ? named.fromMs : ((await firstCall()) ?? nowMs);
    return { ok: true, period: { ...named, fromMs } };
  };

  return {
    zone,
    async askSingly(query, most) {
      const asked = await meant(query.period);
      if (!asked.ok) return asked;
      const { measure, series } = query;
      const { fromMs, toMs } = asked.period;
      const filter = query.filter ?? {};
      const wanted = { measure, series, fromMs, toMs, filter, zone, most };
      const found = await selectSingleCalls(tables, wanted);
      return found === undefined
        ? { ok: false, why: 'not_of_one_call' }
        : { ...found, ok: true, period: asked.period };
    },
    async ask(query) {
      const { measure, comparison = 'none', against, top, order } = query;
      const [asked, other] = await Promise.all([
        meant(query.period),
        against === undefined ? undefined : meant(against),
      ]);
      if (!asked.ok) return asked;
      if (other !== undefined && !other.ok) return { ok: false, why: 'unknown_comparison' };
      const period = other === undefined ? asked.period : beside(asked.period, other.period);
      const dimensions = dimensionsOf(query);
      const compared = comparison === 'previous_period' || other !== undefined;
      if (tooMany(dimensions, zone, period, compared ? MOST_POINTS / 2 : MOST_POINTS))
        return { ok: false, why: 'too_many_points' };
      const filter = filterOf(query);
      const select = (dims: readonly Dimension[], { fromMs, toMs }: Period | Period['before']) =>
        selectRows(tables, { measure, dimensions: dims, fromMs, toMs, filter, zone });
      const [totals, befores, rows, rowsBefore] = await Promise.all([
        select([], period),
        compared ? select([], period.before) : undefined,
        dimensions.length === 0 ? [] : select(dimensions, period),
        compared && dimensions.length > 0 ? select(dimensions, period.before) : undefined,
      ]);
      // Names stand in the order of the period that is asked about.
      const axes = { measure, dimensions, filter, zone, named: [rows, rowsBefore ?? []] };
      const points = pointsOf(rows, { ...axes, ...period });
      if (points.length + (rowsBefore?.length ?? 0) > MOST_POINTS)
        return { ok: false, why: 'too_many_points' };
      const before = rowsBefore && pointsOf(rowsBefore, { ...axes, ...period.before });
      const shown = top === undefined ? { points, before } : ranked(points, before, { top, order });
      return {
        ok: true,
        measure,
        unit: definitionOf(measure).unit,
        period,
        total: figureOf(totals),
        before: befores && figureOf(befores),
        points: shown.points,
        pointsBefore: shown.before,
        demoCalls: totals[0]?.demo ?? 0,
      };
    },
  };
}

/** Compared with a period of its own: "October against August". */
function beside(period: Period, { fromMs, toMs, label }: Period): Period {
  return { ...period, before: { fromMs, toMs, label: label.replace(/^(?:in|on) /, '') } };
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

function tooMany(
  dimensions: readonly Dimension[],
  zone: Zone,
  period: Period,
  most: number,
): boolean {
  const places = dimensions.map((dimension) => {
    const count = axisOf(dimension, zone, period)?.length ?? 1;
    return dimension === 'month' && count > MOST_MONTHS ? Infinity : count;
  });
  return places.reduce((product, count) => product * count, 1) > most;
}

function figureOf([row]: readonly Row[]): Figure {
  return { value: row?.value ?? null, calls: row?.calls ?? 0 };
}
