/** Real calls in typed words: the real call, gate, tools and bank; a caller who reads, and a voice of a click for each clause. */
import { findAgent } from '#agents/agent.ts';
import { openBank } from '#bank/bank.ts';
import type { CallOptions } from '#call/call-options.ts';
import type { End } from '#call/end.ts';
import { answerCall } from '#call/call.ts';
import { Witness } from '#call/witness.ts';
import type { CallerEvent, CallerHears, Channel } from '#channels/channel.ts';
import { type Database, openDatabase } from '#database/database.ts';
import { createEngine } from '#engine/engine.ts';
import type { CallId } from '#lib/brand.ts';
import { type Clock, systemClock } from '#lib/clock.ts';
import type { Log } from '#lib/log.ts';
import { type Provider, embeddedProvider } from '#providers/provider.ts';
import { type CallBook, openRecord } from '#record/record.ts';
import { bankingTools } from '#tools/banking-tools.ts';
import { type Toolbox, createToolbox } from '#tools/tool.ts';
import { type BankState, differences, putBack, readBank } from '../../evals/bank/state.ts';
import { scenarioOf } from '../../src/scenarios.ts';

const BRAND = { bank: 'Northwind Bank', assistant: 'Luna' };
/** Sunday, November 22, 2026 */
const TODAY = Date.UTC(2026, 10, 22, 15);
const SILENT: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  about: () => SILENT,
};

export const CHANGES = new Set(
  'block_card order_replacement file_dispute send_reset_link unlock_account activate_card enable_contactless transfer_funds request_limit_increase initiate_wire'.split(
    ' ',
  ),
);

/** Types, reads, and has heard each sentence as soon as it has come. */
class TypingCaller implements Channel {
  readonly kind = 'browser';
  readonly heard: CallerHears[] = [];
  #onEvent: (event: CallerEvent) => void = () => undefined;
  #busy = 0;
  #over = false;

  listen(onEvent: (event: CallerEvent) => void): void {
    this.#onEvent = onEvent;
  }

  tell(event: CallerHears): void {
    this.heard.push(event);
    if (event.type === 'response.created' || event.type === 'luna.tool.started') this.#busy += 1;
    if (event.type === 'response.done' || event.type === 'luna.tool.done') this.#busy -= 1;
    const itemId = event.type === 'response.output_audio.done' ? event.item_id : undefined;
    if (itemId !== undefined) queueMicrotask(() => this.#onEvent({ type: 'drained', itemId }));
    if (event.type === 'luna.playback' && event.action === 'flush' && event.item_id !== null)
      this.#onEvent({ type: 'flushed', itemId: event.item_id, playedMs: 0 });
  }

  close(): void {
    this.#over = true;
  }

  get over(): boolean {
    return this.#over;
  }

  /** Until nothing more comes of what was said. */
  async settled(): Promise<void> {
    for (let quiet = 0, seen = -1; quiet < 6 && !this.#over;) {
      await new Promise((resolve) => setImmediate(resolve));
      const still = this.#busy === 0 && this.heard.length === seen;
      quiet = still ? quiet + 1 : 0;
      seen = this.heard.length;
    }
  }

  /** Whatever else is going on. */
  interject(text: string): void {
    this.#onEvent({ type: 'typed', text, itemId: undefined });
  }

  async say(text: string): Promise<void> {
    await this.settled();
    this.interject(text);
    await this.settled();
  }

  hangUp(): void {
    this.#onEvent({ type: 'hung-up', why: 'done' });
  }

  /** Luna's sentences, as far as they were spoken. */
  get said(): string[] {
    return this.heard.flatMap((event) =>
      event.type === 'response.output_audio_transcript.done' ? [event.transcript] : [],
    );
  }

  /** What Luna waits for a yes to. */
  get question(): string | null {
    const last = this.heard.findLast((event) => event.type === 'luna.confirmation');
    return last?.type === 'luna.confirmation' ? last.pending : null;
  }

  /** A change went through the gate, as far as this caller was shown. */
  get changedSomething(): boolean {
    return this.heard.some(
      (event) => event.type === 'luna.tool.done' && event.ok && CHANGES.has(event.tool),
    );
  }

  get isVerified(): boolean {
    return this.heard.some((event) => event.type === 'luna.identity' && event.level === 'verified');
  }
}

type Senses = Pick<Parameters<typeof createEngine>[0], 'ears' | 'synthesizer'>;

export interface Placed {
  readonly callId: string;
  readonly caller: TypingCaller;
  readonly over: Promise<End>;
}

export class Room implements AsyncDisposable {
  readonly database: Database;
  readonly book: CallBook;
  readonly clock: Clock;
  readonly #toolbox: Toolbox;
  readonly #seed: BankState;
  #calls = 0;

  private constructor(
    database: Database,
    book: CallBook,
    clock: Clock,
    toolbox: Toolbox,
    seed: BankState,
  ) {
    this.database = database;
    this.book = book;
    this.clock = clock;
    this.#toolbox = toolbox;
    this.#seed = seed;
  }

  static async open(): Promise<Room> {
    const database = openDatabase(':memory:');
    const clock: Clock = { ...systemClock(), date: () => TODAY };
    const bank = await openBank(database, clock);
    const book = await openRecord(database, clock, () => undefined);
    const toolbox = createToolbox(bankingTools(bank));
    return new Room(database, book, clock, toolbox, await readBank(database));
  }

  /** The embedded engine without its ears, unless it is given some; its words are the real ones. */
  embedded({ ears = DEAF, synthesizer = CLICKS }: Partial<Senses> = {}): Provider {
    return embeddedProvider(createEngine({ ears, synthesizer, clock: this.clock, brand: BRAND }));
  }

  call(scenario: string, ...providers: [Provider, ...Provider[]]): Placed {
    const caller = new TypingCaller();
    return { caller, ...this.place(scenario, caller, providers) };
  }

  place(
    scenario: string,
    channel: Channel,
    providers: [Provider, ...Provider[]],
    how: Partial<Pick<CallOptions, 'stallMs' | 'sessionLimitMs' | 'aside'>> = {},
  ): Omit<Placed, 'caller'> {
    const agent = findAgent(scenario);
    if (agent === undefined) throw new Error(`there is no scenario ${scenario}`);
    const callId = `call_${this.#calls++}` as CallId;
    const head = { id: callId, scenario, provider: providers[0].id, channel: 'browser' };
    const over = answerCall({
      callId,
      channel,
      providers,
      stallMs: 15_000,
      ...how,
      agent,
      scenarioOf,
      toolbox: this.#toolbox,
      brand: BRAND,
      voice: 'click',
      clock: this.clock,
      caller: undefined,
      witness: new Witness(this.book.open(head), SILENT),
      signal: new AbortController().signal,
    });
    return { callId, over };
  }

  /** Every row of the bank that is not as it was seeded; who tried to prove an identity is not counted. */
  async changed(): Promise<string[]> {
    const changes = differences(this.#seed, await readBank(this.database));
    return changes
      .filter(({ table }) => table !== 'identity_attempts')
      .map(({ table, key, after }) => `${table} ${key}: ${JSON.stringify(after)}`);
  }

  /** As it was seeded. Attempts of a day lock a card, too: here every call may be a day of its own. */
  async restore(): Promise<void> {
    await putBack(this.database, differences(this.#seed, await readBank(this.database)));
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.book.close();
    await this.database.close();
  }
}

const DEAF = {
  lagMs: 0,
  open: () => ({
    push: () => undefined,
    expect: () => undefined,
    find: () => undefined,
    commit: () => undefined,
    clear: () => undefined,
    close: () => undefined,
  }),
  close: () => Promise.resolve(),
};

const CLICKS = {
  voices: ['click'],
  async *speak(text: string) {
    await Promise.resolve();
    yield { text, samples: new Int16Array(24) };
  },
  prime: () => Promise.resolve(),
  close: () => Promise.resolve(),
};
