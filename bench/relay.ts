/**
 * What a relayed call costs: calls in real time to a speech model on this machine, through Luna with ledger and
 * transcript, beside a relay that only parses and sends on, one that does not even look, and nginx where it is installed.
 * `npm run bench:relay -- --calls 40 --seconds 20`
 */
import { parseArgs } from 'node:util';
import { type Figure, atMost, percentile, printFigures } from './figures.ts';
import { startNginx } from './relay/nginx.ts';
import { type Measured, measure, start, untilIdle } from './relay/processes.ts';
import { startServer } from './server.ts';

const CPU_GOAL_MS = 1.5;
const NGINX_GOAL = 2.5;

const { values } = parseArgs({
  options: {
    calls: { type: 'string', default: '40' },
    seconds: { type: 'string', default: '20' },
    profile: { type: 'string' },
  },
});
const load = { calls: Number(values.calls), seconds: Number(values.seconds) };

const cpuMs = ({ cpuSeconds, calls, seconds }: Measured): number =>
  (1_000 * cpuSeconds) / (calls * seconds);

using upstream = await start('upstream.ts');
const direct = `ws://127.0.0.1:${upstream.port}/v1/realtime`;
const nobody = await measure(direct, [upstream.pid], load);

async function luna(): Promise<Measured> {
  await using server = await startServer({
    OPENAI_API_KEY: 'sk-local-upstream',
    LUNA_OPENAI_URL: `ws://127.0.0.1:${upstream.port}/v1`,
    LUNA_MAX_CALLS: '1000',
    ...(values.profile && { NODE_OPTIONS: `--cpu-prof --cpu-prof-dir=${values.profile}` }),
  });
  if (!values.profile) await untilIdle(server.pid);
  const door = `${server.ws}/v1/realtime?model=openai:gpt-realtime-2.1`;
  return await measure(door, [server.pid], load);
}

async function plain(): Promise<Measured> {
  using relay = await start('plain.ts', direct);
  return await measure(`ws://127.0.0.1:${relay.port}/v1/realtime`, [relay.pid], load);
}

/** The floor: what reading and writing alone cost here. */
async function bare(): Promise<Measured> {
  using relay = await start('bare.ts', `${upstream.port}`);
  return await measure(`ws://127.0.0.1:${relay.port}/v1/realtime`, [relay.pid], load);
}

async function nginx(): Promise<Measured | undefined> {
  await using proxy = await startNginx(upstream.port);
  return proxy && (await measure(`ws://127.0.0.1:${proxy.port}/v1/realtime`, proxy.pids, load));
}

function figures(measured: Measured): Figure[] {
  // Both ways: to the model and back again.
  const added = (share: number): number =>
    percentile(measured.roundTripsMs, share) - percentile(nobody.roundTripsMs, share);
  const { before, after } = measured.memoryMiB;
  return [
    figure('added latency p50, there and back', added(0.5), 'ms'),
    figure('added latency p95', added(0.95), 'ms'),
    figure('added latency p99', added(0.99), 'ms'),
    figure('memory per call', (after - before) / measured.calls, 'MiB'),
    figure(
      'frames that came back',
      measured.roundTripsMs.length / (measured.calls * measured.seconds),
      '/s',
    ),
  ];
}

function figure(what: string, value: number, unit: string): Figure {
  return { what, measured: `${value.toFixed(2)} ${unit}`, target: '', met: undefined };
}

process.stdout.write(`\n${load.calls} calls for ${load.seconds} s, 20 ms frames both ways\n`);
const byLuna = await luna();
const byPlain = await plain();
const byNginx = await nginx();
const byBare = await bare();
const cost = 'CPU per call-second';
printFigures('Luna, ledger and transcript on', [
  atMost(cost, cpuMs(byLuna), CPU_GOAL_MS, 'ms of CPU'),
  ...(byNginx ? [atMost('times nginx', cpuMs(byLuna) / cpuMs(byNginx), NGINX_GOAL, '×')] : []),
  ...figures(byLuna),
]);
const compared = (measured: Measured): Figure[] => [
  figure(cost, cpuMs(measured), 'ms of CPU'),
  ...figures(measured),
];
printFigures('A relay that parses and sends on', compared(byPlain));
printFigures('Bytes read and written by Node, and looked at by nobody', compared(byBare));
if (byNginx) printFigures('nginx', compared(byNginx));
else process.stdout.write('\nnginx is not installed here: not compared.\n');
