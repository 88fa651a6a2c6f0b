import type { Measurement } from "../metrics/measurement.js";
import { fTails } from "../stats/f.js";
import type { ChiSquareTest } from "./chi-square-test.js";
import { testBands } from "./compare-distributions.js";
import { assertAlike, degreesOf, type Measurements, namedOf } from "./comparison.js";

/** An F test of several scores. */
export interface AnovaTest {
  /**
   * F; null, as all else, below two groups with a standard error, and where one of them is 0. Null alone where it is beyond the range
   * of a double.
   */
  readonly statistic: number | null;
  /** Degrees of freedom between the groups: their number less 1. */
  readonly df1: number | null;
  /** Degrees of freedom within the groups, by Welch's approximation; mostly not a whole number. */
  readonly df2: number | null;
  /** How often noise alone makes scores differ as much, 0 to 1. */
  readonly pValue: number | null;
}

/** Whether several groups differ at all. Plain JSON. */
export interface GroupComparison {
  /** Welch's analysis of variance of the scores. */
  readonly scores: AnovaTest;
  /** Chi-square test of the bands. */
  readonly bands: ChiSquareTest;
}

/**
 * Says whether three or more groups differ at all, before you ask which of them do (`compareAll`).
 *
 * @param measurements - measurements of one metric, of different respondents, in a list or under names
 * @returns Welch's analysis of variance of the scores, which does not take their variances as equal, and a chi-square test of the
 *   bands; null where nothing can be said
 * @throws TypeError for something that is no measurement, and for measurements of different metrics, statistics, scales or bands
 *
 * @remarks Source: Welch (1951), on the measurements' standard errors, as R's `oneway.test`.
 *
 * @example
 * ```ts
 * import { compareGroups, csat } from "cx-metrics";
 *
 * const shop = (satisfied: number) => csat([{ score: 5, n: satisfied }, { score: 1, n: 100 - satisfied }]);
 * compareGroups([shop(80), shop(75), shop(60)]).scores.pValue; // → 0.0070
 * ```
 */
export function compareGroups(measurements: Measurements): GroupComparison {
  const groups = namedOf(measurements).map(([, measurement]) => measurement);
  assertAlike(groups);
  return { scores: welchAnova(groups), bands: testBands(groups) };
}

function welchAnova(measurements: readonly Measurement[]): AnovaTest {
  const none = { statistic: null, df1: null, df2: null, pValue: null };
  const groups = measurements.filter(({ standardError }) => standardError !== null);
  const k = groups.length;
  if (k < 2 || groups.some(({ standardError }) => standardError === 0)) return none;
  // Weights are taken relative to the surest group, so that none leaves the range of a double.
  const least = groups.reduce((lowest, { standardError }) => Math.min(lowest, standardError!), Infinity);
  const weights = groups.map(({ standardError }) => (least / standardError!) ** 2);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  // Counted from the first score, so that equal scores have exactly their own mean.
  const first = groups[0]!.score!;
  const mean = first + groups.reduce((sum, { score }, index) => sum + weights[index]! * (score! - first), 0) / total;
  const between = groups.reduce((sum, { score, standardError }) => sum + ((score! - mean) / standardError!) ** 2, 0);
  const imbalance = groups.reduce(
    (sum, group, index) => sum + (1 - weights[index]! / total) ** 2 / degreesOf(group),
    0,
  );
  const statistic = between / (k - 1) / (1 + (2 * (k - 2) * imbalance) / (k * k - 1));
  const [df1, df2] = [k - 1, (k * k - 1) / (3 * imbalance)];
  // Beyond the range of a double, a difference is certain.
  if (!Number.isFinite(statistic)) return { statistic: null, df1, df2, pValue: 0 };
  return { statistic, df1, df2, pValue: fTails(statistic, df1, df2).upper };
}
