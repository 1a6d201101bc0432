/** Speech to words: front end, senone scores and search, put together behind the door `Recognizer`. */
import type { AcousticModel } from '#engine/acoustics/acoustic-model.ts';
import { averageCaller, type CallerEvidence } from '#engine/acoustics/caller-evidence.ts';
import { densityTable, type DensityTable } from '#engine/acoustics/density-table.ts';
import { Features } from '#engine/acoustics/features.ts';
import { CepstralMean } from '#engine/acoustics/cepstral-mean.ts';
import { FrontEnd } from '#engine/acoustics/front-end.ts';
import { PhoneFit } from '#engine/acoustics/phone-fit.ts';
import { speechPrior, type SpeechPrior } from '#engine/acoustics/speech-prior.ts';
import { SenoneScores } from '#engine/acoustics/senone-scores.ts';
import type { Expectation, Hypothesis, Recognizer, RecognizerStream } from '#engine/recognizer.ts';
import { CallerTract } from './caller-tract.ts';
import { CallerVoice } from './caller-voice.ts';
import { hypothesis } from './confidence.ts';
import type { Language, Languages } from './language-model.ts';
import { growLexicalTree } from './lexical-tree.ts';
import { LookAhead } from './look-ahead.ts';
import { soundsOfWords, type SoundsOfWord } from './sounds-of-words.ts';
import { Search, type SearchSpace } from './search.ts';

/** A language as the stream needs it. */
interface Space extends SearchSpace {
  readonly soundsOf: SoundsOfWord;
}

/** @param languages gives the same language for the same expectation, so that its tree grows once. */
export function createRecognizer({
  acousticModel,
  languages,
}: {
  acousticModel: AcousticModel;
  languages: Languages;
}): Recognizer {
  const table = densityTable(acousticModel.gaussians);
  const prior = speechPrior(acousticModel);
  const average = averageCaller(acousticModel);
  const spaces = new WeakMap<Language, Space>();
  const spaceFor = (expectation: Expectation): Space => {
    const language = languages.for(expectation);
    const known = spaces.get(language);
    if (known) return known;
    const tree = growLexicalTree(language.lexicon, acousticModel.phones);
    const { model, weight } = language;
    const space = {
      model,
      tree,
      lookAhead: new LookAhead(tree.lookAhead, model, weight),
      soundsOf: soundsOfWords(language, acousticModel.phones),
    };
    spaces.set(language, space);
    return space;
  };
  return { open: () => new Stream(acousticModel, table, prior, average, spaceFor) };
}

class Stream implements RecognizerStream {
  readonly #spaceFor: (expectation: Expectation) => Space;
  readonly #mean = new CepstralMean();
  readonly #tract: CallerTract;
  readonly #voice: CallerVoice;
  readonly #frontEnd: FrontEnd;
  readonly #features: Features;
  readonly #search: Search;
  #space: Space;
  #last: Hypothesis | undefined;

  constructor(
    acousticModel: AcousticModel,
    table: DensityTable,
    prior: SpeechPrior,
    average: CallerEvidence,
    spaceFor: (expectation: Expectation) => Space,
  ) {
    this.#spaceFor = spaceFor;
    this.#space = spaceFor({ for: 'open' });
    const scores = new SenoneScores(acousticModel, table);
    this.#tract = new CallerTract(new PhoneFit(acousticModel.gaussians, table), this.#mean);
    this.#voice = new CallerVoice(acousticModel, scores, average);
    this.#search = new Search(acousticModel, scores, this.#space);
    this.#features = new Features((features) => {
      scores.look(features);
      this.#search.advance();
    });
    this.#frontEnd = new FrontEnd(prior, {
      mean: this.#mean.now,
      onFrame: (cepstra) => {
        this.#mean.normalise(cepstra, this.#features.next);
        this.#voice.turn(this.#features.next);
        this.#features.added();
      },
    });
  }

  start(expectation: Expectation): void {
    // Only now, when nobody waits for the words: it takes a few milliseconds.
    if (this.#last) {
      this.#tract.learn(this.#frontEnd.sound, this.#last, this.#space.soundsOf);
      this.#voice.learn(this.#last, this.#space.soundsOf);
    }
    this.#voice.start();
    this.#last = undefined;
    this.#space = this.#spaceFor(expectation);
    this.#frontEnd.start(this.#tract.filters);
    this.#features.start();
    this.#search.start(this.#space);
  }

  push(samples: Int16Array): void {
    this.#frontEnd.push(samples);
  }

  partial(): Hypothesis {
    return hypothesis(this.#search.bestSoFar(), this.#space.model.words);
  }

  finish(): Hypothesis {
    this.#features.finish();
    this.#mean.finishUtterance();
    this.#last = hypothesis(this.#search.bestAtEnd(), this.#space.model.words);
    return this.#last;
  }
}
