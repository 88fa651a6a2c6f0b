import { effectiveSampleSize } from "./effective-sample-size.js";
import { readWeights } from "./read-weights.js";

/**
 * By what factor unequal weights enlarge the variance of a mean: Kish's design effect, n Σw² / (Σw)².
 *
 * @param weights - an iterable of weights, each 0 or from 1e-100 to 1e100; only the proportion counts
 * @returns 1 where all are equal, and up to their number; null where nothing has weight
 * @throws TypeError for a weight that is no number; RangeError for one that is negative or not finite
 *
 * @remarks
 * Source: Kish (1965), "Survey Sampling". It is the number of weights / {@link effectiveSampleSize}, and 1 + the
 * relative variance of the weights. It does not depend on the answers, so it is not the design effect of one metric (R's
 * `svymean(deff = )`).
 *
 * @example
 * ```ts
 * import { designEffect } from "cx-metrics";
 *
 * designEffect([3, 1, 1, 1]); // → 1.333
 * ```
 */
export function designEffect(weights: Iterable<number>): number | null {
  const all = readWeights(weights);
  const effective = effectiveSampleSize(all);
  return effective === null ? null : all.length / effective;
}
