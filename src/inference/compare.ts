import { assertOptions, oneOf } from "../answers/wrong.js";
import type { Statistic } from "../metrics/definition.js";
import { assertLevel } from "../metrics/level.js";
import type { Measurement } from "../metrics/measurement.js";
import { netVariance, withAnswers } from "../stats/interval.js";
import { assertAlike, type Comparison, conclude, degreesOf, differenceRange, type TestInput } from "./comparison.js";
import { effectSize } from "./effect-size.js";
import { newcombe } from "./newcombe.js";
import { sampleOf } from "./sample-of.js";

/** How two scores are compared. */
export type CompareMethod = "adjusted-wald" | "wald" | "welch" | "z" | "newcombe";

/** How to compare. */
export interface CompareOptions {
  /**
   * `adjusted-wald` adds ¾, 1½ and ¾ answers to each side of a net score, and one positive and one other answer to each side of a
   * share (Agresti-Caffo); `wald` is the textbook test with variances divided by n; `welch` is Welch's t on the standard errors, and
   * `z` the normal test on them, as for two survey designs; `newcombe`, for shares, combines the two Wilson intervals.
   * @defaultValue "adjusted-wald" for a net score and a share, "welch" for a mean and an index
   */
  readonly method?: CompareMethod | undefined;
  /** Confidence level of the interval, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
}

/** The methods that suit each statistic; the first is the default. */
const METHODS: Record<Statistic, readonly CompareMethod[]> = {
  net: ["adjusted-wald", "wald", "welch", "z"],
  share: ["adjusted-wald", "wald", "welch", "z", "newcombe"],
  mean: ["welch", "z"],
  index: ["welch", "z"],
};

/**
 * Says whether a score has changed, or two groups differ, by more than noise.
 *
 * @param before - a measurement, fresh or stored as JSON
 * @param after - a measurement of the same metric, statistic and scale, of other respondents
 * @param options - method and level
 * @returns the difference after − before with standard error, interval, p-value and effect size; null where nothing can be
 *   said. With `adjusted-wald` the interval is that of the adjusted scores, and its middle a little nearer to 0 than the
 *   difference
 * @throws TypeError for something that is no measurement, for measurements of different metrics, statistics or scales, and for a
 *   method that does not suit the statistic; RangeError for a level outside 0 to 1
 *
 * @remarks
 * Source: Rocks (2016) for net scores, Agresti & Caffo (2000) and Newcombe (1998) for shares, Welch (1947) for means. The
 * two samples are independent; for the same respondents asked twice there is `comparePaired`.
 *
 * @example
 * ```ts
 * import { compare, nps } from "cx-metrics";
 *
 * const march = nps([{ score: 10, n: 40 }, { score: 8, n: 35 }, { score: 3, n: 25 }]);
 * const april = nps([{ score: 10, n: 55 }, { score: 8, n: 30 }, { score: 3, n: 15 }]);
 * const { difference, interval, pValue } = compare(march, april);
 * difference; // → 25
 * interval; // → { low: 3.4, high: 45.1, level: 0.95, method: "adjusted-wald" }
 * pValue; // → 0.023
 * ```
 */
export function compare(
  before: Measurement,
  after: Measurement,
  options: CompareOptions = {},
): Comparison<CompareMethod> {
  assertOptions(options);
  assertAlike([before, after]);
  const { statistic } = before;
  const { method = METHODS[statistic][0]!, level = 0.95 } = options;
  assertLevel(level);
  oneOf(`the method for ${statistic} scores`, method, METHODS[statistic]);
  const difference = before.score === null || after.score === null ? null : after.score - before.score;
  const effect = effectSize(before, after);
  const conclusion =
    method === "newcombe"
      ? newcombe(before, after, level)
      : conclude(testOf(before, after, method), differenceRange(before), level, method);
  return { difference, ...conclusion, effect };
}

function testOf(before: Measurement, after: Measurement, method: CompareMethod): TestInput | null {
  if (before.score === null || after.score === null) return null;
  if (method === "welch" || method === "z") return ofStandardErrors(before, after, method);
  const [a, b] = [before, after].map((measurement) => counted(measurement, method === "adjusted-wald"));
  return { centre: b!.score - a!.score, standardError: Math.sqrt(a!.variance + b!.variance), df: null };
}

function ofStandardErrors(before: Measurement, after: Measurement, method: "welch" | "z"): TestInput | null {
  const centre = after.score! - before.score!;
  const [a, b] = [before.standardError, after.standardError];
  if (a === null || b === null) return null;
  const standardError = Math.hypot(a, b);
  if (method === "z" || standardError === 0) return { centre, standardError, df: null };
  // Welch and Satterthwaite's degrees of freedom.
  const df = 1 / ((a / standardError) ** 4 / degreesOf(before) + (b / standardError) ** 4 / degreesOf(after));
  return { centre, standardError, df };
}

/** The score from counts and the variance of it, in units of the score, with or without added answers. */
function counted(measurement: Measurement, adjusted: boolean) {
  const added = measurement.statistic === "net" ? { p: 0.75, d: 0.75, s: 1.5 } : { p: 1, d: 0, s: 1 };
  const sample = sampleOf(measurement);
  const { n, ...shares } = adjusted ? withAnswers(sample, added) : sample;
  return { score: 100 * (shares.p - shares.d), variance: (10000 * netVariance(shares)) / n };
}
