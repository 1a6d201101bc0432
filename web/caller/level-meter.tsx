/** How loud a microphone is right now, drawn at every frame. */
import { useEffect, useRef } from 'react';
import { loudness } from './loudness.ts';

export function LevelMeter({ meters }: { meters: () => readonly AnalyserNode[] }) {
  const bar = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    let frame = requestAnimationFrame(function draw() {
      if (bar.current) bar.current.style.scale = `${loudness(meters())} 1`;
      frame = requestAnimationFrame(draw);
    });
    return () => cancelAnimationFrame(frame);
  }, [meters]);
  return (
    <span aria-hidden className="block h-2 w-40 overflow-hidden rounded-full bg-line">
      <span ref={bar} className="block h-full origin-left scale-x-0 rounded-full bg-caller" />
    </span>
  );
}
