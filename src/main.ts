/** The process: reads the settings, opens the house, and closes it when it is told to. */
import { readConfig } from './config.ts';
import { doorsOf } from './doors.ts';
import { openHouse } from './house.ts';
import { openLog } from './log.ts';

/** How long callers may finish when the house closes; a second signal does not wait. */
const FAREWELL_MS = 20_000;
const NOW_MS = 1;
/** Whoever waits longer than this for the house to open should know what for. */
const PATIENCE_MS = 3000;

const read = readConfig();
if (read.ok) await live(read.config);
else {
  process.stderr.write(
    `Luna cannot start:\n${read.problems.map((line) => `  ${line}\n`).join('')}`,
  );
  process.exitCode = 2;
}

async function live(config: Extract<typeof read, { ok: true }>['config']): Promise<void> {
  const log = await openLog(config.logLevel);
  // Whatever one call does wrong, the others go on.
  process.on('uncaughtException', (error) => log.error({ error }, 'an error nobody caught'));
  process.on('unhandledRejection', (error) => log.error({ error }, 'a rejection nobody handled'));

  const waiting = setTimeout(() => {
    log.info(
      {},
      'Luna is still starting: the first start on a machine makes her language models, some seconds',
    );
  }, PATIENCE_MS);
  const house = await openHouse(config, log).catch((error: unknown) => {
    log.error({ error }, 'Luna cannot start');
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`Luna cannot start: ${why}\n`);
    process.exitCode = 1;
  });
  clearTimeout(waiting);
  if (!house) return;
  log.info(
    { startedInMs: Math.round(process.uptime() * 1000) },
    `Luna answers. ${doorsOf(house.url)}`,
  );

  let closing: Promise<void> | undefined;
  const close = (): void => {
    log.info({ atOnce: closing !== undefined }, 'Luna is closing');
    const first = closing === undefined;
    closing = house.close(first ? FAREWELL_MS : NOW_MS);
    closing.catch((error: unknown) => log.error({ error }, 'Luna did not close cleanly'));
  };
  process.on('SIGTERM', close);
  process.on('SIGINT', close);
}
