/**
 * Simulated callers against real servers: how many calls end right, and whether any broke a rule.
 * `npm run eval -- --condition text --scenario block-card --runs 3`
 */
import { parseArgs } from 'node:util';
import { type Run, TEXT, plan } from './plan.ts';
import { type Played, playRun } from './play-run.ts';
import { progressLine, story, table } from './report/print.ts';
import { PARTS } from './scripts/every-script.ts';
import { Seat } from './seat.ts';

const { values } = parseArgs({
  options: {
    scenario: { type: 'string', multiple: true, default: [] },
    script: { type: 'string', multiple: true, default: [] },
    condition: { type: 'string', multiple: true, default: [TEXT] },
    runs: { type: 'string', default: '1' },
    every: { type: 'string', default: '1' },
    jobs: { type: 'string', default: '2' },
    verbose: { type: 'boolean', default: false },
  },
});

const parts = PARTS.filter(
  ({ scenario }) =>
    values.scenario.length === 0 || values.scenario.includes(scenario || 'freeform'),
).map((part) => ({
  ...part,
  scripts: part.scripts.filter(
    ({ name }) =>
      values.script.length === 0 || values.script.some((wanted) => name.includes(wanted)),
  ),
}));
const runs = plan({
  parts,
  conditions: values.condition,
  voices: [],
  runs: Number(values.runs),
  every: Number(values.every),
});

const waiting = [...runs];
const played: Played[] = [];

async function occupy(): Promise<void> {
  await using seat = await Seat.open();
  for (let run: Run | undefined = waiting.shift(); run; run = waiting.shift()) {
    const done = await playRun(run, seat);
    played.push(done);
    process.stdout.write(`${progressLine(done, played.length, runs.length)}\n`);
    if (values.verbose || !done.verdict.passed) process.stdout.write(`${story(done)}\n`);
  }
}

const seats = Math.min(Number(values.jobs), runs.length);
await Promise.all(Array.from({ length: seats }, occupy));
process.stdout.write(`${table(played)}\n`);
