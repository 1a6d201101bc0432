/** Whoever answers dies in mid-call: what the caller is told, and what remains. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { relayClient } from '#call/relay.ts';
import { Witness } from '#call/witness.ts';
import type { ClientChannel } from '#channels/channel.ts';
import type { Log } from '#lib/log.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { Puppet } from '../adversarial/puppet.ts';
import { Room } from '../adversarial/room.ts';

let room: Room;
beforeAll(async () => {
  room = await Room.open();
});
afterAll(async () => {
  await room[Symbol.asyncDispose]();
});

const quiet = () => undefined;
const log: Log = { info: quiet, warn: quiet, error: quiet, about: () => log };
const DROPPED = 'Sorry, we were cut off. Please call again.';

async function remains(callId: string) {
  await room.book.flush();
  return room.book.read(callId);
}

test('a caller is told that the line was cut off, and the call is recorded as failed', async () => {
  const model = new Puppet();
  const { callId, caller, over } = room.call('block-card', model);
  await caller.settled();
  model.says('How can I help you today?');
  await caller.say('i lost my card');
  model.dies('1006 connection reset');
  expect(await over).toEqual({ reason: 'error', text: DROPPED });
  expect(caller.heard.at(-1)).toEqual({ type: 'luna.call.ended', reason: 'error', text: DROPPED });
  expect(caller.over).toBe(true);
  const record = await remains(callId);
  expect(record).toMatchObject({ outcome: 'failed', endedAt: expect.any(Number) });
  expect(record?.lines.map(({ text }) => text)).toEqual([
    'How can I help you today?',
    'I lost my card.',
  ]);
  expect(record?.facts).toContainEqual(
    expect.objectContaining({
      kind: 'failed',
      data: { where: 'provider: lost', error: 'provider closed: [number] connection reset' },
    }),
  );
});

test('a change that had begun is finished and recorded although nobody is there to speak of it', async () => {
  const model = new Puppet();
  const { callId, caller, over } = room.call('block-card', model);
  await caller.settled();
  await model.call('verify_identity', { card_last_four: '4829', pin: '7316' });
  const block = { card_last_four: '4829', reason: 'lost' };
  model.says((await model.call('block_card', block)).say);
  await caller.say('yes please');
  const blocked = model.call('block_card', block);
  model.dies('gone');
  await over;
  expect(await Promise.race([blocked, remains(callId)])).toMatchObject({
    tools: expect.arrayContaining([expect.objectContaining({ tool: 'block_card', ok: 1 })]),
  });
  expect((await room.changed()).filter((row) => row.startsWith('cards '))).toHaveLength(1);
  await room.restore();
});

test('a mere error of the provider is recorded, and the call goes on', async () => {
  const model = new Puppet();
  const { callId, caller, over } = room.call('block-card', model);
  await caller.settled();
  model.emit({
    type: 'error',
    error: { type: 'server_error', code: null, message: 'try later', param: null, event_id: null },
  });
  model.says('Hello?');
  await caller.settled();
  expect(caller.over).toBe(false);
  caller.hangUp();
  await over;
  const record = await remains(callId);
  expect(record?.facts.map(({ kind }) => kind)).toContain('failed');
  expect(record?.outcome).toBe('abandoned');
});

test('a provider that never answers the telephone is an apology, not a silence', async () => {
  const broken = new Puppet();
  broken.connect = () => Promise.reject(new Error('no route'));
  const { caller, over } = room.call('block-card', broken);
  expect(await over).toMatchObject({
    reason: 'error',
    text: expect.stringMatching(/Please call again/),
  });
  expect(caller.heard.at(-1)).toMatchObject({ type: 'luna.call.ended', reason: 'error' });
});

test('a program is told that its session was lost; of a sentence that it cut off, what was heard is kept', async () => {
  const told: ServerEvent[] = [];
  const model = new Puppet();
  const closed: string[] = [];
  const channel: ClientChannel = {
    kind: 'client',
    listen: () => undefined,
    tell: (event) => told.push(event),
    close: (why) => closed.push(why),
  };
  const record = room.book.open({
    id: 'relay_1',
    scenario: '',
    provider: 'x',
    channel: 'realtime',
  });
  const over = relayClient({
    channel,
    provider: model,
    witness: new Witness(record, log),
    signal: new AbortController().signal,
  });
  await Promise.resolve();
  const place = { response_id: 'r1', item_id: 'a1', output_index: 0, content_index: 0 };
  const text = 'Your balance is fine and so is everything else.';
  model.emit({ type: 'response.output_audio_transcript.delta', ...place, delta: text });
  model.emit({ type: 'response.output_audio.delta', ...place, delta: 'A'.repeat(64 * 2_000) });
  model.emit({
    type: 'conversation.item.truncated',
    item_id: 'a1',
    content_index: 0,
    audio_end_ms: 900,
  });
  model.emit({ type: 'response.output_audio_transcript.done', ...place, transcript: text });
  model.emit({
    type: 'response.output_text.done',
    ...place,
    item_id: 'a2',
    text: 'In writing, too.',
  });
  model.dies('1011');
  await over;
  expect(told.at(-1)).toMatchObject({ type: 'error', error: { code: 'provider_lost' } });
  expect(closed).toEqual(['The session was lost. Please connect again.']);
  const kept = await remains('relay_1');
  expect(kept).toMatchObject({ outcome: 'failed' });
  expect(kept?.lines.map(({ text: words, cut }) => [words, cut])).toEqual([
    ['Your balance is fine', 1],
    ['In writing, too.', 0],
  ]);
});
