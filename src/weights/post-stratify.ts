import { assertOptions } from "../answers/wrong.js";
import { type Margin, readMargin, scaledTo, sum, targetsOf } from "./margin.js";
import { readRows } from "./read-rows.js";

/** How to post-stratify. */
export interface PostStratifyOptions<Row> extends Margin<Row> {
  /** Base weight of a row: 0, or from 1e-100 to 1e100. @defaultValue 1 each */
  readonly weight?: ((row: Row, index: number) => number) | undefined;
}

/**
 * Weights that make each stratum as heavy in the answers as it is in the population: within a stratum, every base
 * weight is multiplied by target / sum of the base weights.
 *
 * @param rows - an iterable of anything; the options say what is in a row
 * @param options - the stratum of a row, the targets of the strata as shares (then the total of the base weights is
 *   kept) or as counts, and base weights
 * @returns a weight for each row, in the order of the rows
 * @throws TypeError or RangeError for a row whose stratum has no target or is missing, a target above 0 without a row
 *   of base weight above 0, a negative or infinite target, targets that add up to 0, and an invalid base weight
 *
 * @remarks
 * Source: Holt & Smith (1979), "Post Stratification", JRSS A 142; R's `survey::postStratify` gives the same. Where only
 * the margins of several characteristics are known, and not their combinations, see {@link rake}.
 *
 * @example
 * ```ts
 * import { nps, postStratify } from "cx-metrics";
 *
 * const rows = [
 *   { plan: "free", score: 3 },
 *   { plan: "pro", score: 10 },
 *   { plan: "pro", score: 9 },
 *   { plan: "pro", score: 8 },
 * ];
 * const weights = postStratify(rows, { by: (row) => row.plan, targets: { free: 0.7, pro: 0.3 } });
 * // → [2.8, 0.4, 0.4, 0.4]
 * nps(rows.map(({ score }, index) => ({ score, weight: weights[index] }))).score; // → -50
 * ```
 */
export function postStratify<Row>(rows: Iterable<Row>, options: PostStratifyOptions<Row>): number[] {
  assertOptions(options);
  const { all, base } = readRows(rows, options.weight);
  const strata = readMargin(all, base, options, "");
  const targets = targetsOf(strata, strata.isShares ? sum(base) : strata.total);
  return scaledTo(base, strata.codes, targets);
}
