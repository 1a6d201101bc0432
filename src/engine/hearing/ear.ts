/** One caller's ear: 24 kHz sound in, turns and words out. Works in slices, so that no ear starves the others. */
import { Resampler } from '#audio/resampler.ts';
import type { SileroModel } from '#engine/activity/silero-model.ts';
import { FRAME_SAMPLES, Silero } from '#engine/activity/silero.ts';
import type { TurnFinding } from '#engine/hearing.ts';
import type { Expectation, Hypothesis, Recognizer } from '#engine/recognizer.ts';
import { waitMs } from './endpointing.ts';
import { Loudness } from './loudness.ts';
import type { EarCommand, EarEvent } from './messages.ts';
import { Utterance } from './utterance.ts';
import { QUIET, type Turn, type TurnEffect, stepTurn } from './turn.ts';

const INPUT_HZ = 24_000;
const RECOGNIZER_HZ = 16_000;
/** A little more than one frame of the voice activity model. */
const SLICE_SAMPLES = 768;
/** 16 MiB of PCM16: what a client may append at once, and no more. */
const LONGEST_BACKLOG_SAMPLES = 8 * 1024 * 1024;
/** Wall-clock time between two looks at the words so far: whoever is behind spends less on them. */
const PARTIAL_EVERY_MS = 60;
/** Push-to-talk without an end: more than this is not listened to. */
const LONGEST_MANUAL_MS = 120_000;

type Waiting =
  | Exclude<EarCommand, { do: 'clear' }>
  /** Of an overrun. */
  | { readonly do: 'skip'; readonly samples: number };

const NOTHING: Hypothesis = { text: '', words: [], confidence: 0, rejected: true };

export class Ear {
  readonly #emit: (event: EarEvent) => void;
  readonly #clock: () => number;
  readonly #resampler = new Resampler(INPUT_HZ, RECOGNIZER_HZ);
  readonly #voice: Silero;
  readonly #loudness = new Loudness();
  readonly #utterance: Utterance;
  readonly #queue: Waiting[] = [];
  /** Samples of the queue's first command that have been heard already. */
  #taken = 0;
  #backlogSamples = 0;
  readonly #frame = new Int16Array(FRAME_SAMPLES);
  #filled = 0;
  /** Samples at 16 kHz in whole frames since the stream began. */
  #heardSamples = 0;
  #sentMs = 0;
  #turn: Turn = QUIET;
  #finding: TurnFinding = { kind: 'voice', threshold: 0.5, silenceMs: undefined };
  #expectation: Expectation = { for: 'open' };
  #lookedAtMs = 0;

  /** @param clock wall-clock milliseconds */
  constructor(
    voice: SileroModel,
    recognizer: Recognizer,
    emit: (event: EarEvent) => void,
    clock: () => number,
  ) {
    this.#emit = emit;
    this.#clock = clock;
    this.#voice = new Silero(voice);
    this.#utterance = new Utterance(recognizer.open());
  }

  get lagMs(): number {
    return (1000 * this.#backlogSamples) / INPUT_HZ;
  }

  /** Notes what is to be done; `work` does it. */
  take(command: EarCommand): void {
    if (command.do === 'clear') return this.#clear();
    if (command.do === 'push') {
      const { length } = command.samples;
      if (this.#backlogSamples + length > LONGEST_BACKLOG_SAMPLES) {
        this.#emit({ type: 'overrun', lostMs: (1000 * length) / INPUT_HZ });
        this.#queue.push({ do: 'skip', samples: length });
        return;
      }
      this.#backlogSamples += length;
    }
    this.#queue.push(command);
  }

  /** Does a few milliseconds of work; false when there was none. */
  work(): boolean {
    const [command] = this.#queue;
    if (command === undefined) return false;
    if (command.do === 'push') this.#hearSlice(command.samples, command.sentMs);
    else {
      this.#queue.shift();
      this.#obey(command);
    }
    return true;
  }

  #hearSlice(samples: Int16Array, sentMs: number): void {
    this.#sentMs = sentMs;
    const slice = samples.subarray(this.#taken, this.#taken + SLICE_SAMPLES);
    this.#taken += slice.length;
    this.#backlogSamples -= slice.length;
    if (this.#taken >= samples.length) {
      this.#queue.shift();
      this.#taken = 0;
    }
    const heard = this.#resampler.push(slice);
    for (let at = 0; at < heard.length;) {
      const piece = heard.subarray(at, at + FRAME_SAMPLES - this.#filled);
      this.#frame.set(piece, this.#filled);
      this.#filled += piece.length;
      at += piece.length;
      if (this.#filled === FRAME_SAMPLES) this.#hearFrame();
    }
  }

  #hearFrame(): void {
    const startMs = this.#nowMs;
    this.#heardSamples += FRAME_SAMPLES;
    this.#filled = 0;
    this.#utterance.hear(this.#frame, startMs);
    this.#loudness.hear(this.#frame, startMs);
    if (this.#finding.kind === 'manual') this.#hearManually(startMs);
    else this.#findTurn(startMs, this.#finding);
    this.#emitPartial();
  }

  #hearManually(startMs: number): void {
    if (!this.#utterance.listening) this.#utterance.listen(this.#expectation, startMs);
    else if (startMs - this.#utterance.startMs > LONGEST_MANUAL_MS) this.#utterance.cover();
  }

  #findTurn(startMs: number, finding: Extract<TurnFinding, { kind: 'voice' }>): void {
    const [turn, effects] = stepTurn(this.#turn, {
      probability: this.#voice.probability(this.#frame),
      startMs,
      endMs: this.#nowMs,
      audibleMs: this.#loudness.audibleMs,
      threshold: finding.threshold,
      waitMs: (endMs) =>
        finding.silenceMs ?? waitMs(this.#expectation, this.#utterance.understood(endMs)),
      hasWords: () => this.#utterance.understood(startMs).text !== '',
    });
    this.#turn = turn;
    if (turn.phase === 'quiet') this.#loudness.reset();
    for (const effect of effects) this.#perform(effect);
  }

  #perform(effect: TurnEffect): void {
    switch (effect.do) {
      case 'listen':
        return this.#utterance.listen(this.#expectation, effect.startMs);
      case 'forget':
        return this.#utterance.forget();
      case 'start':
        return this.#emit({ type: 'speech.started', atMs: effect.atMs });
      case 'stop':
        return this.#stop(effect.startMs, effect.endMs);
    }
  }

  #stop(startMs: number, endMs: number): void {
    const hypothesis = this.#utterance.listening ? this.#utterance.finish() : NOTHING;
    this.#emit({
      type: 'speech.stopped',
      startMs,
      endMs,
      decidedMs: this.#nowMs,
      sentMs: this.#sentMs,
      hypothesis,
    });
  }

  #emitPartial(): void {
    const sure = this.#finding.kind === 'manual' || this.#turn.phase === 'speaking';
    if (!sure || !this.#utterance.listening) return;
    const now = this.#clock();
    if (now - this.#lookedAtMs < PARTIAL_EVERY_MS) return;
    this.#lookedAtMs = now;
    const hypothesis = this.#utterance.news();
    if (hypothesis) this.#emit({ type: 'partial', hypothesis });
  }

  #obey(command: Exclude<Waiting, { do: 'push' }>): void {
    switch (command.do) {
      case 'expect':
        this.#expectation = command.expectation;
        return;
      case 'find':
        return this.#find(command.turns);
      case 'skip':
        return this.#skip(command.samples);
      case 'commit':
        this.#sentMs = command.sentMs;
        return this.#commit();
    }
  }

  #find(turns: TurnFinding): void {
    // Push-to-talk goes on with a turn that has begun; the other way round there is none to go on with.
    if (turns.kind === 'manual') this.#turn = QUIET;
    else if (this.#finding.kind === 'manual') this.#utterance.forget();
    this.#finding = turns;
  }

  /** The utterance is over, whether or not a voice was found in it. */
  #commit(): void {
    if (this.#utterance.listening) this.#utterance.hearRest(this.#frame.subarray(0, this.#filled));
    const startMs = this.#utterance.listening ? this.#utterance.startMs : this.#nowMs;
    const endMs = this.#turn.phase === 'quiet' ? this.#nowMs : this.#turn.endMs;
    this.#turn = QUIET;
    this.#stop(startMs, endMs);
  }

  /** Also what has not been heard yet is forgotten; settings that wait among it are kept. */
  #clear(): void {
    const settings = this.#queue.filter(({ do: what }) => what !== 'push' && what !== 'commit');
    this.#queue.splice(0, Infinity, ...settings);
    this.#skip(this.#backlogSamples);
    this.#heardSamples += this.#filled;
    this.#backlogSamples = 0;
    this.#taken = 0;
    this.#filled = 0;
    this.#resampler.flush();
    this.#voice.reset();
    this.#turn = QUIET;
    this.#utterance.forget();
  }

  /** Time goes on for what is not heard. */
  #skip(samples: number): void {
    this.#heardSamples += (samples * RECOGNIZER_HZ) / INPUT_HZ;
  }

  get #nowMs(): number {
    return (1000 * this.#heardSamples) / RECOGNIZER_HZ;
  }
}
