/**
 * Whole calls in real time: voice-to-voice latency, turns cut too early, calls held at once, start-up.
 * `npm run bench:calls -- --at-once 8 --rounds 2`
 */
import { execFile } from 'node:child_process';
import { parseArgs, promisify } from 'node:util';
import { type CallOutcome, call, PERSONAS } from './caller.ts';
import { callerVoices } from './clips.ts';
import { atMost, type Figure, percentile, printFigures } from './figures.ts';
import { type RunningServer, startServer } from './server.ts';

const run = promisify(execFile);

interface Batch {
  readonly atOnce: number;
  readonly outcomes: readonly CallOutcome[];
  readonly cpuShare: number;
  readonly residentMiB: number;
}

async function resetBank(server: RunningServer): Promise<void> {
  await run(process.execPath, ['scripts/bank-reset.ts'], {
    env: { ...process.env, LUNA_DATA_DIR: server.dataDir },
  });
}

async function batch(server: RunningServer, atOnce: number, rounds: number): Promise<Batch> {
  await using voices = callerVoices();
  const outcomes: CallOutcome[] = [];
  const cpuBefore = await server.cpuSeconds();
  const startedAt = performance.now();
  for (let round = 0; round < rounds; round += 1) {
    await resetBank(server);
    const callers = Array.from({ length: atOnce }, async (_, index) => {
      const seat = round * atOnce + index;
      const persona = PERSONAS[seat % PERSONAS.length];
      if (!persona) throw new Error('no persona');
      const voice = voices.names[seat % voices.names.length] ?? '';
      return call(`${server.ws}/ws?scenario=block-card`, persona, (text) =>
        voices.clip(text, voice),
      );
    });
    outcomes.push(...(await Promise.all(callers)));
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    atOnce,
    outcomes,
    cpuShare: ((await server.cpuSeconds()) - cpuBefore) / seconds,
    residentMiB: await server.residentMiB(),
  };
}

function figures({ atOnce, outcomes, cpuShare, residentMiB }: Batch): Figure[] {
  const turns = outcomes.flatMap((outcome) => outcome.turns);
  const latencies = turns.map(({ voiceToVoiceMs }) => voiceToVoiceMs);
  const early = turns.filter(({ cutEarly }) => cutEarly).length;
  const finished = outcomes.filter(({ ended }) => ended === 'assistant').length;
  const label = atOnce === 1 ? 'one call' : `${atOnce} calls at once`;
  const plain = (what: string, measured: string): Figure => ({
    what: `${label}: ${what}`,
    measured,
    target: '',
    met: undefined,
  });
  return [
    atMost(
      `${label}: voice to voice p50`,
      percentile(latencies, 0.5),
      atOnce === 1 ? 450 : 1_000,
      'ms',
    ),
    atMost(
      `${label}: voice to voice p95`,
      percentile(latencies, 0.95),
      atOnce === 1 ? 800 : 1_000,
      'ms',
    ),
    atMost(`${label}: turns cut too early`, (100 * early) / Math.max(1, turns.length), 2, '%'),
    plain('turns measured', String(turns.length)),
    plain('calls ended by Luna', `${finished} of ${outcomes.length}`),
    plain('processor cores used by the server', cpuShare.toFixed(2)),
    plain('memory of the server', `${residentMiB.toFixed(0)} MB`),
  ];
}

function printCalls(outcomes: readonly CallOutcome[]): void {
  for (const { persona, ended, tools, transcript, errors } of outcomes) {
    const story = [...transcript, ...errors.map((error) => `error: ${error}`)].join('\n    ');
    process.stdout.write(`\n  ${persona}: ended by ${ended}; ${tools.join(', ')}\n    ${story}\n`);
  }
}

const { values } = parseArgs({
  options: {
    'at-once': { type: 'string', default: '8' },
    rounds: { type: 'string', default: '2' },
    verbose: { type: 'boolean', default: false },
  },
});
await using server = await startServer();
printFigures('Start', [atMost('start to ready, page already built', server.readyMs, 3_000, 'ms')]);
const alone = await batch(server, 1, PERSONAS.length);
printFigures('Whole calls, one after the other', figures(alone));
if (values.verbose) printCalls(alone.outcomes);
const crowd = await batch(server, Number(values['at-once']), Number(values.rounds));
printFigures('Whole calls at once, load generator on the same machine', figures(crowd));
if (values.verbose) printCalls(crowd.outcomes);
