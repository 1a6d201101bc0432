/** A chart in its card: drawn to the width that there is, and drawn anew when that changes. */
import { useEffect, useRef } from 'react';
import type { ChartDrawing } from '#protocol/drawing.ts';
import { THEMED } from './chart-colours.ts';
import { ChartLegend } from './chart-legend.tsx';
import { pictureOf } from './chart-plot.ts';

const LEAST_WIDTH = 240;

export function Chart({ drawing }: { drawing: ChartDrawing }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const element = place.current;
    if (element === null) return;
    let drawnWidth = 0;
    const draw = (): void => {
      const width = Math.max(LEAST_WIDTH, Math.floor(element.clientWidth));
      if (width === drawnWidth) return;
      drawnWidth = width;
      const picture = pictureOf(drawing, { width, colours: THEMED });
      picture.setAttribute('role', 'img');
      // A picture has one name; what Plot calls its parts is for us.
      for (const part of picture.querySelectorAll('[aria-label]')) {
        part.setAttribute('data-part', part.getAttribute('aria-label') ?? '');
        part.removeAttribute('aria-label');
      }
      element.replaceChildren(picture);
    };
    draw();
    const watching = new ResizeObserver(draw);
    watching.observe(element);
    return () => watching.disconnect();
  }, [drawing]);
  return (
    <>
      <ChartLegend drawing={drawing} />
      <div ref={place} className="min-h-65 overflow-hidden" />
    </>
  );
}
