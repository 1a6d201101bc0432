/** The beam search: frame by frame, all likely paths through the lexical tree and the language model. */
import type { AcousticModel } from '#engine/acoustics/acoustic-model.ts';
import type { SenoneScores } from '#engine/acoustics/senone-scores.ts';
import type { LanguageModel } from './language-model.ts';
import { FIRST_FILLER, INSIDE_WORD, type LexicalTree } from './lexical-tree.ts';
import type { LookAhead } from './look-ahead.ts';
import type { LookAheadTable } from './look-ahead-table.ts';
import { threshold } from './pruning.ts';
import { NEVER, Tokens } from './tokens.ts';
import { ANYTHING, WordEnds } from './word-ends.ts';
import { BEGINNING, WordHistory, type PassedWord } from './word-history.ts';

/** Paths this much worse than the best are given up; words must end even better. */
const BEAM = 110;
const WORD_BEAM = 75;
const MOST_TOKENS = 3_000;

/** What the search needs of a language, made once and shared by all calls. */
export interface SearchSpace {
  readonly model: LanguageModel;
  readonly tree: LexicalTree;
  readonly lookAhead: LookAhead;
}

export class Search {
  readonly #acoustics: AcousticModel;
  readonly #scores: SenoneScores;
  readonly #tokens = new Tokens();
  readonly #ends = new WordEnds();
  readonly #history = new WordHistory();
  #space: SearchSpace;
  #frames = 0;
  /** Summed over all frames: the score of the phone that fits best. */
  #bestPhones = 0;
  #threshold = NEVER;

  constructor(acoustics: AcousticModel, scores: SenoneScores, space: SearchSpace) {
    this.#acoustics = acoustics;
    this.#scores = scores;
    this.#space = space;
  }

  start(space: SearchSpace): void {
    this.#space = space;
    this.#frames = 0;
    this.#bestPhones = 0;
    this.#threshold = NEVER;
    this.#tokens.clear();
    this.#history.clear();
    this.#ends.clear();
    this.#goOn(space.model.start, this.#acoustics.phones.silence, ANYTHING, 0, BEGINNING);
  }

  /** One frame; the senone scores are looking at it already. */
  advance(): void {
    this.#frames++;
    this.#bestPhones += this.#scores.bestPhone();
    const best = this.#scoreTokens();
    this.#threshold = threshold(this.#tokens, best, BEAM, MOST_TOKENS);
    this.#tokens.keepFrom(this.#threshold);
    this.#ends.clear();
    this.#leavePhones(best - WORD_BEAM);
    this.#beginWords();
    if (this.#history.needsSweep)
      this.#history.sweep([
        ...this.#tokens.references(),
        this.#ends.entry.subarray(0, this.#ends.count),
      ]);
  }

  get frames(): number {
    return this.#frames;
  }

  /** The words of the path that is best now. */
  bestSoFar(): PassedWord[] {
    return this.#history.read(this.#bestToken());
  }

  /** The words of the best path that may end here; of the best path at all where none may. */
  bestAtEnd(): PassedWord[] {
    const { tree, lookAhead } = this.#space;
    const ends = this.#ends;
    let best = NEVER;
    let entry = -1;
    for (let end = 0; end < ends.count; end++) {
      const followers = ends.followers[end] as number;
      if (followers !== ANYTHING && !tree.followerSets[followers]?.[tree.silence]) continue;
      const score = (ends.score[end] as number) + lookAhead.endScore(ends.state[end] as number);
      if (score <= best) continue;
      best = score;
      entry = ends.entry[end] as number;
    }
    return entry < 0 ? this.bestSoFar() : this.#history.read(entry);
  }

  #bestToken(): number {
    const { best, count, firstFrom, secondFrom, thirdFrom, first, second } = this.#tokens;
    let highest = NEVER;
    let from = BEGINNING;
    for (let token = 0; token < count; token++) {
      const score = best[token] as number;
      if (score <= highest) continue;
      highest = score;
      if (score === first[token]) from = firstFrom[token] as number;
      else if (score === second[token]) from = secondFrom[token] as number;
      else from = thirdFrom[token] as number;
    }
    return from;
  }

  /** One step of each three-state phone. @returns the best score of all. */
  #scoreTokens(): number {
    const { senones, transitions } = this.#space.tree.nodes;
    const { stay, advance } = this.#acoustics;
    const scores = this.#scores;
    const { node, first, second, third, entry, best, count } = this.#tokens;
    const { firstFrom, secondFrom, thirdFrom, entryFrom } = this.#tokens;
    let highest = NEVER;
    for (let token = 0; token < count; token++) {
      const sound = 3 * (node[token] as number);
      const transition = transitions[node[token] as number] as number;
      const one = first[token] as number;
      const two = second[token] as number;
      let top = NEVER;

      let score = (third[token] as number) + (stay[transition + 2] as number);
      const fromTwo = two + (advance[transition + 1] as number);
      if (fromTwo > score) {
        score = fromTwo;
        thirdFrom[token] = secondFrom[token] as number;
      }
      if (score > NEVER / 2) {
        score += scores.of(senones[sound + 2] as number);
        if (score > top) top = score;
      }
      third[token] = score;

      score = two + (stay[transition + 1] as number);
      const fromOne = one + (advance[transition] as number);
      if (fromOne > score) {
        score = fromOne;
        secondFrom[token] = firstFrom[token] as number;
      }
      if (score > NEVER / 2) {
        score += scores.of(senones[sound + 1] as number);
        if (score > top) top = score;
      }
      second[token] = score;

      score = one + (stay[transition] as number);
      const entering = entry[token] as number;
      if (entering > score) {
        score = entering;
        firstFrom[token] = entryFrom[token] as number;
      }
      if (score > NEVER / 2) {
        score += scores.of(senones[sound] as number);
        if (score > top) top = score;
      }
      first[token] = score;
      entry[token] = NEVER;
      best[token] = top;
      if (top > highest) highest = top;
    }
    return highest;
  }

  /** Paths that leave a phone enter the next ones of their word, or end it. */
  #leavePhones(wordThreshold: number): void {
    const { model, lookAhead, tree } = this.#space;
    const { words, transitions, lookAhead: entries, firstChild, childCounts } = tree.nodes;
    const { children, lastPhones, followers, logProbabilities } = tree.nodes;
    const tokens = this.#tokens;
    const { advance } = this.#acoustics;
    const limit = this.#threshold;
    let table: LookAheadTable = lookAhead.table(0);
    let tableState = 0;
    for (let token = 0, count = tokens.count; token < count; token++) {
      const node = tokens.node[token] as number;
      const leaving = advance[(transitions[node] as number) + 2] as number;
      const score = (tokens.third[token] as number) + leaving;
      if (score < limit) continue;
      const state = tokens.state[token] as number;
      const from = tokens.thirdFrom[token] as number;
      if (state !== tableState) {
        table = lookAhead.table(state);
        tableState = state;
      }
      const word = words[node] as number;
      const expected = table.get(entries[node] as number);
      if (word === INSIDE_WORD) {
        const begin = firstChild[node] as number;
        const end = begin + (childCounts[node] as number);
        for (let i = begin; i < end; i++) {
          const child = children[i] as number;
          const next = score - expected + table.get(entries[child] as number);
          if (next > limit) tokens.enter(child, state, next, from);
        }
      } else if (score > wordThreshold) {
        const filler = tree.fillers[FIRST_FILLER - word];
        const usual = logProbabilities[node] as number;
        this.#ends.offer({
          state: filler ? state : model.next(state, word),
          lastPhone: lastPhones[node] as number,
          followers: filler ? ANYTHING : (followers[node] as number),
          score: score + usual,
          word,
          language: filler ? filler.logProbability : expected + usual,
          from,
        });
      }
    }
  }

  #beginWords(): void {
    const ends = this.#ends;
    for (let end = 0; end < ends.count; end++) {
      const score = ends.score[end] as number;
      const entry = this.#history.add(
        ends.word[end] as number,
        ends.from[end] as number,
        this.#frames,
        score,
        ends.language[end] as number,
        this.#bestPhones,
      );
      ends.entry[end] = entry;
      this.#goOn(
        ends.state[end] as number,
        ends.lastPhone[end] as number,
        ends.followers[end] as number,
        score,
        entry,
      );
    }
  }

  /** Lets a path begin all words and fillers that may come next. */
  #goOn(state: number, lastPhone: number, followers: number, score: number, entry: number): void {
    const { tree, lookAhead } = this.#space;
    const tokens = this.#tokens;
    const limit = this.#threshold;
    const table = lookAhead.table(state);
    const allowed = tree.followerSets[followers];
    if (!allowed || allowed[tree.silence])
      for (const { node, logProbability } of tree.fillers)
        if (score + logProbability > limit)
          tokens.enter(node, state, score + logProbability, entry);

    const entries = tree.nodes.lookAhead;
    const phones = tree.lookAheadOfPhone.length;
    for (let phone = 0; phone < phones; phone++) {
      if (allowed && !allowed[phone]) continue;
      const most = score + table.get(tree.lookAheadOfPhone[phone] as number);
      if (most <= limit) continue;
      const roots = tree.roots[lastPhone * phones + phone] as Int32Array;
      for (let i = 0; i < roots.length; i++) {
        const node = roots[i] as number;
        const next = score + table.get(entries[node] as number);
        if (next > limit) tokens.enter(node, state, next, entry);
      }
    }
  }
}
