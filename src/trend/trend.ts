import type { Measurement } from "../metrics/measurement.js";
import type { Rows } from "../segment/column.js";
import type { By, DimensionOf, SegmentKey, SegmentKeys } from "../segment/group-rows.js";
import { compareAllKeys, keyOf, keysOf } from "../segment/segment-keys.js";
import { pointsOf, type TrendPoint } from "./points.js";
import { readTimedRows, type TrendOptions } from "./timed-rows.js";

/** The points of one segment. */
export interface TrendSeries<Result extends Measurement = Measurement, Dimension extends string = string> {
  /** The segment's value; of several dimensions all with " / " between them, "–" for null. */
  readonly key: SegmentKey;
  /** The value in each dimension, under its name; of one accessor alone under `key`. */
  readonly keys: SegmentKeys<Dimension>;
  /** A point for each period, in order. */
  readonly points: readonly TrendPoint<Result>[];
}

/**
 * Scores each period of time, with all answers of the period pooled, and says whether it changed by more than noise.
 *
 * @param rows - any iterable of rows in any order, or their number where all accessors are columns
 * @param options - accessors, metric, periods and time zone
 * @returns a point for each period from the first to the last, in order; with `by`, such points for each segment, however
 *   small: use `segment` with `minN` where that would give people away. A period without answers has the score null
 * @throws what the metric throws, with the index of the row; TypeError or RangeError for an invalid time, naming the row, an
 *   unknown time zone, `from` after `to`, more than 100 000 periods or 1 000 000 points; Error, naming the row, for an
 *   accessor that throws
 *
 * @remarks
 * A period starts at the first instant of its first local day or hour: a day has 23 or 25 hours where clocks change, and starts at
 * 01:00 where they skip midnight; an hour that occurs twice is one period of two hours. Weeks are those of ISO 8601 by default.
 * The comparison is that of `compare` at the level of the measurement's interval. It is not adjusted for the number of periods:
 * `controlChart` says which ones are unusual.
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { trend } from "cx-metrics/trend";
 *
 * const rows = [
 *   { at: "2026-01-31T23:30:00Z", score: 10 }, { at: "2026-01-15T12:00:00Z", score: 9 },
 *   { at: "2026-03-02T08:00:00Z", score: 6 },
 * ];
 * const points = trend(rows, {
 *   time: (row) => row.at,
 *   score: (row) => row.score,
 *   every: "month",
 *   timeZone: "Asia/Shanghai",
 *   metric: nps,
 * });
 * points.map(({ key, n, score }) => [key, n, score]); // → [["2026-01", 1, 100], ["2026-02", 1, 100], ["2026-03", 1, -100]]
 * points[0]?.start.toISOString(); // → "2025-12-31T16:00:00.000Z"
 * ```
 */
export function trend<Row, Result extends Measurement, B extends By<Row>>(
  rows: Rows<Row>,
  options: TrendOptions<Row, Result> & { readonly by: B },
): TrendSeries<Result, DimensionOf<B>>[];
export function trend<Row, Result extends Measurement>(
  rows: Rows<Row>,
  options: TrendOptions<Row, Result> & { readonly by?: undefined },
): TrendPoint<Result>[];
export function trend<Row, Result extends Measurement>(
  rows: Rows<Row>,
  options: TrendOptions<Row, Result> & { readonly by?: By<Row> | undefined },
): TrendSeries<Result>[] | TrendPoint<Result>[] {
  const timed = readTimedRows(rows, options, options?.by);
  const { values, dimensions } = timed.series;
  const points = pointsOf(timed, options, timed.range, timed.limits);
  if (options.by === undefined) return points[0]!;
  const inOrder = [...values.keys()].sort((a, b) => compareAllKeys(values[a]!, values[b]!));
  return inOrder.map((index) => ({
    key: keyOf(values[index]!),
    keys: keysOf(values[index]!, dimensions),
    points: points[index]!,
  }));
}
