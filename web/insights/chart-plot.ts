/** A drawing as a picture: Observable Plot with the page's colours, or a file's. */
import * as Plot from '@observablehq/plot';
import type { ChartDrawing } from '#protocol/drawing.ts';
import { axisName, tickText } from './amounts.ts';
import { colourOf, type ChartColours } from './chart-colours.ts';
import { marksOf } from './chart-marks.ts';
import { pointerOf } from './chart-pointer.ts';
import { descriptionOf, hoursAlong, isLying, shapeOf, type Shape } from './chart-shape.ts';

export interface PictureSize {
  readonly width: number;
  readonly colours: ChartColours;
  /** A file answers no pointer. */
  readonly still?: boolean;
}

const HEIGHT = 260;
/** A row of bars, with the room between. */
const ROW = 30;
const LETTER = 6.6;
const NARROW = 460;
const MINUTE_S = 60;
const MOST_MINUTES = 6;
const TICK_EVERY = 84;

/** @param size in CSS pixels @returns an `svg` */
export function pictureOf(drawing: ChartDrawing, size: PictureSize): SVGElement | HTMLElement {
  const shape = shapeOf(drawing);
  const { width, colours, still = false } = size;
  const lies = isLying(drawing);
  const labels = isHeat(drawing) ? rowsOf(drawing, shape) : shape.places;
  const longest = Math.max(0, ...labels.map(({ length }) => length));
  const room = Math.min(width * 0.4, longest * LETTER + 14);
  const across = { label: axisName(drawing.y.label, drawing.y.unit, shape.highest) };
  const measure = {
    ...across,
    grid: true,
    nice: true,
    zero: drawing.kind !== 'scatter',
    tickFormat: (value: number) => tickText(value, drawing.y.unit),
  };
  return Plot.plot({
    width,
    height: lies ? shape.places.length * ROW + 56 : HEIGHT,
    marginLeft: lies || isHeat(drawing) ? room : 52,
    marginRight: 16,
    marginTop: 26,
    marginBottom: 38,
    ariaLabel: descriptionOf(drawing),
    style: {
      fontFamily: 'inherit',
      fontSize: '12px',
      color: colours.soft,
      overflow: 'visible',
      // The ground of what appears beside the pointer.
      ['--plot-background' as 'background']: colours.surface,
    },
    color: {
      domain: [...shape.parts],
      range: shape.parts.map((_, at) => colourOf(colours.parts, at)),
    },
    opacity: { range: [0.07, 1], zero: true },
    ...(lies
      ? {
          x: {
            ...measure,
            ticks: minutesTo(drawing.y.unit, shape.highest) ?? ticksIn(width - room),
          },
          y: { label: null, domain: [...shape.places] },
        }
      : isHeat(drawing)
        ? heatAxes(drawing, shape, width)
        : {
            x: alongAxis(drawing, shape, width),
            y: { ...measure, ticks: minutesTo(drawing.y.unit, shape.highest) ?? 5 },
          }),
    marks: [
      ...marksOf(drawing, shape, colours),
      ...(still ? [] : [pointerOf(drawing, shape, colours)]),
    ],
  });
}

function isHeat({ kind }: ChartDrawing): boolean {
  return kind === 'heat_map';
}

function rowsOf(
  drawing: ChartDrawing,
  { places, parts }: Pick<Shape, 'places' | 'parts'>,
): readonly string[] {
  return hoursAlong(drawing) ? places : parts;
}

function alongAxis({ kind, x }: ChartDrawing, { places, highest }: Shape, width: number) {
  const label = kind === 'histogram' ? x.label : capital(x.label);
  const most = ticksIn(width - 68);
  if (x.scale === 'time') return { label: null, type: 'utc', ticks: most } as const;
  if (x.scale === 'number') return { label, ticks: most, nice: highest > 0 } as const;
  const every = Math.ceil(places.length / Math.max(1, most * 2));
  return {
    label,
    domain: [...places],
    ticks: places.filter((_, at) => at % every === 0),
    // "Mon"; an hour is short already.
    tickFormat: (name: string) =>
      width < NARROW ? name.replace(/^([A-Z][a-z]{2})[a-z]+$/, '$1') : name,
  };
}

function heatAxes(drawing: ChartDrawing, { places, parts }: Shape, width: number) {
  const columns = hoursAlong(drawing) ? parts : places;
  const every = Math.ceil((columns.length * 46) / width);
  return {
    x: {
      label: null,
      domain: [...columns],
      ticks: columns.filter((_, at) => at % every === 0),
      tickSize: 0,
    },
    y: { label: null, domain: [...rowsOf(drawing, { places, parts })], tickSize: 0 },
  };
}

function ticksIn(width: number): number {
  return Math.max(2, Math.floor(width / TICK_EVERY));
}

function capital(words: string): string {
  return `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`;
}

/** Seconds that are read as minutes are marked at whole ones. Undefined for anything else. */
function minutesTo(unit: string, highestS: number): number[] | undefined {
  if (unit !== 's' || highestS < 2 * MINUTE_S) return undefined;
  const step = Math.ceil(highestS / MINUTE_S / MOST_MINUTES) * MINUTE_S;
  return Array.from({ length: Math.floor(highestS / step) + 1 }, (_, at) => at * step);
}
