/** One call while it lasts: the socket, the microphone and the speaker, tied together and ended together. */
import { decodePcm16, encodePcm16 } from '#audio/pcm16.ts';
import type { Clock } from '#lib/clock.ts';
import { openMicrophone, type Microphone } from '#web/audio/microphone.ts';
import type { PlaybackReport } from '#web/audio/playback.ts';
import { ring } from '#web/audio/ringing.ts';
import { openSpeaker, type Speaker } from '#web/audio/speaker.ts';
import { openCallSocket, type CallSocket, type PageWord } from './call-socket.ts';
import type { CallEvent } from './call-state.ts';
import type { ServerWord } from './server-words.ts';

const RINGING_MS = 500;
const SAMPLES_PER_MS = 24;

export class CallLine {
  readonly #clock: Clock;
  readonly #tell: (event: CallEvent) => void;
  readonly #context = new AudioContext({ latencyHint: 'interactive' });
  #socket: CallSocket | undefined;
  #microphone: Microphone | undefined;
  #speaker: Speaker | undefined;
  /** Items the speaker has not played to their end. */
  readonly #unheard = new Set<string>();
  #ended = false;

  constructor(clock: Clock, tell: (event: CallEvent) => void) {
    this.#clock = clock;
    this.#tell = tell;
  }

  /** Rings, asks for the microphone, then calls: Luna does not greet somebody who is reading a permission prompt. */
  async dial(scenario: string): Promise<void> {
    this.#tell({ type: 'rung' });
    // A context made by a click may still have to be woken, on Safari always.
    await this.#context.resume();
    ring(this.#context, RINGING_MS / 1000);
    const rung = new Promise<void>((resolve) => this.#clock.after(RINGING_MS, resolve));
    this.#speaker = await openSpeaker(this.#context, (report) => this.#onReport(report));
    await this.openMicrophone();
    await rung;
    if (this.#ended) return this.#release();
    this.#socket = openCallSocket(scenario, {
      onWord: (word) => this.#onWord(word),
      onEnd: (opened) => this.end(opened ? 'lost' : 'unreachable'),
    });
  }

  /** Also after a refusal, when the caller has thought better of it. */
  async openMicrophone(): Promise<void> {
    this.#tell({ type: 'microphone', state: 'asking' });
    const opened = await openMicrophone(this.#context, {
      onFrame: (samples) =>
        this.#send({ type: 'input_audio_buffer.append', audio: encodePcm16(samples) }),
      onLost: () => {
        this.#microphone?.close();
        this.#microphone = undefined;
        this.#tell({ type: 'microphone', state: 'missing' });
      },
    });
    if (!opened.ok) return this.#tell({ type: 'microphone', state: opened.why });
    if (this.#ended) return opened.microphone.close();
    this.#microphone = opened.microphone;
    this.#tell({ type: 'microphone', state: 'open' });
  }

  setMuted(muted: boolean): void {
    if (this.#microphone === undefined) return;
    this.#microphone.setMuted(muted);
    this.#send({ type: 'luna.mute', muted });
    this.#tell({ type: 'microphone', state: muted ? 'muted' : 'open' });
  }

  say(text: string): void {
    const content: [{ type: 'input_text'; text: string }] = [{ type: 'input_text', text }];
    this.#send({
      type: 'conversation.item.create',
      item: { type: 'message', role: 'user', content },
    });
  }

  hangUp(): void {
    this.#send({ type: 'luna.hangup' });
    this.#speaker?.flush(null);
    this.#unheard.clear();
    this.end('caller');
  }

  end(why: 'caller' | 'unreachable' | 'lost'): void {
    this.#tell({ type: 'ended', why, text: '', atMs: this.#clock.now() });
    this.#close();
  }

  get caller(): AnalyserNode | undefined {
    return this.#microphone?.analyser;
  }

  get luna(): AnalyserNode | undefined {
    return this.#speaker?.analyser;
  }

  #onWord(word: ServerWord): void {
    this.#tell({ type: 'word', word, atMs: this.#clock.now() });
    switch (word.type) {
      case 'response.output_audio.delta':
        return this.#onAudio(word.item_id, word.delta);
      case 'response.output_audio.done':
        return this.#speaker?.finish(word.item_id);
      case 'luna.playback':
        return this.#onPlayback(word.action, word.item_id);
      case 'luna.call.ended':
        return this.#close();
      default:
    }
  }

  #onAudio(itemId: string, delta: string): void {
    const decoded = decodePcm16(delta);
    if (!decoded.ok) return;
    this.#unheard.add(itemId);
    this.#speaker?.append(itemId, decoded.samples);
    this.#tell({ type: 'audio', itemId, addedMs: decoded.samples.length / SAMPLES_PER_MS });
  }

  #onPlayback(action: 'duck' | 'resume' | 'flush', itemId: string | null): void {
    switch (action) {
      case 'duck':
        return this.#speaker?.duck();
      case 'resume':
        return this.#speaker?.resume();
      case 'flush':
        return this.#speaker?.flush(itemId);
    }
  }

  #onReport(report: PlaybackReport): void {
    this.#tell({ type: 'report', report });
    const item_id = report.itemId;
    switch (report.type) {
      case 'played':
        return this.#send({ type: 'luna.played', item_id, played_ms: report.playedMs });
      case 'flushed':
        this.#unheard.delete(item_id);
        return this.#send({ type: 'luna.flushed', item_id, played_ms: report.playedMs });
      case 'drained':
        this.#unheard.delete(item_id);
        this.#send({ type: 'luna.drained', item_id });
        if (this.#ended && this.#unheard.size === 0) this.#release();
    }
  }

  #send(word: PageWord): void {
    this.#socket?.send(word);
  }

  /** The line is closed; what Luna has already said may still be heard to its end. */
  #close(): void {
    if (this.#ended) return;
    this.#ended = true;
    this.#microphone?.close();
    this.#socket?.close();
    for (const itemId of this.#unheard) this.#speaker?.finish(itemId);
    if (this.#unheard.size === 0) this.#release();
  }

  #release(): void {
    this.#speaker?.close();
    // Nothing waits for the sound card to be given back.
    if (this.#context.state !== 'closed') void this.#context.close();
  }
}
