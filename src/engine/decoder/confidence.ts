/** How sure the recogniser is: the sound of each word against the phones that would have fitted best. */
import type { HeardWord, Hypothesis } from '#engine/recognizer.ts';
import type { PassedWord } from './word-history.ts';

const FRAME_MS = 10;

/** Per frame, how much worse than the best phones a word is that is as likely right as wrong. */
const EVEN_CHANCE = -8;
const SLOPE = 0.8;
const REJECT_BELOW = 0.2;

/** @param words names of the language model's words */
export function hypothesis(passed: readonly PassedWord[], words: readonly string[]): Hypothesis {
  const heard: HeardWord[] = [];
  let worse = 0;
  let frames = 0;
  for (const { word, startFrame, endFrame, acoustic, best } of passed) {
    const name = words[word];
    if (name === undefined) continue;
    worse += acoustic - best;
    frames += endFrame - startFrame;
    heard.push({
      word: name,
      startMs: startFrame * FRAME_MS,
      endMs: endFrame * FRAME_MS,
      confidence: certainty(acoustic - best, endFrame - startFrame),
    });
  }
  const confidence = frames === 0 ? 0 : certainty(worse, frames);
  return {
    text: heard.map(({ word }) => word).join(' '),
    words: heard,
    confidence,
    rejected: confidence < REJECT_BELOW,
  };
}

function certainty(worse: number, frames: number): number {
  return 1 / (1 + Math.exp(-SLOPE * (worse / Math.max(frames, 1) - EVEN_CHANCE)));
}
