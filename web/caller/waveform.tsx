/** The last seconds of both voices, Luna's above the line and the caller's below it: drawn at every frame, not by React. */
import { useEffect, useRef } from 'react';
import { loudness } from './loudness.ts';
import { drawWave } from './wave-drawing.ts';
import { nextWave, STILL, type Wave } from './wave.ts';

const CALM_MS = 250;

interface WaveformProps {
  assistant: string;
  /** A strip beside other things: it needs no words. */
  small?: boolean;
  /** What sounds right now. */
  meters: (side: 'caller' | 'luna') => readonly AnalyserNode[];
}

export function Waveform({ assistant, meters, small = false }: WaveformProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const calm = matchMedia('(prefers-reduced-motion: reduce)');
    let wave: Wave = STILL;
    let drawn: Wave | undefined;
    let drawnWidth = 0;
    let lastMs = performance.now();
    const draw = (nowMs: number): void => {
      frame = requestAnimationFrame(draw);
      // Whoever wants less motion sees how loud it is, four times a second, and nothing travels.
      if (calm.matches && nowMs - lastMs < CALM_MS) return;
      const luna = loudness(meters('luna'));
      const caller = loudness(meters('caller'));
      wave = nextWave(wave, { luna, caller, passedMs: nowMs - lastMs, moves: !calm.matches });
      lastMs = nowMs;
      if (wave === drawn && element.clientWidth === drawnWidth) return;
      drawWave(element, wave);
      drawn = wave;
      drawnWidth = element.clientWidth;
    };
    let frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [meters]);
  return (
    <figure className="w-full max-w-md">
      <canvas ref={canvas} aria-hidden className={`w-full ${small ? 'h-10' : 'h-12 md:h-20'}`} />
      {!small && <Legend assistant={assistant} />}
    </figure>
  );
}

function Legend({ assistant }: { assistant: string }) {
  return (
    <figcaption className="mt-1 hidden justify-center gap-5 text-xs text-soft md:flex">
      <span className="flex items-center gap-1.5">
        <span className="size-2 rounded-full bg-luna" /> {assistant}
      </span>
      <span className="flex items-center gap-1.5">
        <span className="size-2 rounded-full bg-caller" /> You
      </span>
    </figcaption>
  );
}
