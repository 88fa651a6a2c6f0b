import { assertOptions, wrong } from "../answers/wrong.js";
import { assertLevel } from "../metrics/level.js";
import { normalTails } from "../stats/normal.js";
import { type SlopeInterval, senLine } from "./sen-line.js";
import { readSeries, type SeriesPoint } from "./series.js";

/** How to test for a trend. */
export interface MannKendallOptions {
  /** Confidence level of the interval of the slope, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
}

/** Whether a series goes up or down, and how fast. Plain JSON. */
export interface MannKendall {
  /** How many points have a score. */
  readonly n: number;
  /** Pairs of points of which the later is the higher one, less pairs of which it is the lower one. */
  readonly s: number;
  /** Variance that s has where there is no trend, with correction for ties. */
  readonly variance: number;
  /** The z of s, with correction for continuity; null where the scores do not vary. */
  readonly statistic: number | null;
  /**
   * Two-sided p-value, 0 to 1: how often a series without a trend gives an s as far from 0; null where the scores do
   * not vary.
   */
  readonly pValue: number | null;
  /** Kendall's tau-b of score and time, -1 to 1; null where the scores do not vary. */
  readonly tau: number | null;
  /** Sen's slope: the median change per period, in units of the score; null below two points. */
  readonly slope: number | null;
  /** Where Sen's line is at position 0: at position i it is intercept + slope × i; null below two points. */
  readonly intercept: number | null;
  /** Confidence interval of the slope; null where the points are too few for the level: below 5 for 0.95. */
  readonly interval: SlopeInterval | null;
}

/** The most points: they make 12.5 million slopes to sort, which take 100 MB and a second or two. */
export const MOST_SCORES = 5000;

/**
 * Says whether a series goes up or down by more than noise, and how fast: the Mann-Kendall test, with Sen's slope.
 *
 * @param points - the periods in the order of time, as for `controlChart`: points of a trend, measurements of one
 *   metric, other objects with a score, or plain numbers; at most 5000 with a score. One with a score of null is left
 *   out and keeps its place in time. The periods must not share answers: **points of a rolling window overlap and must
 *   not go in**, as each repeats most of the one before it, so that noise looks like a trend
 * @param options - confidence level
 * @returns the test, tau, and the slope per period with its interval; null where the points are too few or too much alike
 * @throws TypeError for points that are no array, for a point that has no score, and for measurements of different
 *   metrics, statistics or scales; RangeError for a score that is not within ±1e15, for a level outside 0 to 1, and for
 *   more than 5000 points
 *
 * @remarks
 * Source: Mann (1945) and Kendall, with the variance for ties and the correction for continuity of R's
 * `cor.test(method = "kendall")`; Sen (1968) for the slope and its interval, with ranks rounded as R's
 * `trend::sens.slope` does. The line goes through the median score at the median position, positions counting from 0.
 * The test does not allow for seasons: compare whole years, or the same months.
 *
 * @example
 * ```ts
 * import { mannKendall } from "cx-metrics/trend";
 *
 * const { tau, pValue, slope, intercept, interval } = mannKendall([30, 32, 31, null, 36, 34, 38, 40, 39]);
 * tau; // → 0.79
 * pValue; // → 0.009
 * slope; // → 1.33
 * intercept; // → 29
 * interval; // → { low: 0.5, high: 1.8, level: 0.95, method: "sen" }
 * ```
 */
export function mannKendall(points: readonly SeriesPoint[], options: MannKendallOptions = {}): MannKendall {
  assertOptions(options);
  const { level = 0.95 } = options;
  assertLevel(level);
  const scored = readSeries(points).scores.flatMap((score, at) => (score === null ? [] : [{ at, score }]));
  const n = scored.length;
  if (n > MOST_SCORES)
    throw wrong("the number of points with a score", n, `at most ${MOST_SCORES}, such as days of 13 years`);
  const [positions, scores] = [scored.map(({ at }) => at), scored.map(({ score }) => score)];

  const s = riseOf(scores);
  const ties = tiesOf(scores);
  const variance = (sizeOf(n) - ties.reduce((sum, t) => sum + sizeOf(t), 0)) / 18 + 0;
  const statistic = variance > 0 ? (s - Math.sign(s)) / Math.sqrt(variance) : null;
  const untied = pairsOf(n) - ties.reduce((sum, t) => sum + pairsOf(t), 0);
  return {
    n,
    s,
    variance,
    statistic,
    pValue: statistic === null ? null : 2 * normalTails(-Math.abs(statistic)).lower,
    tau: untied === 0 ? null : s / Math.sqrt(pairsOf(n) * untied),
    ...senLine(positions, scores, variance, level),
  };
}

/** Pairs of scores that rise, less pairs that fall. */
function riseOf(scores: readonly number[]): number {
  let s = 0;
  for (let later = 1; later < scores.length; later++)
    for (let earlier = 0; earlier < later; earlier++) s += Math.sign(scores[later]! - scores[earlier]!);
  return s;
}

/** How many times each score is there. */
function tiesOf(scores: readonly number[]): readonly number[] {
  const times = new Map<number, number>();
  for (const score of scores) times.set(score, (times.get(score) ?? 0) + 1);
  return [...times.values()];
}

/** What a group of n scores adds to 18 times the variance, or takes from it where they are equal. */
function sizeOf(n: number): number {
  return n * (n - 1) * (2 * n + 5);
}

function pairsOf(n: number): number {
  return (n * (n - 1)) / 2;
}
