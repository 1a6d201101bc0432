/** One event after the other: what an event brings about at once waits until the one before is dealt with. */
interface OneByOneParts<Event> {
  readonly handle: (event: Event) => void;
  /** Whatever still waits then is for nobody. */
  readonly isOver: () => boolean;
  readonly onError: (error: unknown) => void;
}

export class OneByOne<Event> {
  readonly #parts: OneByOneParts<Event>;
  readonly #waiting: Event[] = [];
  #busy = false;

  constructor(parts: OneByOneParts<Event>) {
    this.#parts = parts;
  }

  push(event: Event): void {
    this.#waiting.push(event);
    if (this.#busy) return;
    const { handle, isOver, onError } = this.#parts;
    this.#busy = true;
    try {
      for (let next = this.#waiting.shift(); next && !isOver(); next = this.#waiting.shift())
        handle(next);
    } catch (error) {
      onError(error);
    } finally {
      this.#busy = false;
    }
  }
}
