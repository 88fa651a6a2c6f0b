import { type CompareMethod, compare } from "../inference/compare.js";
import type { Comparison } from "../inference/comparison.js";
import type { Measurement } from "../metrics/measurement.js";
import type { Rows } from "../segment/column.js";
import { type MannKendall, MOST_SCORES, mannKendall } from "./mann-kendall.js";
import { showInstant } from "./periods.js";
import { type PointOptions, pointsOf, type TrendPoint } from "./points.js";
import { readTime, type Time } from "./read-time.js";
import { readTimedRows, type TimedRows, type TimeLimits, type TrendOptions } from "./timed-rows.js";
import { windowMeasurer } from "./window-answers.js";
import type { Span } from "./windows.js";

/** How to compare before and after. The other options are those of `trend`, and are of the points of each side. */
export interface BeforeAfterOptions<Row, Result extends Measurement> extends TrendOptions<Row, Result> {
  /** The first instant of the side after, such as when a change was released. */
  readonly at: Time;
}

/** All answers of one side, and how the score went there. */
export type Side<Result extends Measurement = Measurement> = Result & {
  /** The periods of this side alone; the one that holds the moment is on both, with its part of the answers. */
  readonly points: readonly TrendPoint<Result>[];
  /** Whether the score was going up or down on this side already; null of rolling points, which overlap, and of over 5000. */
  readonly trend: MannKendall | null;
};

/** Two sides of a moment, and whether they differ by more than noise. */
export interface BeforeAfter<Result extends Measurement = Measurement> {
  /** The side before the moment. */
  readonly before: Side<Result>;
  /** The side from the moment on. */
  readonly after: Side<Result>;
  /** The score after less the score before. */
  readonly change: Comparison<CompareMethod>;
}

/**
 * Compares the answers after a moment with those before it, and shows the trend on both sides: a score that was rising anyway is also
 * higher after whatever was done.
 *
 * @param rows - any iterable of rows in any order, or their number where all accessors are columns
 * @param options - those of `trend`, and the moment
 * @returns a measurement of each side with its points and their trend, and the comparison of the two
 * @throws RangeError for a moment that is not between `from` and `to`; otherwise what `trend` throws
 *
 * @remarks
 * The comparison is that of `compare` at the level of the measurement's interval. It takes the two sides as independent samples; for the
 * same people asked before and after there is `comparePaired`.
 *
 * @example
 * ```ts
 * import { csat } from "cx-metrics";
 * import { beforeAfter } from "cx-metrics/trend";
 *
 * const rows = Array.from({ length: 60 }, (_, day) => ({
 *   at: Date.UTC(2026, 0, 1 + day),
 *   score: day < 31 ? 3 + (day % 2) : 4 + (day % 2),
 * }));
 * const { before, after, change } = beforeAfter(rows, {
 *   time: (row) => row.at,
 *   score: (row) => row.score,
 *   at: "2026-02-01",
 *   every: "week",
 *   metric: csat,
 * });
 * [before.score, after.score]; // → [48.4, 100]
 * change.interval; // → { low: 30.1, high: 66.4, level: 0.95, method: "adjusted-wald" }
 * after.points.map(({ key, n }) => [key, n]); // → [["2026-W05", 1], ["2026-W06", 7], ["2026-W07", 7], ["2026-W08", 7], ["2026-W09", 7]]
 * ```
 */
export function beforeAfter<Row, Result extends Measurement>(
  rows: Rows<Row>,
  options: BeforeAfterOptions<Row, Result>,
): BeforeAfter<Result> {
  const timed = readTimedRows(rows, options, undefined);
  const { range, limits } = timed;
  const at = readTime("at", options.at, timed.timeZone);
  if (at < (limits.from ?? at) || at > (limits.to ?? at))
    throw new RangeError(`at must be between from and to, got ${showInstant(at)}`);
  const before = sideOf(timed, options, [range?.[0] ?? at, at], { ...limits, to: at });
  const after = sideOf(timed, options, [at, range?.[1] ?? at], { ...limits, from: at });
  return { before, after, change: compare(before, after, { level: after.interval?.level }) };
}

function sideOf<Result extends Measurement>(
  rows: TimedRows,
  options: PointOptions<Result>,
  [start, end]: Span,
  limits: TimeLimits,
): Side<Result> {
  const whole = { start, end, isFull: true };
  const [points = []] = pointsOf(rows, options, start < end ? [start, end] : null, limits);
  const trend = options.rolling === undefined && points.length <= MOST_SCORES ? mannKendall(points) : null;
  return { ...windowMeasurer(rows, [whole], options.metric)(0, whole), points, trend };
}
