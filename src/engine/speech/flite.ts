/** flite as a library: text in, samples out. One instance lives on, so an utterance costs only its own arithmetic. */
import { z } from 'zod';
import { createWasi } from './wasi.ts';
import { exportFunctions } from './wasm-exports.ts';

/** flite's own voices at 16 kHz. Measured: slt, rms and awb are statistical (CG), kal16 joins diphones. */
export const VOICES = ['slt', 'rms', 'awb', 'kal16'] as const;
export type VoiceName = (typeof VOICES)[number];

export const FLITE_RATE_HZ = 16_000;

const REGISTER = {
  slt: 'register_cmu_us_slt',
  rms: 'register_cmu_us_rms',
  awb: 'register_cmu_us_awb',
  kal16: 'register_cmu_us_kal16',
} as const satisfies Record<VoiceName, string>;

/** Functions of flite's C interface (flite.h), called with pointers into the module's memory. */
const FUNCTIONS = [
  '__wasm_call_ctors',
  'malloc',
  'free',
  'flite_init',
  'flite_set_lang_list',
  'new_utterance',
  'delete_utterance',
  'utt_set_input_text',
  'utt_init',
  'utt_synth',
  'utt_wave',
  'feat_set_float',
  ...Object.values(REGISTER),
] as const;
type FunctionName = (typeof FUNCTIONS)[number];

/** Numbers that flite's synthesis reads from an utterance, e.g. `duration_stretch`. */
export type Features = Readonly<Record<string, number>>;

export interface Flite {
  /**
   * 16 kHz mono, flite's own level and silences. Empty for text with nothing to say.
   * @throws when flite fails; the instance is then spoilt.
   */
  speak(text: string, voice: VoiceName, features: Features): Int16Array;
  /** Bytes of the module's memory. It never shrinks. */
  readonly memoryBytes: number;
}

export async function compileFlite(wasm: Uint8Array): Promise<WebAssembly.Module> {
  return WebAssembly.compile(exportFunctions(wasm, FUNCTIONS));
}

export function startFlite(module: WebAssembly.Module): Flite {
  const wasi = createWasi();
  const { exports } = new WebAssembly.Instance(module, { wasi_snapshot_preview1: wasi.imports });
  const memory = z.instanceof(WebAssembly.Memory).parse(exports['memory']);
  wasi.bind(memory);
  const call = (name: FunctionName, ...values: number[]): number =>
    callable.parse(exports[name])(...values) ?? 0;
  const keep = (text: string): number => {
    const bytes = new TextEncoder().encode(text);
    const at = call('malloc', bytes.length + 1);
    const target = new Uint8Array(memory.buffer, at, bytes.length + 1);
    target.set(bytes);
    target[bytes.length] = 0;
    return at;
  };
  call('__wasm_call_ctors');
  call('flite_init');
  call('flite_set_lang_list');
  const voices = new Map<VoiceName, number>();
  /** flite keeps pointers to names of features: they are never freed. */
  const names = new Map<string, number>();

  return {
    speak(text, voice, features) {
      const voiceAt = remembered(voices, voice, () => call(REGISTER[voice], 0));
      const textAt = keep(text);
      const utterance = call('new_utterance');
      call('utt_set_input_text', utterance, textAt);
      call('free', textAt);
      call('utt_init', utterance, voiceAt);
      // struct cst_utterance begins with the pointer to its features.
      const featuresAt = new DataView(memory.buffer).getUint32(utterance, true);
      for (const [name, value] of Object.entries(features))
        call(
          'feat_set_float',
          featuresAt,
          remembered(names, name, () => keep(name)),
          value,
        );
      if (call('utt_synth', utterance) === 0) throw new Error('flite could not speak the text');
      const samples = samplesAt(memory, call('utt_wave', utterance));
      call('delete_utterance', utterance);
      return samples;
    },
    get memoryBytes() {
      return memory.buffer.byteLength;
    },
  };
}

function remembered<Key extends string>(
  pointers: Map<Key, number>,
  key: Key,
  make: () => number,
): number {
  const known = pointers.get(key);
  if (known !== undefined) return known;
  const made = make();
  pointers.set(key, made);
  return made;
}

const callable = z.custom<(...values: number[]) => number | undefined>(
  (value) => typeof value === 'function',
);

/** Copies the samples of a `struct cst_wave`: type, rate, number of samples, channels, pointer; 32 bits each. */
function samplesAt(memory: WebAssembly.Memory, wave: number): Int16Array {
  const view = new DataView(memory.buffer);
  const rateHz = view.getUint32(wave + 4, true);
  if (rateHz !== FLITE_RATE_HZ) throw new Error(`flite spoke at ${rateHz} Hz`);
  const count = view.getUint32(wave + 8, true);
  return new Int16Array(memory.buffer, view.getUint32(wave + 16, true), count).slice();
}
