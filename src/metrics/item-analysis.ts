import { alphaOf, completeRows, covarianceOf, type ItemRows, varianceSums } from "./cronbach-alpha.js";

/** What one item contributes to a scale. */
export interface ItemStatistics {
  /** Mean rating; null without a complete row. */
  readonly mean: number | null;
  /** Standard deviation, with divisor n − 1; null below two complete rows. */
  readonly standardDeviation: number | null;
  /** Correlation of the item with the sum of the others; null where one of the two is constant. */
  readonly itemTotalCorrelation: number | null;
  /** Alpha of the scale without the item; null where it has but two items. */
  readonly alphaIfDeleted: number | null;
}

/** An analysis of the items of a scale. Plain JSON. */
export interface ItemAnalysis {
  /** How many rows are complete. */
  readonly n: number;
  /** How many rows were left out because an answer is missing. */
  readonly missing: number;
  /** In the order of the columns. */
  readonly items: readonly ItemStatistics[];
}

/**
 * Says of each item of a scale how well it fits the others, from the complete rows: an item whose deletion raises alpha, or whose
 * correlation with the rest is low or negative, measures something else or is worded the other way round.
 *
 * @param rows - ratings, one row a respondent and one column an item, of any numeric scale; a row with a gap is left out and counted
 * @returns mean, standard deviation, corrected item-total correlation and alpha if deleted of each item
 * @throws what `cronbachAlpha` throws for rows
 *
 * @remarks Source: Nunnally & Bernstein (1994), Psychometric Theory; the figures are those of R's `psych::alpha`.
 *
 * @example
 * ```ts
 * import { itemAnalysis } from "cx-metrics";
 *
 * const { items } = itemAnalysis([[4, 5, 1], [2, 3, 4], [5, 5, 2], [3, 2, 3]]);
 * items.map((item) => item.mean); // → [3.5, 3.75, 2.5]
 * items[2]?.itemTotalCorrelation; // → -0.834
 * ```
 */
export function itemAnalysis(rows: ItemRows): ItemAnalysis {
  const { complete, missing, items } = completeRows(rows);
  const n = complete.length;
  const covariance = covarianceOf(complete, items);
  return {
    n,
    missing,
    items: Array.from({ length: items }, (_, item) => {
      const rest = varianceSums(covariance, item);
      return {
        mean: n === 0 ? null : complete.reduce((sum, row) => sum + row[item]!, 0) / n,
        standardDeviation: n < 2 ? null : Math.sqrt((covariance[item]![item]! * n) / (n - 1)),
        itemTotalCorrelation: correlationWithRest(covariance[item]!, item, rest.total),
        alphaIfDeleted: alphaOf(rest),
      };
    }),
  };
}

function correlationWithRest(covariances: readonly number[], item: number, rest: number): number | null {
  const own = covariances[item]!;
  const withRest = covariances.reduce((sum, value) => sum + value, 0) - own;
  const product = own * rest;
  // Within ±1, also by rounding.
  return product <= 1e-24 * own * own ? null : Math.max(-1, Math.min(1, withRest / Math.sqrt(product)));
}
