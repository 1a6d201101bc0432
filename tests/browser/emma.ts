/** Emma Carter, who has lost her card: what she answers, and the voice she answers with. */
import { setTimeout as wait } from 'node:timers/promises';
import type { Page } from 'playwright-core';
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import type { Synthesizer } from '#engine/engine.ts';
import { sayInto } from './mouth.ts';
import type { Overheard } from './overheard.ts';

/** The last rule that fits what Luna asked is the answer. */
const ANSWERS: readonly [asked: RegExp, answer: string][] = [
  [/how can i help/i, 'I lost my credit card'],
  [/lost, was it stolen|lost, stolen/i, 'I lost it'],
  [/last four digits/i, 'four eight two nine'],
  [/date of birth/i, 'march fourteenth nineteen eighty five'],
  [/block/i, 'yes please'],
  [/replacement|new card/i, 'yes please'],
  [/anything else/i, 'no thank you'],
];
/** Luna speaks with another one. */
const VOICE = 'rms';
const REACTION_MS = 350;
/** Quieter than this is the silence at either end of a clip (of 32,768). */
const SILENCE = 200;
/** Nothing new for so long: the call has gone astray. */
const PATIENCE_MS = 30_000;

export interface Said {
  /** Since the microphone was opened. */
  readonly atMs: number;
  readonly samples: Int16Array;
}

export function renderAnswers(): Promise<Map<string, Int16Array>> {
  return renderSentences(ANSWERS.map(([, answer]) => answer));
}

/** Each in a voice that is not Luna's, without silence at either end. */
export async function renderSentences(
  sentences: readonly string[],
): Promise<Map<string, Int16Array>> {
  const synthesizer = createSynthesizer();
  const clips = new Map<string, Int16Array>();
  for (const sentence of sentences) clips.set(sentence, await render(synthesizer, sentence));
  await synthesizer.close();
  return clips;
}

async function render(synthesizer: Synthesizer, text: string): Promise<Int16Array> {
  const { signal } = new AbortController();
  const pieces: number[] = [];
  for await (const { samples } of synthesizer.speak(text, { voice: VOICE, speed: 1, signal }))
    for (const sample of samples) pieces.push(sample);
  return Int16Array.from(pieces.slice(pieces.findIndex(isLoud), pieces.findLastIndex(isLoud) + 1));
}

function isLoud(sample: number): boolean {
  return Math.abs(sample) > SILENCE;
}

/** Answers until the call is over; returns what was said and when. */
export async function answerLuna(
  page: Page,
  overheard: Overheard,
  clips: ReadonlyMap<string, Int16Array>,
): Promise<Said[]> {
  const said: Said[] = [];
  let newsAt = performance.now();
  let lines = 0;
  while (overheard.ended === undefined && performance.now() - newsAt < PATIENCE_MS) {
    await wait(50);
    if (overheard.script.length !== lines) newsAt = performance.now();
    lines = overheard.script.length;
    const { silentSince } = overheard;
    if (silentSince === undefined || performance.now() - silentSince < REACTION_MS) continue;
    const answer = answerTo(overheard.said);
    if (answer === undefined) continue;
    const samples = clips.get(answer) ?? new Int16Array();
    overheard.answered();
    said.push({ atMs: await sayInto(page, samples), samples });
  }
  return said;
}

/** The question is in her last sentence, else in an earlier one. */
function answerTo(said: string): string | undefined {
  const sentences = said.split(/(?<=[.?!])\s+/).toReversed();
  for (const sentence of sentences) {
    const rule = ANSWERS.findLast(([asked]) => asked.test(sentence));
    if (rule !== undefined) return rule[1];
  }
  return undefined;
}
