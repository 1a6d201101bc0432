/** Whoever answers a call, and whoever takes over: the shell around `next-provider.ts`. Holds the sessions and their time. */
import { CallError, REDIAL } from '#lib/call-error.ts';
import type { Clock } from '#lib/clock.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import type { Provider, ProviderSession } from '#providers/provider.ts';
import type { Agent } from '#agents/agent.ts';
import type { Whoever } from './conversation.ts';
import {
  type Mishap,
  type Standing,
  afterMishap,
  allFresh,
  nextProvider,
  patienceMs,
} from './next-provider.ts';
import { onlyOnce } from './only-once.ts';
import { withPatience } from './with-patience.ts';

export interface AnsweringOptions {
  /** In the order of preference. */
  readonly providers: readonly Provider[];
  readonly agent: Agent;
  readonly callerName: string | undefined;
  readonly stallMs: number;
  readonly sessionLimitMs: number | undefined;
  readonly clock: Clock;
  /** What a session is told before it begins, as things stand at this moment. */
  readonly sessionFor: (provider: Provider) => SessionUpdate;
  readonly onEvent: (event: ServerEvent, session: number) => void;
  readonly onUp: (who: Whoever) => void;
  readonly onDown: () => void;
  readonly onSpare: (who: Whoever | undefined, now: boolean) => void;
  /** `why` is a sentence for a person. */
  readonly onProvider: (provider: Provider, why: string) => void;
  /** Nobody is left to ask. */
  readonly onNobody: (error: unknown) => void;
  readonly onTrouble: (where: string, error: unknown) => void;
}

interface Opened {
  readonly number: number;
  readonly place: number;
  readonly provider: Provider;
  readonly session: ProviderSession;
  readonly since: number;
}

/** Of a session's limit: when the next one is opened, and when it takes over whatever is going on. */
const ROLL_OVER_AT = 0.9;
const NO_TIME_LEFT_AT = 0.98;

export class Answering {
  readonly #options: AnsweringOptions;
  readonly #over = new AbortController();
  #standing: Standing;
  #present: Opened | undefined;
  #spare: Opened | undefined;
  #sessions = 0;
  #begun = false;
  #told = 0;
  #stopTimers: () => void = () => undefined;
  #noTimeLeft = false;

  constructor(options: AnsweringOptions) {
    this.#options = options;
    this.#standing = allFresh(options.providers.length);
  }

  /** Somebody answers, or did. */
  get hasBegun(): boolean {
    return this.#begun;
  }

  /** The number of the session whose words count. */
  get present(): number | undefined {
    return this.#present?.number;
  }

  ring(): void {
    void this.#find(0, 'The call has begun.', undefined);
  }

  send(event: ClientEvent): void {
    this.#present?.session.send(event);
  }

  /** The present session is given up, or has gone. */
  lost(mishap: Mishap, error: CallError): void {
    const present = this.#present;
    if (present === undefined || this.#over.signal.aborted) return;
    this.#present = undefined;
    this.#stopTimers();
    void present.session.close();
    this.#options.onTrouble('provider: lost', error);
    const why = said(present.provider, mishap, error);
    this.#count(present.place, mishap, this.#options.clock.now() - present.since);
    this.#options.onDown();
    const spare = this.#spare;
    if (spare !== undefined) this.#begin(spare, why);
    else void this.#find(nextProvider(this.#standing, present.place, mishap), why, error);
  }

  /** The session that stands ready is the present one from now on. */
  switchOver(): void {
    const [old, spare] = [this.#present, this.#spare];
    if (spare === undefined) return;
    this.#take(spare);
    this.#announce(spare, `${old?.provider.label ?? 'The session'} had no time left.`);
    void old?.session.close();
  }

  async close(): Promise<void> {
    this.#over.abort();
    this.#stopTimers();
    await Promise.all([this.#present?.session.close(), this.#spare?.session.close()]);
  }

  /** Asks one after the other, from this one on. */
  async #find(first: number | undefined, because: string, cause: unknown): Promise<void> {
    let [place, why, error] = [first, because, cause];
    while (!this.#over.signal.aborted) {
      // In the middle of a call it is the line that broke; before it, the last one says why.
      if (place === undefined) return this.#options.onNobody(this.#begun ? cause : error);
      const opened = await this.#open(place);
      if (opened.ok) return this.#begin(opened.session, why);
      [place, error] = [nextProvider(this.#standing, place, opened.mishap), opened.error];
      why = opened.why;
    }
  }

  #begin(opened: Opened, why: string): void {
    this.#take(opened);
    this.#announce(opened, why);
    this.#options.onUp(this.#whoever(opened));
  }

  #take(opened: Opened): void {
    this.#begun = true;
    this.#present = opened;
    this.#spare = undefined;
    this.#watchLimit(opened);
  }

  #announce({ place, provider }: Opened, why: string): void {
    if (place === this.#told) return;
    this.#told = place;
    this.#options.onProvider(provider, why);
  }

  /** The present session ends by itself at a known time: before that, another one stands ready. */
  #watchLimit({ provider, place, number }: Opened): void {
    this.#stopTimers();
    this.#noTimeLeft = false;
    const { clock, onSpare, sessionLimitMs: ours = Infinity } = this.#options;
    const sessionLimitMs = Math.min(provider.can.sessionLimitMs ?? Infinity, ours);
    if (sessionLimitMs === Infinity) return;
    const stops = [
      clock.after(sessionLimitMs * ROLL_OVER_AT, () => void this.#prepare(place, number)),
      clock.after(sessionLimitMs * NO_TIME_LEFT_AT, () => {
        this.#noTimeLeft = true;
        if (this.#spare !== undefined) onSpare(this.#whoever(this.#spare), true);
      }),
    ];
    this.#stopTimers = () => {
      for (const stop of stops) stop();
    };
  }

  async #prepare(first: number, old: number): Promise<void> {
    for (let place: number | undefined = first; place !== undefined;) {
      const opened = await this.#open(place);
      if (!opened.ok) {
        place = nextProvider(this.#standing, place, opened.mishap);
        continue;
      }
      // Meanwhile the old one was lost, and somebody else answers.
      if (this.present !== old) return opened.session.session.close();
      this.#spare = opened.session;
      return this.#options.onSpare(this.#whoever(opened.session), this.#noTimeLeft);
    }
  }

  async #open(
    place: number,
  ): Promise<
    { ok: true; session: Opened } | { ok: false; mishap: Mishap; error: unknown; why: string }
  > {
    const { providers, clock, stallMs, agent, callerName, sessionFor, onTrouble } = this.#options;
    const provider = providers[place];
    if (provider === undefined) throw new Error(`there is no provider ${place}`);
    const number = ++this.#sessions;
    const once = onlyOnce();
    try {
      const connect = (signal: AbortSignal): Promise<ProviderSession> =>
        provider.connect({
          agent,
          callerName,
          signal,
          session: sessionFor(provider),
          onEvent: (event) => {
            const counts = this.#present?.number === number || !this.#begun;
            if (counts && once(event.event_id)) this.#options.onEvent(event, number);
          },
          onClose: (reason, error) => this.#closed(number, reason, error),
        });
      const session = await withPatience(connect, {
        clock,
        ms: patienceMs({ begun: this.#begun, replaceable: this.#replaceable(place), stallMs }),
        signal: this.#over.signal,
      });
      return { ok: true, session: { number, place, provider, session, since: clock.now() } };
    } catch (error) {
      if (!this.#over.signal.aborted) onTrouble('provider: connect', error);
      const isOut = error instanceof CallError && !error.retryable;
      const mishap = isOut ? 'out' : 'unreachable';
      this.#count(place, mishap, 0);
      const why = isOut ? error.spoken : `${provider.label} could not be reached.`;
      return { ok: false, mishap, error, why };
    }
  }

  #closed(number: number, reason: string, error?: CallError): void {
    if (this.#spare?.number === number) {
      this.#spare = undefined;
      this.#options.onSpare(undefined, false);
    }
    if (this.#present?.number !== number) return;
    const lost = error ?? new CallError(`provider closed: ${reason}`, REDIAL);
    this.lost(lost.retryable ? 'lost' : 'out', lost);
  }

  #count(place: number, mishap: Mishap, heldMs: number): void {
    this.#standing = afterMishap(this.#standing, place, mishap, heldMs);
  }

  #whoever({ provider, place }: Opened): Whoever {
    return { can: provider.can, replaceable: this.#replaceable(place) };
  }

  #replaceable(place: number): boolean {
    return nextProvider(afterMishap(this.#standing, place, 'out', 0), place, 'out') !== undefined;
  }
}

/** For a person. */
function said({ label }: Provider, mishap: Mishap, error: CallError): string {
  if (!error.retryable) return error.spoken;
  return mishap === 'out'
    ? `${label} did not answer as it should.`
    : `The connection to ${label} was lost.`;
}
