/** The first whole number of a range from which on a condition holds; the end of the range where it never does. */
export function bisect(from: number, to: number, holds: (at: number) => boolean): number {
  let [low, high] = [from, to];
  while (low < high) {
    // Not half of their sum, which may be too large to be exact.
    const middle = low + Math.floor((high - low) / 2);
    if (holds(middle)) high = middle;
    else low = middle + 1;
  }
  return high;
}
