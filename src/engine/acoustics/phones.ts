/** The model definition: phones, triphones by word position, and the three senones of each. */
import { SphinxFile } from './sphinx-file.ts';

export type WordPosition = 'inside' | 'begin' | 'end' | 'single';

/** As the file numbers them. */
const POSITIONS: readonly WordPosition[] = ['inside', 'begin', 'end', 'single'];
const TRIPHONE_BITS = 6;

/** Three emitting states, left to right. */
export const STATES_PER_PHONE = 3;

export interface Phones {
  /** Names of the context-independent phones; their index is the phone's number and its codebook's. */
  readonly names: readonly string[];
  readonly silence: number;
  /** 1 for phones that are no speech: silence, noise, mumbling. */
  readonly isFiller: Uint8Array;
  readonly senoneCount: number;
  /** Three senones for each model, 0 to `names.length - 1` being the context-independent ones. */
  readonly senones: Uint16Array;
  /** The transition matrix of each model. */
  readonly transitions: Uint16Array;
  /** The codebook, that is the phone, each senone belongs to. */
  readonly codebookOf: Uint8Array;
  numberOf(name: string): number;
  /** The model of a phone between two others; falls back to other word positions, then to the phone alone. */
  triphone(phone: number, left: number, right: number, position: WordPosition): number;
}

/** @throws when the file is not a Sphinx model definition of three-state phones. */
export function readPhones(path: string): Phones {
  const file = new SphinxFile(path);
  file.offset = 8;
  file.offset += 4 + file.int32();
  const phoneCount = file.int32();
  const modelCount = file.int32();
  const states = file.int32();
  if (states !== STATES_PER_PHONE) throw new Error(`${path} has phones of ${states} states, not 3`);
  file.offset += 4;
  const senoneCount = file.int32();
  file.offset += 12;
  const treeNodes = file.int32();
  const silence = file.int32();

  const start = file.offset;
  const names = Array.from({ length: phoneCount }, () => file.name());
  file.align(start);
  file.offset += treeNodes * 8;

  const sequence = new Int32Array(modelCount);
  const transitions = new Uint16Array(modelCount);
  const base = new Uint8Array(modelCount);
  const isFiller = new Uint8Array(phoneCount);
  const triphones = new Map<number, number>();
  for (let model = 0; model < modelCount; model++) {
    sequence[model] = file.int32();
    transitions[model] = file.int32();
    const [position = 0, phone = 0, left = 0, right = 0] = file.bytes.subarray(file.offset);
    file.offset += 4;
    if (model < phoneCount) {
      isFiller[model] = position;
      base[model] = model;
    } else {
      base[model] = phone;
      triphones.set(triphoneKey(position, phone, left, right), model);
    }
  }
  file.offset += 4;
  const senones = new Uint16Array(modelCount * STATES_PER_PHONE);
  const codebookOf = new Uint8Array(senoneCount);
  for (let model = 0; model < modelCount; model++) {
    for (let state = 0; state < STATES_PER_PHONE; state++) {
      const place = file.offset + 2 * ((sequence[model] as number) * STATES_PER_PHONE + state);
      const senone = file.bytes.readUInt16LE(place);
      senones[model * STATES_PER_PHONE + state] = senone;
      codebookOf[senone] = base[model] as number;
    }
  }

  const numbers = new Map(names.map((name, number) => [name, number]));
  return {
    names,
    silence,
    isFiller,
    senoneCount,
    senones,
    transitions,
    codebookOf,
    numberOf(name) {
      const number = numbers.get(name);
      if (number === undefined) throw new Error(`The acoustic model has no phone '${name}'`);
      return number;
    },
    triphone(phone, left, right, position) {
      const l = isFiller[left] ? silence : left;
      const r = isFiller[right] ? silence : right;
      const wanted = POSITIONS.indexOf(position);
      for (const place of [wanted, 0, 1, 2, 3]) {
        const model = triphones.get(triphoneKey(place, phone, l, r));
        if (model !== undefined) return model;
      }
      return phone;
    },
  };
}

function triphoneKey(position: number, phone: number, left: number, right: number): number {
  return (
    (((((position << TRIPHONE_BITS) | phone) << TRIPHONE_BITS) | left) << TRIPHONE_BITS) | right
  );
}
