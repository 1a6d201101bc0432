/** A call that is longer than its provider's sessions: one follows the other, and the caller hears nothing of it. */
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { findAgent } from '#agents/agent.ts';
import { Room } from '../adversarial/room.ts';
import { hummingVoice } from '../scripted/humming-voice.ts';
import { talkingEars } from '../scripted/talking-ears.ts';
import { Upstream } from '../scripted/upstream.ts';
import { overSocket, talkAboutTheCard } from './killed-call.ts';
import { TalkingCaller } from './talking-caller.ts';

let room: Room;
beforeAll(async () => {
  room = await Room.open();
});
afterEach(() => room.restore());
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

test('sessions of a second, and a whole call across them', { timeout: 120_000 }, async () => {
  const flow = findAgent('block-card')?.flow;
  await using upstream = await Upstream.open({ ...(flow && { flow }), letterMs: 10 });
  const service = overSocket(upstream);
  const embedded = room.embedded({ ears: talkingEars(), synthesizer: hummingVoice(10) });
  const caller = new TalkingCaller();
  const { callId, over } = room.place('block-card', caller, [service, embedded], {
    sessionLimitMs: 1_000,
  });
  await talkAboutTheCard(caller, 1);
  caller.hangUp();
  await over;

  expect(upstream.sessions.length).toBeGreaterThan(1);
  expect(upstream.sessions.flatMap(({ complaints }) => complaints)).toEqual([]);
  // Each was opened beside the one before, and none was broken off.
  for (const session of upstream.sessions) expect(await session.closed).toBe(1000);
  // What each was told first; one that was never needed has been told nothing.
  const first = upstream.sessions.slice(1).flatMap(({ received }) => {
    const told = received.find(({ type }) => type !== 'session.update');
    return told ? [told.type] : [];
  });
  expect(new Set(first)).toEqual(new Set(['conversation.item.create']));
  await room.book.flush();
  const record = await room.book.read(callId);
  expect(record).toMatchObject({ provider: 'openai', outcome: 'contained' });
  expect(record?.facts.filter(({ kind }) => /^(failed|provider)/.test(kind))).toEqual([]);
  expect((await room.changed()).map((row) => row.split(' ')[0])).toEqual([
    'cards',
    'card_orders',
    'changes',
    'changes',
  ]);
  // At the last moment a sentence may be begun anew; a greeting never is.
  expect(caller.sentences.filter((text) => text.startsWith('Hello'))).toHaveLength(1);
});
