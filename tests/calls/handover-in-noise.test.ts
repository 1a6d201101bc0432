/** A caller asks for a person on a line that is never quiet: the call is handed over all the same. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { createEngine } from '#engine/engine.ts';
import type { HearingEvent } from '#engine/hearing.ts';
import { embeddedProvider } from '#providers/provider.ts';
import { Room } from '../adversarial/room.ts';

const WISH = 'my wire did not arrive, I want to talk to a person';

let room: Room;
beforeAll(async () => {
  room = await Room.open();
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const quiet = () => undefined;

/** Ears that hear what a test tells them, and a voice that can be held in the middle of its first sentence. */
function noisyLine() {
  let hear: (event: HearingEvent) => void = quiet;
  let atMs = 0;
  let held: Promise<void> | undefined;
  let onHeld: () => void = quiet;
  const ears = {
    lagMs: 0,
    open: (onEvent: (event: HearingEvent) => void) => {
      hear = onEvent;
      return {
        push: () => undefined,
        expect: () => undefined,
        find: () => undefined,
        commit: () => undefined,
        clear: () => undefined,
        close: () => undefined,
      };
    },
    close: () => Promise.resolve(),
  };
  const synthesizer = {
    voices: ['click'],
    async *speak(text: string) {
      const [first = text, ...rest] = text.match(/[^.!?]+[.!?]*\s*/g) ?? [text];
      yield { text: first, samples: new Int16Array(24) };
      if (held !== undefined) onHeld();
      await held;
      if (rest.length > 0) yield { text: rest.join(''), samples: new Int16Array(24) };
    },
    prime: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
  const brand = { bank: 'Northwind Bank', assistant: 'Luna' };
  return {
    provider: embeddedProvider(createEngine({ ears, synthesizer, clock: room.clock, brand })),
    beginsToBeep: () => hear({ type: 'speech.started', atMs: (atMs += 500) }),
    /** Resolves when she has begun a sentence, and waits there until she is let go. */
    hold: () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const begun = Promise.withResolvers<void>();
      held = promise;
      onHeld = begun.resolve;
      return {
        begun: begun.promise,
        letGo: () => {
          held = undefined;
          resolve();
        },
      };
    },
  };
}

test('a beep that never ends does not hold the handover up', async () => {
  const line = noisyLine();
  const call = room.call('wire-transfer', line.provider);
  await call.caller.settled();
  line.beginsToBeep();
  await call.caller.say(WISH);
  expect(await call.over).toMatchObject({ reason: 'escalated' });
  expect(call.caller.heard.filter(({ type }) => type === 'luna.escalation')).toHaveLength(1);
});

test('beeps that cut her off in mid-sentence do not cost the caller the person', async () => {
  const line = noisyLine();
  const call = room.call('wire-transfer', line.provider);
  await call.caller.settled();
  const { begun, letGo } = line.hold();
  call.caller.interject(WISH);
  await begun;
  // Two sounds on end before the first was understood are taken for somebody who has something to say.
  line.beginsToBeep();
  line.beginsToBeep();
  letGo();
  expect(await call.over).toMatchObject({ reason: 'escalated' });
});

test('what is typed while she says that she passes the caller on is kept for the person', async () => {
  const line = noisyLine();
  const call = room.call('wire-transfer', line.provider);
  await call.caller.settled();
  const { begun, letGo } = line.hold();
  call.caller.interject(WISH);
  await begun;
  line.beginsToBeep();
  call.caller.interject('it is about two thousand dollars to my sister');
  letGo();
  expect(await call.over).toMatchObject({ reason: 'escalated' });
  await room.book.flush();
  const record = await room.book.read(call.callId);
  expect(record?.lines.map(({ text }) => text).join(' ')).toContain('to my sister');
});
