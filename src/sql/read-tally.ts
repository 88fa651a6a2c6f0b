import type { Tally } from "../answers/answer.js";
import { tally } from "../answers/tally.js";
import { type DriverRow, readRows } from "./read-rows.js";

/**
 * Turns the rows of a `tallyQuery` into a tally, for `nps`, `csat` and every other metric.
 *
 * @param rows - as a driver gives them, with the columns `score` and `n`, and `weight` and `weight_sq` where there are weights, in any
 *   case; numbers, bigints or decimal text. Rows of segments and periods are added up
 * @returns their tally
 * @throws TypeError for rows that are no tallies; RangeError for counts beyond 2^53, which cannot be exact, and for null or negative
 *   weights
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { readTally } from "cx-metrics/sql";
 *
 * const rows = [{ SCORE: 10, N: 5n }, { SCORE: 6, N: "3" }, { SCORE: null, N: 2n }];
 * const { score, n, missing } = nps(readTally(rows));
 * [score, n, missing]; // → [25, 8, 2]
 * ```
 */
export function readTally(rows: Iterable<DriverRow>): Tally {
  return tally(readRows(rows).map(({ answer }) => answer));
}
