/** Which files a language is made of. */
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import { dictionaryFile, generalModelFile } from '#engine/acoustics/model-files.ts';

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
  return {
    dictionary: dictionaryFile(),
    generalModel: generalModelFile(),
    cache: join(tmpdir(), `luna-language-${userInfo().uid}`),
  };
}
