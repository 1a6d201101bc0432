/** Calls one by one, for histograms and scatter charts: of what a single call can be asked. */
import { type Kysely, sql } from 'kysely';
import type { Zone } from '#lib/zone.ts';
import type { Metric } from './definitions.ts';
import type { Dimension, Filter } from './query.ts';
import { conditions } from './select.ts';
import type { SummaryTables } from './summary.ts';
import { partOf } from './wall.ts';

/** In the metric's unit, for one call (of its turns, the middle one). */
const OF_ONE_CALL: Readonly<
  Partial<Record<Metric, { readonly value: string; readonly scale: number }>>
> = {
  handling_time: { value: 'c.duration_ms', scale: 0.001 },
  latency_p50: { value: 'k.voice_to_voice_p50_ms', scale: 1 },
  latency_p95: { value: 'k.voice_to_voice_p95_ms', scale: 1 },
  interruptions: { value: 'c.interruptions', scale: 1 },
  false_barge_ins: { value: 'c.false_barge_ins', scale: 1 },
  dead_air: { value: 'c.dead_air_ms', scale: 0.001 },
  cost_per_call: { value: 'c.cost_usd', scale: 1 },
};

interface SingleCall {
  readonly startedAt: number;
  readonly value: number;
  readonly series: string | null;
}

export interface Wanted {
  readonly measure: Metric;
  readonly series: Dimension | undefined;
  readonly fromMs: number;
  readonly toMs: number;
  readonly filter: Filter;
  readonly zone: Zone;
  /** No more calls than this come back: every second, every third … of them. */
  readonly most: number;
}

export interface SingleCalls {
  readonly calls: readonly SingleCall[];
  /** Of so many. */
  readonly all: number;
  readonly demo: number;
  /** 1: all of them; 3: every third. */
  readonly every: number;
}

/** @returns undefined where the metric means nothing for a single call, as a rate does. */
export async function selectSingleCalls(
  tables: Kysely<SummaryTables>,
  wanted: Wanted,
): Promise<SingleCalls | undefined> {
  const one = OF_ONE_CALL[wanted.measure];
  if (one === undefined) return undefined;
  const value = sql.raw(one.value);
  const known = sql`call_summaries c join calls k on k.id = c.call_id
    where ${conditions(wanted)} and ${value} is not null`;
  const [count] = (
    await sql<{ all_calls: number; demo: number }>`
      select count(*) as all_calls, cast(coalesce(sum(c.demo), 0) as integer) as demo
      from ${known}`.execute(tables)
  ).rows;
  const all = count?.all_calls ?? 0;
  const every = Math.max(1, Math.ceil(all / wanted.most));
  const series = sql.raw(
    wanted.series === undefined ? 'null' : partOf(wanted.series, wanted.zone, wanted),
  );
  const { rows } = await sql<{ at: number; value: number; series: string | number | null }>`
    select at, value, series from (
      select c.started_at as at, cast(${value} as double precision) as value, ${series} as series,
        row_number() over (order by c.started_at, c.call_id) as place
      from ${known}
    ) ranked where place % ${sql.lit(every)} = 0 order by at`.execute(tables);
  return {
    all,
    demo: count?.demo ?? 0,
    every,
    calls: rows.map((row) => ({
      startedAt: row.at,
      value: row.value * one.scale,
      series: row.series === null ? null : String(row.series),
    })),
  };
}

export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly calls: number;
}

const MOST_BINS = 24;
/** The slowest two of a hundred share the last bin, so that one odd call does not flatten the rest. */
const TAIL = 0.98;

/** Bins of equal, round width; the last one takes whatever is above it. Pure. */
export function binsOf(values: readonly number[]): Bin[] {
  const sorted = values.toSorted((a, b) => a - b);
  const top = sorted[Math.floor((sorted.length - 1) * TAIL)];
  if (top === undefined) return [];
  const width = roundWidth(top / MOST_BINS);
  const count = Math.floor(top / width) + 1;
  const bins = Array.from({ length: count }, () => 0);
  for (const value of sorted) {
    const place = Math.min(Math.floor(value / width), count - 1);
    bins[place] = (bins[place] ?? 0) + 1;
  }
  return bins.map((calls, place) => ({ from: place * width, to: (place + 1) * width, calls }));
}

/** 1, 2 or 5 times a power of ten. */
function roundWidth(least: number): number {
  if (least <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(least));
  return ([1, 2, 5].find((step) => step * power >= least) ?? 10) * power;
}
