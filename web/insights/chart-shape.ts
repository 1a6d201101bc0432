/** What a drawing looks like before it has colours: which places stand along, which across, and what a point is called. Pure. */
import type { ChartDrawing, ChartPoint } from '#protocol/drawing.ts';
import { amountText } from './amounts.ts';
import { onTheWall, partText, placeText } from './places.ts';

/** A point of a chart, ready to be drawn. */
export interface Mark {
  /** A day or a moment, a number, or a name as it is read. */
  readonly x: Date | number | string;
  readonly part: string;
  /** NaN leaves a gap. */
  readonly value: number;
  /** All that can be said of it, line by line. */
  readonly says: string;
}

export interface Shape {
  readonly marks: readonly Mark[];
  /** Of the period before. */
  readonly before: readonly Mark[];
  /** Names along the axis, in their order; empty where it is a scale of time or numbers. */
  readonly places: readonly string[];
  /** What the colours mean, in their order; empty where there is one colour. */
  readonly parts: readonly string[];
  readonly highest: number;
}

export function shapeOf(drawing: ChartDrawing): Shape {
  const { points, before, x } = drawing;
  const marks = points.map((point) => markOf(point, drawing));
  // The period before stands at the places of the points; one without calls is no comparison.
  const isThere = before?.some(({ calls }) => calls > 0) === true;
  const earlier = (isThere ? before : []).flatMap((point, at) => {
    const place = points[at];
    return place === undefined ? [] : [markOf({ ...point, x: place.x }, drawing)];
  });
  const isNamed = x.scale === 'name' || x.scale === 'order';
  const values = [...marks, ...earlier].map(({ value }) => value).filter((value) => value > 0);
  return {
    marks,
    before: earlier,
    places: isNamed ? [...new Set(marks.map((mark) => String(mark.x)))] : [],
    parts: drawing.series === null ? [] : [...new Set(marks.map(({ part }) => part))],
    highest: Math.max(0, ...values),
  };
}

function markOf({ x, series, value, calls }: ChartPoint, drawing: ChartDrawing): Mark {
  const part = series === null ? '' : partText(series);
  const { unit } = drawing.y;
  const amount = unit === 'calls' ? callsText(value ?? 0) : amountText(value, unit);
  const lines = [
    drawing.kind === 'histogram' ? binText(x, drawing) : placeText(x, drawing),
    part,
    amount,
    unit === 'calls' || drawing.kind === 'scatter' ? '' : `of ${callsText(calls)}`,
  ];
  return {
    x: drawing.x.scale === 'time' ? onTheWall(x) : typeof x === 'number' ? x : partText(x),
    part,
    value: value ?? Number.NaN,
    says: lines.filter((line) => line !== '').join('\n'),
  };
}

function callsText(calls: number): string {
  return `${Math.round(calls).toLocaleString('en-US')} ${Math.round(calls) === 1 ? 'call' : 'calls'}`;
}

function binText(x: string | number, drawing: ChartDrawing): string {
  const from = Number(x);
  return `${placeText(from, drawing)} to ${placeText(from + binWidth(drawing), drawing)}`;
}

/** Bins are as wide as they are apart. */
export function binWidth({ x: { step }, points: [first, second] }: ChartDrawing): number {
  if (step !== undefined) return step;
  return first && second ? Number(second.x) - Number(first.x) : 1;
}

/** For whoever cannot see it: what is drawn, and its extremes. */
export function descriptionOf(drawing: ChartDrawing): string {
  const sure = shapeOf(drawing).marks.filter(({ value }) => !Number.isNaN(value));
  if (sure.length === 0) return `${drawing.title}. There is nothing to see in this period.`;
  const sorted = sure.toSorted((a, b) => a.value - b.value);
  return `${drawing.title}. Highest: ${inOneLine(sorted.at(-1))}. Lowest: ${inOneLine(sorted[0])}.`;
}

function inOneLine(mark: Mark | undefined): string {
  return mark?.says.replaceAll('\n', ', ') ?? '';
}

/** Names are read beside bars that lie. */
export function isLying({ kind, x }: ChartDrawing): boolean {
  return (kind === 'bar' || kind === 'stacked_bar') && x.scale === 'name';
}

/** Hours run from left to right, whichever way they were asked for. */
export function hoursAlong({ series }: ChartDrawing): boolean {
  return series?.startsWith('hour') === true;
}
