/**
 * What the caller hears of Luna, sample by sample: gapless across chunks, with the exact position of every item.
 * Runs inside the audio worklet, at the context's rate; knows no port and no clock but the samples it renders.
 */
import { afterGap, afterPlaying, FIRST_CUSHION, type Cushion } from './cushion.ts';
import { SampleRing } from './sample-ring.ts';

export type PlaybackReport =
  | { type: 'played'; itemId: string; playedMs: number }
  | { type: 'flushed'; itemId: string; playedMs: number }
  | { type: 'drained'; itemId: string };

/** A cut without a click. */
const FADE_MS = 10;
const REPORT_EVERY_MS = 100;
/** A buffer that runs dry in mid-sentence goes to silence, and comes back, over so long. */
const EDGE_MS = 3;
/** Luna's voice while it is undecided whether the caller means to interrupt: 12 dB down. */
const DUCKED_GAIN = 0.25;
const DUCK_RAMP_MS = 40;
const FULL_SCALE = 32_768;

interface Item {
  readonly id: string;
  readonly waiting: SampleRing;
  played: number;
  /** Nothing more will come. */
  finished: boolean;
  /** Its cushion is filled; it is heard. */
  sounding: boolean;
  /** Frames rendered since its last sample: those samples may still be on their way to the speaker. */
  since: number;
}

export class Playback {
  readonly #rateHz: number;
  /** In playing order. */
  #queue: Item[] = [];
  /** Rendered to the end, not yet out of the speaker. */
  #leaving: Item[] = [];
  /** Where every ended item stopped, ms. A late chunk of one that was cut off must not be heard. */
  readonly #ended = new Map<string, number>();
  #fade = new Float32Array(0);
  #gain = 1;
  #wantedGain = 1;
  /** 1, but around a gap. */
  #edge = 1;
  #cushion: Cushion = FIRST_CUSHION;
  #sinceReport = 0;
  #latency = 0;

  constructor(rateHz: number) {
    this.#rateHz = rateHz;
  }

  /** Time from rendering a sample to its leaving the speaker. */
  setOutputLatency(latencyMs: number): void {
    this.#latency = this.#frames(latencyMs);
  }

  append(itemId: string, samples: Int16Array): void {
    const item = this.#item(itemId);
    if (item === undefined || item.finished) return;
    item.waiting.push(samples);
  }

  finish(itemId: string): void {
    const item = this.#item(itemId);
    if (item !== undefined) item.finished = true;
  }

  duck(): void {
    this.#wantedGain = DUCKED_GAIN;
  }

  resume(): void {
    this.#wantedGain = 1;
  }

  /** Silence at once. `itemId` is answered even when it has already ended. */
  flush(itemId: string | null): PlaybackReport[] {
    const [head] = this.#queue;
    if (head?.sounding === true) this.#fadeOut(head);
    const dropped = [...this.#leaving, ...this.#queue];
    for (const item of dropped) this.#ended.set(item.id, this.#ms(item.played));
    const silenced = new Set(dropped.map(({ id }) => id));
    if (itemId !== null) silenced.add(itemId);
    const reports: PlaybackReport[] = [...silenced].map((id) => {
      const playedMs = this.#ended.get(id) ?? 0;
      this.#ended.set(id, playedMs);
      return { type: 'flushed', itemId: id, playedMs };
    });
    // The one that was asked about comes first: it is the answer.
    reports.sort((a, b) => Number(b.itemId === itemId) - Number(a.itemId === itemId));
    this.#queue = [];
    this.#leaving = [];
    this.#wantedGain = 1;
    this.#gain = 1;
    this.#edge = 1;
    return reports;
  }

  /** Fills one quantum; what is left over is silence. */
  render(out: Float32Array): PlaybackReport[] {
    let filled = Math.min(this.#fade.length, out.length);
    out.fill(0);
    out.set(this.#fade.subarray(0, filled));
    this.#fade = this.#fade.subarray(filled);
    for (const item of [...this.#leaving, ...this.#queue]) item.since += out.length;
    for (let head = this.#queue[0]; head && filled < out.length; head = this.#queue[0]) {
      const count = this.#play(head, out.subarray(filled));
      filled += count;
      if (head.finished && head.waiting.length === 0) {
        this.#queue.shift();
        this.#leaving.push(head);
      } else if (filled < out.length) break;
    }
    return [...this.#positions(out.length), ...this.#drained()];
  }

  #play(item: Item, out: Float32Array): number {
    if (!item.sounding) {
      const enough = item.waiting.length >= this.#frames(this.#cushion.wantedMs);
      if (!enough && !item.finished) return 0;
      item.sounding = true;
    }
    const count = item.waiting.shift(out);
    const more = item.finished ? Infinity : item.waiting.length;
    this.#shape(out.subarray(0, count), more);
    item.played += count;
    if (count > 0) item.since = out.length - count;
    this.#cushion = afterPlaying(this.#cushion, this.#ms(count));
    if (count < out.length && !item.finished) {
      item.sounding = false;
      this.#cushion = afterGap(this.#cushion);
    }
    return count;
  }

  /**
   * From PCM16 to -1 … 1, with the gain moving to where it is wanted.
   * `more` is how many samples there are after these: near a gap the sound fades, after it it rises.
   */
  #shape(samples: Float32Array, more: number): void {
    const step = (1 - DUCKED_GAIN) / this.#frames(DUCK_RAMP_MS);
    const edge = this.#frames(EDGE_MS);
    // By index: iterators make garbage, and the audio thread must not stop to collect it.
    for (let at = 0; at < samples.length; at++) {
      const distance = this.#wantedGain - this.#gain;
      this.#gain += Math.sign(distance) * Math.min(step, Math.abs(distance));
      const rising = samples.length - at + more > edge;
      this.#edge = Math.max(0, Math.min(1, this.#edge + (rising ? 1 : -1) / edge));
      samples[at] = ((samples[at] ?? 0) * this.#gain * this.#edge) / FULL_SCALE;
    }
  }

  #fadeOut(item: Item): void {
    const fade = new Float32Array(Math.min(item.waiting.length, this.#frames(FADE_MS)));
    item.waiting.shift(fade);
    item.played += fade.length;
    this.#shape(fade, Infinity);
    for (const [index, sample] of fade.entries()) fade[index] = sample * (1 - index / fade.length);
    this.#fade = fade;
  }

  #positions(frames: number): PlaybackReport[] {
    this.#sinceReport += frames;
    if (this.#sinceReport < this.#frames(REPORT_EVERY_MS)) return [];
    this.#sinceReport -= this.#frames(REPORT_EVERY_MS);
    return [...this.#leaving, ...this.#queue.slice(0, 1)]
      .filter((item) => item.played > 0)
      .map((item) => ({ type: 'played', itemId: item.id, playedMs: this.#ms(this.#heard(item)) }));
  }

  #drained(): PlaybackReport[] {
    if (this.#leaving.length === 0) return [];
    const gone = this.#leaving.filter((item) => item.since >= this.#latency);
    this.#leaving = this.#leaving.filter((item) => item.since < this.#latency);
    return gone.flatMap((item) => {
      const playedMs = this.#ms(item.played);
      this.#ended.set(item.id, playedMs);
      return [
        { type: 'played', itemId: item.id, playedMs },
        { type: 'drained', itemId: item.id },
      ];
    });
  }

  /** Rendered, less what is still between the worklet and the speaker. */
  #heard(item: Item): number {
    const underway = Math.max(0, this.#latency - item.since);
    return Math.max(0, item.played - underway);
  }

  #item(id: string): Item | undefined {
    if (this.#ended.has(id) || this.#leaving.some((item) => item.id === id)) return undefined;
    const known = this.#queue.find((item) => item.id === id);
    if (known !== undefined) return known;
    // One item speaks at a time: when the next begins, the ones before it are complete.
    for (const earlier of this.#queue) earlier.finished = true;
    const waiting = new SampleRing();
    const item = { id, waiting, played: 0, finished: false, sounding: false, since: 0 };
    this.#queue.push(item);
    return item;
  }

  #frames(ms: number): number {
    return Math.round((ms * this.#rateHz) / 1000);
  }

  #ms(frames: number): number {
    return (frames * 1000) / this.#rateHz;
  }
}
