/** All ears of the process, spread over worker threads; a worker that dies takes only its own ears with it. */
import type { Worker } from 'node:worker_threads';
import type { Ears, Hearing, HearingEvent } from '#engine/hearing.ts';
import type { Clock } from '#lib/clock.ts';
import type { EarCommand, EarEvent, EarId, FromWorker, ToWorker } from './messages.ts';

/** A worker that dies so often before it is ready will not live the next time either. */
const BIRTHS = 3;

export interface EarsOptions {
  readonly workers: number;
  readonly clock: Clock;
  readonly spawn: () => Worker;
}

/**
 * Resolves when the first worker has loaded its models; the others follow, and find on disk what it made.
 * @throws whatever the first worker failed with while loading.
 */
export async function openEars({ workers, clock, spawn }: EarsOptions): Promise<Ears> {
  const first = new Room(spawn, clock);
  try {
    await first.ready;
  } catch (error) {
    await first.close();
    throw error;
  }
  const rooms = [first];
  while (rooms.length < workers) {
    const next = new Room(spawn, clock);
    // One that fails to load is tried again, and is given no ears meanwhile.
    next.ready.catch(() => undefined);
    rooms.push(next);
  }
  const emptiest = () => rooms.reduce((best, other) => (other.load < best.load ? other : best));
  let lastId = 0;
  return {
    open(onEvent) {
      return emptiest().open(++lastId, onEvent);
    },
    get lagMs() {
      return emptiest().lagMs;
    },
    async close() {
      await Promise.all(rooms.map((room) => room.close()));
    },
  };
}

/** One worker thread and, after its death, the next. */
class Room {
  /** Of the first worker. */
  readonly ready: Promise<void>;
  lagMs = 0;
  readonly #spawn: () => Worker;
  readonly #clock: Clock;
  readonly #listeners = new Map<EarId, (event: HearingEvent) => void>();
  #worker: Worker;
  #births = 0;
  #isReady = false;
  #closing = false;

  constructor(spawn: () => Worker, clock: Clock) {
    this.#spawn = spawn;
    this.#clock = clock;
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    this.ready = promise;
    this.#worker = this.#bear(resolve, reject);
  }

  /** Ears, and how far they are behind. */
  get load(): number {
    return this.#isReady ? this.#listeners.size + this.lagMs / 1000 : Infinity;
  }

  open(id: EarId, onEvent: (event: HearingEvent) => void): Hearing {
    this.#listeners.set(id, onEvent);
    const tell = (command: ToWorker['command'], moved: ArrayBuffer[] = []): void => {
      // A deaf or closed ear hears nothing more.
      if (this.#listeners.get(id) === onEvent)
        this.#worker.postMessage({ to: id, command } satisfies ToWorker, moved);
    };
    tell({ do: 'open' });
    if (this.#births > BIRTHS) this.#deafen(id, 'no hearing worker stays alive');
    const send = (command: EarCommand): void => tell(command);
    return {
      push: (heard) => {
        // The worker gets a copy of its own: the caller may go on using what it gave.
        const samples = new Int16Array(heard);
        tell({ do: 'push', samples, sentMs: this.#clock.now() }, [samples.buffer]);
      },
      expect: (expectation) => send({ do: 'expect', expectation }),
      find: (turns) => send({ do: 'find', turns }),
      commit: () => send({ do: 'commit', sentMs: this.#clock.now() }),
      clear: () => send({ do: 'clear' }),
      close: () => {
        tell({ do: 'close' });
        this.#listeners.delete(id);
      },
    };
  }

  async close(): Promise<void> {
    this.#closing = true;
    this.#listeners.clear();
    await this.#worker.terminate();
  }

  #bear(onReady: () => void, onFailure: (error: unknown) => void): Worker {
    const worker = this.#spawn();
    let why: unknown = new Error('the hearing worker ended');
    worker.on('message', (message: FromWorker) => {
      if (message.kind === 'ready') {
        this.#births = 0;
        this.#isReady = true;
        onReady();
      } else if (message.kind === 'lag') this.lagMs = message.lagMs;
      else this.#tell(message.from, message.event);
    });
    worker.on('error', (error) => {
      why = error;
    });
    worker.on('exit', () => {
      onFailure(why);
      this.#mourn(String(why));
    });
    return worker;
  }

  #mourn(why: string): void {
    if (this.#closing) return;
    this.lagMs = 0;
    this.#isReady = false;
    this.#births++;
    if (this.#births <= BIRTHS)
      this.#worker = this.#bear(
        () => undefined,
        () => undefined,
      );
    for (const id of this.#listeners.keys()) this.#deafen(id, why);
  }

  #deafen(id: EarId, why: string): void {
    const listener = this.#listeners.get(id);
    this.#listeners.delete(id);
    // Not within the call that opened it: its owner does not know it yet.
    queueMicrotask(() => listener?.({ type: 'deaf', why }));
  }

  #tell(id: EarId, event: EarEvent): void {
    const listener = this.#listeners.get(id);
    if (event.type !== 'speech.stopped') return listener?.(event);
    const { sentMs, ...facts } = event;
    listener?.({ ...facts, tookMs: this.#clock.now() - sentMs });
  }
}
