import { assertOptions } from "../answers/wrong.js";
import { assertLevel } from "../metrics/level.js";
import { criticalZ } from "../stats/interval.js";
import { assertAboveZero, assertPopulation, type PlanOptions, plannedVariance } from "./planned-variance.js";

/** A survey whose precision is asked for. */
export interface MarginOfErrorOptions extends PlanOptions {
  /** How many answers there are or will be, above 0. */
  readonly n: number;
  /** How many people there are in all, 1 or more and not below `n`. @defaultValue so many that it does not matter */
  readonly population?: number | undefined;
}

/**
 * The margin of error that a number of answers gives: half the width of the interval. Once the answers are in, the interval
 * of `measure` is the better figure.
 *
 * @param options - metric, number of answers, and what is known: level, expected answers, size of the population
 * @returns the margin in units of the score: NPS points, percentage points, scale points
 * @throws RangeError for a number of answers that is not above 0 or is above the population, and for a level outside 0 to
 *   1; TypeError for expectations that do not belong to the statistic
 *
 * @remarks Source: z √(V / n), with the finite population correction √((N − n) / (N − 1)) of Cochran (1977).
 *
 * @example
 * ```ts
 * import { CSAT, marginOfError, NPS } from "cx-metrics";
 *
 * marginOfError({ definition: CSAT, n: 385 }); // → 4.99
 * marginOfError({ definition: NPS, n: 385, expected: { positive: 0.5, negative: 0.2 } }); // → 7.8
 * ```
 */
export function marginOfError(options: MarginOfErrorOptions): number {
  assertOptions(options);
  const { n, level = 0.95, population = Infinity } = options;
  assertLevel(level);
  assertAboveZero("n", n);
  assertPopulation(population, n);
  const left = population === Infinity ? 1 : population === n ? 0 : (population - n) / (population - 1);
  return criticalZ(level) * Math.sqrt((plannedVariance(options) / n) * left);
}
