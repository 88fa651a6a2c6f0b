import { assertAboveZero, type PlanOptions, plannedVariance } from "./planned-variance.js";
import { zSum } from "./sample-size-to-detect.js";

/** Two groups whose difference is to be found. */
export interface DetectableDifferenceOptions extends PlanOptions {
  /** How many answers each group has. */
  readonly n: number;
  /** The chance to find the difference if it is there, between 0 and 1. @defaultValue 0.8 */
  readonly power?: number | undefined;
}

/**
 * The smallest difference between two groups that a number of answers is likely to find.
 *
 * @param options - metric, number of answers in each group, and what is known: level, power, expected answers
 * @returns the difference in units of the score: NPS points, percentage points, scale points
 * @throws RangeError for a number of answers that is not above 0, and for a level or power outside 0 to 1; TypeError for expectations
 *   that do not belong to the statistic
 *
 * @remarks Source: (z₁ + z₂) √(2 V / n), where z₁ belongs to the level and z₂ to the power.
 *
 * @example
 * ```ts
 * import { detectableDifference, NPS } from "cx-metrics";
 *
 * detectableDifference({ definition: NPS, n: 958, expected: { positive: 0.5, negative: 0.2 } }); // → 10.0
 * ```
 */
export function detectableDifference(options: DetectableDifferenceOptions): number {
  const { n, power = 0.8, level = 0.95 } = options;
  assertAboveZero("n", n);
  return zSum(level, power) * Math.sqrt((2 * plannedVariance(options)) / n);
}
