/** A chart as a file of its own: title, what the colours mean, and the picture, on white. */
import type { ChartDrawing } from '#protocol/drawing.ts';
import { colourOf, paperColours, type ChartColours } from './chart-colours.ts';
import { pictureOf } from './chart-plot.ts';
import { shapeOf } from './chart-shape.ts';

const SVG = 'http://www.w3.org/2000/svg';
const WIDTH = 960;
const EDGE = 28;
const TITLE_PX = 20;
const SMALL_PX = 13;
const LETTER = 7.6;
const FONT = 'Figtree, system-ui, sans-serif';

export interface Sheet {
  readonly svg: string;
  readonly width: number;
  readonly height: number;
}

export function sheetOf(drawing: ChartDrawing): Sheet {
  const colours = paperColours();
  const width = WIDTH - 2 * EDGE;
  const picture = pictureOf(drawing, { width, colours, still: true });
  const legend = legendOf(drawing, colours);
  const top = EDGE + TITLE_PX + (legend === undefined ? 14 : 40);
  picture.setAttribute('x', String(EDGE));
  picture.setAttribute('y', String(top));
  const notes = [drawing.period, ...drawing.notes].join(' · ');
  const height = top + Number(picture.getAttribute('height')) + EDGE + SMALL_PX;
  const sheet = element('svg', {
    xmlns: SVG,
    width: WIDTH,
    height,
    viewBox: `0 0 ${WIDTH} ${height}`,
    'font-family': FONT,
    'font-size': SMALL_PX,
  });
  sheet.append(
    element('rect', { width: WIDTH, height, fill: colours.surface }),
    text(drawing.title, {
      x: EDGE,
      y: EDGE + TITLE_PX - 4,
      fill: colours.ink,
      'font-size': TITLE_PX,
      'font-weight': 700,
    }),
    ...(legend === undefined ? [] : [legend]),
    picture,
    text(notes, { x: EDGE, y: height - EDGE + 8, fill: colours.soft }),
  );
  return { svg: new XMLSerializer().serializeToString(sheet), width: WIDTH, height };
}

function legendOf(drawing: ChartDrawing, colours: ChartColours): SVGElement | undefined {
  const { parts } = shapeOf(drawing);
  if (parts.length === 0 || drawing.kind === 'heat_map') return undefined;
  const row = element('g', { transform: `translate(${EDGE} ${EDGE + TITLE_PX + 20})` });
  let x = 0;
  for (const [at, part] of parts.entries()) {
    const fill = colourOf(colours.parts, at);
    row.append(
      element('circle', { cx: x + 5, cy: -4, r: 5, fill }),
      text(part, { x: x + 16, y: 0, fill: colours.soft }),
    );
    x += 16 + part.length * LETTER + 18;
  }
  return row;
}

function text(words: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const line = element('text', attributes);
  line.textContent = words;
  return line;
}

function element(name: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value));
  return made;
}
