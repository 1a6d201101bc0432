/**
 * Turns a caller's cepstra towards those the acoustic model expects, by one linear map (constrained maximum likelihood
 * regression: M. Gales 1998). The slopes and curvatures of the cepstra are turned along with them.
 */
import { type CallerEvidence, EXTENDED } from './caller-evidence.ts';
import { CEPSTRA } from './mel.ts';
import { inverse } from './small-matrix.ts';

/** [row][column], the last column being the offset. */
export type CallerMap = Float64Array;

const STREAMS = 3;
/** Of working out each row while the others stay as they are; little changes after so many. */
const ROUNDS = 10;
const SQUARE = EXTENDED * EXTENDED;

/** Leaves everything as it is. */
export function noMap(): CallerMap {
  const map = new Float64Array(CEPSTRA * EXTENDED);
  for (let i = 0; i < CEPSTRA; i++) map[i * EXTENDED + i] = 1;
  return map;
}

/** @param turned where the result is written, another array than `cepstra` */
export function applyMap(map: CallerMap, cepstra: Float32Array, turned: Float32Array): void {
  for (let row = 0; row < CEPSTRA; row++) {
    let sum = map[row * EXTENDED + CEPSTRA] as number;
    for (let i = 0; i < CEPSTRA; i++)
      sum += (map[row * EXTENDED + i] as number) * (cepstra[i] as number);
    turned[row] = sum;
  }
}

/**
 * @param average what one frame of an average caller tells
 * @param doubt how many such frames weigh as much as one frame of this caller each
 */
export function likelyMap(
  caller: CallerEvidence,
  average: CallerEvidence,
  doubt: number,
): CallerMap {
  const heard = together(caller.heard, average.heard, doubt);
  const expected = together(caller.expected, average.expected, doubt);
  const frames = STREAMS * (caller.frames + doubt * average.frames);
  const rows = Array.from({ length: CEPSTRA }, (_, row) => {
    const back = inverse(heard.subarray(row * SQUARE, (row + 1) * SQUARE), EXTENDED);
    const target = expected.subarray(row * EXTENDED, (row + 1) * EXTENDED);
    return { back, straight: times(back, target) };
  });
  const map = noMap();
  for (let round = 0; round < ROUNDS; round++)
    for (const [row, { back, straight }] of rows.entries())
      map.set(likelyRow(back, straight, cofactors(map, row), frames), row * EXTENDED);
  return map;
}

/** The likeliest row while the others stay as they are: a map that shrinks everything would fit best otherwise. */
function likelyRow(
  back: Float64Array,
  straight: Float64Array,
  others: Float64Array,
  frames: number,
): Float64Array {
  const turned = times(back, others);
  const own = dot(others, turned);
  const cross = dot(others, straight);
  const root = Math.sqrt(cross ** 2 + 4 * own * frames);
  const merit = (scale: number): number =>
    frames * Math.log(Math.abs(scale * own + cross)) - 0.5 * scale ** 2 * own;
  const [up, down] = [(root - cross) / (2 * own), (-root - cross) / (2 * own)];
  const scale = merit(up) > merit(down) ? up : down;
  return straight.map((value, i) => value + scale * (turned[i] as number));
}

/** How the volume of the map depends on one row, but for a factor. */
function cofactors(map: CallerMap, row: number): Float64Array {
  const linear = Float64Array.from(
    { length: CEPSTRA ** 2 },
    (_, i) => map[Math.floor(i / CEPSTRA) * EXTENDED + (i % CEPSTRA)] as number,
  );
  const back = inverse(linear, CEPSTRA);
  return Float64Array.from({ length: EXTENDED }, (_, i) =>
    i < CEPSTRA ? (back[i * CEPSTRA + row] as number) : 0,
  );
}

function together(a: Float64Array, b: Float64Array, weight: number): Float64Array {
  return a.map((value, i) => value + weight * (b[i] as number));
}

function times(square: Float64Array, vector: Float64Array): Float64Array {
  return vector.map((_, i) => dot(square.subarray(i * EXTENDED, (i + 1) * EXTENDED), vector));
}

function dot(a: Float64Array, b: Float64Array): number {
  return a.reduce((total, value, i) => total + value * (b[i] as number), 0);
}
