/** What passes between the page and the server, overheard on the page's own socket. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { z } from 'zod';

const PATIENCE_MS = 30_000;

const Word = z.looseObject({
  type: z.string(),
  item_id: z.string().nullish(),
  transcript: z.string().optional(),
  tool: z.string().optional(),
  ok: z.boolean().optional(),
  reason: z.string().optional(),
});

export class Overheard {
  /** What was said and done, in order. */
  readonly script: string[] = [];
  /** Luna's sentences since the caller last spoke. */
  said = '';
  ended: string | undefined;
  /** When Luna fell silent; undefined while she is heard, or has said nothing since. */
  silentSince: number | undefined;
  readonly #sounding = new Set<string>();

  constructor(page: Page) {
    page.on('websocket', (socket) => {
      socket.on('framereceived', ({ payload }) => this.#fromServer(String(payload)));
      socket.on('framesent', ({ payload }) => this.#fromPage(String(payload)));
    });
  }

  /** The caller takes his turn: what Luna said is answered. */
  answered(): void {
    this.said = '';
    this.silentSince = undefined;
  }

  /** Resolves when the call is over, or when it has gone astray: nothing new for half a minute. */
  async untilEnded(): Promise<void> {
    for (let lines = -1; this.ended === undefined && lines !== this.script.length;) {
      lines = this.script.length;
      for (let waited = 0; this.ended === undefined && waited < PATIENCE_MS; waited += 100)
        await wait(100);
    }
  }

  #fromServer(payload: string): void {
    const word = Word.parse(JSON.parse(payload));
    switch (word.type) {
      case 'response.output_audio.delta':
        this.#sounding.add(word.item_id ?? '');
        this.silentSince = undefined;
        return;
      case 'response.output_audio_transcript.done':
        this.said += ` ${word.transcript ?? ''}`;
        this.script.push(`luna: ${word.transcript ?? ''}`);
        return;
      case 'conversation.item.input_audio_transcription.completed':
        this.script.push(`caller: ${word.transcript ?? ''}`);
        return;
      case 'luna.tool.done':
        this.script.push(`${word.tool ?? ''}: ${word.ok === true ? 'done' : 'refused'}`);
        return;
      case 'error':
        this.script.push(payload);
        return;
      case 'luna.call.ended':
        this.ended = word.reason;
        return;
      default:
    }
  }

  #fromPage(payload: string): void {
    const word = Word.parse(JSON.parse(payload));
    if (word.type !== 'luna.drained' && word.type !== 'luna.flushed') return;
    this.#sounding.delete(word.item_id ?? '');
    if (this.#sounding.size === 0) this.silentSince = performance.now();
  }
}
