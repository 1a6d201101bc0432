/** What the colours of a chart mean, and what is dashed. */
import type { ChartDrawing } from '#protocol/drawing.ts';
import { amountText } from './amounts.ts';
import { colourOf, THEMED } from './chart-colours.ts';
import { shapeOf } from './chart-shape.ts';

export function ChartLegend({ drawing }: { drawing: ChartDrawing }) {
  const { parts, highest, before } = shapeOf(drawing);
  const isHeat = drawing.kind === 'heat_map';
  if (!isHeat && parts.length === 0 && before.length === 0) return null;
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 pb-1 text-xs text-soft">
      {isHeat ? (
        <li className="flex items-center gap-2">
          0
          <span className="h-2.5 w-24 rounded-full bg-linear-to-r from-transparent to-(--part-1)" />
          {amountText(highest, drawing.y.unit)}
        </li>
      ) : (
        parts.map((part, at) => (
          <li key={part} className="flex items-center gap-1.5">
            <span
              className="size-2.5 rounded-full"
              style={{ background: colourOf(THEMED.parts, at) }}
            />
            {part}
          </li>
        ))
      )}
      {before.length > 0 && (
        <li className="flex items-center gap-1.5">
          <span className="w-5 border-t-2 border-dashed border-soft" />{' '}
          {drawing.beforeLabel ?? 'the period before'}
        </li>
      )}
    </ul>
  );
}
