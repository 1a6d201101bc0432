/** The command line of `npm run eval`: what is played, and how fast. */
import { parseArgs } from 'node:util';
import type { Part } from './caller/script.ts';
import { CONDITIONS } from './line/microphone.ts';
import { type Run, TEXT, type Wishes } from './plan.ts';

export interface Options extends Wishes {
  readonly jobs: number;
  readonly pace: number;
  readonly listens: number;
  readonly verbose: boolean;
  /** No call is begun after so long. */
  readonly minutes: number;
  /** Fails where fewer calls are right, or where any rule was broken. */
  readonly least: number;
  /** The folder of the page. */
  readonly report: string;
}

const HELP = `npm run eval -- [options]
  --scenario ID     only this one; may be given several times (freeform, too)
  --script WORDS    only scripts whose name holds these words
  --condition NAME  ${[TEXT, ...CONDITIONS].join(', ')}; several times; all of them
  --voice NAME      several times; all that can speak here
  --runs N          repetitions of each script, voice and condition (1)
  --every N         only every Nth script (1)
  --jobs N          calls at once, each with a server of its own (4)
  --minutes N       begins no more calls after so long (no limit)
  --pace N          the caller speaks N times as fast as in real time (1)
  --listens N       the caller hears Luna N times as fast as in real time (8)
  --least SHARE     fails below this share of right calls (0); a broken rule always fails
  --report DIR      where index.html goes (eval-report)
  --verbose         tells the calls that went right, too
`;

const KNOWN = [TEXT, ...CONDITIONS] as const;

export function readOptions(parts: readonly Part[], voices: readonly string[]): Options {
  const { values } = parseArgs({
    options: {
      scenario: { type: 'string', multiple: true, default: [] },
      script: { type: 'string', multiple: true, default: [] },
      condition: { type: 'string', multiple: true, default: [] },
      voice: { type: 'string', multiple: true, default: [] },
      runs: { type: 'string', default: '1' },
      every: { type: 'string', default: '1' },
      jobs: { type: 'string', default: '4' },
      minutes: { type: 'string', default: 'Infinity' },
      pace: { type: 'string', default: '1' },
      listens: { type: 'string', default: '8' },
      least: { type: 'string', default: '0' },
      report: { type: 'string', default: 'eval-report' },
      verbose: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    process.stdout.write(HELP);
    process.exit(0);
  }
  const { scenario, script, condition, voice } = values;
  return {
    parts: chosen('scenario', scenario, parts, idOf).map((part) => ({
      ...part,
      scripts: part.scripts.filter(
        ({ name }) => script.length === 0 || script.some((words) => name.includes(words)),
      ),
    })),
    conditions: chosen<Run['condition']>('condition', condition, KNOWN, String),
    voices: chosen('voice', voice, voices, String),
    runs: Number(values.runs),
    every: Number(values.every),
    jobs: Number(values.jobs),
    minutes: Number(values.minutes),
    pace: Number(values.pace),
    listens: Number(values.listens),
    verbose: values.verbose,
    least: Number(values.least),
    report: values.report,
  };
}

function idOf({ scenario }: Part): string {
  return scenario || 'freeform';
}

/** @throws Error where a wanted one does not exist, naming those that do. */
function chosen<Thing>(
  what: string,
  wanted: readonly string[],
  all: readonly Thing[],
  nameOf: (thing: Thing) => string,
): Thing[] {
  const names = all.map(nameOf);
  const unknown = wanted.find((name) => !names.includes(name));
  if (unknown !== undefined)
    throw new Error(`there is no ${what} "${unknown}"; there is ${names.join(', ')}`);
  return all.filter((thing) => wanted.length === 0 || wanted.includes(nameOf(thing)));
}
