import { readWeights } from "./read-weights.js";

/**
 * How many answers of equal weight say as much as these weighted ones: Kish's effective sample size, (Σw)² / Σw².
 *
 * @param weights - an iterable of weights, each 0 or from 1e-100 to 1e100; only the proportion counts
 * @returns from 1 to the number of weights, which it is where all are equal; null where nothing has weight
 * @throws TypeError for a weight that is no number; RangeError for one that is negative or not finite
 *
 * @remarks
 * Source: Kish (1965), "Survey Sampling". It is the `effectiveN` of a measurement of the weighted answers.
 *
 * @example
 * ```ts
 * import { effectiveSampleSize } from "cx-metrics";
 *
 * effectiveSampleSize([1, 1, 1, 1]); // → 4
 * effectiveSampleSize([3, 1, 1, 1]); // → 3
 * effectiveSampleSize([]); // → null
 * ```
 */
export function effectiveSampleSize(weights: Iterable<number>): number | null {
  const all = readWeights(weights);
  const largest = all.reduce((max, weight) => Math.max(max, weight), 0);
  if (largest === 0) return null;
  let sum = 0;
  let squares = 0;
  for (const weight of all) {
    // As a part of the largest, equal weights are exactly 1 each.
    const part = weight / largest;
    sum += part;
    squares += part * part;
  }
  return sum ** 2 / squares;
}
