/** A server that says what a test wants said: the built page, the real directory, and `/ws` played by hand. */
import { EventEmitter, once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { answerTo } from './scripted-answers.ts';
import { SettingsDoors } from './settings-doors.ts';

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const PageWord = z.looseObject({ type: z.string() });
type PageWord = z.infer<typeof PageWord>;

/** One call, played by the test. It outlives its socket. */
export class ScriptedCall {
  #socket: WebSocket;
  readonly received: PageWord[] = [];
  /** Everything said so far, as it went out. */
  readonly #said: string[] = [];
  readonly #news = new EventEmitter();

  constructor(socket: WebSocket) {
    this.#socket = socket;
    this.#listenTo(socket);
    this.say({
      type: 'luna.call.started',
      call_id: 'call_1',
      scenario: 'block-card',
      provider: 'x',
      resume: 'a-token',
      mode: 'local',
    });
  }

  say(word: object): void {
    const frame = JSON.stringify(word);
    this.#said.push(frame);
    this.#socket.send(frame);
  }

  /** The page has come back on another socket, and has had so many frames already. */
  resume(socket: WebSocket, after: number): void {
    this.#socket = socket;
    this.#listenTo(socket);
    for (const frame of this.#said.slice(after)) socket.send(frame);
    this.#news.emit('resumed');
  }

  async untilResumed(): Promise<void> {
    await once(this.#news, 'resumed');
  }

  #listenTo(socket: WebSocket): void {
    socket.on('message', (data: Buffer) => {
      this.received.push(PageWord.parse(JSON.parse(data.toString())));
      this.#news.emit('word');
    });
  }

  /** Luna says this: the text, then sound for so long in chunks of these sizes (samples of 24 kHz). */
  speak(
    itemId: string,
    text: string,
    samples: Int16Array,
    chunks: readonly number[] = [4_800],
  ): void {
    this.say({ type: 'response.output_audio_transcript.delta', item_id: itemId, delta: text });
    let from = 0;
    for (let turn = 0; from < samples.length; turn++) {
      const chunk = samples.slice(from, from + (chunks[turn % chunks.length] ?? 4_800));
      const delta = Buffer.from(chunk.buffer).toString('base64');
      this.say({ type: 'response.output_audio.delta', item_id: itemId, delta });
      from += chunk.length;
    }
    this.say({ type: 'response.output_audio.done', item_id: itemId });
  }

  /** What the caller said, as it would have been understood. */
  hear(itemId: string, transcript: string): void {
    const transcription = 'conversation.item.input_audio_transcription';
    this.say({ type: 'input_audio_buffer.speech_started', item_id: itemId });
    this.say({ type: `${transcription}.delta`, item_id: itemId, delta: transcript });
    this.say({ type: 'input_audio_buffer.speech_stopped', item_id: itemId });
    this.say({ type: `${transcription}.completed`, item_id: itemId, transcript });
  }

  /** The first word that fits, already here or still to come. */
  async next(fits: (word: PageWord) => boolean): Promise<PageWord> {
    for (;;) {
      const found = this.received.find(fits);
      if (found !== undefined) return found;
      await once(this.#news, 'word');
    }
  }

  /** The network is gone: no goodbye. */
  drop(): void {
    this.#socket.terminate();
  }
}

export interface ScriptedServer extends AsyncDisposable {
  readonly url: string;
  readonly settings: SettingsDoors;
  nextCall(): Promise<ScriptedCall>;
  /** Whether a call is lost with its socket. */
  forgetCalls(forgets: boolean): void;
}

export async function startScriptedServer(pages: string, port = 0): Promise<ScriptedServer> {
  const settings = new SettingsDoors();
  const http = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    // As strict as the real server's: what breaks it shows as an error in the console.
    response.setHeader(
      'content-security-policy',
      "default-src 'self'; style-src 'self' 'unsafe-inline'",
    );
    const answer = answerTo(path);
    if (answer !== undefined) {
      response.setHeader('content-type', answer.type);
      response.end(answer.body);
      return;
    }
    if (path.startsWith('/api/')) {
      void settings.answer(request, response, path);
      return;
    }
    const file = path === '/' ? '/index.html' : path;
    response.setHeader('content-type', MIME[extname(file)] ?? 'application/octet-stream');
    readFile(join(pages, file)).then(
      (content) => response.end(content),
      () => response.writeHead(404).end(),
    );
  });
  const sockets = new WebSocketServer({ server: http, path: '/ws' });
  const calls = new EventEmitter();
  let last: ScriptedCall | undefined;
  let forgetful = false;
  sockets.on('connection', (socket, request) => {
    const { searchParams: query } = new URL(request.url ?? '/', 'http://x');
    if (!query.has('resume')) {
      last = new ScriptedCall(socket);
      calls.emit('call', last);
    } else if (forgetful) {
      const error = { message: 'There is no such call.', code: 'resume_failed' };
      socket.send(JSON.stringify({ type: 'error', error }));
      socket.close();
    } else last?.resume(socket, Number(query.get('after')));
  });
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  return {
    settings,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async nextCall() {
      const [call] = (await once(calls, 'call')) as [ScriptedCall];
      return call;
    },
    forgetCalls(forgets) {
      forgetful = forgets;
    },
    async [Symbol.asyncDispose]() {
      for (const socket of sockets.clients) socket.terminate();
      sockets.close();
      http.closeAllConnections();
      http.close();
      await once(http, 'close');
    },
  };
}
