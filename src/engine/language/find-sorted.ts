/** Where a value stands in a part of an ascending row, by halving; -1 where it does not. */
export function findSorted(
  row: Int32Array | Float64Array,
  value: number,
  from: number,
  to: number,
): number {
  let low = from;
  let high = to - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const found = row[middle] as number;
    if (found === value) return middle;
    if (found < value) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
