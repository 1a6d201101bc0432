/** What a client draws of a tool's result: a chart or a row of figures. Every number in it counts calls, none is a caller's. */

/**
 * How each is meant to be drawn, from `points` alone:
 * - `line`, `area`: along `x`, which is ordered; one for each of `series`; a gap where `value` is null.
 * - `bar`: one for each `x`, beside each other by `series`; `before` as a paler bar next to it.
 * - `stacked_bar`: the `series` of one `x` on top of each other; for counts, since rates add up to nothing.
 * - `scatter`: a dot for each point; `x` is a moment, `series` its colour.
 * - `heat_map`: columns by `x`, rows by `series`, the darker the higher; `before` is never there.
 * - `histogram`: bars from `x` to `x + step`; the last one holds whatever is above it; `value` counts calls.
 * Points and `before` together are never more than 2,000.
 */
export type ChartKind =
  | 'line'
  | 'bar'
  | 'stacked_bar'
  | 'area'
  | 'scatter'
  | 'heat_map'
  | 'histogram';

export interface ChartPoint {
  /** A day `2026-11-22`, a Monday, the first of a month, an hour `14`, a name; of a histogram a number, of a scatter chart a moment in ISO 8601 with the offset of the house's time zone. */
  readonly x: string | number;
  readonly series: string | null;
  /** In the unit of `y`; null where nothing can be said. */
  readonly value: number | null;
  /** How many calls stand behind it. */
  readonly calls: number;
}

/** The question behind a drawing: asked again by `POST /api/insights/draw`, it is drawn from today's record. */
export interface DrawingQuery {
  readonly tool: 'show_metrics' | 'show_chart';
  readonly input: Readonly<Record<string, unknown>>;
}

export interface ChartDrawing {
  readonly type: 'chart';
  readonly kind: ChartKind;
  readonly title: string;
  /** `time`: days, weeks, months, moments; `order`: hours, weekdays in their order; `number`: bins; `name`: anything else, rankings too. */
  readonly x: {
    readonly label: string;
    readonly scale: 'time' | 'order' | 'name' | 'number';
    /** How wide a bin of a histogram is: from `x` to `x + step`. */
    readonly step?: number;
  };
  readonly y: { readonly label: string; readonly unit: string };
  /** What the colours mean, or the rows of a heat map; null where there is one colour. */
  readonly series: string | null;
  readonly points: readonly ChartPoint[];
  /** The period before (or the one that was named). Of an axis of time each stands at the place of the point it is compared with, and there may be more or fewer of them; else they are the points' names, in the same order. */
  readonly before: readonly ChartPoint[] | null;
  /** What `before` is: "the week before". */
  readonly beforeLabel?: string;
  readonly period: string;
  /** "Demo data", "One call of 3 is drawn". */
  readonly notes: readonly string[];
  readonly query?: DrawingQuery;
}

export interface DrawnFigure {
  readonly name: string;
  readonly label: string;
  readonly unit: string;
  readonly value: number | null;
  readonly before: number | null;
  readonly better: 'up' | 'down' | 'neither';
  readonly target: number | null;
  readonly formula: string;
  /** For a sparkline: by hour, day, week or month, at most 60 of them. */
  readonly trend: readonly { readonly x: string; readonly value: number | null }[];
}

export interface MetricsDrawing {
  readonly type: 'metrics';
  readonly title: string;
  readonly period: string;
  readonly calls: number;
  readonly figures: readonly DrawnFigure[];
  /** What `before` of each figure is: "the week before". */
  readonly beforeLabel?: string;
  readonly notes: readonly string[];
  readonly query?: DrawingQuery;
}

export type Drawing = ChartDrawing | MetricsDrawing;
