/** How fast Luna's voice is: time to the first sound, cold, warm and kept ready; real-time factor; memory. */
import { createSynthesizer } from '#engine/speech/flite-synthesizer.ts';
import type { Synthesizer } from '#engine/synthesizer.ts';

const TEXTS: readonly (readonly [name: string, text: string])[] = [
  ['1 word', 'Certainly.'],
  ['5 words', 'I can help with that.'],
  ['12 words', 'I have found your credit card, and I can block it now.'],
  [
    '23 words',
    'I have blocked your card ending in 4829, and a new one will be with you in five to seven business days from today.',
  ],
];
const RUNS = 15;
const SAMPLES_PER_SECOND = 24_000;

interface Measured {
  readonly firstMs: number;
  readonly wholeMs: number;
  readonly cpuMs: number;
  readonly audioMs: number;
}

async function measure(voice: Synthesizer, text: string, speed: number): Promise<Measured> {
  const [started, cpu] = [performance.now(), process.cpuUsage()];
  let firstMs = 0;
  let samples = 0;
  const signal = new AbortController().signal;
  for await (const clause of voice.speak(text, { voice: 'slt', speed, signal })) {
    firstMs ||= performance.now() - started;
    samples += clause.samples.length;
  }
  const { user, system } = process.cpuUsage(cpu);
  return {
    firstMs,
    wholeMs: performance.now() - started,
    cpuMs: (user + system) / 1000,
    audioMs: (samples / SAMPLES_PER_SECOND) * 1000,
  };
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}

function row(name: string, ...columns: readonly string[]): void {
  console.log(name.padEnd(12) + columns.map((column) => column.padStart(14)).join(''));
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1e6)} MB`;
const milliseconds = (value: number): string => `${value.toFixed(1)} ms`;

const before = process.memoryUsage().rss;
const cpu = process.cpuUsage();
const started = performance.now();
const voice = createSynthesizer();
const cold = await measure(voice, 'Hello, how can I help you?', 1);
console.log(`Started and spoken for the first time, cold: ${milliseconds(cold.firstMs)}`);
await voice.prime(['Thank you, all is ready now.'], { voice: 'slt', speed: 1 });
const { user, system } = process.cpuUsage(cpu);
console.log(
  `Warmed up after ${milliseconds(performance.now() - started)} (${milliseconds((user + system) / 1000)} of CPU time)\n`,
);

row('', 'first sound', 'whole', 'CPU', 'audio', 'real-time', 'kept ready');
let next = 0;
for (const [name, text] of TEXTS) {
  const runs: Measured[] = [];
  // Another speed each time, or it would come from the cache.
  for (let run = 0; run < RUNS; run++) runs.push(await measure(voice, text, 1 + ++next / 10_000));
  const kept: Measured[] = [];
  for (let run = 0; run < RUNS; run++) kept.push(await measure(voice, text, 1 + next / 10_000));
  const of = (part: keyof Measured): number => median(runs.map((one) => one[part]));
  row(
    name,
    milliseconds(of('firstMs')),
    milliseconds(of('wholeMs')),
    milliseconds(of('cpuMs')),
    milliseconds(of('audioMs')),
    (of('cpuMs') / of('audioMs')).toFixed(4),
    milliseconds(median(kept.map((one) => one.firstMs))),
  );
}
console.log(
  `\nMemory of the thread and the voice: ${megabytes(process.memoryUsage().rss - before)}`,
);
await voice.close();
