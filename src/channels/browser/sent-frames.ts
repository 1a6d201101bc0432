/** What was sent to a page, kept for a while: after a lost line it is sent again from where the page left off. Pure. */

/** About a minute of Luna's voice. */
const MOST_BYTES = 4 * 1024 * 1024;

export class SentFrames {
  readonly #mostBytes: number;
  readonly #kept: string[] = [];
  #bytes = 0;
  #count = 0;

  constructor(mostBytes = MOST_BYTES) {
    this.#mostBytes = mostBytes;
  }

  /** The texts are ASCII nearly everywhere: a character is a byte. */
  add(text: string): void {
    this.#count += 1;
    this.#kept.push(text);
    this.#bytes += text.length;
    while (this.#bytes > this.#mostBytes) this.#bytes -= this.#kept.shift()?.length ?? 0;
  }

  /** Every frame after the n-th; undefined where one of them is not kept any more, or the n-th was never sent. */
  after(n: number): readonly string[] | undefined {
    const first = this.#count - this.#kept.length;
    return n < first || n > this.#count ? undefined : this.#kept.slice(n - first);
  }
}
