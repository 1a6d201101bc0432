import { expect, test } from 'vitest';
import { inverse } from './small-matrix.ts';

test('a matrix times its inverse leaves everything as it is, also where a pivot is zero at first', () => {
  const matrix = Float64Array.of(0, 2, 1, 1, 0, 3, 4, -1, 2);
  const back = inverse(matrix, 3);
  for (let row = 0; row < 3; row++)
    for (let column = 0; column < 3; column++) {
      const value = [0, 1, 2].reduce(
        (sum, i) => sum + (matrix[row * 3 + i] ?? 0) * (back[i * 3 + column] ?? 0),
        0,
      );
      expect(value).toBeCloseTo(row === column ? 1 : 0, 10);
    }
  expect(matrix[1]).toBe(2);
});

test('a matrix whose rows say the same has no inverse', () => {
  expect(() => inverse(Float64Array.of(1, 2, 2, 4), 2)).toThrow(RangeError);
});
