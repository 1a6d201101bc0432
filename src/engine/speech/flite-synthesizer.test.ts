import { Worker } from 'node:worker_threads';
import { afterAll, expect, test } from 'vitest';
import { decibels, peak, rms } from '#audio/level.ts';
import type { SpokenClause } from '#engine/synthesizer.ts';
import { createSynthesizer } from './flite-synthesizer.ts';

const synthesizer = createSynthesizer();
afterAll(() => synthesizer.close());

const never = new AbortController().signal;
const NORMALLY = { voice: 'slt', speed: 1, signal: never };
const LONG =
  'Thank you for calling Northwind Bank, my name is Luna. I have blocked your card ending in 4829, and a new one is on its way. It will be with you in five to seven business days.';

async function all(clauses: AsyncIterable<SpokenClause>): Promise<SpokenClause[]> {
  const spoken: SpokenClause[] = [];
  for await (const clause of clauses) spoken.push(clause);
  return spoken;
}

function seconds(clauses: readonly SpokenClause[]): number {
  return clauses.reduce((sum, { samples }) => sum + samples.length, 0) / 24_000;
}

test("a sentence is heard at an agent's pace, loud enough and without clipping", async () => {
  const text =
    'I have found your card. Would you like me to block it now, and order a replacement?';
  const spoken = await all(synthesizer.speak(text, NORMALLY));
  expect(spoken.map((clause) => clause.text).join('')).toBe(text);
  const wordsPerMinute = (text.split(' ').length / seconds(spoken)) * 60;
  expect(wordsPerMinute).toBeGreaterThan(150);
  expect(wordsPerMinute).toBeLessThan(210);
  for (const { samples } of spoken) {
    expect(decibels(rms(samples))).toBeGreaterThan(-25);
    expect(decibels(rms(samples))).toBeLessThan(-19);
    expect(peak(samples)).toBeLessThan(0.9);
  }
});

test('clauses begin and end in silence, so nothing clicks, and the caller waits for no empty sound', async () => {
  for (const { samples } of await all(synthesizer.speak(LONG, NORMALLY))) {
    expect(samples[0]).toBe(0);
    expect(Math.abs(samples.at(-1) ?? 0)).toBeLessThan(10);
    const loud = samples.findIndex((sample) => Math.abs(sample) > 1_000);
    expect(loud / 24).toBeLessThan(120);
  }
});

test('a sentence that goes on from another begins after the pause that stands between sentences', async () => {
  const text = 'Your card is blocked.';
  const [alone] = await all(synthesizer.speak(text, NORMALLY));
  const [goesOn] = await all(synthesizer.speak(text, { ...NORMALLY, after: 'Thank you. ' }));
  const pause = (goesOn?.samples.length ?? 0) - (alone?.samples.length ?? 0);
  expect(pause / 24).toBe(280);
  expect(goesOn?.samples.slice(pause)).toEqual(alone?.samples);
});

test('the first clause is there long before the whole answer is', async () => {
  const started = performance.now();
  let first = 0;
  for await (const clause of synthesizer.speak(LONG.replace('4829', '1307'), {
    ...NORMALLY,
    speed: 0.9,
  })) {
    expect(clause.samples.length).toBeGreaterThan(0);
    first ||= performance.now() - started;
  }
  expect(first).toBeLessThan((performance.now() - started) / 2);
});

test('what was said before is said at once', async () => {
  const options = { ...NORMALLY, speed: 0.95 };
  const timed = async (): Promise<[number, number]> => {
    const started = performance.now();
    const spoken = await all(synthesizer.speak(LONG, options));
    return [performance.now() - started, seconds(spoken)];
  };
  const [anew, length] = await timed();
  const [again, sameLength] = await timed();
  expect(sameLength).toBe(length);
  expect(again).toBeLessThan(anew / 4);
});

test('what was prepared is said at once, and preparing it keeps no caller waiting', async () => {
  const prepared = Array.from(
    { length: 30 },
    (_, day) => `Your card comes on the ${day + 1}th of May.`,
  );
  const started = performance.now();
  const ready = synthesizer.prime(prepared, NORMALLY);
  await all(synthesizer.speak('I am first, am I not?', NORMALLY));
  const served = performance.now() - started;
  await ready;
  const total = performance.now() - started;
  expect(served).toBeLessThan(total / 4);
  await all(synthesizer.speak(prepared.join(' '), NORMALLY));
  expect(performance.now() - started - total).toBeLessThan(total / 4);
});

test('the sound of a clause belongs to who asked: changing it changes nothing for the next', async () => {
  const [mine] = await all(synthesizer.speak('Okay.', NORMALLY));
  mine?.samples.fill(0);
  const [next] = await all(synthesizer.speak('Okay.', NORMALLY));
  expect(rms(next?.samples ?? new Int16Array())).toBeGreaterThan(0.01);
});

test('half the speed takes twice the time', async () => {
  const own = seconds(await all(synthesizer.speak('How can I help you today?', NORMALLY)));
  const slow = seconds(
    await all(synthesizer.speak('How can I help you today?', { ...NORMALLY, speed: 0.5 })),
  );
  expect(slow / own).toBeGreaterThan(1.8);
  expect(slow / own).toBeLessThan(2.2);
});

test.each(synthesizer.voices)('the voice %s speaks', async (voice) => {
  const spoken = await all(synthesizer.speak('Hello, how can I help?', { ...NORMALLY, voice }));
  expect(seconds(spoken)).toBeGreaterThan(0.8);
});

test('an unknown voice or speed is refused by name', async () => {
  await expect(all(synthesizer.speak('Hi', { ...NORMALLY, voice: 'hal' }))).rejects.toThrow(
    '"hal"',
  );
  await expect(all(synthesizer.speak('Hi', { ...NORMALLY, speed: 9 }))).rejects.toThrow(
    '0.25 to 1.5',
  );
});

test.each(['', ' ... ', '\u4f60\u597d', '\u{1f600}'])(
  '%j makes no sound and no trouble',
  async (text) => {
    const spoken = await all(synthesizer.speak(text, NORMALLY));
    expect(spoken.map((clause) => clause.text).join('')).toBe(text);
    expect(seconds(spoken)).toBe(0);
  },
);

test('an interrupted answer ends quietly, and the next one does not wait for it', async () => {
  const interruption = new AbortController();
  const story = 'This goes on and on, and nobody listens any more. '.repeat(20);
  const spoken: SpokenClause[] = [];
  for await (const clause of synthesizer.speak(story, {
    ...NORMALLY,
    speed: 0.8,
    signal: interruption.signal,
  })) {
    spoken.push(clause);
    interruption.abort();
  }
  expect(spoken).toHaveLength(1);
  expect(await all(synthesizer.speak(story, { ...NORMALLY, signal: interruption.signal }))).toEqual(
    [],
  );
});

test('two callers are served in turn', async () => {
  const order: string[] = [];
  const listen = async (name: string, speed: number): Promise<void> => {
    for await (const clause of synthesizer.speak(LONG, { ...NORMALLY, speed })) {
      expect(clause.text).not.toBe('');
      order.push(name);
    }
  };
  await Promise.all([listen('a', 1.1), listen('b', 1.2)]);
  expect(order.slice(0, 6)).toEqual(['a', 'b', 'a', 'b', 'a', 'b']);
});

test('a thread that dies in the middle of a word is replaced, and the caller hears the whole', async () => {
  const threads: Worker[] = [];
  const mortal = createSynthesizer({
    spawn: () => {
      const thread = new Worker(new URL('./speech-worker.ts', import.meta.url));
      threads.push(thread);
      return thread;
    },
  });
  const answer = all(mortal.speak(LONG, NORMALLY));
  await threads[0]?.terminate();
  const spoken = await answer;
  expect(spoken.map(({ text }) => text).join('')).toBe(LONG);
  expect(threads).toHaveLength(2);
  await mortal.close();
});

test('a thread that cannot start is an error for the caller, tried twice, and no crash', async () => {
  const broken = createSynthesizer({
    spawn: () => new Worker('throw new Error("no voice file")', { eval: true }),
  });
  await expect(all(broken.speak('Hello.', NORMALLY))).rejects.toThrow('no voice file');
  await broken.close();
});

test('closing ends what is being said, and whatever is asked afterwards', async () => {
  const short = createSynthesizer();
  const answer = all(short.speak(LONG, NORMALLY));
  await short.close();
  expect(await answer).toEqual([]);
  expect(await all(short.speak(LONG, NORMALLY))).toEqual([]);
});
