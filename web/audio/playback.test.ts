import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Playback, type PlaybackReport } from './playback.ts';

const RATE_HZ = 48_000;
const QUANTUM = 128;
/** Constant sound: every gap shows as a zero. */
const sound = (ms: number, value = 16_384): Int16Array =>
  new Int16Array((ms * RATE_HZ) / 1000).fill(value);

/** Renders for so long; returns what was heard and what was reported. */
function listen(playback: Playback, ms: number): { heard: number[]; reports: PlaybackReport[] } {
  const heard: number[] = [];
  const reports: PlaybackReport[] = [];
  for (let left = (ms * RATE_HZ) / 1000; left > 0; left -= QUANTUM) {
    const out = new Float32Array(QUANTUM);
    reports.push(...playback.render(out));
    heard.push(...out);
  }
  return { heard, reports };
}

const sounding = (samples: number[]): number => samples.filter((sample) => sample !== 0).length;

describe('what the caller hears of Luna', () => {
  test('a sentence cut into chunks of any size is heard without a gap', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5_000 }), { minLength: 1 }), (sizes) => {
        const playback = new Playback(RATE_HZ);
        for (const size of sizes) playback.append('a', new Int16Array(size).fill(8_192));
        playback.finish('a');
        const total = sizes.reduce((sum, size) => sum + size, 0);
        const { heard, reports } = listen(playback, total / 48 + 10);
        expect(heard.slice(0, total).every((sample) => sample === 0.25)).toBe(true);
        expect(sounding(heard)).toBe(total);
        expect(reports.at(-1)).toEqual({ type: 'drained', itemId: 'a' });
      }),
      { numRuns: 40 },
    );
  });

  test('a network that stutters makes gaps, but no clicks, and no sample is lost', () => {
    const playback = new Playback(RATE_HZ);
    const heard: number[] = [];
    for (let turn = 0; turn < 3; turn++) {
      playback.append('a', sound(500));
      heard.push(...listen(playback, 700).heard);
    }
    const steps = heard.slice(1).map((sample, at) => Math.abs(sample - (heard[at] ?? 0)));
    // Only the very first sample may come out of nothing: speech begins in silence.
    expect(Math.max(...steps.slice(48))).toBeLessThan(0.01);
    expect(sounding(heard)).toBeGreaterThan(1_490 * 48);
    expect(playback.flush('a')).toEqual([{ type: 'flushed', itemId: 'a', playedMs: 1_500 }]);
  });

  test('a first chunk too short to be safe waits for the next one', () => {
    const playback = new Playback(RATE_HZ);
    playback.append('a', sound(40));
    expect(sounding(listen(playback, 40).heard)).toBe(0);
    playback.append('a', sound(40));
    expect(sounding(listen(playback, 40).heard)).toBe(40 * 48);
  });

  test('a short last word is not held back', () => {
    const playback = new Playback(RATE_HZ);
    playback.append('a', sound(20));
    playback.finish('a');
    expect(sounding(listen(playback, 30).heard)).toBe(20 * 48);
  });

  test('positions come about ten times a second and never run ahead of the speaker', () => {
    const playback = new Playback(RATE_HZ);
    playback.setOutputLatency(40);
    playback.append('a', sound(1_000));
    playback.finish('a');
    const { reports } = listen(playback, 900);
    const positions = reports.map((report) => ('playedMs' in report ? report.playedMs : Infinity));
    expect(positions.length).toBeGreaterThanOrEqual(8);
    for (const [index, position] of positions.entries())
      expect(position).toBeCloseTo((index + 1) * 100 - 40, -1);
  });

  test('an item is over only when its last sample has left the speaker', () => {
    const playback = new Playback(RATE_HZ);
    playback.setOutputLatency(50);
    playback.append('a', sound(100));
    playback.finish('a');
    expect(listen(playback, 140).reports.map(({ type }) => type)).not.toContain('drained');
    expect(listen(playback, 20).reports.at(-1)).toEqual({ type: 'drained', itemId: 'a' });
  });
});

describe('a caller who interrupts', () => {
  test('hears Luna fade out within ten milliseconds, and the position includes the fade', () => {
    const playback = new Playback(RATE_HZ);
    playback.append('a', sound(2_000));
    listen(playback, 512);
    expect(playback.flush('a')).toEqual([{ type: 'flushed', itemId: 'a', playedMs: 522 }]);
    const { heard } = listen(playback, 64);
    expect(sounding(heard)).toBeLessThanOrEqual(480);
    expect(heard[0]).toBe(0.5);
    const steps = heard.slice(1, 480).map((sample, index) => (heard[index] ?? 0) - sample);
    expect(Math.max(...steps)).toBeLessThan(0.002);
  });

  test('does not hear late chunks of what was cut off, and hears the next answer at once', () => {
    const playback = new Playback(RATE_HZ);
    playback.append('a', sound(500));
    listen(playback, 256);
    playback.flush('a');
    playback.append('a', sound(500));
    listen(playback, 16);
    expect(sounding(listen(playback, 64).heard)).toBe(0);
    playback.append('b', sound(100));
    playback.finish('b');
    expect(sounding(listen(playback, 100).heard)).toBeGreaterThan(99 * 48);
  });

  test('is told of everything that was waiting, heard or not', () => {
    const playback = new Playback(RATE_HZ);
    playback.append('a', sound(200));
    playback.finish('a');
    playback.append('b', sound(200));
    listen(playback, 64);
    expect(playback.flush('a')).toEqual([
      { type: 'flushed', itemId: 'a', playedMs: 74 },
      { type: 'flushed', itemId: 'b', playedMs: 0 },
    ]);
  });

  test('is answered first about the sentence that was asked about', () => {
    const playback = new Playback(RATE_HZ);
    playback.setOutputLatency(100);
    playback.append('a', sound(100));
    playback.finish('a');
    playback.append('b', sound(500));
    listen(playback, 160);
    const reports = playback.flush('b');
    expect(reports.map(({ itemId }) => itemId)).toEqual(['b', 'a']);
  });

  test('who comes too late gets the length of what was heard to its end', () => {
    const playback = new Playback(RATE_HZ);
    playback.append('a', sound(100));
    playback.finish('a');
    listen(playback, 120);
    expect(playback.flush('a')).toEqual([{ type: 'flushed', itemId: 'a', playedMs: 100 }]);
  });

  test('may only be clearing the throat: Luna is lowered, then comes back without a step', () => {
    const playback = new Playback(RATE_HZ);
    playback.append('a', sound(1_000));
    listen(playback, 96);
    playback.duck();
    expect(listen(playback, 96).heard.at(-1)).toBeCloseTo(0.125, 5);
    playback.resume();
    const { heard } = listen(playback, 96);
    expect(heard.at(-1)).toBeCloseTo(0.5, 5);
    for (let at = 1; at < heard.length; at++)
      expect(Math.abs((heard[at] ?? 0) - (heard[at - 1] ?? 0))).toBeLessThan(0.001);
  });
});
