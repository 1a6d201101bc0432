/** Stamps events and hands them out in order, also when the receiver answers one from within its handler. */
import type { ServerEvent, ServerEventBody } from '#protocol/server-events.ts';
import { makeId } from '#lib/id.ts';

export class Outbox {
  readonly #waiting: ServerEventBody[] = [];
  readonly #deliver: (event: ServerEvent) => void;
  #delivering = false;
  #closed = false;

  constructor(deliver: (event: ServerEvent) => void) {
    this.#deliver = deliver;
  }

  /** A batch stays together: whatever a handler sends in between comes after it. */
  emit(...events: readonly ServerEventBody[]): void {
    this.#waiting.push(...events);
    if (this.#delivering) return;
    this.#delivering = true;
    try {
      for (let next = this.#waiting.shift(); next && !this.#closed; next = this.#waiting.shift())
        this.#deliver({ ...next, event_id: makeId('event') });
    } finally {
      this.#delivering = false;
    }
  }

  close(): void {
    this.#closed = true;
    this.#waiting.length = 0;
  }
}
