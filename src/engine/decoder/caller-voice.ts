/** Learns how a caller's sounds differ from those the model expects, from the words that were surely heard. */
import type { AcousticModel } from '#engine/acoustics/acoustic-model.ts';
import {
  addFrame,
  type CallerEvidence,
  EXTENDED,
  noEvidence,
} from '#engine/acoustics/caller-evidence.ts';
import { applyMap, type CallerMap, likelyMap, noMap } from '#engine/acoustics/caller-map.ts';
import { FEATURES, featuresAt, FRAMES_AROUND } from '#engine/acoustics/features.ts';
import { CEPSTRA } from '#engine/acoustics/mel.ts';
import type { SenoneScores } from '#engine/acoustics/senone-scores.ts';
import { spokenStates, spokenWord, type SpokenStates } from '#engine/acoustics/spoken-states.ts';
import type { HeardWord, Hypothesis } from '#engine/recognizer.ts';
import type { SoundsOfWord } from './sounds-of-words.ts';

const FRAME_MS = 10;
/** Eight seconds of an utterance: more would take longer to think over. */
const MOST_FRAMES = 800;
const SURE_ABOVE = 0.6;
/** A second and a half of words of this caller counts as much as all other callers. */
const DOUBT_FRAMES = 150;
/** A density that had less to do with a frame does not count. */
const LEAST_SHARE = 0.05;

export class CallerVoice {
  readonly #model: AcousticModel;
  readonly #scores: SenoneScores;
  readonly #average: CallerEvidence;
  readonly #evidence = noEvidence();
  /** Of this utterance, as they were before they were turned, and as they are after it. */
  readonly #cepstra = new Float32Array(MOST_FRAMES * CEPSTRA);
  readonly #turned = new Float32Array(MOST_FRAMES * CEPSTRA);
  readonly #features = new Float32Array(FEATURES);
  readonly #frame = new Float64Array(EXTENDED);
  #frames = 0;
  #map: CallerMap = noMap();

  /** @param scores are looked at while nobody else does: between two utterances */
  constructor(model: AcousticModel, scores: SenoneScores, average: CallerEvidence) {
    this.#model = model;
    this.#scores = scores;
    this.#average = average;
  }

  /** A new utterance begins. */
  start(): void {
    this.#frames = 0;
  }

  /** Changes the cepstra of the next frame, from which the mean was taken. */
  turn(cepstra: Float32Array): void {
    // What is too long to be kept is turned all the same.
    const place = Math.min(this.#frames, MOST_FRAMES - 1) * CEPSTRA;
    this.#frames++;
    const before = this.#cepstra.subarray(place, place + CEPSTRA);
    before.set(cepstra);
    applyMap(this.#map, before, cepstra);
    this.#turned.set(cepstra, place);
  }

  /** After an utterance. @param soundsOf the ways in which a word sounds */
  learn({ words, rejected }: Hypothesis, soundsOf: SoundsOfWord): void {
    if (rejected) return;
    const before = this.#evidence.frames;
    for (const [i, word] of words.entries()) {
      const first = word.startMs / FRAME_MS;
      const end = word.endMs / FRAME_MS;
      const isKept =
        first >= FRAMES_AROUND && end + FRAMES_AROUND <= Math.min(this.#frames, MOST_FRAMES - 1);
      if (word.confidence < SURE_ABOVE || !isKept) continue;
      const states = this.#statesOf(word, words[i - 1], words[i + 1], soundsOf);
      if (states) this.#add(states, first);
    }
    if (this.#evidence.frames > before)
      this.#map = likelyMap(this.#evidence, this.#average, DOUBT_FRAMES);
  }

  #statesOf(
    { word, startMs, endMs }: HeardWord,
    previous: HeardWord | undefined,
    next: HeardWord | undefined,
    soundsOf: SoundsOfWord,
  ): SpokenStates | undefined {
    const { silence } = this.#model.phones;
    const before = previous?.endMs === startMs ? soundsOf(previous.word)[0]?.at(-1) : undefined;
    const after = next?.startMs === endMs ? soundsOf(next.word)[0]?.[0] : undefined;
    const first = startMs / FRAME_MS;
    return soundsOf(word)
      .map((sounds) =>
        spokenStates(
          this.#model,
          this.#scores,
          spokenWord(this.#model, sounds, before ?? silence, after ?? silence),
          endMs / FRAME_MS - first,
          (frame) => featuresAt(this.#turned, first + frame, this.#features),
        ),
      )
      .filter(({ score }) => Number.isFinite(score))
      .toSorted((a, b) => b.score - a.score)[0];
  }

  #add({ senones }: SpokenStates, first: number): void {
    const { phones, gaussians } = this.#model;
    for (const [i, senone] of senones.entries()) {
      const codebook = phones.codebookOf[senone] as number;
      this.#scores.look(featuresAt(this.#turned, first + i, this.#features), [codebook]);
      featuresAt(this.#cepstra, first + i, this.#features);
      this.#scores.tellShares(senone, (density, stream, share) => {
        if (share < LEAST_SHARE) return;
        this.#frame.set(this.#features.subarray(stream * CEPSTRA, (stream + 1) * CEPSTRA));
        this.#frame[CEPSTRA] = stream === 0 ? 1 : 0;
        addFrame(this.#evidence, gaussians, this.#frame, density, share);
      });
      this.#evidence.frames++;
    }
  }
}
