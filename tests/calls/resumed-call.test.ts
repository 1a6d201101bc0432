/** A caller's socket is cut in mid-word and while Luna speaks: the same call goes on, nothing is lost and nothing said twice. */
import { once } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { mixDown, readWav } from '#audio/wav.ts';
import { type RunningServer, startServer } from '../../bench/server.ts';

let server: RunningServer;
beforeAll(async () => {
  server = await startServer({});
}, 60_000);
afterAll(async () => {
  await server[Symbol.asyncDispose]();
}, 60_000);

const SOON = { timeout: 60_000 };
const FRAME = 480;

interface Frame {
  readonly type: string;
  readonly item_id?: string;
  readonly delta?: string;
  readonly transcript?: string;
  readonly resume?: string;
  readonly call_id?: string;
}

/** A page that counts what it gets. */
class Page {
  readonly frames: Frame[] = [];
  #socket: WebSocket;

  constructor() {
    this.#socket = this.#open('scenario=block-card');
  }

  /** Dies like a cut cable and comes back. */
  async cut(awayMs: number): Promise<void> {
    const closed = once(this.#socket, 'close');
    this.#socket.terminate();
    await closed;
    await wait(awayMs);
    const [started] = this.frames;
    this.#socket = this.#open(`resume=${started?.resume}&after=${this.frames.length}`);
    await once(this.#socket, 'open');
  }

  send(event: object): void {
    this.#socket.send(JSON.stringify(event));
  }

  of(type: string): Frame[] {
    return this.frames.filter((frame) => frame.type === type);
  }

  async until(type: string, count = 1): Promise<void> {
    await vi.waitFor(() => {
      if (this.of(type).length < count) throw new Error(`There was no ${type}.`);
    }, SOON);
  }

  /** All of Luna's sound so far, and the words that came with it. */
  get said(): { sound: string; words: string } {
    const joined = (type: string): string =>
      this.of(type)
        .map(({ delta }) => delta)
        .join('');
    return {
      sound: joined('response.output_audio.delta'),
      words: joined('response.output_audio_transcript.delta'),
    };
  }

  async hangUp(): Promise<void> {
    const closed = once(this.#socket, 'close');
    this.send({ type: 'luna.hangup' });
    await closed;
  }

  #open(query: string): WebSocket {
    const socket = new WebSocket(`${server.ws}/ws?${query}`);
    socket.on('message', (data: Buffer) => {
      if (socket === this.#socket) this.frames.push(JSON.parse(data.toString()) as Frame);
    });
    return socket;
  }
}

test('a greeting whose line is cut again and again is heard whole, and once', async () => {
  const whole = new Page();
  await whole.until('response.done');
  await whole.hangUp();
  const cut = new Page();
  await cut.until('luna.call.started');
  for (const awayMs of [0, 300, 50]) await cut.cut(awayMs);
  await cut.until('response.done');
  expect(cut.said).toEqual(whole.said);
  expect(cut.of('luna.call.started')).toHaveLength(1);
  expect(cut.of('response.done')).toHaveLength(1);
  expect(cut.of('error')).toEqual([]);
  await cut.hangUp();
}, 120_000);

test('a caller whose line is cut in mid-word is answered in the same call', async () => {
  const page = new Page();
  await page.until('response.done');
  const script = `${server.http}/api/scripts/block-card/speech/2`;
  const read = readWav(new Uint8Array(await (await fetch(script)).arrayBuffer()));
  if (!read.ok) throw new Error(read.why);
  const speech = mixDown(read.wav);
  // Two seconds of silence after it, and the cut in the middle of the words.
  const frames = Math.ceil(speech.length / FRAME) + 100;
  const middle = Math.floor(speech.length / FRAME / 2);
  for (let i = 0; i < frames; i += 1) {
    if (i === middle) await page.cut(200);
    const frame = new Int16Array(FRAME);
    frame.set(speech.subarray(i * FRAME, (i + 1) * FRAME));
    page.send({
      type: 'input_audio_buffer.append',
      audio: Buffer.from(frame.buffer).toString('base64'),
    });
    await wait(20);
  }
  await page.until('response.done', 2);
  const [words] = page.of('conversation.item.input_audio_transcription.completed');
  expect(words?.transcript).toMatch(/\w/);
  expect(page.of('error')).toEqual([]);
  const [started] = page.frames;
  await page.hangUp();
  const record = async () => (await fetch(`${server.http}/api/calls/${started?.call_id}`)).json();
  await expect.poll(record, SOON).toMatchObject({ endedAt: expect.any(Number) });
}, 180_000);
