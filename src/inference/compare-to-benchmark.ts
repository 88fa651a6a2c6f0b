import { assertOptions, oneOf, wrong } from "../answers/wrong.js";
import { assertMeasurement } from "../metrics/assert-measurement.js";
import type { Statistic } from "../metrics/definition.js";
import { intervalWithin } from "../metrics/interval-within.js";
import { assertLevel } from "../metrics/level.js";
import type { Measurement } from "../metrics/measurement.js";
import { scoreRange } from "../metrics/score-range.js";
import { type Limits, netScore, netVariance, varianceUnder, wilson } from "../stats/interval.js";
import { type Comparison, conclude, degreesOf, type EffectSize } from "./comparison.js";
import { cohensH, hedgesG } from "./effect-size.js";
import { sampleOf } from "./sample-of.js";

/** How a score is compared with a fixed value. */
export type BenchmarkMethod = "score" | "wald" | "t";

/** How to compare with a benchmark. */
export interface CompareToBenchmarkOptions {
  /**
   * `score` takes the variance there would be if the benchmark were true, and is the test behind the default intervals of net scores
   * and shares; `wald` the variance of the answers divided by n (of a mean: its standard error, with z); `t` the standard error, with
   * Student's t. @defaultValue "score" for a net score and a share, "t" for a mean and an index
   */
  readonly method?: BenchmarkMethod | undefined;
  /** Confidence level of the interval, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
}

/** The methods that suit each statistic; the first is the default. */
const METHODS: Record<Statistic, readonly BenchmarkMethod[]> = {
  net: ["score", "wald", "t"],
  share: ["score", "wald", "t"],
  mean: ["t", "wald"],
  index: ["t", "wald"],
};

/**
 * Says whether a score differs from a fixed value, such as a target or an industry figure, by more than noise.
 *
 * @param measurement - a measurement, fresh or stored as JSON
 * @param benchmark - a value in units of the score, taken as known exactly
 * @param options - method and level
 * @returns the difference score − benchmark with standard error, interval, p-value and effect size; null where nothing can be said
 * @throws TypeError for something that is no measurement or number, and for a method that does not suit the statistic;
 *   RangeError for a benchmark that no score can take, and for a level outside 0 to 1
 *
 * @remarks Source: Tango (1998) and Wilson (1927) for `score`.
 *
 * @example
 * ```ts
 * import { compareToBenchmark, csat } from "cx-metrics";
 *
 * const { difference, pValue } = compareToBenchmark(csat([{ score: 5, n: 88 }, { score: 2, n: 12 }]), 80);
 * difference; // → 8
 * pValue; // → 0.0455
 * ```
 */
export function compareToBenchmark(
  measurement: Measurement,
  benchmark: number,
  options: CompareToBenchmarkOptions = {},
): Comparison<BenchmarkMethod> {
  assertOptions(options);
  assertMeasurement("measurement", measurement);
  const { statistic, scale, score, standardError } = measurement;
  const { method = METHODS[statistic][0]!, level = 0.95 } = options;
  assertLevel(level);
  oneOf(`the method for ${statistic} scores`, method, METHODS[statistic]);
  const [lowest, highest] = scoreRange(statistic, scale);
  if (!(Number.isFinite(benchmark) && benchmark >= lowest && benchmark <= highest))
    throw wrong("benchmark", benchmark, `a score from ${lowest} to ${highest}`);

  const effect = effectOf(measurement, benchmark);
  if (score === null) return { difference: null, ...conclude(null, [0, 0], level, method), effect };
  const difference = score - benchmark + 0;
  const error = method === "t" || !isCounted(statistic) ? standardError : countedError(measurement, method, benchmark);
  const test =
    error === null
      ? null
      : { centre: difference, standardError: error, df: method === "t" ? degreesOf(measurement) : null };
  const range: Limits = [lowest - benchmark, highest - benchmark];
  const conclusion = conclude(test, range, level, method);
  if (method !== "score") return { difference, ...conclusion, effect };
  // The interval of the score test is not symmetric: it holds the benchmarks that the test does not reject. And it holds the
  // difference, which rounding must not undo.
  const [low, high] = scoreLimits(measurement, level);
  const limits: Limits = [Math.min(difference, low - benchmark), Math.max(difference, high - benchmark)];
  return { difference, ...conclusion, interval: intervalWithin(range, limits, level, method), effect };
}

function isCounted(statistic: Statistic): boolean {
  return statistic === "net" || statistic === "share";
}

/** Standard error in units of the score: of the answers as they are, or as they would be if the benchmark were true. */
function countedError(measurement: Measurement, method: BenchmarkMethod, benchmark: number): number {
  const { n, ...shares } = sampleOf(measurement);
  const value = benchmark / 100;
  const ifTrue = measurement.statistic === "net" ? varianceUnder(value, shares.p, shares.d) : value * (1 - value);
  return 100 * Math.sqrt((method === "score" ? ifTrue : netVariance(shares)) / n);
}

/** Limits of the score test, in units of the score. */
function scoreLimits(measurement: Measurement, level: number): Limits {
  const [low, high] = (measurement.statistic === "net" ? netScore : wilson)(sampleOf(measurement), level);
  return [100 * low, 100 * high];
}

function effectOf(measurement: Measurement, benchmark: number): EffectSize {
  const { statistic, score, standardError, effectiveN } = measurement;
  if (statistic === "share") {
    const expected = { p: benchmark / 100, s: (100 - benchmark) / 100 };
    return { name: "cohens-h", value: score === null ? null : cohensH(expected, sampleOf(measurement)) };
  }
  if (score === null || standardError === null || effectiveN === null) return { name: "hedges-g", value: null };
  return hedgesG(score - benchmark, standardError * Math.sqrt(effectiveN), effectiveN - 1);
}
