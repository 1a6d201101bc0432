/** The picture of two voices on a canvas: bars that come in at the right, Luna's upwards, the caller's downwards. */
import type { Wave } from './wave.ts';

const BAR_PX = 3;
const STEP_PX = 5;
/** A bar of silence. */
const LEAST_PX = 2;

export function drawWave(canvas: HTMLCanvasElement, { luna, caller, part }: Wave): void {
  const pen = canvas.getContext('2d');
  if (pen === null) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const scale = devicePixelRatio;
  if (canvas.width !== Math.round(width * scale)) canvas.width = Math.round(width * scale);
  if (canvas.height !== Math.round(height * scale)) canvas.height = Math.round(height * scale);
  pen.setTransform(scale, 0, 0, scale, 0, 0);
  pen.clearRect(0, 0, width, height);
  const style = getComputedStyle(canvas);
  const bars = Math.ceil(width / STEP_PX) + 1;
  const side = (history: readonly number[], colour: string, up: boolean): void => {
    pen.fillStyle = style.getPropertyValue(colour);
    pen.beginPath();
    for (let bar = 0; bar < bars; bar++) {
      const level = history[history.length - 1 - bar] ?? 0;
      const length = LEAST_PX + level * (height / 2 - 4);
      const x = width - (bar + part) * STEP_PX;
      pen.roundRect(x, up ? height / 2 - 1 - length : height / 2 + 1, BAR_PX, length, 1.5);
    }
    pen.fill();
  };
  side(luna, '--color-luna', true);
  side(caller, '--color-caller', false);
}
