/** What a client draws of a tool's result: a chart or a row of figures. Every number in it counts calls, none is a caller's. */

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

export interface ChartDrawing {
  readonly type: 'chart';
  readonly kind: ChartKind;
  readonly title: string;
  /** `time`: days; `order`: hours, weekdays, bins in their order; `name`: anything else. */
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
  /** The period before, at the places of `points`. */
  readonly before: readonly ChartPoint[] | null;
  /** What `before` is: "the week before". */
  readonly beforeLabel?: string;
  readonly period: string;
  /** "Demo data", "One call of 3 is drawn". */
  readonly notes: readonly string[];
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
}

export type Drawing = ChartDrawing | MetricsDrawing;
