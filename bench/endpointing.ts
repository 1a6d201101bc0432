/**
 * How soon the end of a turn is found, and how often too soon: `node bench/endpointing.ts [voice]`.
 * Times are of the sound itself, so the machine's speed does not matter here.
 */
import { availableParallelism } from 'node:os';
import { resample } from '#audio/resampler.ts';
import { startEars } from '#engine/ears.ts';
import type { Ears } from '#engine/hearing.ts';
import { systemClock } from '#lib/clock.ts';
import { type Utterance, UTTERANCES } from './endpointing/utterances.ts';
import { say, type Spoken } from './endpointing/say.ts';
import { ALL_PHRASES } from './words/phrasebooks.ts';
import { findVoices } from './words/voices.ts';

interface Outcome {
  readonly utterance: Utterance;
  readonly voice: string;
  /** From the last audible sample to the decision; undefined where the turn was never ended. */
  readonly delayMs: number | undefined;
  readonly early: boolean;
  readonly heard: string;
}

const EAR_HZ = 24_000;

/** One caller, one utterance; the turn is early when it ends before the last sample. */
async function listen(
  ears: Ears,
  utterance: Utterance,
  { samples, endMs }: Spoken,
): Promise<Omit<Outcome, 'utterance' | 'voice'>> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const turns: { decidedMs: number; text: string }[] = [];
  const lengthMs = samples.length / 16;
  const ear = ears.open((event) => {
    if (event.type !== 'speech.stopped') return;
    // The commit at the very end is answered last.
    if (event.decidedMs >= lengthMs - 40) resolve();
    else turns.push({ decidedMs: event.decidedMs, text: event.hypothesis.text });
  });
  ear.expect(utterance.expect);
  ear.push(resample(samples, 16_000, EAR_HZ));
  ear.commit();
  await promise;
  ear.close();
  const last = turns.at(-1);
  return {
    delayMs: last && last.decidedMs > endMs ? last.decidedMs - endMs : undefined,
    early: turns.some(({ decidedMs }) => decidedMs < endMs),
    heard: turns.map(({ text }) => text).join(' | '),
  };
}

function quantile(sorted: readonly number[], part: number): number {
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? Number.NaN;
}

function report(kind: string, outcomes: readonly Outcome[]): string {
  const delays = outcomes
    .flatMap(({ delayMs, early }) => (delayMs === undefined || early ? [] : [delayMs]))
    .toSorted((a, b) => a - b);
  const early = outcomes.filter((outcome) => outcome.early).length;
  const share = `${early} of ${outcomes.length} (${((100 * early) / outcomes.length).toFixed(1)} %)`;
  const [half, most] = [quantile(delays, 0.5), quantile(delays, 0.95)].map((ms) => ms.toFixed(0));
  return `${kind.padEnd(44)} p50 ${half} ms, p95 ${most} ms, cut off early ${share}`;
}

const { voices } = await findVoices();
const clock = systemClock();
const ears = await startEars({
  workers: Math.max(1, availableParallelism()),
  phrasebook: ALL_PHRASES,
  clock,
});
const outcomes: Outcome[] = [];
const wanted = process.argv[2] ?? '';
for (const voice of voices.filter(({ name, natural }) => natural && name.startsWith(wanted)))
  for (const utterance of UTTERANCES)
    outcomes.push({
      utterance,
      voice: voice.name,
      ...(await listen(ears, utterance, say(utterance, voice))),
    });
await ears.close();

const lines: string[] = [];
for (const [kind, group] of Map.groupBy(outcomes, ({ utterance }) => utterance.kind))
  lines.push(report(kind, group));
lines.push(report('all', outcomes));
for (const { utterance, voice, heard, early, delayMs } of outcomes)
  if (early || delayMs === undefined)
    lines.push(
      `  ${early ? 'early' : 'never'}: ${voice}: ${utterance.parts.join(' … ')} → ${heard}`,
    );
process.stdout.write(`${lines.join('\n')}\n`);
