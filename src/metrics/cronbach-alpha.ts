import { assertIterable, assertOptions, wrong } from "../answers/wrong.js";
import { addComplete, covariances, emptyCovarianceSums } from "../stats/covariance.js";
import { fQuantile } from "../stats/f.js";
import { assertLevel } from "./level.js";

/** How to compute the reliability of a scale. */
export interface CronbachAlphaOptions {
  /** Confidence level of the interval, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
}

/** The reliability of a scale of several items. Plain JSON. */
export interface CronbachAlpha {
  /** Cronbach's alpha, at most 1, and below 0 where items contradict each other; null where it is not defined. */
  readonly alpha: number | null;
  /** The alpha of the items brought to equal variances; null where an item is constant too. */
  readonly standardized: number | null;
  /** How many rows are complete. */
  readonly n: number;
  /** How many rows were left out because an answer is missing. */
  readonly missing: number;
  /** How many items. */
  readonly items: number;
  /** Feldt's interval; null where alpha is. */
  readonly interval: {
    /** Lower limit; it may be below 0. */
    readonly low: number;
    /** Upper limit, at most 1. */
    readonly high: number;
    /** Confidence level, 0 to 1. */
    readonly level: number;
    /** From the F distribution, by Feldt (1965). */
    readonly method: "feldt";
  } | null;
}

/** Ratings of the items of a scale, one row a respondent, null where an answer is missing. */
export type ItemRows = Iterable<readonly (number | null | undefined)[]>;

/**
 * Cronbach's alpha: how far the items of a scale measure one thing, from the complete rows.
 *
 * @param rows - ratings, one row a respondent and one column an item, of any numeric scale; a row with a gap is left out and counted
 * @param options - confidence level
 * @returns alpha, standardized alpha and Feldt's interval. Two items are enough; alpha is null below two items or two complete
 *   rows, and where the sum of the items is constant. It is negative where items contradict each other: look for reversed ones
 * @throws TypeError for a row that is no list, or a rating that is no number or null
 * @throws RangeError for rows of different lengths, for a rating that is not finite, and for a level outside 0 to 1
 *
 * @remarks
 * Source: Cronbach (1951), alpha = k/(k−1) (1 − Σ item variances / variance of the sum); Feldt (1965) for the interval,
 * 1 − (1 − alpha) F with n−1 and (n−1)(k−1) degrees of freedom.
 *
 * @example
 * ```ts
 * import { cronbachAlpha } from "cx-metrics";
 *
 * const { alpha, n, missing } = cronbachAlpha([[4, 5, 4], [2, 3, 3], [5, 5, 5], [3, 2, 3], [4, null, 4]]);
 * alpha; // → 0.928
 * n; // → 4
 * missing; // → 1
 * ```
 */
export function cronbachAlpha(rows: ItemRows, options: CronbachAlphaOptions = {}): CronbachAlpha {
  assertOptions(options);
  const { level = 0.95 } = options;
  assertLevel(level);
  const { complete, missing, items } = completeRows(rows);
  const covariance = covarianceOf(complete, items);
  const alpha = alphaOf(varianceSums(covariance));
  return {
    alpha,
    standardized: standardizedAlpha(covariance),
    n: complete.length,
    missing,
    items,
    interval: alpha === null ? null : feldt(alpha, complete.length, items, level),
  };
}

/** What the variances and covariances of k items add up to, and the variances alone. */
interface VarianceSums {
  readonly k: number;
  readonly total: number;
  readonly own: number;
}

/** Adds up the variances and covariances of all items, or of all but one. */
export function varianceSums(covariance: readonly (readonly number[])[], except?: number): VarianceSums {
  let [k, total, own] = [0, 0, 0];
  for (const [i, row] of covariance.entries()) {
    if (i === except) continue;
    k++;
    own += row[i]!;
    // In place: a copy without the item would take minutes of a thousand items.
    for (let j = 0; j < row.length; j++) if (j !== except) total += row[j]!;
  }
  return { k, total, own };
}

/** Cronbach's alpha, whatever the divisor of the covariances; null below two items and for a constant sum, as of one row. */
export function alphaOf({ k, total, own }: VarianceSums): number | null {
  // At most 1, also by rounding.
  return k < 2 || total <= 1e-12 * own ? null : Math.min(1, (k / (k - 1)) * (1 - own / total));
}

/** k r / (1 + (k − 1) r), where r is the mean correlation between two items. */
function standardizedAlpha(covariance: readonly (readonly number[])[]): number | null {
  if (covariance.some((row, index) => row[index] === 0)) return null;
  const scaled = covariance.map((row, i) =>
    row.map((value, j) => value / Math.sqrt(covariance[i]![i]! * covariance[j]![j]!)),
  );
  return alphaOf(varianceSums(scaled));
}

function feldt(alpha: number, n: number, k: number, level: number): CronbachAlpha["interval"] {
  const limit = (p: number) => 1 - (1 - alpha) * fQuantile(p, n - 1, (n - 1) * (k - 1));
  return { low: limit((1 + level) / 2), high: limit((1 - level) / 2), level, method: "feldt" };
}

/** The covariances of the items, with divisor n. */
export function covarianceOf(rows: readonly (readonly number[])[], items: number): number[][] {
  const sums = emptyCovarianceSums(items);
  // Counted from the first row, ratings far from 0 lose no digits and constant ones have no variance at all.
  for (const row of rows)
    addComplete(
      sums,
      row.map((rating, index) => rating - rows[0]![index]!),
      1,
    );
  return covariances(sums);
}

/** The rows without gaps, and how many others there are. */
export function completeRows(rows: ItemRows): { complete: number[][]; missing: number; items: number } {
  const complete: number[][] = [];
  let missing = 0;
  let items = 0;
  let index = 0;
  assertIterable("rows", rows, "an iterable of lists of ratings");
  for (const row of rows) {
    if (!Array.isArray(row)) throw wrong(`row ${index}`, row, "a list of ratings");
    if (index === 0) items = row.length;
    if (row.length !== items)
      throw wrong(`the number of ratings in row ${index}`, row.length, `${items}, as in the first row`);
    const ratings = Array.from(row as readonly unknown[], (rating, item) => {
      if (rating === null || rating === undefined) return null;
      if (typeof rating === "number" && Math.abs(rating) <= 1e15) return rating;
      throw wrong(`row ${index}, item ${item + 1},`, rating, "a finite number or null, and within ±1e15");
    });
    if (ratings.every((rating) => rating !== null)) complete.push(ratings);
    else missing++;
    index++;
  }
  return { complete, missing, items };
}
