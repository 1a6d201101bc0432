/** A caller who speaks and listens without a loudspeaker: his sound carries his words, hers counts as heard when it comes. */
import { setTimeout as wait } from 'node:timers/promises';
import { isAside } from '#call/fill-in.ts';
import type { CallerEvent, CallerHears, Channel } from '#channels/channel.ts';
import { spokenFrames } from '../scripted/talking-ears.ts';

const FRAME_MS = 20;
/** He talks faster than any person, so that a test need not last. */
const FRAMES_AT_ONCE = 4;
/** So long nothing more comes of it: it is his turn. */
const PAUSE_MS = 120;
/** Nobody has asked him anything: he says it again. */
const PATIENCE_MS = 6_000;

const SILENCE = Array<string>(20).fill(Buffer.alloc(FRAME_MS * 48).toString('base64'));

export class TalkingCaller implements Channel {
  readonly kind = 'recording';
  readonly heard: CallerHears[] = [];
  /** When each piece of her sound came, and each of his left: milliseconds of `performance.now()`. */
  readonly soundAt: number[] = [];
  /** Of it what answers him: nothing that only fills a silence. */
  readonly answeredAt: number[] = [];
  readonly spokeAt: number[] = [];
  /** Told of everything he hears, and of each frame that he has said. */
  onMoment: (moment: CallerHears | { readonly type: 'frame'; readonly share: number }) => void =
    () => undefined;
  #onEvent: (event: CallerEvent) => void = () => undefined;
  #busy = 0;
  #lastAt = performance.now();
  #said: string[] = [];
  over = false;

  listen(onEvent: (event: CallerEvent) => void): void {
    this.#onEvent = onEvent;
  }

  tell(event: CallerHears): void {
    this.heard.push(event);
    this.#lastAt = performance.now();
    if (event.type === 'response.created' || event.type === 'luna.tool.started') this.#busy += 1;
    if (event.type === 'response.done' || event.type === 'luna.tool.done') this.#busy -= 1;
    if (event.type === 'response.output_audio.delta') {
      this.soundAt.push(this.#lastAt);
      if (!isAside(event.item_id)) this.answeredAt.push(this.#lastAt);
    }
    if (event.type === 'response.output_audio_transcript.done') this.#said.push(event.transcript);
    if (event.type === 'response.output_audio.done') {
      const itemId = event.item_id;
      queueMicrotask(() => this.#onEvent({ type: 'drained', itemId }));
    }
    if (event.type === 'luna.playback' && event.action === 'flush' && event.item_id !== null)
      this.#onEvent({ type: 'flushed', itemId: event.item_id, playedMs: 0 });
    this.onMoment(event);
  }

  close(): void {
    this.over = true;
  }

  /** All her sentences. */
  get sentences(): string[] {
    return this.heard.flatMap((event) =>
      event.type === 'response.output_audio_transcript.done' ? [event.transcript] : [],
    );
  }

  /** What she has said since he spoke last, once it is his turn; empty where she has left him waiting. */
  async listenToHer(): Promise<string> {
    const from = performance.now();
    while (!this.over) {
      await wait(10);
      const said = this.#said.join(' ');
      const now = performance.now();
      const isHisTurn = /\?|goodbye/i.test(said) && this.#busy <= 0;
      if (isHisTurn && now - this.#lastAt > PAUSE_MS) return said;
      if (now - Math.max(from, this.#lastAt) > PATIENCE_MS) return said;
    }
    return '';
  }

  async say(text: string): Promise<void> {
    this.#said = [];
    // A line is never without sound: a voice detector reaches back into the silence before the words.
    const frames = [...SILENCE, ...spokenFrames(text.toLowerCase())];
    for (const [n, audio] of frames.entries()) {
      if (this.over) return;
      this.spokeAt.push(performance.now());
      this.#onEvent({ type: 'audio', audio, ms: FRAME_MS });
      this.onMoment({ type: 'frame', share: (n + 1) / frames.length });
      if (n % FRAMES_AT_ONCE === 0) await wait(1);
    }
    this.#lastAt = performance.now();
  }

  hangUp(): void {
    this.#onEvent({ type: 'hung-up', why: 'done' });
  }
}
