/** A server that says what a test wants said: the built page, the real directory, and `/ws` played by hand. */
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { WebSocket, WebSocketServer } from 'ws';
import { z } from 'zod';
import { agents, freeform } from '#agents/agent.ts';
import { writeWav } from '#audio/wav.ts';
import { directoryOf } from '#directory.ts';
import { SettingsDoors } from './settings-doors.ts';

const MIME: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

const DIRECTORY = directoryOf({ bank: 'Northwind Bank', assistant: 'Luna' });

const SCRIPTS = new Map([freeform, ...agents].map(({ id, ends, script }) => [id, scriptOf(id, ends, script)]));

const PageWord = z.looseObject({ type: z.string() });
type PageWord = z.infer<typeof PageWord>;

/** One call, played by the test. */
export class ScriptedCall {
  readonly #socket: WebSocket;
  readonly received: PageWord[] = [];

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) =>
      this.received.push(PageWord.parse(JSON.parse(data.toString()))),
    );
    this.say({
      type: 'luna.call.started',
      call_id: 'call_1',
      scenario: 'block-card',
      provider: 'x',
    });
  }

  say(word: object): void {
    this.#socket.send(JSON.stringify(word));
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
      await once(this.#socket, 'message');
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
    if (path === '/api/scenarios') {
      response.setHeader('content-type', 'application/json');
      response.end(JSON.stringify(DIRECTORY));
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
  http.listen(port, '127.0.0.1');
  await once(http, 'listening');
  return {
    settings,
    url: `http://127.0.0.1:${(http.address() as AddressInfo).port}`,
    async nextCall() {
      const [socket] = (await once(sockets, 'connection')) as [WebSocket];
      return new ScriptedCall(socket);
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
