/** Looking on in a sorted column from where one is: what few steps cost does not grow with what is passed over. */

/**
 * The first place from `from` on that holds `value` or more; past the end where there is none. In steps that double, then
 * halved.
 */
export function seek(sorted: Uint32Array, value: number, from: number): number {
  const end = sorted.length;
  if (from >= end || (sorted[from] as number) >= value) return from;
  let low = from; // holds less
  let step = 1;
  while (low + step < end && (sorted[low + step] as number) < value) {
    low += step;
    step *= 2;
  }
  let high = Math.min(low + step, end);
  low += 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
