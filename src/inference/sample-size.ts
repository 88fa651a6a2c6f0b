import { assertOptions } from "../answers/wrong.js";
import { assertLevel } from "../metrics/level.js";
import { criticalZ } from "../stats/interval.js";
import { assertAboveZero, assertPopulation, type PlanOptions, plannedVariance } from "./planned-variance.js";

/** What a survey is to reach. */
export interface SampleSizeOptions extends PlanOptions {
  /** The wanted margin of error, half the width of the interval, in units of the score: NPS points, percentage points, scale points. */
  readonly margin: number;
  /** How many people there are in all, 1 or more. @defaultValue so many that it does not matter */
  readonly population?: number | undefined;
}

/**
 * How many answers a margin of error takes.
 *
 * @param options - metric, wanted margin, and what is known: level, expected answers, size of the population
 * @returns the number of answers, rounded up; not of invitations
 * @throws RangeError for a margin that is not above 0, a population below 1 and a level outside 0 to 1; TypeError for expectations
 *   that do not belong to the statistic
 *
 * @remarks
 * Source: n = z² V / margin², with the finite population correction n / (1 + (n − 1) / N) of Cochran (1977). V is the variance of one
 * answer; in the worst case half the answers lie at each end of the scale.
 *
 * @example
 * ```ts
 * import { CSAT, NPS, sampleSize } from "cx-metrics";
 *
 * sampleSize({ definition: CSAT, margin: 5 }); // → 385
 * sampleSize({ definition: NPS, margin: 10, expected: { positive: 0.5, negative: 0.2 } }); // → 235
 * sampleSize({ definition: CSAT, margin: 5, population: 500 }); // → 218
 * ```
 */
export function sampleSize(options: SampleSizeOptions): number {
  assertOptions(options);
  const { margin, level = 0.95, population = Infinity } = options;
  assertLevel(level);
  assertAboveZero("margin", margin);
  assertPopulation(population, 1);
  const n = (criticalZ(level) ** 2 * plannedVariance(options)) / margin ** 2;
  return n <= 1 ? 1 : ceil(n / (1 + (n - 1) / population));
}

/** Rounded up, but not for the noise of the last digits. */
export function ceil(n: number): number {
  return Math.max(1, Math.ceil(n - 1e-9 * n));
}
