/** How sure the recogniser is: the sound of each word against the phones that would have fitted best. */
import type { HeardWord, Hypothesis } from '#engine/recognizer.ts';
import { FIRST_FILLER } from './lexical-tree.ts';
import type { PassedWord } from './word-history.ts';

const FRAME_MS = 10;

/**
 * How far below the best phones the words were in a frame, and for the utterance how unlikely they were as
 * language: people who said what the model expects -0.5 to -3, those who said something else -2.5 to -6.
 * Noise costs about 1.5. Single words scatter more.
 */
const UTTERANCE = { even: -2.9, slope: 1.8 };
const WORD = { even: -4.5, slope: 1 };
/** The search trusts the language more than confidence should. */
const LANGUAGE_SHARE = 0.9;
const REJECT_BELOW = 0.45;
/**
 * A single "yes" is half a second long, and scatters accordingly: so many frames of well-fitting speech are taken
 * as known beforehand, which hardly matters in a whole sentence.
 */
const KNOWN = { frames: 30, score: -1.2 };
/** Where no word fits better than this, it was another one. */
const WORD_REJECT_BELOW = 0.6;

/** The fillers for a noise and for mumbling; the filler before them is silence. */
const NOISE = FIRST_FILLER - 1;
const MUMBLE = FIRST_FILLER - 2;
/** Longer than a click or a cough, it is speech that the model has no words for. */
const UNKNOWN_FRAMES = 20;
const UNKNOWN_SCORE = -5;

/** @param words names of the language model's words */
export function hypothesis(passed: readonly PassedWord[], words: readonly string[]): Hypothesis {
  const heard: HeardWord[] = [];
  let score = 0;
  let frames = 0;
  for (const { word, startFrame, endFrame, acoustic, best, language } of passed) {
    const length = endFrame - startFrame;
    const name = words[word];
    if (name !== undefined) {
      score += acoustic - best + LANGUAGE_SHARE * language;
      frames += length;
      heard.push({
        word: name,
        startMs: startFrame * FRAME_MS,
        endMs: endFrame * FRAME_MS,
        confidence: certainty((acoustic - best) / length, WORD),
      });
    } else if ((word === NOISE || word === MUMBLE) && length > UNKNOWN_FRAMES) {
      score += UNKNOWN_SCORE * length;
      frames += length;
    }
  }
  const confidence = heard.length === 0 ? 0 : certainty(average(score, frames), UTTERANCE);
  return {
    // "i" and "'m" are two words of the model.
    text: heard
      .map(({ word }) => word)
      .join(' ')
      .replaceAll(" '", "'"),
    words: heard,
    confidence,
    rejected:
      confidence < REJECT_BELOW || heard.every((word) => word.confidence < WORD_REJECT_BELOW),
  };
}

function average(score: number, frames: number): number {
  return (score + KNOWN.frames * KNOWN.score) / (frames + KNOWN.frames);
}

function certainty(perFrame: number, { even, slope }: { even: number; slope: number }): number {
  return 1 / (1 + Math.exp(-slope * (perFrame - even)));
}
