/** A provider that is quite well until it dies: then its session is closed, and there is no other to be had. */
import { CallError } from '#lib/call-error.ts';
import type { Provider } from '#providers/provider.ts';

type Connect = Provider['connect'];

export class Mortal implements Provider {
  readonly id = 'mortal';
  readonly label = 'Mortal';
  readonly mode = 'ai';
  readonly can: Provider['can'];
  readonly #living: Provider;
  #isDead = false;
  #kill: () => void = () => undefined;

  constructor(living: Provider) {
    this.#living = living;
    this.can = living.can;
  }

  async connect(options: Parameters<Connect>[0]): ReturnType<Connect> {
    const lost = { retryable: true, spoken: 'Sorry, we were cut off.' };
    if (this.#isDead) throw new CallError('connection refused', lost);
    let isOver = false;
    const session = await this.#living.connect({
      ...options,
      onEvent: (event) => {
        if (!isOver) options.onEvent(event);
      },
      onClose: () => undefined,
    });
    const end = (reason: string): void => {
      if (isOver) return;
      isOver = true;
      options.onClose(reason);
      void session.close();
    };
    this.#kill = () => end('1006, no close frame');
    return {
      send: (event) => {
        if (!isOver) session.send(event);
      },
      close: () => Promise.resolve(end('closed')),
    };
  }

  dies(): void {
    this.#isDead = true;
    this.#kill();
  }
}
