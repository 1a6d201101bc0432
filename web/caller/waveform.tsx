/** The last seconds of both voices, Luna's above the line and the caller's below it. */
import { useEffect, useRef } from 'react';
import { loudness } from './loudness.ts';
import { useCallClient } from './use-call.ts';

const BAR_PX = 3;
const STEP_PX = 5;
/** One bar. */
const TICK_MS = 50;

export function Waveform({ assistant }: { assistant: string }) {
  const client = useCallClient();
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const element = canvas.current;
    if (element === null) return;
    const luna: number[] = [];
    const caller: number[] = [];
    const timer = setInterval(() => {
      const bars = Math.floor(element.clientWidth / STEP_PX);
      keep(luna, loudness(client.analyser('luna')), bars);
      keep(caller, loudness(client.analyser('caller')), bars);
      draw(element, luna, caller);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [client]);
  return (
    <figure className="w-full max-w-md">
      <canvas ref={canvas} aria-hidden className="h-12 w-full md:h-20" />
      <figcaption className="mt-1 hidden justify-center gap-5 text-xs text-soft md:flex">
        <span className="flex items-center gap-1.5">
          <span className="size-2 rounded-full bg-luna" /> {assistant}
        </span>
        <span className="flex items-center gap-1.5">
          <span className="size-2 rounded-full bg-caller" /> You
        </span>
      </figcaption>
    </figure>
  );
}

function keep(history: number[], level: number, most: number): void {
  history.push(level);
  history.splice(0, history.length - most);
}

function draw(canvas: HTMLCanvasElement, luna: number[], caller: number[]): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = devicePixelRatio;
  if (canvas.width !== width * scale) canvas.width = width * scale;
  if (canvas.height !== height * scale) canvas.height = height * scale;
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, width, height);
  const style = getComputedStyle(canvas);
  const side = (history: number[], colour: string, up: boolean): void => {
    pen.fillStyle = style.getPropertyValue(colour);
    pen.beginPath();
    for (const [index, level] of history.entries()) {
      const length = 2 + level * (height / 2 - 4);
      const x = width - (history.length - index) * STEP_PX;
      pen.roundRect(x, up ? height / 2 - 1 - length : height / 2 + 1, BAR_PX, length, 1.5);
    }
    pen.fill();
  };
  side(luna, '--color-luna', true);
  side(caller, '--color-caller', false);
}
