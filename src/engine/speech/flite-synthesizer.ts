/** The voice that is always there: flite in a worker thread, clause by clause, what is often said kept ready. */
import { Worker } from 'node:worker_threads';
import type { SpeakOptions, SpokenClause, Synthesizer } from '#engine/synthesizer.ts';
import { AudioCache } from './audio-cache.ts';
import { splitClauses } from './clauses.ts';
import { FairQueue } from './fair-queue.ts';
import { VOICES } from './flite.ts';
import { pauseAfter } from './pause.ts';
import { SpeechThread } from './speech-thread.ts';
import { spokenText } from './spoken-text.ts';
import type { SpeechRequest } from './speech-worker.ts';
import { mannerOf } from './voices.ts';
import type { Manner } from './voices.ts';

/** About ten minutes of speech. */
const CACHE_BYTES = 32 * 2 ** 20;
/** Said to nobody, while the server starts: flite's code is compiled well only after some use. */
const WARM_UP = [
  'Okay.',
  'One moment, please.',
  'Thank you for waiting, how else can I help you today?',
];

type Outcome =
  | { readonly kind: 'spoken'; readonly samples: Int16Array }
  | { readonly kind: 'failed'; readonly why: string }
  | { readonly kind: 'cancelled' };

interface Job extends SpeechRequest {
  readonly settle: (outcome: Outcome) => void;
}

const PRIMING = Symbol('priming');

interface Settings {
  readonly cacheBytes?: number;
  readonly spawn?: () => Worker;
}

/** Ready at once: what is asked before the thread has started waits for it. */
export function createSynthesizer(settings: Settings = {}): Synthesizer {
  const { cacheBytes = CACHE_BYTES, spawn = spawnWorker } = settings;
  return new FliteSynthesizer(new AudioCache(cacheBytes), new SpeechThread(spawn));
}

function spawnWorker(): Worker {
  return new Worker(new URL('./speech-worker.ts', import.meta.url));
}

class FliteSynthesizer implements Synthesizer {
  readonly voices = VOICES;
  readonly #cache: AudioCache;
  readonly #thread: SpeechThread;
  readonly #queue = new FairQueue<symbol, Job>();
  /** Served only while the other one is empty. */
  readonly #background = new FairQueue<symbol, Job>();
  #working = false;
  #closed = false;

  constructor(cache: AudioCache, thread: SpeechThread) {
    this.#cache = cache;
    this.#thread = thread;
    void this.prime(WARM_UP, { voice: VOICES[0], speed: 1 });
  }

  async *speak(text: string, options: SpeakOptions): AsyncGenerator<SpokenClause> {
    const { voice, speed, signal, after } = options;
    const manner = mannerOf(voice, speed);
    if (signal.aborted) return;
    const call = Symbol('call');
    const clauses = splitClauses(text, after === undefined).map((clause) => ({
      text: clause,
      outcome: Promise.withResolvers<Outcome>(),
    }));
    for (const { text: clause, outcome } of clauses)
      this.#order(this.#queue, call, clause, manner, outcome.resolve);
    const cancel = (): void => {
      this.#queue.drop(call);
      for (const { outcome } of clauses) outcome.resolve({ kind: 'cancelled' });
    };
    signal.addEventListener('abort', cancel);
    try {
      let before = after === undefined ? 0 : pauseAfter(after, speed);
      for (const clause of clauses) {
        const outcome = await clause.outcome.promise;
        if (outcome.kind === 'cancelled' || signal.aborted) return;
        if (outcome.kind === 'failed') throw new Error(`The voice failed: ${outcome.why}`);
        const pause = clause === clauses.at(-1) ? 0 : pauseAfter(clause.text, speed);
        yield { text: clause.text, samples: withSilence(before, outcome.samples, pause) };
        before = 0;
      }
    } finally {
      signal.removeEventListener('abort', cancel);
      cancel();
    }
  }

  async prime(
    texts: readonly string[],
    { voice, speed }: Pick<SpeakOptions, 'voice' | 'speed'>,
  ): Promise<void> {
    const manner = mannerOf(voice, speed);
    await Promise.all(
      texts
        .flatMap((text) => splitClauses(text))
        .map((clause) => {
          const { promise, resolve } = Promise.withResolvers<Outcome>();
          this.#order(this.#background, PRIMING, clause, manner, resolve);
          return promise;
        }),
    );
  }

  async close(): Promise<void> {
    this.#closed = true;
    for (const job of [...this.#queue.clear(), ...this.#background.clear()])
      job.settle({ kind: 'cancelled' });
    await this.#thread.close();
  }

  #order(
    queue: FairQueue<symbol, Job>,
    lane: symbol,
    clause: string,
    { voice, features }: Manner,
    settle: Job['settle'],
  ): void {
    const job = { text: spokenText(clause), voice, features, settle };
    const ready = this.#ready(job);
    if (ready) settle(ready);
    else {
      queue.add(lane, job);
      void this.#work();
    }
  }

  /** What needs no thread. */
  #ready(job: Job): Outcome | undefined {
    if (this.#closed) return { kind: 'cancelled' };
    if (!/\w/.test(job.text)) return { kind: 'spoken', samples: new Int16Array() };
    const samples = this.#cache.get(keyOf(job));
    return samples && { kind: 'spoken', samples };
  }

  async #work(): Promise<void> {
    if (this.#working) return;
    this.#working = true;
    for (let job = this.#next(); job; job = this.#next())
      // Another call may have had the same clause made meanwhile.
      job.settle(this.#ready(job) ?? (await this.#render(job)));
    this.#working = false;
  }

  #next(): Job | undefined {
    return this.#queue.take() ?? this.#background.take();
  }

  async #render(job: Job): Promise<Outcome> {
    const { text, voice, features } = job;
    const answer = await this.#thread.render({ text, voice, features });
    if (answer.kind === 'spoken') this.#cache.set(keyOf(job), answer.samples);
    return this.#closed ? { kind: 'cancelled' } : answer;
  }
}

function keyOf({ text, voice, features }: SpeechRequest): string {
  return `${voice} ${features['duration_stretch']} ${text}`;
}

/** A copy: the original stays in the cache. */
function withSilence(before: number, samples: Int16Array, after: number): Int16Array {
  const all = new Int16Array(before + samples.length + after);
  all.set(samples, before);
  return all;
}
