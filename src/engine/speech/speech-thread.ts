/** The worker thread seen from outside: one request at a time; started anew when it dies. */
import type { Worker } from 'node:worker_threads';
import type { SpeechAnswer, SpeechRequest } from './speech-worker.ts';

const ATTEMPTS = 2;

export class SpeechThread {
  readonly #spawn: () => Worker;
  #worker: Worker | undefined;
  #waiting: ((answer: SpeechAnswer) => void) | undefined;
  #closed = false;

  /** Starts the thread at once, so that it is ready when somebody calls. */
  constructor(spawn: () => Worker) {
    this.#spawn = spawn;
    this.#worker = this.#start();
  }

  /** Must not be called again before it has answered. A request that fails is tried once more. */
  async render(request: SpeechRequest): Promise<SpeechAnswer> {
    let answer: SpeechAnswer = { kind: 'failed', why: 'The voice is closed' };
    for (let attempt = 1; attempt <= ATTEMPTS && !this.#closed; attempt++) {
      answer = await this.#ask(request);
      if (answer.kind === 'spoken') break;
    }
    return answer;
  }

  async close(): Promise<void> {
    this.#closed = true;
    await this.#worker?.terminate();
  }

  #ask(request: SpeechRequest): Promise<SpeechAnswer> {
    const worker = (this.#worker ??= this.#start());
    return new Promise((resolve) => {
      this.#waiting = resolve;
      worker.postMessage(request);
    });
  }

  #start(): Worker {
    const worker = this.#spawn();
    let why = 'The thread ended';
    worker.on('message', (answer: SpeechAnswer) => this.#answer(answer));
    // "exit" always follows.
    worker.on('error', (error) => {
      why = String(error);
    });
    worker.on('exit', () => {
      this.#worker = undefined;
      this.#answer({ kind: 'failed', why });
    });
    return worker;
  }

  #answer(answer: SpeechAnswer): void {
    const resolve = this.#waiting;
    this.#waiting = undefined;
    resolve?.(answer);
  }
}
