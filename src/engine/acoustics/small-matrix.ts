/** Arithmetic of small square matrices, which lie in one array, row by row. */

/** Gauss and Jordan's, with the largest pivots. @throws RangeError where there is no inverse */
export function inverse(matrix: Float64Array, size: number): Float64Array {
  const left = matrix.slice();
  const right = new Float64Array(size * size);
  for (let i = 0; i < size; i++) right[i * size + i] = 1;
  for (let column = 0; column < size; column++) {
    const pivot = pivotOf(left, size, column);
    const scale = left[pivot * size + column] as number;
    if (scale === 0) throw new RangeError('a singular matrix has no inverse');
    for (const half of [left, right]) {
      swapRows(half, size, column, pivot);
      for (let i = column * size; i < (column + 1) * size; i++)
        half[i] = (half[i] as number) / scale;
    }
    for (let row = 0; row < size; row++) {
      const share = left[row * size + column] as number;
      if (row === column || share === 0) continue;
      for (const half of [left, right])
        for (let i = 0; i < size; i++)
          half[row * size + i] =
            (half[row * size + i] as number) - share * (half[column * size + i] as number);
    }
  }
  return right;
}

function pivotOf(matrix: Float64Array, size: number, column: number): number {
  let pivot = column;
  const height = (row: number): number => Math.abs(matrix[row * size + column] as number);
  for (let row = column + 1; row < size; row++) if (height(row) > height(pivot)) pivot = row;
  return pivot;
}

function swapRows(matrix: Float64Array, size: number, a: number, b: number): void {
  const kept = matrix.slice(a * size, (a + 1) * size);
  matrix.copyWithin(a * size, b * size, (b + 1) * size);
  matrix.set(kept, b * size);
}
