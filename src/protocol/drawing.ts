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
  /** A day `2026-11-22`, an hour `14`, a name, or (scatter, histogram) a number or a moment in ISO 8601. */
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
  /** `time`: days; `order`: hours, weekdays, bins in their order; `name`: anything else. */
  readonly x: { readonly label: string; readonly scale: 'time' | 'order' | 'name' | 'number' };
  readonly y: { readonly label: string; readonly unit: string };
  /** What the colours mean, or the rows of a heat map; null where there is one colour. */
  readonly series: string | null;
  readonly points: readonly ChartPoint[];
  /** The period before, at the places of `points`. */
  readonly before: readonly ChartPoint[] | null;
  readonly period: string;
  /** "Demo data", "Every third call". */
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
  /** By day, for a sparkline. */
  readonly trend: readonly { readonly x: string; readonly value: number | null }[];
}

export interface MetricsDrawing {
  readonly type: 'metrics';
  readonly title: string;
  readonly period: string;
  readonly calls: number;
  readonly figures: readonly DrawnFigure[];
  readonly notes: readonly string[];
  readonly query?: DrawingQuery;
}

export type Drawing = ChartDrawing | MetricsDrawing;
