/**
 * Gives inner functions of a WebAssembly binary an exported name, found by the binary's own `name` section.
 * flite is packaged as a program that runs once and exits; with this it can be used as a library instead.
 * Spec: https://webassembly.github.io/spec/core/binary/modules.html
 */
const HEADER_BYTES = 8;
const CUSTOM_SECTION = 0;
const EXPORT_SECTION = 7;
const FUNCTION_NAMES = 1;
const EXPORTED_FUNCTION = 0;

interface Section {
  readonly id: number;
  /** With its id and size. */
  readonly whole: Uint8Array;
  readonly content: Uint8Array;
}

/**
 * The same module with `names` exported besides what it exports already, and without its custom sections.
 * @throws RangeError when the binary has no function of that name.
 */
export function exportFunctions(
  wasm: Uint8Array,
  names: readonly string[],
): Uint8Array<ArrayBuffer> {
  const sections = sectionsOf(wasm);
  const indices = functionNames(sections);
  const added = names.map((name) => {
    const index = indices.get(name);
    if (index === undefined) throw new RangeError(`The WebAssembly module has no function ${name}`);
    const text = new TextEncoder().encode(name);
    return [...unsigned(text.length), ...text, EXPORTED_FUNCTION, ...unsigned(index)];
  });
  const kept = sections.filter(({ id }) => id !== CUSTOM_SECTION);
  return concatenate([
    wasm.subarray(0, HEADER_BYTES),
    ...kept.map((section) =>
      section.id === EXPORT_SECTION ? withExports(section, added) : section.whole,
    ),
  ]);
}

function withExports({ content }: Section, added: readonly number[][]): Uint8Array {
  const reader = new Reader(content);
  const count = unsigned(reader.unsigned() + added.length);
  const old = reader.rest();
  const bytes = added.flat();
  return concatenate([
    Uint8Array.of(EXPORT_SECTION, ...unsigned(count.length + old.length + bytes.length), ...count),
    old,
    Uint8Array.from(bytes),
  ]);
}

function sectionsOf(wasm: Uint8Array): Section[] {
  const reader = new Reader(wasm, HEADER_BYTES);
  const sections: Section[] = [];
  while (!reader.done) {
    const start = reader.at;
    const id = reader.byte();
    const content = reader.bytes(reader.unsigned());
    sections.push({ id, whole: wasm.subarray(start, reader.at), content });
  }
  return sections;
}

function functionNames(sections: readonly Section[]): Map<string, number> {
  const indices = new Map<string, number>();
  for (const { id, content } of sections) {
    const custom = new Reader(content);
    if (id !== CUSTOM_SECTION || custom.text() !== 'name') continue;
    while (!custom.done) {
      const kind = custom.byte();
      const names = new Reader(custom.bytes(custom.unsigned()));
      if (kind !== FUNCTION_NAMES) continue;
      for (let left = names.unsigned(); left > 0; left--) {
        const index = names.unsigned();
        indices.set(names.text(), index);
      }
    }
  }
  return indices;
}

class Reader {
  readonly #bytes: Uint8Array;
  at: number;

  constructor(bytes: Uint8Array, at = 0) {
    this.#bytes = bytes;
    this.at = at;
  }

  get done(): boolean {
    return this.at >= this.#bytes.length;
  }

  byte(): number {
    const byte = this.#bytes[this.at++];
    if (byte === undefined) throw new RangeError('The WebAssembly module ends too early');
    return byte;
  }

  bytes(length: number): Uint8Array {
    const end = this.at + length;
    if (end > this.#bytes.length) throw new RangeError('The WebAssembly module ends too early');
    const bytes = this.#bytes.subarray(this.at, end);
    this.at = end;
    return bytes;
  }

  rest(): Uint8Array {
    return this.bytes(this.#bytes.length - this.at);
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.unsigned()));
  }

  /** An unsigned LEB128 number below 2^32. */
  unsigned(): number {
    let value = 0;
    for (let factor = 1; ; factor *= 128) {
      const byte = this.byte();
      value += (byte % 128) * factor;
      if (byte < 128) return value;
    }
  }
}

function unsigned(value: number): number[] {
  const bytes: number[] = [];
  let left = value;
  while (left >= 128) {
    bytes.push((left % 128) + 128);
    left = Math.floor(left / 128);
  }
  return [...bytes, left];
}

function concatenate(parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
