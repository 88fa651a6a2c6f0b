import type { Answers, Tally } from "./answer.js";
import { collect } from "./collect.js";
import type { Groups } from "./group.js";
import { wrong } from "./wrong.js";

/**
 * Groups answers by score: the small, mergeable, JSON-safe summary from which every one-question metric is computed.
 *
 * A tally is itself a list of answers, so it goes wherever answers go, and `tally(tally(x))` is `tally(x)`. Typed arrays and
 * arrays of whole numbers from 0 to 255 are counted without an object for each answer.
 *
 * @param answers - ratings on the metric's own scale; `null` or `undefined` (a hole in an array too) is a missing answer;
 *   `{ score, n, weight }` stands for `n` answers with that score whose weights add up to `weight`
 * @returns one row for each score in ascending order, the missing answers last with score `null`
 * @throws TypeError for an answer that is no number, `null` or object with a score: text, booleans, bigints
 * @throws RangeError for NaN, an infinity, a negative or fractional count, a negative or infinite weight
 *
 * @example
 * ```ts
 * import { tally } from "cx-metrics";
 *
 * tally([10, 9, null, 10]);
 * // → [
 * //   { score: 9, n: 1, weight: 1, weightSq: 1 },
 * //   { score: 10, n: 2, weight: 2, weightSq: 2 },
 * //   { score: null, n: 1, weight: 1, weightSq: 1 },
 * // ]
 * ```
 */
export function tally(answers: Answers): Tally {
  return rowsOf(
    collect(answers, (problem) => {
      throw problem();
    }),
  );
}

/** The rows of a tally: groups in ascending order of score, the missing answers last. */
export function rowsOf(groups: Groups): Tally {
  return [...groups.values()]
    .sort((a, b) => (a.score ?? Infinity) - (b.score ?? Infinity))
    .map(({ score, n, weight, weightSq }) => {
      if (!Number.isSafeInteger(n))
        throw wrong(`the number of answers with score ${score}`, n, "below 2^53, to be counted exactly");
      return { score, n, weight, weightSq };
    });
}
