/** Languages that were built once, kept on disk: the arrays of the model as they are, the lexicon as JSON. */
import { createHash, randomUUID } from 'node:crypto';
import {
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Lexicon } from '#engine/decoder/language-model.ts';
import { BackoffModel, type ModelArrays } from './backoff-model.ts';

/** Goes up when the same phrases would give another model or the file another shape. */
const VERSION = 2;

/** Phrases that changed leave their models behind: so many are kept, and no more of them than fit in here. */
const MOST_FILES = 40;
/** With everyday English a model has 43 MB. */
const MOST_BYTES = 500e6;

const ARRAYS = {
  offsets: Int32Array,
  successorWords: Int32Array,
  logProbabilities: Float32Array,
  successorStates: Int32Array,
  backOffs: Int32Array,
  backOffLogWeights: Float32Array,
} as const;

type ArrayName = keyof typeof ARRAYS;

const NAMES = Object.keys(ARRAYS) as readonly ArrayName[];

interface Header {
  readonly words: readonly string[];
  readonly start: number;
  readonly lengths: Readonly<Record<ArrayName, number>>;
  readonly lexicon: Lexicon;
}

/** A language whose model is laid out in arrays, as it comes from `layOut`. */
export interface BuiltLanguage {
  readonly model: BackoffModel;
  readonly lexicon: Lexicon;
}

/**
 * The language from the folder, or built and put there. A file that is missing, cut off or of another version
 * is built anew; a folder that cannot be written only costs time at the next start.
 * @param ingredients all that decides what is built.
 */
export function cachedLanguage(
  folder: string,
  ingredients: unknown,
  build: () => BuiltLanguage,
): BuiltLanguage {
  const hash = createHash('sha256')
    .update(JSON.stringify([VERSION, ingredients]))
    .digest('hex');
  const path = join(folder, `${hash.slice(0, 32)}.luna-language`);
  const kept = read(path);
  if (kept !== undefined) return kept;
  const built = build();
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    // Another process may be reading: the file appears whole or not at all.
    const unfinished = `${path}.${randomUUID()}`;
    writeFileSync(unfinished, encode(built), { mode: 0o600 });
    renameSync(unfinished, path);
    removeOldest(folder);
  } catch {
    return built;
  }
  return built;
}

function removeOldest(folder: string): void {
  const newestFirst = readdirSync(folder)
    .map((name) => join(folder, name))
    .map((path) => ({ path, stats: statSync(path) }))
    .toSorted((a, b) => b.stats.mtimeMs - a.stats.mtimeMs);
  let bytes = 0;
  for (const [i, { path, stats }] of newestFirst.entries()) {
    bytes += stats.size;
    // The one just made stays, however large it is.
    if (i > 0 && (i >= MOST_FILES || bytes > MOST_BYTES)) rmSync(path, { force: true });
  }
}

function encode({ model, lexicon }: BuiltLanguage): Buffer {
  const { arrays, words } = model;
  const lengths = Object.fromEntries(
    NAMES.map((name) => [name, arrays[name].length]),
  ) as Header['lengths'];
  const header: Header = { words, start: arrays.start, lengths, lexicon };
  const json = Buffer.from(JSON.stringify(header));
  // Padded, so that the arrays are aligned.
  const padded = Buffer.alloc(Math.ceil(json.length / 4) * 4, ' ');
  json.copy(padded);
  const size = Buffer.alloc(4);
  size.writeUInt32LE(padded.length);
  const parts = NAMES.map((name) => {
    const { buffer, byteOffset, byteLength } = arrays[name];
    return Buffer.from(buffer, byteOffset, byteLength);
  });
  return Buffer.concat([size, padded, ...parts]);
}

function read(path: string): BuiltLanguage | undefined {
  try {
    return decode(readFileSync(path));
  } catch {
    return undefined;
  }
}

/** @throws where the bytes are not what `encode` made. */
function decode(bytes: Buffer): BuiltLanguage {
  const headerBytes = bytes.readUInt32LE(0);
  const header = JSON.parse(bytes.toString('utf8', 4, 4 + headerBytes)) as Header;
  const memory = new ArrayBuffer(bytes.length - 4 - headerBytes);
  new Uint8Array(memory).set(bytes.subarray(4 + headerBytes));
  let at = 0;
  const take = (name: ArrayName) => {
    const array = new ARRAYS[name](memory, at, header.lengths[name]);
    at += array.byteLength;
    return array;
  };
  const arrays = Object.fromEntries(NAMES.map((name) => [name, take(name)]));
  if (at !== memory.byteLength) throw new RangeError('the file has another length than it says');
  const model = new BackoffModel(header.words, {
    ...(arrays as unknown as Omit<ModelArrays, 'start'>),
    start: header.start,
  });
  return { model, lexicon: header.lexicon };
}
