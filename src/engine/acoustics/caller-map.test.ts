import { expect, test } from 'vitest';
import { readAcousticModel } from './acoustic-model.ts';
import { addFrame, averageCaller, EXTENDED, noEvidence } from './caller-evidence.ts';
import { applyMap, likelyMap, noMap } from './caller-map.ts';
import { CEPSTRA } from './mel.ts';
import { acousticModelFolder } from './model-files.ts';

const model = readAcousticModel(acousticModelFolder());
const { gaussians, phones } = model;
const average = averageCaller(model);
const DOUBT = 300;

/** How one caller's cepstra lie beside the model's. */
const STRETCH = 1.15;
const OFFSET = 1.5;

/** -1 or 1, the same in every run. */
let seed = 1;
function coin(): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) | 0;
  return seed < 0 ? -1 : 1;
}

/** A caller who says all sounds alike often. */
function strangeCaller(rounds: number) {
  const evidence = noEvidence();
  for (let round = 0; round < rounds; round++)
    for (const phone of phones.names.keys()) {
      if (phones.isFiller[phone]) continue;
      evidence.frames++;
      for (let stream = 0; stream < gaussians.streams; stream++) {
        const first = (phone * gaussians.streams + stream) * gaussians.densities;
        const density = first + ((round * 37) % gaussians.densities);
        const frame = new Float64Array(EXTENDED);
        for (let i = 0; i < CEPSTRA; i++) {
          const place = density * CEPSTRA + i;
          const scatter = Math.sqrt(gaussians.variances[place] ?? 0) * coin();
          const usual = (gaussians.means[place] ?? 0) + scatter;
          frame[i] = STRETCH * usual + (stream === 0 ? OFFSET : 0);
        }
        frame[CEPSTRA] = stream === 0 ? 1 : 0;
        addFrame(evidence, gaussians, frame, density, 1);
      }
    }
  return evidence;
}

test('a caller of whom nothing is known is heard as the model was trained', () => {
  for (const [i, value] of likelyMap(noEvidence(), average, DOUBT).entries())
    expect(value).toBeCloseTo(noMap()[i] ?? 0, 3);
});

test('a caller whose sounds lie elsewhere is turned back to where they are expected', () => {
  const map = likelyMap(strangeCaller(200), average, DOUBT);
  const usual = Float32Array.from({ length: CEPSTRA }, (_, i) => (i % 2 ? 4 : -3));
  const turned = new Float32Array(CEPSTRA);
  applyMap(
    map,
    usual.map((value) => STRETCH * value + OFFSET),
    turned,
  );
  for (const [i, value] of turned.entries())
    expect(Math.abs(value - (usual[i] ?? 0))).toBeLessThan(0.6);
});

/** How far a caller's first cepstrum is moved after so many rounds. */
function offsetAfter(rounds: number): number {
  return Math.abs(likelyMap(strangeCaller(rounds), average, DOUBT)[CEPSTRA] ?? 0);
}

test('a few words change less than many', () => {
  expect(offsetAfter(1)).toBeLessThan(offsetAfter(50));
});
