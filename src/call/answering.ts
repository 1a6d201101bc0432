/** Whoever answers a call, and whoever takes over: the shell around `next-provider.ts`. Holds the sessions and their time. */
import { CallError, REDIAL } from '#lib/call-error.ts';
import type { Clock } from '#lib/clock.ts';
import type { ClientEvent } from '#protocol/client-events.ts';
import type { ServerEvent } from '#protocol/server-events.ts';
import type { SessionUpdate } from '#protocol/session.ts';
import type { Provider } from '#providers/provider.ts';
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
import { type Opened, type Opening, openSession } from './opening.ts';

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
  /** Whoever was fetched on a suspicion stands ready. */
  readonly onRelief: () => void;
  readonly onSpare: (who: Whoever | undefined, now: boolean) => void;
  /** `why` is a sentence for a person. */
  readonly onProvider: (provider: Provider, why: string) => void;
  /** Nobody is left to ask. */
  readonly onNobody: (error: unknown) => void;
  readonly onTrouble: (where: string, error: unknown) => void;
}

/** Of a session's limit: when the next one is opened, and when it takes over whatever is going on. */
const ROLL_OVER_AT = 0.9;
const NO_TIME_LEFT_AT = 0.98;

/** Somebody is being fetched, or stands ready. */
interface Relief {
  opened: Opened | undefined;
  /** Whoever answered has gone meanwhile: this one begins as soon as it is there. */
  because: string | undefined;
}

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
  /** Fetched while whoever answers gives no sign of life. */
  #relief: Relief | undefined;

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
    const [spare, relief] = [this.#spare, this.#relief];
    if (spare !== undefined) this.#begin(spare, why);
    else if (relief?.opened) this.#begin(relief.opened, why);
    else if (relief) relief.because = why;
    else void this.#find(nextProvider(this.#standing, present.place, mishap), why, error);
  }

  /** The present one may have died: somebody who could go on is fetched, itself anew before others. */
  suspect(): void {
    const present = this.#present;
    if (present === undefined || this.#relief !== undefined) return;
    if (this.#spare !== undefined) return this.#options.onRelief();
    this.#relief = { opened: undefined, because: undefined };
    void this.#fetch(this.#relief, present);
  }

  /** It lives. */
  trust(): void {
    const relief = this.#relief;
    if (relief?.because !== undefined) return;
    this.#relief = undefined;
    void relief?.opened?.session.close();
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
    await Promise.all([
      this.#present?.session.close(),
      this.#spare?.session.close(),
      this.#relief?.opened?.session.close(),
    ]);
  }

  async #fetch(relief: Relief, present: Opened): Promise<void> {
    const heldMs = this.#options.clock.now() - present.since;
    const standing = afterMishap(this.#standing, present.place, 'lost', heldMs);
    let place = nextProvider(standing, present.place, 'lost');
    while (!this.#over.signal.aborted) {
      const isWanted = this.#relief === relief;
      if (!isWanted) return;
      if (place === undefined) {
        this.#relief = undefined;
        if (relief.because !== undefined) this.#options.onNobody(new CallError('nobody', REDIAL));
        return;
      }
      const opened = await this.#open(place);
      if (opened.ok) return this.#fetched(relief, opened.session);
      place = nextProvider(this.#standing, place, opened.mishap);
    }
  }

  #fetched(relief: Relief, opened: Opened): void {
    if (this.#relief !== relief || this.#over.signal.aborted) return void opened.session.close();
    if (relief.because !== undefined) return this.#begin(opened, relief.because);
    relief.opened = opened;
    this.#options.onRelief();
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
    const relief = this.#relief?.opened;
    this.#relief = undefined;
    if (relief !== undefined && relief !== opened) void relief.session.close();
    opened.tellAgreed();
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

  async #open(place: number): Promise<Opening> {
    const { providers, agent, callerName, clock, stallMs, sessionFor, onTrouble } = this.#options;
    const provider = providers[place];
    if (provider === undefined) throw new Error(`there is no provider ${place}`);
    const number = ++this.#sessions;
    const opening = await openSession({
      number,
      place,
      provider,
      agent,
      callerName,
      session: sessionFor(provider),
      clock,
      patienceMs: patienceMs({
        begun: this.#begun,
        replaceable: this.#replaceable(place),
        stallMs,
      }),
      signal: this.#over.signal,
      counts: () => this.#present?.number === number || !this.#begun,
      onEvent: (event) => this.#options.onEvent(event, number),
      onClose: (reason, error) => this.#closed(number, reason, error),
    });
    if (opening.ok) return opening;
    if (!this.#over.signal.aborted) onTrouble('provider: connect', opening.error);
    this.#count(place, opening.mishap, 0);
    return opening;
  }

  #closed(number: number, reason: string, error?: CallError): void {
    if (this.#spare?.number === number) {
      this.#spare = undefined;
      this.#options.onSpare(undefined, false);
    }
    if (this.#relief?.opened?.number === number) this.#relief = undefined;
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
