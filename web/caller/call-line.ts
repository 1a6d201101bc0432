/** One call while Luna answers it: the socket and the sound, tied together and ended together. */
import { encodePcm16 } from '#audio/pcm16.ts';
import type { Clock } from '#lib/clock.ts';
import { makeId } from '#lib/id.ts';
import type { CallSound } from '#web/audio/call-sound.ts';
import { openCallSocket, type CallSocket, type PageWord } from './call-socket.ts';
import type { CallEvent } from './call-state.ts';
import { LunaVoice } from './luna-voice.ts';
import type { ServerWord } from './server-words.ts';

const RINGING_MS = 500;
/** The server picks up while the last of the ringing is heard: no later than that can Luna's first sound be there. */
const CALLS_AFTER_MS = 350;

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
  readonly #voice: LunaVoice;
  #ended = false;

  constructor(parts: CallLineParts) {
    this.#parts = parts;
    this.#voice = new LunaVoice({
      speaker: () => parts.sound.speaker,
      send: (word) => this.#send(word),
      tell: parts.tell,
    });
  }

  /** Rings, asks for the microphone, then calls: Luna does not greet somebody who is reading a permission prompt. */
  async dial(scenario: string): Promise<void> {
    const { sound, clock, tell } = this.#parts;
    sound.listen({
      onFrame: (samples) =>
        this.#send({ type: 'input_audio_buffer.append', audio: encodePcm16(samples) }),
      onMicrophoneLost: () => tell({ type: 'microphone', state: 'missing' }),
      onReport: (report) => {
        this.#voice.onReport(report);
        if (this.#ended && this.#voice.isSilent) sound.close();
      },
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
    this.#socket = openCallSocket(`scenario=${encodeURIComponent(scenario)}`, clock, {
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
    this.#voice.stop();
    this.#parts.tell({ type: 'ended', why: 'caller', text: '', atMs: this.#parts.clock.now() });
    this.#close();
  }

  #onWord(word: ServerWord): void {
    const { clock, tell } = this.#parts;
    if (word.type === 'luna.call.ended' && word.reason === 'error')
      return this.#breakDown({ said: word.text });
    tell({ type: 'word', word, atMs: clock.now() });
    this.#voice.onWord(word);
    if (word.type === 'luna.call.ended') this.#close();
  }

  #send(word: PageWord): void {
    this.#socket?.send(word);
  }

  #breakDown(why: Breakdown): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#socket?.close();
    this.#voice.finish();
    if (!this.#parts.onBreakdown(why)) this.#letItRingOut();
  }

  #close(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#socket?.close();
    this.#voice.finish();
    this.#letItRingOut();
  }

  /** The line is closed; what Luna has already said may still be heard to its end. */
  #letItRingOut(): void {
    this.#parts.sound.closeMicrophone();
    if (this.#voice.isSilent) this.#parts.sound.close();
  }
}
