/** One session with one provider comes about, or does not. */
import type { Agent } from '#agents/agent.ts';
import { CallError } from '#lib/call-error.ts';
import type { Clock } from '#lib/clock.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import type { Provider, ProviderSession } from '#providers/provider.ts';
import type { Mishap } from './next-provider.ts';
import { onlyOnce } from './only-once.ts';
import { withPatience } from './with-patience.ts';

export interface Opened {
  readonly number: number;
  readonly place: number;
  readonly provider: Provider;
  readonly session: ProviderSession;
  readonly since: number;
  /** What it has agreed to: told once it is the one whose words count, as the model and its price may be others. */
  readonly tellAgreed: () => void;
}

export type Opening =
  | { readonly ok: true; readonly session: Opened }
  | {
      readonly ok: false;
      readonly mishap: Mishap;
      readonly error: unknown;
      /** A sentence for a person. */
      readonly why: string;
    };

export interface OpenOptions {
  readonly number: number;
  readonly place: number;
  readonly provider: Provider;
  readonly agent: Agent;
  readonly callerName: string | undefined;
  readonly session: SessionUpdate;
  readonly clock: Clock;
  readonly patienceMs: number;
  readonly signal: AbortSignal;
  /** Its words are those of the call. */
  readonly counts: () => boolean;
  readonly onEvent: (event: ServerEvent) => void;
  readonly onClose: (reason: string, error?: CallError) => void;
}

export async function openSession(options: OpenOptions): Promise<Opening> {
  const { number, place, provider, clock, counts, onEvent, signal } = options;
  const { agent, callerName, session: update, onClose } = options;
  const once = onlyOnce();
  let agreed: ServerEvent | undefined;
  const take = (event: ServerEvent): void => {
    if (counts()) {
      if (once(event.event_id)) onEvent(event);
    } else if (event.type === 'session.updated') agreed = event;
  };
  try {
    const connect = (until: AbortSignal): Promise<ProviderSession> =>
      provider.connect({
        agent,
        callerName,
        signal: until,
        session: update,
        onEvent: take,
        onClose,
      });
    const session = await withPatience(connect, { clock, ms: options.patienceMs, signal });
    const tellAgreed = (): void => {
      if (agreed !== undefined) onEvent(agreed);
    };
    const opened = { number, place, provider, session, since: clock.now(), tellAgreed };
    return { ok: true, session: opened };
  } catch (error) {
    const isOut = error instanceof CallError && !error.retryable;
    const why = isOut ? error.spoken : `${provider.label} could not be reached.`;
    return { ok: false, mishap: isOut ? 'out' : 'unreachable', error, why };
  }
}
