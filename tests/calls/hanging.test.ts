/** A service whose connection stands and that is dead: in every phase of a call it is found out, and somebody goes on. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { Room } from '../adversarial/room.ts';
import { hummingVoice } from '../scripted/humming-voice.ts';
import { talkingEars } from '../scripted/talking-ears.ts';
import { Upstream } from '../scripted/upstream.ts';
import { type Death, WHEN } from './death.ts';
import { ASIDE, killedCall, overSocket } from './killed-call.ts';
import { isRight } from './right-end.ts';
import { TalkingCaller } from './talking-caller.ts';

let room: Room;
beforeAll(async () => {
  room = await Room.open();
});
afterEach(() => room.restore());
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const deaths = WHEN.flatMap((when, i): Death[] => {
  const at = { seed: 100 + i, when, nth: when === 'confirmation' ? 1 : 2, share: 0.4 };
  const kinds = [{ ...at, how: 'hangs', comesBack: true } as const];
  return i % 2 === 0 ? [...kinds, { ...at, how: 'frozen', comesBack: false } as const] : kinds;
});

test.each(deaths)(
  '$when, and it $how (back again: $comesBack): the caller is told to wait at most once, and the card is blocked once',
  { timeout: 60_000 },
  async (death) => {
    const survived = await killedCall(room, death);
    expect(survived).toSatisfy(isRight);
    expect(survived.killed).toBe(true);
    expect(survived.fillers).toBeLessThanOrEqual(1);
    expect(survived.answeredBy).toBe(death.comesBack ? 'openai' : 'embedded');
  },
);

/** From now on everything but the answer to "are you there?" is held back; the function lets it go. */
function thinks(upstream: Upstream): () => void {
  const [session] = upstream.sessions;
  const thoughts: object[] = [];
  session?.tamper((event) => {
    if (event.type === 'session.updated' || event.type.startsWith('input_audio')) return [event];
    if (event.type.startsWith('conversation.item')) return [event];
    thoughts.push(event);
    return [];
  });
  return () => {
    session?.tamper((event) => [event]);
    for (const thought of thoughts) session?.say(thought);
  };
}

test('a service that thinks long and lives is not replaced: "one moment" once, then its own answer', async () => {
  const flow = findAgent('block-card')?.flow;
  await using upstream = await Upstream.open({ ...(flow && { flow }), letterMs: 10 });
  const last = room.embedded({ ears: talkingEars(), synthesizer: hummingVoice(10) });
  const caller = new TalkingCaller();
  const asked = Promise.withResolvers<void>();
  const { callId, over } = room.place('block-card', caller, [overSocket(upstream), last], {
    aside() {
      // Said; and after it the service has made up its mind.
      queueMicrotask(asked.resolve);
      return Promise.resolve(ASIDE);
    },
  });
  await caller.listenToHer();
  const speak = thinks(upstream);
  await caller.say('i lost my card');
  await asked.promise;
  speak();
  expect(await caller.listenToHer()).toMatch(/^One moment, please\. I'm sorry.*four digits/);
  const probes = upstream.sessions[0]?.received.filter(({ type }) => type === 'session.update');
  expect(probes?.length).toBeGreaterThan(1);
  expect(upstream.sessions[0]?.complaints).toEqual([]);
  expect(upstream.sessions).toHaveLength(1);
  caller.hangUp();
  await over;
  expect(caller.heard.filter(({ type }) => type === 'luna.provider')).toEqual([]);
  // What was said is in the record, by whoever it was said; the service has not been told of it.
  await room.book.flush();
  const record = await room.book.read(callId);
  expect(record?.lines.map(({ text }) => text)).toContain(ASIDE.text);
  expect(JSON.stringify(upstream.sessions[0]?.received)).not.toContain(ASIDE.text);
});

test('it hangs, and takes no new session either: the next one goes on, and says so', async () => {
  const flow = findAgent('block-card')?.flow;
  await using upstream = await Upstream.open({ ...(flow && { flow }), letterMs: 10 });
  const last = room.embedded({ ears: talkingEars(), synthesizer: hummingVoice(10) });
  const caller = new TalkingCaller();
  const { over } = room.place('block-card', caller, [overSocket(upstream), last], {
    aside: () => Promise.resolve(ASIDE),
  });
  await caller.listenToHer();
  upstream.goMute();
  upstream.sessions[0]?.hang();
  await caller.say('i lost my card');
  expect(await caller.listenToHer()).toMatch(/^One moment, please\. I'm sorry.*four digits/);
  expect(caller.heard).toContainEqual(
    expect.objectContaining({ type: 'luna.provider', label: 'Local AI' }),
  );
  // Whoever keeps the record learns who is paid from now on.
  const models = caller.heard.flatMap((event) =>
    event.type === 'session.updated' ? [event.session.model] : [],
  );
  expect(models).toEqual(['scripted', 'luna']);
  caller.hangUp();
  await over;
});
