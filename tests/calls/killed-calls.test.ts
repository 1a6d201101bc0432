/** Callers who do not notice that whoever spoke to them has died: a few of the hundred that `npm run bench:failover` kills. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Room } from '../adversarial/room.ts';
import { deathOf } from './death.ts';
import { killedCall } from './killed-call.ts';
import { isRight } from './right-end.ts';

let room: Room;
beforeAll(async () => {
  room = await Room.open();
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const deaths = Array.from({ length: 8 }, (_, i) => deathOf(i + 1));

test.each(deaths)(
  'seed $seed: $how, $when ($nth): the card is blocked once and the new one sent once',
  { timeout: 120_000 },
  async (death) => {
    const survived = await killedCall(room, death);
    expect(survived).toSatisfy(isRight);
    expect(survived.killed).toBe(true);
  },
);
