/** The caller's end of `/ws`: what Luna says and does arrives here; typed words go out. Sound is `spoken-line.ts`'s. */
import { once } from 'node:events';
import { WebSocket } from 'ws';
import type { LunaServerEvent } from '#protocol/luna-events.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { Utterance } from '../caller/mind.ts';
import type { EndedBy, Entry } from './diary.ts';

export type Incoming = ServerEvent | LunaServerEvent;

export class Line {
  callId = '';
  ended: EndedBy | undefined;
  /** What Luna has said since the caller last spoke. */
  said = '';
  readonly entries: Entry[] = [];
  readonly #socket: WebSocket;
  /** Items that she has begun to say, and those she had begun when the caller spoke: their rest is no answer. */
  readonly #begun = new Set<string>();
  readonly #old = new Set<string>();
  /** What the caller has said and the recogniser has not told the words of. */
  readonly #unheard = new Set<string>();
  #replies = 0;
  #tools = 0;
  #busyAt = performance.now();

  constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data: Buffer) => this.hear(JSON.parse(data.toString()) as Incoming));
    socket.on('close', () => {
      this.ended ??= 'closed';
    });
    // The close that follows ends the call; what fails before it is open is thrown by `opened`.
    socket.on('error', () => undefined);
  }

  /** @throws where the server refuses the call. */
  async opened(): Promise<void> {
    await once(this.#socket, 'open');
  }

  /** Milliseconds since anything was said, played or looked up. */
  get quietMs(): number {
    return this.isBusy() ? 0 : performance.now() - this.#busyAt;
  }

  /** Resolves when it has been said. */
  async say(utterance: Utterance): Promise<void> {
    this.begin(utterance, false);
    const content = [{ type: 'input_text', text: utterance.text }];
    this.send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content },
    });
    return Promise.resolve();
  }

  hangUp(): void {
    this.send({ type: 'luna.hangup' });
    this.#socket.close();
  }

  protected begin({ text, means, question }: Utterance, interrupts: boolean): void {
    this.said = '';
    for (const itemId of this.#begun) this.#old.add(itemId);
    this.note({ is: 'caller', text, means, question, interrupts, at: Date.now() });
    this.touch();
  }

  protected isBusy(): boolean {
    return this.#replies > 0 || this.#tools > 0 || (this.said === '' && this.#unheard.size > 0);
  }

  protected touch(): void {
    this.#busyAt = performance.now();
  }

  protected note(entry: Entry): void {
    this.entries.push(entry);
  }

  protected send(event: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(event));
  }

  /** Typed callers read: whatever is said counts as heard at once. */
  protected hear(event: Incoming): void {
    const at = Date.now();
    switch (event.type) {
      case 'luna.call.started':
        this.callId = event.call_id;
        return;
      case 'luna.call.ended':
        this.ended = event.reason;
        return;
      case 'input_audio_buffer.speech_started':
        this.#unheard.add(event.item_id);
        return;
      case 'conversation.item.input_audio_transcription.failed':
        this.#unheard.delete(event.item_id);
        break;
      case 'response.created':
        this.#replies += 1;
        break;
      case 'response.done':
        this.#replies -= 1;
        break;
      case 'luna.tool.started':
        this.#tools += 1;
        break;
      case 'luna.tool.done': {
        this.#tools -= 1;
        const { tool, ok, asked, returned } = event;
        this.note({ is: 'tool', tool, ok, asked, returned, at });
        break;
      }
      case 'luna.identity':
        this.note({ is: 'identity', level: event.level, at });
        return;
      case 'response.output_audio.done':
        this.send({ type: 'luna.drained', item_id: event.item_id });
        break;
      case 'response.output_audio_transcript.delta':
        this.#begun.add(event.item_id);
        return;
      case 'response.output_audio_transcript.done':
        if (!this.#old.has(event.item_id)) this.said = `${this.said} ${event.transcript}`.trim();
        this.note({ is: 'luna', text: event.transcript, itemId: event.item_id, at });
        break;
      case 'luna.heard':
        this.note({ is: 'cut', text: event.text, itemId: event.item_id, at });
        return;
      case 'conversation.item.input_audio_transcription.completed':
        this.#unheard.delete(event.item_id);
        this.note({ is: 'understood', text: event.transcript, at });
        break;
      case 'error':
        this.note({ is: 'error', text: event.error.message, at });
        return;
      default:
        return;
    }
    this.touch();
  }
}
