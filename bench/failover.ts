/**
 * A hundred spoken calls whose provider is killed at a random moment: do all of them come to their right end, and how
 * long does the caller hear nothing? `npm run bench:failover -- --calls 100 --from 1`
 */
import { parseArgs } from 'node:util';
import { Room } from '../tests/adversarial/room.ts';
import { deathOf } from '../tests/calls/death.ts';
import { STALL_MS, type Survived, killedCall } from '../tests/calls/killed-call.ts';
import { isRight } from '../tests/calls/right-end.ts';
import { atMost, percentile, printFigures } from './figures.ts';

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
const of = (some: readonly Survived[]) => some.map(({ gapMs }) => gapMs);
const hanging = killed.filter(({ death }) => death.how === 'hangs');
const gone = killed.filter(({ death }) => death.how !== 'hangs');
const target = 1_500;
printFigures('Calls whose provider is killed', [
  {
    what: 'calls that came to their right end',
    measured: `${calls.filter(isRight).length} of ${calls.length}`,
    target: 'all',
    met: calls.every(isRight),
  },
  {
    what: 'of these killed on the way',
    measured: String(killed.length),
    target: '',
    met: undefined,
  },
  ...['caller speaks', 'luna speaks', 'tool', 'confirmation'].map((when) => ({
    what: `killed while: ${when}`,
    measured: String(killed.filter(({ death }) => death.when === when).length),
    target: '',
    met: undefined,
  })),
  {
    what: 'taken over by the same service',
    measured: String(killed.filter(({ answeredBy }) => answeredBy === 'openai').length),
    target: '',
    met: undefined,
  },
  atMost('gap where the line broke: median', percentile(of(gone), 0.5), target, 'ms'),
  atMost('gap where the line broke: p95', percentile(of(gone), 0.95), target, 'ms'),
  atMost(
    `gap where the service hangs (LUNA_STALL_MS ${STALL_MS}): p95`,
    percentile(of(hanging), 0.95),
    STALL_MS + target,
    'ms',
  ),
]);
process.exitCode = calls.every(isRight) ? 0 : 1;
