import { assertOptions, oneOf, wrong } from "../answers/wrong.js";

/** How p-values of several comparisons are adjusted for their number. */
export type Adjustment = "holm" | "bh" | "bonferroni" | "none";

/** Every adjustment. */
export const ADJUSTMENTS: readonly Adjustment[] = ["holm", "bh", "bonferroni", "none"];

/** How to adjust p-values. */
export interface AdjustPValuesOptions {
  /**
   * `holm` keeps the chance of any false alarm below the level, `bonferroni` too but with less power, `bh` (Benjamini-Hochberg)
   * the expected share of false alarms among the alarms. @defaultValue "holm"
   */
  readonly method?: Adjustment | undefined;
}

/**
 * Adjusts p-values for the number of comparisons, so that noise is not reported as change just because somebody looked
 * often enough.
 *
 * @param pValues - p-values from 0 to 1; null for a comparison that could not be made, which does not count
 * @param options - method
 * @returns adjusted p-values in the same order, none below its raw one
 * @throws TypeError for a p-value that is no number or null, and for an unknown method; RangeError for one outside 0 to 1
 *
 * @remarks
 * Source: Holm (1979); Benjamini & Hochberg (1995); the figures are those of R's `p.adjust`.
 *
 * @example
 * ```ts
 * import { adjustPValues } from "cx-metrics";
 *
 * adjustPValues([0.01, 0.04, null, 0.03]); // → [0.03, 0.06, null, 0.06]
 * adjustPValues([0.01, 0.04, 0.03], { method: "bh" }); // → [0.03, 0.04, 0.04]
 * ```
 */
export function adjustPValues(
  pValues: readonly (number | null)[],
  options: AdjustPValuesOptions = {},
): (number | null)[] {
  assertOptions(options);
  const { method = "holm" } = options;
  oneOf("method", method, ADJUSTMENTS);
  if (!Array.isArray(pValues)) throw wrong("pValues", pValues, "a list of p-values");
  for (const [index, p] of (pValues as readonly (number | null)[]).entries())
    if (p !== null && !(Number.isFinite(p) && p >= 0 && p <= 1))
      throw wrong(`p-value at index ${index}`, p, "a number from 0 to 1, or null");
  const known = [...pValues.keys()].filter((index) => pValues[index] !== null);
  const ascending = known.sort((a, b) => pValues[a]! - pValues[b]!);
  const m = ascending.length;
  const factor = {
    holm: (rank: number) => m - rank,
    bh: (rank: number) => m / (rank + 1),
    bonferroni: () => m,
    none: () => 1,
  };
  const raised = ascending.map((index, rank) => Math.min(1, pValues[index]! * factor[method](rank) + 0));
  // Adjusted values keep the order of the raw ones: Holm's step down from the smallest, Benjamini and Hochberg's step up.
  if (method === "holm") for (let rank = 1; rank < m; rank++) raised[rank] = Math.max(raised[rank]!, raised[rank - 1]!);
  if (method === "bh")
    for (let rank = m - 2; rank >= 0; rank--) raised[rank] = Math.min(raised[rank]!, raised[rank + 1]!);
  const adjusted: (number | null)[] = pValues.map(() => null);
  for (const [rank, index] of ascending.entries()) adjusted[index] = raised[rank]!;
  return adjusted;
}
