/** Whether a sparse look-ahead says what the language model says, for every history and every word. */
import { expect, test } from 'vitest';
import { layOut } from '#engine/language/backoff-model.ts';
import { discountedTrigrams } from '#engine/language/discounted-trigrams.ts';
import { countPhrases, Vocabulary } from '#engine/language/expected-counts.ts';
import { LookAhead } from './look-ahead.ts';
import { LookAheadTree, NO_LOOK_AHEAD } from './look-ahead-tree.ts';

const vocabulary = new Vocabulary();
const counts = countPhrases(
  [
    {
      phrases: [
        'i (lost|want|need|have) (my|a|the|another) (card|car|loan|wallet|house|key)',
        '(block|stop|cancel) (it|that|my card) [please]',
        'the (card|loan) is (gone|mine)',
      ],
      share: 1,
    },
  ],
  {},
  vocabulary,
);
const model = layOut(
  discountedTrigrams(counts, vocabulary.words, { trust: 0.05, floor: 0.01, leastCount: 0 }),
);

/** Words under their first letter, as the lexical tree has them under their first sounds. */
const tree = new LookAheadTree();
const under = new Map<number, number[]>();
const initials = Map.groupBy(
  model.words.flatMap((text, word) => (word === model.end ? [] : [{ text, word }])),
  ({ text }) => text[0] ?? '',
);
for (const [letter, words] of initials) {
  const ends = words.map(({ word }) => ({ word, phones: [letter], logProbability: 0 }));
  const prefix = { phone: 0, next: new Map(), ends, count: Math.max(ends.length, 2) };
  const above = tree.add(prefix, NO_LOOK_AHEAD);
  for (const end of ends) tree.addEnd(end, above);
  under.set(
    above,
    ends.map(({ word }) => word),
  );
}
const lookAhead = new LookAhead(tree.finish(), model, { weight: 7, wordGain: Math.log(8) });
const weighted = (state: number, word: number): number =>
  7 * model.logProbability(state, word) + Math.log(8);

test('at a word stands its own score, seen after this history or not', () => {
  for (let state = 0; state < model.stateCount; state += 1)
    for (const words of under.values())
      for (const word of words)
        for (const leaf of tree.leavesOf(word))
          expect(lookAhead.table(state).get(leaf)).toBeCloseTo(weighted(state, word), 3);
});

test('at a branching stands no less than at any word below it', () => {
  for (let state = 0; state < model.stateCount; state += 1)
    for (const [above, words] of under) {
      const best = Math.max(...words.map((word) => weighted(state, word)));
      expect(lookAhead.table(state).get(above)).toBeGreaterThan(best - 1e-3);
    }
});

test('sounds that are no words are worth nothing after any history', () => {
  for (let state = 0; state < model.stateCount; state += 1)
    expect(lookAhead.table(state).get(NO_LOOK_AHEAD)).toBe(0);
});
