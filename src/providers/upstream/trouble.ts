/** When a session that still stands is of no use any more: a fatal error in it, its end announced, a flood of errors. */
import { maskSecrets } from '#lib/secrets.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import { diagnose, type Failure } from './failure.ts';

/** So many refusals in a row, with nothing else between, and nothing good will come of it. */
const FLOOD = 50;

interface Trouble {
  readonly inRow: number;
  /** The last error's own words, as they came. */
  readonly detail: string;
}

export const CALM: Trouble = { inRow: 0, detail: '' };

/** Pure: the new state, the failure that ends the session, and the event as it may be shown. */
export function troubleIn(
  trouble: Trouble,
  event: ServerEvent,
  name: string,
  secrets: readonly string[],
): [Trouble, Failure | undefined, ServerEvent] {
  if (event.type === 'error') {
    const { error } = event;
    const next = { inRow: trouble.inRow + 1, detail: error.message };
    const message = maskSecrets(error.message, secrets);
    const shown: ServerEvent = { ...event, error: { ...error, message } };
    const failure = diagnose({ by: 'event', ...error }, name);
    if (isOver(failure)) return [next, failure, shown];
    return [next, next.inRow >= FLOOD ? flooded(name) : undefined, shown];
  }
  const calm = trouble.inRow === 0 ? trouble : CALM;
  if (event.type !== 'response.done') return [calm, undefined, event];
  const { response } = event;
  const failed = response.status_details?.error;
  if (!response.status_details || !failed) return [calm, undefined, event];
  const { code, type } = failed;
  const message = maskSecrets(failed.message, secrets);
  const failure = diagnose({ by: 'event', code, type, message }, name);
  const status_details = { ...response.status_details, error: { ...failed, message } };
  const shown: ServerEvent = { ...event, response: { ...response, status_details } };
  return [{ inRow: 0, detail: message }, isOver(failure) ? failure : undefined, shown];
}

/** A busy service may be asked again by the call; an hour that is over, and a key without credit, may not. */
function isOver({ kind, code, words }: Failure): boolean {
  return kind === 'fatal' || code === 'session_expired' || /time limit/.test(words);
}

function flooded(name: string): Failure {
  return { kind: 'retryable', code: 'errors', words: `${name} answers with errors only.` };
}
