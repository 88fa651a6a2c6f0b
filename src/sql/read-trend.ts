import { assertOptions, wrong } from "../answers/wrong.js";
import type { Measurement } from "../metrics/measurement.js";
import { periodFinder } from "../trend/period-finder.js";
import type { TrendPoint } from "../trend/points.js";
import { instantReader, readTime } from "../trend/read-time.js";
import { assertTimeZone } from "../trend/time-zone.js";
import type { TrendOptions } from "../trend/timed-rows.js";
import { type TrendSeries, trend } from "../trend/trend.js";
import { byOf } from "./by-of.js";
import { type DriverRow, type ReadRow, readRows } from "./read-rows.js";

/** How to follow tallied rows over time: the options of `trend` but its accessors. Periods and zone are those of the query. */
export interface ReadTrendOptions<Result extends Measurement>
  extends Omit<TrendOptions<never, Result>, "time" | "score" | "weight" | "respondent"> {
  /** Whether to follow each segment of the rows, or all together. @defaultValue whether the rows have segments */
  readonly by?: boolean | undefined;
}

/**
 * Turns the rows of a `tallyQuery` with `time.every` into what `trend` gives for the answers themselves, or `trend` with `by` where
 * the query has it.
 *
 * @param rows - as a driver gives them, with the columns of `readTally`, `period`, and those whose names start with `by_`
 * @param options - metric, and the same `every`, `timeZone`, `weekStartsOn` and `fiscalYearStartMonth` as in the query;
 *   `from` and `to` say which periods there are, but do not drop rows within a period: the query's condition does
 * @returns a point for each period, or the points of each segment; `[]` for no rows without `from` and `to`
 * @throws what `readTally`, `readSegments` and `trend` throw; TypeError for `rolling` with rows of a query with `respondent`;
 *   RangeError for `rolling.days` that are not whole periods, and for a row without a period, as when a time is null or the engine does
 *   not know the time zone
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { readTrend } from "cx-metrics/sql";
 *
 * const rows = [{ period: "2026-01-01 00:00:00", score: 10, n: 5 }, { period: "2026-03-01 00:00:00", score: 6, n: 3 }];
 * const points = readTrend(rows, { every: "month", timeZone: "Asia/Shanghai", metric: nps, by: false });
 * points.map(({ key, score }) => [key, score]);
 * // → [["2026-01", 100], ["2026-02", null], ["2026-03", -100]]
 * ```
 */
export function readTrend<Result extends Measurement>(
  rows: Iterable<DriverRow>,
  options: ReadTrendOptions<Result> & { readonly by: true },
): TrendSeries<Result>[];
export function readTrend<Result extends Measurement>(
  rows: Iterable<DriverRow>,
  options: ReadTrendOptions<Result> & { readonly by: false },
): TrendPoint<Result>[];
export function readTrend<Result extends Measurement>(
  rows: Iterable<DriverRow>,
  options: ReadTrendOptions<Result>,
): TrendPoint<Result>[] | TrendSeries<Result>[];
export function readTrend<Result extends Measurement>(
  rows: Iterable<DriverRow>,
  options: ReadTrendOptions<Result>,
): TrendPoint<Result>[] | TrendSeries<Result>[] {
  assertOptions(options);
  assertTimeZone(options.timeZone ?? "UTC");
  const read = readRows(rows);
  if (options.rolling !== undefined && read.some(({ isLatest }) => isLatest))
    throw new TypeError(
      "rolling: the latest answers of each period cannot be pooled, as one respondent would count in several",
    );
  assertWholePeriods(options);
  const keys = options.by === false ? undefined : byOf(read);
  const { by = keys !== undefined, ...others } = options;
  const common = { ...others, time: periodTimes(read, options), score: (row: ReadRow) => row.answer };
  return by ? trend(read, { ...common, by: keys ?? (() => null) }) : trend(read, common);
}

/** Throws where windows of days would start within a period, of which nothing is known but the whole. */
function assertWholePeriods(options: ReadTrendOptions<Measurement>): void {
  const { rolling, every, to, timeZone = "UTC" } = options;
  if (typeof rolling !== "object" || rolling === null || !("days" in rolling)) return;
  const isWhole = every === "hour" || every === "day" || (every === "week" && rolling.days % 7 === 0);
  const isWholeUpTo = to === undefined || +periodFinder(options)(to).start === readTime("to", to, timeZone);
  if (!isWhole || !isWholeUpTo)
    throw new RangeError(
      `rolling.days must reach over whole periods, as only these are known, got ${rolling.days} by the ${every}${
        isWhole ? " and a time to within a period" : ""
      }: use rolling.periods, or tally by day`,
    );
}

/** A moment of each row's period that `from` does not cut off. */
function periodTimes(rows: readonly ReadRow[], options: ReadTrendOptions<Measurement>): number[] {
  const { timeZone = "UTC", from } = options;
  const read = instantReader(timeZone);
  const first = from === undefined ? undefined : read("from", from);
  const cut = first === undefined ? undefined : +periodFinder(options)(first).start;
  return rows.map(({ period }, row) => {
    if (typeof period !== "string" || !/^\d{4}-\d\d-\d\d \d\d:00:00$/.test(period))
      throw new RangeError(wrong(`period of row ${row}`, period, PERIOD).message);
    const start = read(`period of row ${row}`, period);
    return start === cut ? first! : start;
  });
}

const PERIOD =
  "the local start of a period, such as 2026-03-01 00:00:00; it is null where a time is null or the engine does not know the time zone";
