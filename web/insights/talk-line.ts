/** One conversation with a manager: a socket that lasts, and a voice that comes and goes. */
import { encodePcm16 } from '#audio/pcm16.ts';
import type { Clock } from '#lib/clock.ts';
import type { Drawing } from '#protocol/drawing.ts';
import type { CallSound } from '#web/audio/call-sound.ts';
import { openCallSocket, type CallSocket, type PageWord } from '#web/caller/call-socket.ts';
import { LunaVoice } from '#web/caller/luna-voice.ts';
import type { ServerWord } from '#web/caller/server-words.ts';
import { readDrawing } from './drawings.ts';
import type { InsightsEvent, Style } from './insights-state.ts';

export interface TalkLineParts {
  readonly clock: Clock;
  readonly tell: (event: InsightsEvent) => void;
  readonly onDrawing: (id: string, drawing: Drawing) => void;
  /** Nothing more will come of it. */
  readonly onOver: () => void;
}

/** Whoever stops in the middle of a sentence has said it: so much silence ends a turn. */
const SILENCE = 'A'.repeat(64 * 100);
const SILENCES = 15;
/** What was being said is told to its last sample before the sound card is given back. */
const FAREWELL_MS = 800;

export class TalkLine {
  readonly #parts: TalkLineParts;
  readonly #voice: LunaVoice;
  #socket: CallSocket;
  #sound: CallSound | undefined;
  #over = false;

  constructor(style: Style, sound: CallSound | undefined, parts: TalkLineParts) {
    this.#parts = parts;
    const { clock, tell } = parts;
    const send = (word: PageWord): void => this.#socket.send(word);
    this.#voice = new LunaVoice({ speaker: () => this.#sound?.speaker, send, tell });
    // Who begins in writing begins with a question; who listens is greeted.
    const how =
      sound === undefined
        ? { answers: 'in-writing', begins: 'manager' }
        : { answers: 'aloud', begins: 'luna' };
    const query = new URLSearchParams({ scenario: 'insights', ...style, ...how });
    this.#socket = openCallSocket(String(query), clock, {
      onWord: (word) => this.#onWord(word),
      onLine: (state) => tell({ type: 'connection', state }),
      onEnd: (why) => this.#end(() => tell({ type: 'ended', why, text: '', atMs: clock.now() })),
    });
    if (sound !== undefined) this.#hear(sound);
  }

  say(id: string, text: string): void {
    const content: [{ type: 'input_text'; text: string }] = [{ type: 'input_text', text }];
    const item = { type: 'message', id, role: 'user', content } as const;
    this.#socket.send({ type: 'conversation.item.create', item });
  }

  restyle(style: Partial<Style>): void {
    this.#socket.send({ type: 'luna.restyle', ...style });
  }

  /** From now on she is heard, and hears. */
  speak(sound: CallSound): void {
    this.#hear(sound);
    this.#socket.send({ type: 'luna.restyle', answers: 'aloud' });
  }

  /** From now on both write. */
  hush(): void {
    const sound = this.#sound;
    sound?.closeMicrophone();
    const word = { type: 'input_audio_buffer.append', audio: SILENCE } as const;
    for (let sent = 0; sent < SILENCES; sent++) this.#socket.send(word);
    this.#socket.send({ type: 'luna.restyle', answers: 'in-writing' });
    this.#parts.clock.after(FAREWELL_MS, () => {
      if (this.#sound === sound) this.#sound = undefined;
      sound?.close();
    });
  }

  hangUp(): void {
    const { tell, clock } = this.#parts;
    this.#socket.send({ type: 'luna.hangup' });
    this.#voice.stop();
    this.#end(() => tell({ type: 'ended', why: 'caller', text: '', atMs: clock.now() }));
  }

  #hear(sound: CallSound): void {
    this.#sound = sound;
    sound.listen({
      onFrame: (samples) =>
        this.#socket.send({ type: 'input_audio_buffer.append', audio: encodePcm16(samples) }),
      onMicrophoneLost: () => this.#parts.tell({ type: 'microphone', state: 'missing' }),
      onReport: (report) => {
        this.#voice.onReport(report);
        if (this.#over && this.#voice.isSilent) sound.close();
      },
    });
  }

  #onWord(word: ServerWord): void {
    const { tell, clock, onDrawing } = this.#parts;
    tell({ type: 'word', word, atMs: clock.now() });
    this.#voice.onWord(word);
    if (word.type === 'luna.tool.done' && word.ok) {
      const drawing = readDrawing(word.drawing);
      if (drawing !== undefined) onDrawing(word.tool_call_id, drawing);
    }
    if (word.type === 'luna.call.ended') this.#end(() => undefined);
  }

  #end(say: () => void): void {
    if (this.#over) return;
    this.#over = true;
    this.#socket.close();
    this.#voice.finish();
    this.#sound?.closeMicrophone();
    if (this.#voice.isSilent) this.#sound?.close();
    say();
    this.#parts.onOver();
  }
}
