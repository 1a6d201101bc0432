import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket, WebSocketServer } from 'ws';
import type { CallerEvent } from '#channels/channel.ts';
import type { Clock } from '#lib/clock.ts';
import { type BrowserChannel, browserChannel } from './browser.ts';
import { ResumableLines } from './resumable-line.ts';
import { SentFrames } from './sent-frames.ts';

const server = new WebSocketServer({ port: 0, host: '127.0.0.1' });
beforeAll(async () => {
  if (server.address() === null) await once(server, 'listening');
});
afterAll(() => server.close());

interface Frame {
  type: string;
  id?: string;
  resume?: string;
}

/** Both ends of a socket; what theirs hears is kept. */
async function socket(): Promise<{ ours: WebSocket; theirs: WebSocket; heard: Frame[] }> {
  const { port } = server.address() as AddressInfo;
  const theirs = new WebSocket(`ws://127.0.0.1:${port}`);
  const heard: Frame[] = [];
  theirs.on('message', (data: Buffer) => heard.push(JSON.parse(data.toString()) as Frame));
  const [[ours]] = (await Promise.all([once(server, 'connection'), once(theirs, 'open')])) as [
    [WebSocket],
    unknown,
  ];
  return { ours, theirs, heard };
}

function handClock() {
  let now = 0;
  const timers = new Set<{ at: number; action: () => void }>();
  const clock: Clock = {
    now: () => now,
    date: () => now,
    after(delayMs, action) {
      const timer = { at: now + delayMs, action };
      timers.add(timer);
      return () => timers.delete(timer);
    },
  };
  const pass = (ms: number): void => {
    const end = now + ms;
    for (;;) {
      const [next] = [...timers].filter(({ at }) => at <= end).toSorted((a, b) => a.at - b.at);
      if (!next) break;
      timers.delete(next);
      now = next.at;
      next.action();
    }
    now = end;
  };
  return { clock, pass, timers };
}

async function house() {
  const { clock, pass, timers } = handClock();
  const lines = new ResumableLines(clock);
  const call = async () => {
    const { ours, theirs, heard } = await socket();
    const events: CallerEvent[] = [];
    const channel = browserChannel(ours, { kind: 'browser', clock, lines });
    channel.tell({
      type: 'luna.call.started',
      call_id: 'c',
      scenario: 's',
      provider: 'p',
      mode: 'ai',
    });
    channel.listen((event) => events.push(event));
    await expect.poll(() => heard.length, SOON).toBe(1);
    return { ours, theirs, heard, events, channel, token: heard[0]?.resume ?? '' };
  };
  return { clock, pass, timers, lines, call };
}

const SOON = { timeout: 20_000 };
const scenario = (channel: BrowserChannel, id: number): void =>
  channel.tell({ type: 'luna.scenario', id: String(id) });
const ids = (heard: readonly Frame[]) => heard.map(({ id }) => id ?? '-').join(' ');
const gone = async ({ ours }: { ours: WebSocket }): Promise<void> => {
  await expect.poll(() => ours.readyState, SOON).toBe(WebSocket.CLOSED);
};

test('a caller whose socket was cut gets what was said meanwhile, once, and is silent until then', async () => {
  const { call, lines, pass } = await house();
  const { channel, theirs, ours, heard, events, token } = await call();
  scenario(channel, 1);
  await expect.poll(() => heard.length, SOON).toBe(2);
  theirs.terminate();
  await gone({ ours });
  pass(1_000);
  scenario(channel, 2);
  scenario(channel, 3);
  const again = await socket();
  lines.resume(again.ours, token, 2);
  scenario(channel, 4);
  await expect.poll(() => ids(again.heard), SOON).toBe('2 3 4');
  expect(events.map(({ type }) => type)).toEqual(Array(10).fill('audio'));
  again.theirs.send('{"type":"luna.mute","muted":true}');
  await expect.poll(() => events.at(-1), SOON).toEqual({ type: 'muted', muted: true });
  // Longer than it is looked for, shorter than a heartbeat.
  pass(14_000);
  expect(events.map(({ type }) => type)).not.toContain('hung-up');
  again.theirs.close(1000);
  await expect.poll(() => events.at(-1)?.type, SOON).toBe('hung-up');
});

test('a caller who does not come back within ten seconds has hung up, and nothing ticks on', async () => {
  const { call, lines, pass, timers } = await house();
  const { theirs, ours, events, token } = await call();
  theirs.terminate();
  await gone({ ours });
  pass(9_999);
  expect(events.at(-1)?.type).toBe('audio');
  pass(1);
  expect(events.at(-1)?.type).toBe('hung-up');
  expect(timers.size).toBe(0);
  const late = await socket();
  lines.resume(late.ours, token, 1);
  await expect.poll(() => late.heard, SOON).toMatchObject([{ error: { code: 'resume_failed' } }]);
});

test('a newer socket takes the call over while the older one is still there', async () => {
  const { call, lines } = await house();
  const { theirs, channel, heard, events, token } = await call();
  const closed = once(theirs, 'close');
  const newer = await socket();
  lines.resume(newer.ours, token, 1);
  theirs.send('{"type":"luna.mute","muted":true}');
  expect((await closed)[0]).toBe(4000);
  scenario(channel, 1);
  await expect.poll(() => ids(newer.heard), SOON).toBe('1');
  expect(heard).toHaveLength(1);
  expect(events).toEqual([]);
});

test.each([
  ['a token nobody was given', 'resume_guessed', 1],
  ['more frames than were ever sent', '', 2],
  ['no number of frames', '', -1],
])('%s reaches no call', async (_, wrong, after) => {
  const { call, lines } = await house();
  const { theirs, channel, heard, token } = await call();
  const stranger = await socket();
  const closed = once(stranger.theirs, 'close');
  lines.resume(stranger.ours, wrong === '' ? token : wrong, after);
  await closed;
  expect(stranger.heard).toMatchObject([{ type: 'error', error: { code: 'resume_failed' } }]);
  scenario(channel, 1);
  await expect.poll(() => ids(heard), SOON).toBe('- 1');
  expect(theirs.readyState).toBe(WebSocket.OPEN);
});

test('who hangs up is gone at once, and nobody takes that call up again', async () => {
  const { call, lines } = await house();
  const { theirs, events, token } = await call();
  theirs.send('{"type":"luna.hangup"}');
  await expect.poll(() => events.at(-1)?.type, SOON).toBe('hung-up');
  theirs.terminate();
  const other = await socket();
  lines.resume(other.ours, token, 1);
  await expect.poll(() => other.heard, SOON).toMatchObject([{ error: { code: 'resume_failed' } }]);
});

test('the goodbye of a call that ended without its caller is still fetched', async () => {
  const { call, lines, pass, timers } = await house();
  const { theirs, ours, channel, token } = await call();
  theirs.terminate();
  await gone({ ours });
  channel.tell({ type: 'luna.call.ended', reason: 'assistant', text: 'Goodbye.' });
  channel.close();
  const again = await socket();
  const closed = once(again.theirs, 'close');
  lines.resume(again.ours, token, 1);
  expect((await closed)[0]).toBe(1000);
  expect(again.heard).toMatchObject([{ type: 'luna.call.ended' }]);
  await gone(again);
  pass(10_000);
  expect(timers.size).toBe(0);
});

test('a recording is not resumed: its line ends with its socket', async () => {
  const { lines, clock } = await house();
  const { ours, theirs, heard } = await socket();
  const events: CallerEvent[] = [];
  const channel = browserChannel(ours, { kind: 'recording', clock, lines });
  channel.tell({
    type: 'luna.call.started',
    call_id: 'c',
    scenario: 's',
    provider: 'p',
    mode: 'ai',
  });
  channel.listen((event) => events.push(event));
  await expect.poll(() => heard.length, SOON).toBe(1);
  expect(heard[0]).not.toHaveProperty('resume');
  theirs.terminate();
  await expect.poll(() => events.at(-1)?.type, SOON).toBe('hung-up');
});

test('frames are kept while there is room, the newest longest', () => {
  const frames = new SentFrames(10);
  for (const text of ['aaaa', 'bbbb', 'cccc']) frames.add(text);
  expect(frames.after(3)).toEqual([]);
  expect(frames.after(1)).toEqual(['bbbb', 'cccc']);
  expect(frames.after(0)).toBeUndefined();
  expect(frames.after(4)).toBeUndefined();
  frames.add('d'.repeat(11));
  expect([frames.after(3), frames.after(4)]).toEqual([undefined, []]);
});
