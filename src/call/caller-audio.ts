/** The caller's sound as the present session counts it, and its last seconds, for a session that takes over. */
import type { CallMs } from '#lib/brand.ts';
import { AudioClock } from './audio-clock.ts';
import type { Moment } from './conversation.ts';
import { NOTHING_LOUD, heardFrame, isLoud, isVoice } from './unnoticed.ts';

interface Frame {
  /** Base64, as it came. */
  readonly audio: string;
  readonly ms: number;
  readonly at: CallMs;
  /** Where it ends in the present session's time of the caller's audio. */
  readonly endMs: number;
}

/** What a voice detector wants to hear before the voice. */
export const PREFIX_MS = 300;
const UTTERANCE_PAUSE_MS = 700;
/** Longer than any service thinks about whether somebody has finished. */
const METER_MS = 6_000;
/** A longer sentence than this is lost with its session; the memory of a call is bounded. */
const KEPT_MS = 30_000;

export class CallerAudio {
  #clock = new AudioClock();
  #kept: Frame[] = [];
  #endMs = 0;
  #heldFromMs: number | undefined;
  #unnoticed = NOTHING_LOUD;
  #loudAt: CallMs | undefined;
  #loudMs = 0;

  /** @param neededFromMs what is before it has been understood: see `neededFrom` */
  arrived(audio: string, ms: number, at: CallMs, neededFromMs: number): void {
    this.#endMs += ms;
    this.#clock.arrived(ms, at);
    this.#kept.push({ audio, ms, at, endMs: this.#endMs });
    const needed = Math.min(neededFromMs, this.#voiceFromMs);
    this.#forgetBefore(Math.max(this.#heldFromMs ?? needed, this.#endMs - KEPT_MS));
  }

  /**
   * The sound of this frame, which has arrived, is listened to. True where somebody speaks and is not noticed.
   * @param noticed whoever answers knows that somebody speaks
   */
  isUnnoticed(audio: string, ms: number, at: CallMs, noticed: boolean): boolean {
    const loud = isLoud(audio);
    if (loud) {
      // After a pause it is another utterance.
      this.#loudMs = at - (this.#loudAt ?? 0) > UTTERANCE_PAUSE_MS ? ms : this.#loudMs + ms;
      this.#loudAt = at;
    }
    this.#unnoticed = noticed
      ? NOTHING_LOUD
      : heardFrame(this.#unnoticed, { loud, ms, endMs: this.#endMs });
    return isVoice(this.#unnoticed);
  }

  /** What a step may need to know of it. */
  moment(at: CallMs): Moment {
    const quietMs = this.#loudAt === undefined ? Number.POSITIVE_INFINITY : at - this.#loudAt;
    // So soft a voice that it was never loud: the meter has nothing to say of it.
    const loudMs = quietMs > METER_MS ? undefined : this.#loudMs;
    return { at, givenMs: this.#endMs, quietMs, loudMs, arrival: (ms) => this.when(ms) };
  }

  /** Whoever answers lives, and took it for no voice. */
  noticed(): void {
    this.#unnoticed = NOTHING_LOUD;
  }

  get #voiceFromMs(): number {
    const { loudMs, fromMs } = this.#unnoticed;
    return loudMs === 0 ? Number.POSITIVE_INFINITY : fromMs - PREFIX_MS;
  }

  get endMs(): number {
    return this.#endMs;
  }

  /** When the caller's sample at this position of the session's audio arrived. */
  when(audioMs: number): CallMs | undefined {
    return this.#clock.when(audioMs);
  }

  /** The session is lost: nothing from here on is forgotten until there is another. */
  hold(neededFromMs: number): void {
    this.#heldFromMs ??= Math.min(neededFromMs, this.#voiceFromMs);
    this.#forgetBefore(this.#heldFromMs);
  }

  /** A new session begins, and its time with it. Returns what it has to be given, oldest first. */
  restart(): readonly string[] {
    const frames = this.#kept;
    this.#clock = new AudioClock();
    this.#endMs = 0;
    this.#heldFromMs = undefined;
    this.#unnoticed = NOTHING_LOUD;
    this.#kept = [];
    for (const { audio, ms, at } of frames) this.arrived(audio, ms, at, 0);
    return frames.map(({ audio }) => audio);
  }

  #forgetBefore(ms: number): void {
    const first = this.#kept.findIndex(({ endMs }) => endMs > ms);
    if (first > 0) this.#kept = this.#kept.slice(first);
    if (first === -1) this.#kept = [];
  }
}
