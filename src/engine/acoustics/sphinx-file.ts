/** Reads the CMU Sphinx binary files: a text header, then little-endian 32-bit numbers. */
import { readFileSync } from 'node:fs';

const BYTE_ORDER_MARK = 0x11223344;

/** A place in a file, moving forward with every read. */
export class SphinxFile {
  readonly bytes: Buffer;
  readonly #path: string;
  offset = 0;

  constructor(path: string) {
    this.#path = path;
    this.bytes = readFileSync(path);
  }

  /** Moves behind the "s3" text header and its byte-order mark. */
  skipHeader(): this {
    const end = this.bytes.indexOf('endhdr\n');
    if (end < 0) throw new Error(`${this.#path} has no Sphinx header`);
    this.offset = end + 'endhdr\n'.length;
    if (this.int32() !== BYTE_ORDER_MARK) throw new Error(`${this.#path} is not little-endian`);
    return this;
  }

  int32(): number {
    const value = this.bytes.readInt32LE(this.offset);
    this.offset += 4;
    return value;
  }

  float32s(count: number): Float32Array {
    const values = new Float32Array(count);
    for (let i = 0; i < count; i++) values[i] = this.bytes.readFloatLE(this.offset + 4 * i);
    this.offset += 4 * count;
    return values;
  }

  /** Up to the next zero byte. */
  name(): string {
    const end = this.bytes.indexOf(0, this.offset);
    const name = this.bytes.toString('latin1', this.offset, end);
    this.offset = end + 1;
    return name;
  }

  /** The next multiple of four bytes after `start`. */
  align(start: number): void {
    this.offset += (4 - ((this.offset - start) % 4)) % 4;
  }
}
