/** One call while Luna answers it: the socket and the sound, tied together and ended together. */
import { decodePcm16, encodePcm16 } from '#audio/pcm16.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { CallSound } from '#web/audio/call-sound.ts';
import type { PlaybackReport } from '#web/audio/playback.ts';
import { openCallSocket, type CallSocket, type PageWord } from './call-socket.ts';
import type { CallEvent } from './call-state.ts';
import type { ServerWord } from './server-words.ts';

const RINGING_MS = 500;
/** The server picks up while the last of the ringing is heard: no later than that can Luna's first sound be there. */
const CALLS_AFTER_MS = 350;
const SAMPLES_PER_MS = 24;

/** Luna cannot be had, or not any longer: the page may go on without her. */
export type Breakdown = 'unreachable' | 'lost' | { readonly said: string };

export interface CallLineParts {
  readonly sound: CallSound;
  readonly clock: Clock;
  readonly tell: (event: CallEvent) => void;
  /** True where somebody else goes on in the same sound. */
  readonly onBreakdown: (why: Breakdown) => boolean;
}

export class CallLine {
  readonly #parts: CallLineParts;
  #socket: CallSocket | undefined;
  /** Items the speaker has not played to their end. */
  readonly #unheard = new Set<string>();
  /** Late pieces of these must not be waited for. */
  readonly #cut = new Set<string>();
  #ended = false;

  constructor(parts: CallLineParts) {
    this.#parts = parts;
  }

  /** Rings, asks for the microphone, then calls: Luna does not greet somebody who is reading a permission prompt. */
  async dial(scenario: string): Promise<void> {
    const { sound, clock, tell } = this.#parts;
    sound.listen({
      onFrame: (samples) =>
        this.#send({ type: 'input_audio_buffer.append', audio: encodePcm16(samples) }),
      onMicrophoneLost: () => tell({ type: 'microphone', state: 'missing' }),
      onReport: (report) => this.#onReport(report),
    });
    tell({ type: 'rung' });
    const opened = sound.open();
    sound.ring(RINGING_MS / 1000);
    const rung = new Promise<void>((resolve) => clock.after(CALLS_AFTER_MS, resolve));
    try {
      await opened;
      tell({ type: 'microphone', state: 'asking' });
      tell({ type: 'microphone', state: await sound.openMicrophone() });
    } catch {
      // The worklets come from the server, too.
      return this.#breakDown('unreachable');
    }
    await rung;
    if (this.#ended) return;
    this.#socket = openCallSocket(scenario, clock, {
      onWord: (word) => this.#onWord(word),
      onLine: (state) => tell({ type: 'connection', state }),
      onEnd: (why) => this.#breakDown(why),
    });
  }

  /** The server is told that what it hears is no silence of the caller's. */
  tellMuted(muted: boolean): void {
    this.#send({ type: 'luna.mute', muted });
  }

  say(text: string): void {
    const content: [{ type: 'input_text'; text: string }] = [{ type: 'input_text', text }];
    this.#send({
      type: 'conversation.item.create',
      item: { type: 'message', id: makeId('typed'), role: 'user', content },
    });
  }

  hangUp(): void {
    this.#send({ type: 'luna.hangup' });
    this.#parts.sound.speaker?.flush(null);
    this.#unheard.clear();
    this.#parts.tell({ type: 'ended', why: 'caller', text: '', atMs: this.#parts.clock.now() });
    this.#close();
  }

  #onWord(word: ServerWord): void {
    const { sound, clock, tell } = this.#parts;
    if (word.type === 'luna.call.ended' && word.reason === 'error')
      return this.#breakDown({ said: word.text });
    tell({ type: 'word', word, atMs: clock.now() });
    switch (word.type) {
      case 'response.output_audio.delta':
        return this.#onAudio(word.item_id, word.delta);
      case 'response.output_audio.done':
        return sound.speaker?.finish(word.item_id);
      case 'luna.playback':
        return this.#onPlayback(word.action, word.item_id);
      case 'luna.call.ended':
        return this.#close();
      default:
    }
  }

  #onAudio(itemId: string, delta: string): void {
    const decoded = decodePcm16(delta);
    if (!decoded.ok || this.#cut.has(itemId)) return;
    this.#unheard.add(itemId);
    this.#parts.sound.speaker?.append(itemId, decoded.samples);
    const addedMs = decoded.samples.length / SAMPLES_PER_MS;
    this.#parts.tell({ type: 'audio', itemId, addedMs });
  }

  #onPlayback(action: 'duck' | 'resume' | 'flush', itemId: string | null): void {
    const { speaker } = this.#parts.sound;
    switch (action) {
      case 'duck':
        return speaker?.duck();
      case 'resume':
        return speaker?.resume();
      case 'flush':
        return speaker?.flush(itemId);
    }
  }

  #onReport(report: PlaybackReport): void {
    this.#parts.tell({ type: 'report', report });
    const item_id = report.itemId;
    switch (report.type) {
      case 'played':
        return this.#send({ type: 'luna.played', item_id, played_ms: report.playedMs });
      case 'flushed':
        this.#unheard.delete(item_id);
        this.#cut.add(item_id);
        return this.#send({ type: 'luna.flushed', item_id, played_ms: report.playedMs });
      case 'drained':
        this.#unheard.delete(item_id);
        this.#send({ type: 'luna.drained', item_id });
        if (this.#ended && this.#unheard.size === 0) this.#parts.sound.close();
    }
  }

  #send(word: PageWord): void {
    this.#socket?.send(word);
  }

  #breakDown(why: Breakdown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#socket?.close();
    for (const itemId of this.#unheard) this.#parts.sound.speaker?.finish(itemId);
    if (!this.#parts.onBreakdown(why)) this.#letItRingOut();
  }

  #close(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#socket?.close();
    for (const itemId of this.#unheard) this.#parts.sound.speaker?.finish(itemId);
    this.#letItRingOut();
  }

  /** The line is closed; what Luna has already said may still be heard to its end. */
  #letItRingOut(): void {
    this.#parts.sound.closeMicrophone();
    if (this.#unheard.size === 0) this.#parts.sound.close();
  }
}
