/** Whether n-grams are put in order as a plain sort would. */
import { expect, test } from 'vitest';
import { ID_LIMIT } from './expected-counts.ts';
import { sortedTable, table, union } from './ngram-table.ts';

/** The highest ids are used too: the beginning of an utterance has the last one. */
const IDS = [0, 1, 2, 7, 300, 20_000, ID_LIMIT - 2, ID_LIMIT - 1];

function shuffled(keys: readonly number[]): readonly number[] {
  return keys
    .map((key, i) => ({ key, place: (i * 7919) % 1013 }))
    .toSorted((a, b) => a.place - b.place)
    .map(({ key }) => key);
}

test.each([2, 3] as const)('keys of %d words are sorted, each with its probability', (words) => {
  const pairs = IDS.flatMap((first) => IDS.map((last) => first * ID_LIMIT + last));
  const keys = shuffled(
    words === 2 ? pairs : pairs.flatMap((pair) => IDS.map((last) => pair * ID_LIMIT + last)),
  );
  const probability = (key: number): number => 1 / (1 + keys.indexOf(key));
  const sorted = sortedTable(Float64Array.from(keys), Float64Array.from(keys, probability), words);
  expect(sorted).toEqual(table(keys, probability));
});

test('nothing is sorted to nothing', () => {
  expect(sortedTable(new Float64Array(0), new Float64Array(0), 3).keys).toHaveLength(0);
});

test('what two rows have in common is there once', () => {
  const joined = union(Float64Array.of(1, 3, 5), Float64Array.of(0, 3, 5, 9, 12));
  expect([...joined]).toEqual([0, 1, 3, 5, 9, 12]);
  expect([...union(Float64Array.of(), Float64Array.of(4))]).toEqual([4]);
});
