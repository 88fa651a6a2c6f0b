import type { Answers, Tally } from "./answer.js";
import { tally } from "./tally.js";

/**
 * Adds tallies up: of days to a month, of shards to a whole, of workers to a result.
 *
 * The tally of all answers together, so a metric of the merged tally pools the answers, as it should, and is never a mean
 * of the parts' scores.
 *
 * @param parts - any number of tallies, or of answers not yet tallied
 * @returns the tally of all of them; `[]` for no parts
 * @throws what `tally` throws
 *
 * @example
 * ```ts
 * import { merge, nps, tally } from "cx-metrics";
 *
 * const monday = tally([10, 10, 10, 9]); // NPS 100
 * const tuesday = tally([6]); // NPS -100
 * nps(merge(monday, tuesday)).score; // → 60
 * ```
 */
export function merge(...parts: Answers[]): Tally {
  return tally(parts.flatMap((part) => tally(part)));
}
