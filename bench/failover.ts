/**
 * A hundred spoken calls whose provider is killed at a random moment: do all of them come to their right end, and how
 * long does the caller hear nothing? `npm run bench:failover -- --calls 100 --from 1`
 */
import { parseArgs } from 'node:util';
import { Room } from '../tests/adversarial/room.ts';
import { WHEN, deathOf } from '../tests/calls/death.ts';
import { type Survived, killedCall } from '../tests/calls/killed-call.ts';
import { isRight } from '../tests/calls/right-end.ts';
import { type Figure, atMost, percentile, printFigures } from './figures.ts';

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '100' },
    from: { type: 'string', default: '1' },
    'at-once': { type: 'string', default: '4' },
  },
});
const seeds = Array.from({ length: Number(values.calls) }, (_, i) => Number(values.from) + i);

async function seat(): Promise<Survived[]> {
  await using room = await Room.open();
  const survived: Survived[] = [];
  for (let seed = seeds.shift(); seed !== undefined; seed = seeds.shift()) {
    const one = await killedCall(room, deathOf(seed));
    survived.push(one);
    if (!isRight(one)) console.log(`seed ${seed} went wrong:`, one);
  }
  return survived;
}

const seats = Array.from({ length: Number(values['at-once']) }, seat);
const calls = (await Promise.all(seats)).flat();
const killed = calls.filter((one) => one.killed);
const target = 1_500;

const KINDS = [
  { name: 'the line broke', hows: ['dropped', 'closed 1011', 'expired 1001'] },
  { name: 'the session hangs and pings are answered', hows: ['hangs'] },
  { name: 'nothing at all is answered', hows: ['frozen'] },
];

function gaps({ name, hows }: (typeof KINDS)[number]): Figure[] {
  const these = killed.filter(({ death }) => hows.includes(death.how));
  const gap = these.map(({ gapMs }) => gapMs);
  const answer = these.map(({ answerMs }) => answerMs);
  const fillers = these.reduce((sum, one) => sum + one.fillers, 0);
  return [
    plain(`where ${name}: calls`, `${these.length}, ${fillers} times "one moment"`),
    atMost(`gap where ${name}: median`, percentile(gap, 0.5), target, 'ms'),
    atMost(`gap where ${name}: p95`, percentile(gap, 0.95), target, 'ms'),
    plain(
      `to more than "one moment" where ${name}: p95`,
      `${percentile(answer, 0.95).toFixed(0)} ms`,
    ),
  ];
}

function plain(what: string, measured: string): Figure {
  return { what, measured, target: '', met: undefined };
}

printFigures('Calls whose provider is killed', [
  {
    what: 'calls that came to their right end',
    measured: `${calls.filter(isRight).length} of ${calls.length}`,
    target: 'all',
    met: calls.every(isRight),
  },
  plain('of these killed on the way', String(killed.length)),
  ...WHEN.map((when) =>
    plain(
      `killed while: ${when}`,
      String(killed.filter(({ death }) => death.when === when).length),
    ),
  ),
  plain(
    'taken over by the same service',
    String(killed.filter(({ answeredBy }) => answeredBy === 'openai').length),
  ),
  ...KINDS.flatMap(gaps),
]);
process.exitCode = calls.every(isRight) ? 0 : 1;
