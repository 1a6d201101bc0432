/** A speech service that misbehaves on a real socket: what the caller hears, and how often it is tried. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { Room } from '../adversarial/room.ts';
import { hummingVoice } from '../scripted/humming-voice.ts';
import { talkingEars } from '../scripted/talking-ears.ts';
import { Upstream } from '../scripted/upstream.ts';
import { overSocket } from './killed-call.ts';
import { TalkingCaller } from './talking-caller.ts';

let room: Room;
beforeAll(async () => {
  room = await Room.open();
});
afterEach(() => room.restore());
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const open = () => Upstream.open({ flow: findAgent('block-card')?.flow ?? noFlow(), letterMs: 10 });

function noFlow(): never {
  throw new Error('there is no such scenario');
}

/** @param stallMs so long a service that says nothing is waited for */
function call(upstream: Upstream, stallMs = 30_000) {
  const caller = new TalkingCaller();
  const embedded = room.embedded({ ears: talkingEars(), synthesizer: hummingVoice(10) });
  const placed = room.place('block-card', caller, [overSocket(upstream), embedded], { stallMs });
  const changes = () =>
    caller.heard.flatMap((event) => (event.type === 'luna.provider' ? [event.why] : []));
  return { caller, changes, ...placed };
}

test.each([
  [401, /key/i],
  [429, /./],
  [500, /./],
])(
  'refused with %d before the first word: the next one greets, and says why',
  async (status, why) => {
    await using upstream = await open();
    upstream.refuse(status);
    const { caller, changes, over } = call(upstream);
    expect(await caller.listenToHer()).toMatch(/^Hello/);
    expect(upstream.requests).toHaveLength(1);
    expect(changes()).toEqual([expect.stringMatching(why)]);
    caller.hangUp();
    await over;
  },
);

test('a service that takes the call and never answers it is not waited for for ever', async () => {
  await using upstream = await open();
  upstream.goMute();
  const { caller, over } = call(upstream, 1_000);
  expect(await caller.listenToHer()).toMatch(/^Hello/);
  caller.hangUp();
  await over;
});

test('a line that breaks is taken up by the same service; a policy (1008) ends it for the call', async () => {
  await using upstream = await open();
  const { caller, changes, over } = call(upstream);
  await caller.listenToHer();
  upstream.sessions[0]?.drop();
  await caller.say('i lost my card');
  expect(await caller.listenToHer()).toMatch(/four digits/);
  expect(upstream.sessions).toHaveLength(2);
  expect(changes()).toEqual([]);
  upstream.sessions[1]?.end(1008, 'policy violation');
  await caller.say('four eight two nine');
  expect(await caller.listenToHer()).toMatch(/date of birth/);
  expect(upstream.sessions).toHaveLength(2);
  expect(changes()).toHaveLength(1);
  caller.hangUp();
  await over;
});

test('every event comes twice, and a flood of errors between: a sentence is heard once', async () => {
  await using upstream = await open();
  const { caller, over } = call(upstream);
  const error = { type: 'invalid_request_error', code: null, param: null, event_id: null };
  const noise = { type: 'error', event_id: null, error: { ...error, message: 'nobody knows' } };
  const session = await upstream.session(0);
  session.tamper((event) => [event, event, noise, { type: 'made.up', event_id: 'x', new: 1 }]);
  await caller.listenToHer();
  await caller.say('i lost my card');
  expect(await caller.listenToHer()).toMatch(/^I'm sorry.*four digits of your card\?$/);
  expect(caller.sentences).toEqual([...new Set(caller.sentences)]);
  const deltas = caller.heard.filter(({ type }) => type === 'response.output_audio.delta');
  const sent = session.sent.filter(({ type }) => type === 'response.output_audio.delta');
  expect(deltas.length).toBeLessThanOrEqual(sent.length);
  caller.hangUp();
  await over;
});
