/** What stands in a chart: lines, bars, dots, cells, the period before, and what appears beside the pointer. */
import * as Plot from '@observablehq/plot';
import type { ChartDrawing } from '#protocol/drawing.ts';
import { colourOf, type ChartColours } from './chart-colours.ts';
import { binWidth, hoursAlong, isLying, type Mark, type Shape } from './chart-shape.ts';

/** Dots that touch each other say nothing that the line does not. */
const MOST_DOTS = 40;
const DASHES = '4 4';

/** What stands there, in the order in which it is painted. */
export function marksOf(
  drawing: ChartDrawing,
  shape: Shape,
  colours: ChartColours,
): Plot.Markish[] {
  switch (drawing.kind) {
    case 'line':
      return [...lines(shape, colours), zero(colours)];
    case 'area':
      return [...area(shape, colours), zero(colours)];
    case 'bar':
    case 'stacked_bar':
      return isLying(drawing) ? lyingBars(shape, colours) : bars(drawing, shape, colours);
    case 'scatter':
      return [dots(shape, colours)];
    case 'heat_map':
      return [cells(drawing, shape, colours)];
    case 'histogram':
      return [bins(drawing, shape, colours), zero(colours)];
  }
}

function zero({ line }: ChartColours): Plot.Markish {
  return Plot.ruleY([0], { stroke: line });
}

/** One colour, or one for each part. */
function paint({ parts }: Shape, colours: ChartColours): string {
  return parts.length > 0 ? 'part' : colourOf(colours.parts, 0);
}

function lines(shape: Shape, colours: ChartColours): Plot.Markish[] {
  const { marks, before, parts } = shape;
  const each = parts.length > 0 ? { z: 'part' } : {};
  const at = { x: 'x', y: 'value', ...each, stroke: paint(shape, colours) };
  return [
    Plot.lineY(before, { ...at, strokeDasharray: DASHES, strokeOpacity: 0.6 }),
    Plot.lineY(marks, { ...at, strokeWidth: 2.25, curve: 'monotone-x' }),
    ...(marks.length > MOST_DOTS
      ? []
      : [Plot.dot(marks, { x: 'x', y: 'value', fill: paint(shape, colours), r: 3 })]),
  ];
}

function area(shape: Shape, colours: ChartColours): Plot.Markish[] {
  const { marks, parts } = shape;
  if (parts.length > 0)
    return [
      Plot.areaY(marks, { x: 'x', y: 'value', fill: 'part', order: [...parts], fillOpacity: 0.85 }),
    ];
  return [
    Plot.areaY(marks, { x: 'x', y: 'value', fill: colourOf(colours.parts, 0), fillOpacity: 0.16 }),
    ...lines(shape, colours),
  ];
}

function bars({ x: axis }: ChartDrawing, shape: Shape, colours: ChartColours): Plot.Markish[] {
  const { marks, before, parts } = shape;
  const at = {
    x: 'x',
    y: 'value',
    fill: paint(shape, colours),
    ...(parts.length > 0 ? { order: [...parts] } : {}),
  };
  const stroke = colours.ink;
  if (axis.scale !== 'time')
    return [
      Plot.barY(marks, { ...at, inset: 1, ry1: 3 }),
      Plot.tickY(before, { x: 'x', y: 'value', stroke, strokeDasharray: DASHES }),
      zero(colours),
    ];
  // Weeks begin on Mondays.
  const interval = axis.label === 'week' ? 'monday' : axis.label === 'month' ? 'month' : 'day';
  return [
    Plot.rectY(marks, { ...at, interval, inset: 1 }),
    Plot.lineY(before, { x: 'x', y: 'value', stroke, strokeDasharray: DASHES, strokeOpacity: 0.6 }),
    zero(colours),
  ];
}

function lyingBars(shape: Shape, colours: ChartColours): Plot.Markish[] {
  const { marks, before, parts } = shape;
  const at = { x: 'value', y: 'x', fill: paint(shape, colours) };
  return [
    Plot.barX(marks, {
      ...at,
      insetTop: 3,
      insetBottom: 3,
      ...(parts.length > 0 ? { order: [...parts] } : { rx2: 3 }),
    }),
    Plot.tickX(before, { x: 'value', y: 'x', stroke: colours.ink, strokeDasharray: DASHES }),
    Plot.ruleX([0], { stroke: colours.line }),
  ];
}

function dots(shape: Shape, colours: ChartColours): Plot.Markish {
  return Plot.dot(shape.marks, {
    x: 'x',
    y: 'value',
    fill: paint(shape, colours),
    fillOpacity: 0.65,
    r: 2.5,
  });
}

function cells(drawing: ChartDrawing, { marks }: Shape, colours: ChartColours): Plot.Markish {
  const [x, y] = hoursAlong(drawing) ? (['part', 'x'] as const) : (['x', 'part'] as const);
  return Plot.cell(marks, {
    x,
    y,
    fill: colourOf(colours.parts, 0),
    fillOpacity: ({ value }: Mark) => (Number.isNaN(value) ? 0 : value),
    inset: 1,
    rx: 3,
  });
}

function bins(drawing: ChartDrawing, { marks }: Shape, colours: ChartColours): Plot.Markish {
  const width = binWidth(drawing);
  return Plot.rectY(marks, {
    x1: 'x',
    x2: ({ x }: Mark) => Number(x) + width,
    y: 'value',
    fill: colourOf(colours.parts, 0),
    inset: 1,
  });
}
