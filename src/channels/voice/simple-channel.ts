/** One conversation by the simple protocol: a line that speaks (`/voice`), lines that write (`/chat`), or both. */
import type { WebSocket } from 'ws';
import type { CallerEvent, CallerHears, Channel } from '#channels/channel.ts';
import { readChatWord } from '#channels/chat/chat-words.ts';
import { JsonSocket } from '#channels/json-socket.ts';
import { DeemedPlayback } from '#channels/realtime/deemed-playback.ts';
import type { Clock } from '#lib/clock.ts';
import { framesOf, type SimpleFrame } from './simple-frames.ts';
import { readVoiceWord } from './voice-words.ts';

/** 24 kHz PCM16 in base64: 64 characters are 1 ms. */
const BASE64_PER_MS = 64;
const REPORT_MS = 100;
const BINARY = 'Binary frames are not understood; send JSON text.';

type Kind = 'voice' | 'chat';

interface Line {
  readonly kind: Kind;
  readonly socket: JsonSocket;
}

export interface SimpleChannelParts {
  readonly clock: Clock;
  /** Unguessable: whoever knows it may join. */
  readonly session: string;
  readonly kind: Kind;
}

export class SimpleChannel implements Channel {
  readonly kind: Kind;
  readonly #parts: SimpleChannelParts;
  readonly #lines = new Set<Line>();
  readonly #playback = new DeemedPlayback();
  readonly #waiting: CallerEvent[] = [];
  #onEvent: ((event: CallerEvent) => void) | undefined;
  #muted = false;
  #ready = false;
  #aloud: boolean;
  #answersTold: string | undefined;
  #failed = false;
  /** Speech over Luna's voice: told once it is a turn. */
  #held: SimpleFrame[] | undefined;
  #stopReporting: () => void = () => undefined;

  constructor(parts: SimpleChannelParts) {
    this.kind = parts.kind;
    this.#aloud = parts.kind === 'voice';
    this.#answersTold = answersWhen(this.#aloud);
    this.#parts = parts;
  }

  /** A client joins. The first one began the conversation, and ends it when it goes; who is joined by a voice answers aloud. */
  join(socket: WebSocket, kind: Kind): void {
    const line: Line = { kind, socket: new JsonSocket(socket, this.#parts.clock) };
    const owns = this.#lines.size === 0;
    this.#lines.add(line);
    this.#answerAsHeard();
    line.socket.listen({
      onText: (text) => (kind === 'voice' ? this.#voice(line, text) : this.#chat(line, text)),
      onBinary: () => this.#complain(line, BINARY),
      onEnd: (why) => {
        this.#lines.delete(line);
        if (owns) this.#hear({ type: 'hung-up', why });
        else this.#answerAsHeard();
      },
    });
    if (this.#ready) this.#greet(line);
  }

  /** Aloud while there is somebody to hear it. */
  #answerAsHeard(): void {
    const aloud = [...this.#lines].some(({ kind }) => kind === 'voice');
    if (aloud === this.#aloud) return;
    this.#aloud = aloud;
    this.#hear({ type: 'restyle', style: { answers: answersWhen(aloud) } });
  }

  listen(onEvent: (event: CallerEvent) => void): void {
    this.#onEvent = onEvent;
    for (const event of this.#waiting.splice(0)) onEvent(event);
  }

  tell(event: CallerHears): void {
    switch (event.type) {
      case 'session.updated':
        if (this.#ready) return;
        this.#ready = true;
        for (const line of this.#lines) this.#greet(line);
        return;
      case 'input_audio_buffer.speech_started':
        if (this.#playback.playing === undefined) return this.#say({ type: 'speech_started' });
        this.#held = [{ type: 'speech_started' }];
        return;
      case 'input_audio_buffer.speech_stopped':
        if (this.#held) this.#held.push({ type: 'speech_stopped' });
        else this.#say({ type: 'speech_stopped' });
        return;
      case 'luna.playback':
        return this.#steer(event.action);
      case 'luna.style': {
        const { answers, ...style } = event.style;
        // Whether she speaks or writes, everybody notices.
        if (answers !== this.#answersTold) {
          this.#answersTold = answers;
          return;
        }
        const result = { ok: true, ...style };
        return this.#say({ type: 'tool_result', tool: 'style', result });
      }
      case 'luna.call.ended':
        this.#failed = event.reason === 'error';
        if (this.#failed) this.#say({ type: 'error', error: event.text });
        return;
      default:
        this.#follow(event);
        for (const frame of framesOf(event)) this.#say(frame);
    }
  }

  /** There will be no conversation. */
  refuse(error: string): void {
    this.#failed = true;
    this.#say({ type: 'error', error });
    this.close();
  }

  close(): void {
    this.#stopReporting();
    this.#say({ type: 'status', status: this.#failed ? 'error' : 'disconnected' });
    for (const { socket } of this.#lines) socket.close(1000, 'the conversation is over');
  }

  #greet({ socket }: Line): void {
    socket.send({ type: 'status', status: 'connected', session: this.#parts.session });
  }

  #say(frame: SimpleFrame): void {
    for (const { kind, socket } of this.#lines) {
      const isForVoice = frame.type !== 'delta';
      const isForChat = frame.type !== 'audio' && !frame.type.startsWith('speech_');
      if (kind === 'voice' ? isForVoice : isForChat) socket.send(frame);
    }
  }

  #voice(line: Line, text: string): void {
    const read = readVoiceWord(text);
    if (!read.ok) return this.#complain(line, read.error);
    const { word } = read;
    if (word.type === 'audio') {
      if (!this.#muted) this.#hear(word);
    } else if (word.type === 'mute') {
      this.#muted = word.muted;
      this.#hear({ type: 'muted', muted: word.muted });
    } else this.#hear({ type: 'hung-up', why: 'the client stopped' });
  }

  #chat(line: Line, text: string): void {
    const read = readChatWord(text);
    if (!read.ok) return this.#complain(line, read.error);
    const { word } = read;
    if (word.type === 'text') this.#hear({ type: 'typed', text: word.text, itemId: undefined });
    else if (word.type === 'mode') this.#hear({ type: 'restyle', style: { mode: word.mode } });
    else if (word.type === 'persona')
      this.#hear({ type: 'restyle', style: { persona: word.persona } });
    else this.#hear({ type: 'hung-up', why: 'the client stopped' });
  }

  #complain({ socket }: Line, error: string): void {
    socket.send({ type: 'error', error });
  }

  #hear(event: CallerEvent): void {
    if (this.#onEvent) this.#onEvent(event);
    // Sound that nobody hears yet is lost, as on any line that still rings.
    else if (event.type !== 'audio') this.#waiting.push(event);
  }

  #steer(action: 'duck' | 'resume' | 'flush'): void {
    if (action === 'duck') return;
    const held = this.#held ?? [];
    this.#held = undefined;
    // While she is still heard, "uh-huh" was no turn: a client that knew of it would fall silent.
    if (action === 'resume' && this.#playback.playing !== undefined) return;
    for (const frame of held) this.#say(frame);
    if (action === 'resume') return;
    const stopped = this.#playback.stop(this.#parts.clock.now());
    if (stopped) this.#hear({ type: 'flushed', ...stopped });
  }

  /** The protocol has no word for what was played: it is deemed to be played as it comes, in real time. */
  #follow(event: CallerHears): void {
    if (event.type === 'response.output_audio.done') this.#playback.complete(event.item_id);
    if (event.type !== 'response.output_audio.delta') return;
    const wasSilent = this.#playback.playing === undefined;
    const ms = event.delta.length / BASE64_PER_MS;
    this.#playback.receive(event.item_id, ms, this.#parts.clock.now());
    if (wasSilent) this.#report();
  }

  #report(): void {
    this.#stopReporting();
    this.#stopReporting = this.#parts.clock.after(REPORT_MS, () => {
      for (const event of this.#playback.report(this.#parts.clock.now())) this.#hear(event);
      if (this.#playback.playing !== undefined) this.#report();
      else for (const frame of this.#held?.splice(0) ?? []) this.#say(frame);
    });
  }
}

function answersWhen(aloud: boolean): string {
  return aloud ? 'aloud' : 'in-writing';
}
