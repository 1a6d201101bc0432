/** What appears beside the pointer: which point it is nearest to, and what that says. */
import * as Plot from '@observablehq/plot';
import type { ChartDrawing } from '#protocol/drawing.ts';
import type { ChartColours } from './chart-colours.ts';
import { binWidth, hoursAlong, isLying, type Mark, type Shape } from './chart-shape.ts';

const DAY_MS = 86_400_000;
const DAYS: Readonly<Record<string, number>> = { week: 7, month: 30 };

export function pointerOf(
  drawing: ChartDrawing,
  { marks, parts }: Shape,
  { surface, line, ink }: ChartColours,
): Plot.Markish {
  const { kind, x: axis } = drawing;
  const look = {
    title: 'says',
    fill: surface,
    stroke: line,
    color: ink,
    textPadding: 10,
    lineHeight: 1.4,
  };
  const order = parts.length > 0 ? { z: 'part', order: [...parts] } : {};
  if (kind === 'heat_map') {
    const [x, y] = hoursAlong(drawing) ? (['part', 'x'] as const) : (['x', 'part'] as const);
    return Plot.tip(marks, Plot.pointer({ ...look, x, y }));
  }
  if (isLying(drawing)) {
    const at = { ...look, x: 'value', y: 'x', ...order };
    return Plot.tip(marks, Plot.pointer(kind === 'stacked_bar' ? Plot.stackX2(at) : at));
  }
  const x = middleOf(drawing);
  const stacks = kind === 'stacked_bar' || (kind === 'area' && parts.length > 0);
  const at = { ...look, x, y: 'value', ...order };
  if (stacks) return Plot.tip(marks, Plot.pointer(Plot.stackY2(at)));
  const alone = kind !== 'scatter' && parts.length === 0;
  return Plot.tip(marks, alone ? Plot.pointerX(at) : Plot.pointer(at));

  /** A bar is as wide as a day, a week or a bin; a dot stands where it stands. */
  function middleOf({ kind: how }: ChartDrawing): string | ((mark: Mark) => Date | number) {
    if (how === 'histogram') return (mark) => Number(mark.x) + binWidth(drawing) / 2;
    if (axis.scale !== 'time' || (how !== 'bar' && how !== 'stacked_bar')) return 'x';
    const half = ((DAYS[axis.label] ?? 1) * DAY_MS) / 2;
    return (mark) => new Date(Number(mark.x) + half);
  }
}
