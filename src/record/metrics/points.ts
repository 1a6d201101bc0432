/** Rows become the points of a chart, in the order of their axis. Pure. */
import type { Zone } from '#lib/zone.ts';
import { axisOf, type Place, placesLeft } from './axis.ts';
import { definitionOf, type Metric } from './definitions.ts';
import type { Dimension, Filter } from './query.ts';
import type { Row } from './select.ts';

export interface Figure {
  /** In the measure's unit; null where nothing can be said. */
  readonly value: number | null;
  readonly calls: number;
}

export interface Point extends Figure {
  /** A day `2026-11-22`, a Monday, the first of a month, an hour `14`, a weekday `monday`, or a name. */
  readonly x: string;
  readonly series: string | null;
}

export interface Axes {
  readonly measure: Metric;
  readonly dimensions: readonly Dimension[];
  readonly filter: Filter;
  readonly zone: Zone;
  readonly fromMs: number;
  readonly toMs: number;
  /** Whose names are on an axis of names, and in whose order. */
  readonly named: readonly (readonly Row[])[];
}

/** A day without calls is there too, so that a line does not lie. */
export function pointsOf(rows: readonly Row[], axes: Axes): Point[] {
  const { dimensions, measure, filter, zone, named } = axes;
  const [dimension, second] = dimensions;
  if (dimension === undefined || named.every((each) => each.length === 0)) return [];
  const nothing = 'percentile' in definitionOf(measure) || 'bottom' in definitionOf(measure);
  const empty: Figure = { value: nothing ? null : 0, calls: 0 };
  const found = new Map(
    rows.map(({ parts: [x, series], value, calls }) => [
      JSON.stringify([String(x), second === undefined ? null : String(series)]),
      { value, calls },
    ]),
  );
  const placesOf = (one: Dimension, part: 0 | 1): Place[] => {
    const places = axisOf(one, zone, axes);
    return places === undefined ? namesIn(named, part) : placesLeft(places, one, filter);
  };
  const series = second === undefined ? [null] : placesOf(second, 1);
  return placesOf(dimension, 0).flatMap((x) =>
    series.map((one) => ({
      x: x.label,
      series: one?.label ?? null,
      ...(found.get(JSON.stringify([x.key, one?.key ?? null])) ?? empty),
    })),
  );
}

/** Names, the one with the most calls first; those of later rows after those of the first. */
function namesIn(groups: readonly (readonly Row[])[], part: 0 | 1): Place[] {
  const names = new Set<string>();
  for (const rows of groups) {
    const calls = new Map<string, number>();
    for (const { parts, calls: count } of rows) {
      const key = String(parts[part]);
      calls.set(key, (calls.get(key) ?? 0) + count);
    }
    for (const [key] of [...calls].toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)))
      names.add(key);
  }
  return [...names].map((key) => ({ key, label: key === 'null' ? 'unknown' : key }));
}

/** Only so many, the first of the ranking first; those of the period before stay with theirs. */
export function ranked(
  points: readonly Point[],
  before: readonly Point[] | undefined,
  {
    top,
    order = 'highest',
  }: { readonly top: number; readonly order: 'highest' | 'lowest' | undefined },
): { readonly points: Point[]; readonly before: Point[] | undefined } {
  const sign = order === 'highest' ? -1 : 1;
  const pairs = points
    .map((point, place) => ({ point, earlier: before?.[place] }))
    .filter(({ point }) => point.value !== null && point.calls > 0)
    .toSorted((a, b) => sign * ((a.point.value ?? 0) - (b.point.value ?? 0)))
    .slice(0, top);
  return {
    points: pairs.map(({ point }) => point),
    before: before && pairs.flatMap(({ earlier }) => earlier ?? []),
  };
}
