import { criticalZ } from "../stats/interval.js";
import { medianOf, medianOfSorted } from "./average.js";

/** A confidence interval of a slope, in units of the score per period. */
export interface SlopeInterval {
  /** Lower limit. */
  readonly low: number;
  /** Upper limit. */
  readonly high: number;
  /** Confidence level, 0 to 1. */
  readonly level: number;
  /** From the ranks of all slopes, by Sen (1968). */
  readonly method: "sen";
}

/** A line through a series, with the uncertainty of its slope. */
export interface SenLine {
  readonly slope: number | null;
  readonly intercept: number | null;
  readonly interval: SlopeInterval | null;
}

/**
 * Sen's line: its slope is the median of the slopes between all pairs of points, and it goes through their medians.
 *
 * @param variance - of Kendall's S, from which the ranks of the limits follow
 */
export function senLine(
  positions: readonly number[],
  scores: readonly number[],
  variance: number,
  level: number,
): SenLine {
  if (scores.length < 2) return { slope: null, intercept: null, interval: null };
  const slopes = sortedSlopes(positions, scores);
  const slope = medianOfSorted(slopes) + 0;
  const intercept = medianOf(scores) - slope * medianOf(positions) + 0;
  return { slope, intercept, interval: slopeInterval(slopes, variance, level) };
}

/** The slopes between all pairs of points, in ascending order. */
function sortedSlopes(positions: readonly number[], scores: readonly number[]): Float64Array {
  const n = scores.length;
  const slopes = new Float64Array((n * (n - 1)) / 2);
  let at = 0;
  for (let later = 1; later < n; later++)
    for (let earlier = 0; earlier < later; earlier++) {
      slopes[at] = (scores[later]! - scores[earlier]!) / (positions[later]! - positions[earlier]!);
      at += 1;
    }
  return slopes.sort();
}

/** The slopes as many ranks from both ends as Kendall's S says; null where that is beyond the ends. */
function slopeInterval(slopes: Float64Array, variance: number, level: number): SlopeInterval | null {
  const reach = criticalZ(level) * Math.sqrt(variance);
  const rank = Math.round((slopes.length - reach) / 2);
  if (rank < 1) return null;
  return { low: slopes[rank - 1]! + 0, high: slopes[slopes.length - rank]! + 0, level, method: "sen" };
}
