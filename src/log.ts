/** The log: one JSON object a line, or text where a person is watching. */
import { type Logger, pino } from 'pino';
import type { Log } from '#lib/log.ts';
import { maskKeys } from '#lib/mask-keys.ts';

const PRIVATE = 'pii key apiKey api-key authorization cookie headers audio text transcript'.split(
  ' ',
);
const REDACTED = {
  paths: PRIVATE.flatMap((name) => [`["${name}"]`, `*["${name}"]`]),
  censor: '[redacted]',
};

export async function openLog(level: string): Promise<Log> {
  const options = { level, base: null, redact: REDACTED, serializers: { error: shownError } };
  const pretty = process.stdout.isTTY ? await prettyPrinter() : undefined;
  return logOf(pretty ? pino(options, pretty) : pino(options));
}

function logOf(logger: Logger): Log {
  return {
    info: (facts, message) => logger.info(facts, message),
    warn: (facts, message) => logger.warn(facts, message),
    error: (facts, message) => logger.error(facts, message),
    about: (facts) => logOf(logger.child(facts)),
  };
}

/** What was said to a database or a tool may be quoted in its error: digits are masked, the rest is code. */
function shownError(error: unknown): object {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack = '', cause } = error;
  const frames = stack.split('\n').filter((line) => line.startsWith('    at '));
  return {
    name,
    message: maskKeys(message)
      .replaceAll(/\d{3,}/g, '###')
      .slice(0, 300),
    frames: frames.slice(0, 6).map((line) => line.trim()),
    ...(cause === undefined ? {} : { cause: shownError(cause) }),
  };
}

/** Present in a checkout, absent in a lean installation. */
async function prettyPrinter(): Promise<NodeJS.WritableStream | undefined> {
  try {
    const { default: pretty } = await import('pino-pretty');
    return pretty({ sync: true, translateTime: 'SYS:HH:MM:ss.l', ignore: 'pid,hostname' });
  } catch {
    return undefined; // plain JSON, then
  }
}
