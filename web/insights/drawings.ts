/** What the server draws, checked at the border: in a conversation's words, from the board's door, and from this device. */
import * as z from 'zod/mini';
import type { ChartDrawing, Drawing, DrawingQuery, MetricsDrawing } from '#protocol/drawing.ts';

// The page's content security policy forbids the code that zod would otherwise write for itself.
z.config({ jitless: true });

const Amount = z.nullable(z.number());
const Point = z.object({
  x: z.union([z.string(), z.number()]),
  series: z.nullable(z.string()),
  value: Amount,
  calls: z.number(),
});
export const Query = z.object({
  tool: z.enum(['show_metrics', 'show_chart']),
  input: z.record(z.string(), z.unknown()),
});
const Chart = z.object({
  type: z.literal('chart'),
  kind: z.enum(['line', 'bar', 'stacked_bar', 'area', 'scatter', 'heat_map', 'histogram']),
  title: z.string(),
  x: z.object({
    label: z.string(),
    scale: z.enum(['time', 'order', 'name', 'number']),
    step: z.optional(z.number()),
  }),
  y: z.object({ label: z.string(), unit: z.string() }),
  series: z.nullable(z.string()),
  points: z.array(Point),
  before: z.nullable(z.array(Point)),
  beforeLabel: z.optional(z.string()),
  period: z.string(),
  notes: z.array(z.string()),
  query: z.optional(Query),
});
const Figure = z.object({
  name: z.string(),
  label: z.string(),
  unit: z.string(),
  value: Amount,
  before: Amount,
  better: z.enum(['up', 'down', 'neither']),
  target: Amount,
  formula: z.string(),
  trend: z.array(z.object({ x: z.string(), value: Amount })),
});
const Metrics = z.object({
  type: z.literal('metrics'),
  title: z.string(),
  period: z.string(),
  calls: z.number(),
  figures: z.array(Figure),
  beforeLabel: z.optional(z.string()),
  notes: z.array(z.string()),
  query: z.optional(Query),
});
const AnyDrawing = z.discriminatedUnion('type', [Chart, Metrics]);

/** Undefined for what cannot be drawn. */
export function readDrawing(value: unknown): Drawing | undefined {
  const read = AnyDrawing.safeParse(value);
  return read.success ? (read.data as ChartDrawing | MetricsDrawing) : undefined;
}

const Answer = z.union([
  z.object({ say: z.string(), drawing: z.unknown() }),
  z.object({ error: z.string() }),
]);

export type Drawn =
  | { readonly ok: true; readonly drawing: Drawing }
  /** A sentence for a person. */
  | { readonly ok: false; readonly error: string };

const UNREACHABLE = 'The server cannot be reached.';

/** Asks the record anew. Never throws. */
export async function draw(query: DrawingQuery, signal: AbortSignal): Promise<Drawn> {
  try {
    const response = await fetch('/api/insights/draw', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(query),
      signal,
    });
    const answer = Answer.parse(await response.json());
    if ('error' in answer) return { ok: false, error: answer.error };
    const drawing = readDrawing(answer.drawing);
    return drawing ? { ok: true, drawing } : { ok: false, error: 'There is nothing to draw.' };
  } catch {
    return { ok: false, error: UNREACHABLE };
  }
}
