import { setTimeout } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resample } from '#audio/resampler.ts';
import { systemClock } from '#lib/clock.ts';
import { melody, pinkNoise } from './activity/sounds.ts';
import { startEars } from './ears.ts';
import type { Ears, Hearing, HearingEvent } from './hearing.ts';
import { openEars } from './hearing/ears.ts';
import type { Expectation, Phrasebook } from './recognizer.ts';
import { haveRecordings, recording } from './recordings.ts';
import { digitsIn } from './understanding/numbers.ts';

const RATE_HZ = 24_000;
const PHRASEBOOK: Phrasebook = { phrases: ['i lost my card', 'what time is it'], classes: {} };
const FOUR: Expectation = { for: 'digits', count: 4 };

type Stopped = Extract<HearingEvent, { type: 'speech.stopped' }>;

/** A caller on the line: what was heard of them so far, and how to wait for the next turn to end. */
class Caller {
  readonly events: HearingEvent[] = [];
  readonly ear: Hearing;
  #waiting: (() => void)[] = [];

  constructor(ears: Ears) {
    this.ear = ears.open((event) => {
      this.events.push(event);
      for (const look of this.#waiting.splice(0)) look();
    });
  }

  get turns(): Stopped[] {
    return this.events.filter((event) => event.type === 'speech.stopped');
  }

  async until(seen: () => boolean): Promise<void> {
    while (!seen())
      await new Promise<void>((resolve) => {
        this.#waiting.push(resolve);
      });
  }

  async turn(nth = 1): Promise<Stopped> {
    await this.until(() => this.turns.length >= nth);
    const turn = this.turns[nth - 1];
    if (!turn) throw new Error('no such turn');
    return turn;
  }

  say(samples: Int16Array, pieces: readonly number[] = [480]): void {
    for (let at = 0, n = 0; at < samples.length; n++) {
      const length = pieces[n % pieces.length] ?? 480;
      this.ear.push(samples.subarray(at, at + length));
      at += length;
    }
  }
}

function silence(ms: number): Int16Array {
  return new Int16Array((RATE_HZ * ms) / 1000);
}

/** Half a second of silence before, and enough after for any turn to end. */
function spoken(name: string): Int16Array {
  const speech = resample(recording(name), 16_000, RATE_HZ);
  const [before, after] = [silence(500), silence(1500)];
  const all = new Int16Array(before.length + speech.length + after.length);
  all.set(speech, before.length);
  return all;
}

let ears: Ears;
beforeAll(async () => {
  ears = await startEars({ workers: 2, phrasebook: PHRASEBOOK, clock: systemClock() });
}, 60_000);
afterAll(async () => {
  await ears.close();
});

describe.skipIf(!haveRecordings)('callers (skipped without the recordings)', () => {
  test('callers who speak at once each hear their own digits back', async () => {
    const said = {
      'digits/msh_evmaki_0.wav': '7361',
      'digits/msh_evmaki_2.wav': '5488',
      'digits/msh_evmaki_7.wav': '8412',
    };
    const callers = Object.keys(said).map((name) => ({ name, caller: new Caller(ears) }));
    for (const { caller } of callers) caller.ear.expect(FOUR);
    const sounds = callers.map(({ name }) => spoken(name));
    for (let at = 0; at < 8 * RATE_HZ; at += 480)
      for (const [i, { caller }] of callers.entries())
        caller.ear.push(sounds[i]?.subarray(at, at + 480) ?? new Int16Array());
    const heard = await Promise.all(
      callers.map(async ({ caller }) => digitsIn((await caller.turn()).hypothesis.text)),
    );
    expect(heard).toEqual(Object.values(said));
    for (const { caller } of callers) caller.ear.close();
  });

  test('a turn is the same however the sound is cut into pieces', async () => {
    const heard = [];
    for (const pieces of [[480], [1, 7, 2500, 33], [100_000]]) {
      const caller = new Caller(ears);
      caller.ear.expect(FOUR);
      caller.say(spoken('digits/msh_evmaki_1.wav'), pieces);
      const { tookMs, ...turn } = await caller.turn();
      expect(tookMs).toBeGreaterThan(0);
      heard.push(turn);
      caller.ear.close();
    }
    expect(heard[1]).toEqual(heard[0]);
    expect(heard[2]).toEqual(heard[0]);
  });

  test('the words grow, then the turn ends soon after the last voice', async () => {
    const caller = new Caller(ears);
    caller.ear.expect(FOUR);
    const sound = spoken('digits/msh_evmaki_0.wav');
    // Four times as fast as people speak: slow enough for the words to keep up.
    for (let at = 0; at < sound.length; at += 1920) {
      caller.ear.push(sound.subarray(at, at + 1920));
      await setTimeout(20);
    }
    const { startMs, endMs, decidedMs } = await caller.turn();
    const partials = caller.events.flatMap((event) =>
      event.type === 'partial' ? [event.hypothesis.text] : [],
    );
    expect(caller.events[0]).toEqual({ type: 'speech.started', atMs: startMs });
    expect(partials[0]).toMatch(/^seven/);
    expect(new Set(partials).size).toBe(partials.length);
    expect(startMs).toBeGreaterThan(400);
    expect(decidedMs - endMs).toBeLessThan(260);
    caller.ear.close();
  });

  test('the same words are waited for longer when more was asked for', async () => {
    const waits = [];
    for (const count of [4, 16]) {
      const caller = new Caller(ears);
      caller.ear.expect({ for: 'digits', count });
      caller.say(spoken('digits/msh_evmaki_0.wav'));
      const { endMs, decidedMs } = await caller.turn();
      waits.push(decidedMs - endMs);
      caller.ear.close();
    }
    expect(waits[1]).toBeGreaterThan(3 * (waits[0] ?? Infinity));
  });

  test('a question that is asked while the caller speaks decides when they are done', async () => {
    const caller = new Caller(ears);
    caller.ear.expect({ for: 'digits', count: 12 });
    const sound = spoken('digits/msh_evmaki_0.wav');
    caller.say(sound.subarray(0, RATE_HZ));
    caller.ear.expect(FOUR);
    caller.say(sound.subarray(RATE_HZ));
    const { endMs, decidedMs } = await caller.turn();
    expect(decidedMs - endMs).toBeLessThan(260);
    caller.ear.close();
  });

  test('push-to-talk ends when the button is let go, not before', async () => {
    const caller = new Caller(ears);
    caller.ear.find({ kind: 'manual' });
    caller.ear.expect(FOUR);
    caller.say(spoken('digits/msh_evmaki_0.wav'));
    caller.ear.commit();
    const turn = await caller.turn();
    expect(digitsIn(turn.hypothesis.text)).toBe('7361');
    expect(turn.startMs).toBe(0);
    expect(caller.events.filter(({ type }) => type === 'speech.started')).toEqual([]);
    caller.ear.close();
  });

  test('a fixed silence, where the client wants one, is kept', async () => {
    const caller = new Caller(ears);
    caller.ear.expect(FOUR);
    caller.ear.find({ kind: 'voice', threshold: 0.5, silenceMs: 900 });
    caller.say(spoken('digits/msh_evmaki_0.wav'));
    const { endMs, decidedMs } = await caller.turn();
    expect(decidedMs - endMs).toBeGreaterThanOrEqual(900);
    caller.ear.close();
  });

  test('what is cleared was never said, and time goes on', async () => {
    const caller = new Caller(ears);
    caller.ear.expect(FOUR);
    const sound = spoken('digits/msh_evmaki_0.wav');
    caller.say(sound.subarray(0, 2 * RATE_HZ));
    caller.ear.clear();
    caller.say(spoken('digits/msh_evmaki_2.wav'));
    const turn = await caller.turn();
    expect(digitsIn(turn.hypothesis.text)).toBe('5488');
    expect(turn.startMs).toBeGreaterThan(2400);
    caller.ear.close();
  });

  test('nobody is told anything after they have hung up in mid-word', async () => {
    const caller = new Caller(ears);
    caller.say(spoken('commands/ms_weather.wav').subarray(0, RATE_HZ));
    caller.ear.close();
    caller.say(silence(2000));
    const other = new Caller(ears);
    other.ear.commit();
    await other.turn();
    expect(caller.events).toEqual([]);
    other.ear.close();
  });

  test('a caller who sends minutes at once keeps nobody waiting', async () => {
    const flood = new Caller(ears);
    const others = [new Caller(ears), new Caller(ears)];
    const sentence = spoken('commands/ps_lv0870.wav');
    for (let i = 0; i < 12; i++) flood.ear.push(sentence);
    for (const { ear } of others) ear.expect(FOUR);
    for (const other of others) other.say(spoken('digits/msh_evmaki_0.wav'));
    const heard = await Promise.all(others.map((other) => other.turn()));
    expect(heard.map(({ hypothesis }) => digitsIn(hypothesis.text))).toEqual(
      others.map(() => '7361'),
    );
    expect(flood.turns.length).toBeLessThan(12);
    for (const { ear } of [flood, ...others]) ear.close();
  });
});

test.each([
  ['a minute of silence', () => silence(60_000)],
  ['pink noise', () => resample(pinkNoise(160_000, 3000), 16_000, RATE_HZ)],
  ['waiting music', () => resample(melody(160_000), 16_000, RATE_HZ)],
])('nobody has said anything in %s', async (_name, sound) => {
  const caller = new Caller(ears);
  caller.say(sound());
  caller.ear.commit();
  const { hypothesis } = await caller.turn();
  expect(hypothesis.rejected || hypothesis.text === '').toBe(true);
  expect(caller.turns).toHaveLength(1);
  caller.ear.close();
});

test('a push-to-talk without a sound is an empty turn', async () => {
  const caller = new Caller(ears);
  caller.ear.find({ kind: 'manual' });
  caller.ear.commit();
  expect((await caller.turn()).hypothesis).toMatchObject({ text: '', rejected: true });
  caller.ear.close();
});

test('more sound than any client may send at once is left out, and said so', async () => {
  const caller = new Caller(ears);
  const tenMinutes = silence(600_000);
  caller.ear.push(tenMinutes);
  caller.ear.commit();
  const { decidedMs } = await caller.turn();
  expect(caller.events[0]).toEqual({ type: 'overrun', lostMs: 600_000 });
  expect(decidedMs).toBe(600_000);
  caller.ear.close();
});

test('a worker that dies makes its own callers deaf, and the next caller is heard', async () => {
  const workers: Worker[] = [];
  const url = new URL('./hearing-worker.ts', import.meta.url);
  const mortal = await openEars({
    workers: 1,
    clock: systemClock(),
    spawn: () => {
      const worker = new Worker(url, { workerData: { phrasebook: PHRASEBOOK } });
      workers.push(worker);
      return worker;
    },
  });
  const caller = new Caller(mortal);
  await workers[0]?.terminate();
  await caller.until(() => caller.events.length > 0);
  expect(caller.events).toEqual([{ type: 'deaf', why: expect.any(String) }]);
  caller.ear.push(silence(100));
  const next = new Caller(mortal);
  next.ear.commit();
  await next.turn();
  expect(workers).toHaveLength(2);
  await mortal.close();
}, 60_000);

test('models that cannot be loaded are an error at the start, not in a call', async () => {
  const broken: Phrasebook = { phrases: ['a {nonsense} phrase ('], classes: {} };
  const opening = startEars({ workers: 1, phrasebook: broken, clock: systemClock() });
  await expect(opening).rejects.toThrow('nonsense');
}, 60_000);
