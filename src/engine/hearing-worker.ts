/** The worker thread that hears: loads the models once and serves the ears of its share of the calls. */
import { parentPort, workerData } from 'node:worker_threads';
import { readAcousticModel } from './acoustics/acoustic-model.ts';
import { acousticModelFolder } from './acoustics/model-files.ts';
import { loadSileroModel } from './activity/silero-model.ts';
import { createRecognizer } from './decoder/recognizer.ts';
import { serveEars } from './hearing/ear-room.ts';
import type { EarsData } from './hearing/messages.ts';
import { languageFiles } from './language/language-files.ts';
import { warmUp } from './hearing/warm-up.ts';
import { makeLanguages } from './language/languages.ts';

if (parentPort === null) throw new Error('hearing-worker.ts is run as a worker thread');
const { phrasebook } = workerData as EarsData;
const recognizer = createRecognizer({
  acousticModel: readAcousticModel(acousticModelFolder()),
  languages: makeLanguages(phrasebook, languageFiles()),
});
// Makes the open language first: phrases that cannot be read are an error before anybody calls.
const stream = recognizer.open();
serveEars(parentPort, loadSileroModel(), recognizer);
await warmUp(stream);
