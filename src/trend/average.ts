import { within } from "../stats/within.js";

/** The mean of numbers, of which there is at least one. Equal ones have exactly their own mean. */
export function meanOf(values: readonly number[]): number {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return within(values, mean);
}

/** The median of numbers in ascending order, of which there is at least one. */
export function medianOfSorted(sorted: ArrayLike<number>): number {
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** The median of numbers, of which there is at least one. */
export function medianOf(values: readonly number[]): number {
  return medianOfSorted([...values].sort((a, b) => a - b));
}
