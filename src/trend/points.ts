import { type CompareMethod, compare } from "../inference/compare.js";
import type { Comparison } from "../inference/comparison.js";
import type { Measurement } from "../metrics/measurement.js";
import type { Metric } from "../segment/measure-group.js";
import type { Calendar } from "./calendar.js";
import { periodsBetween } from "./periods.js";
import type { TimedRows, TimeLimits } from "./timed-rows.js";
import { windowMeasurer } from "./window-answers.js";
import { type Rolling, type Span, type TimeWindow, windowsOf } from "./windows.js";

/** A measurement of a period. */
export type TrendPoint<Result extends Measurement = Measurement> = Result & {
  /** The period's name, such as `2026`, `2026-Q1`, `2026-03`, `2026-W10`, `2026-03-05` or `2026-03-05T14`. */
  readonly key: string;
  /** Its first instant. */
  readonly start: Date;
  /** The first instant after it. */
  readonly end: Date;
  /** Whether `from` or `to` cut a part of it off; never, where they are not given. */
  readonly partial: boolean;
  /**
   * Its score less that of the point before; of rolling points, of the last one that has no answers in common with it. Null where
   * there is none, and with nulls in it where one of both has no score. It takes the answers of the two as those of different people.
   */
  readonly change: Comparison<CompareMethod> | null;
};

/** More points than these are a mistake, such as a series for each respondent: each takes about three thousand bytes. */
const MOST_POINTS = 1_000_000;

/** What points are made of. */
export interface PointOptions<Result extends Measurement> extends Calendar {
  readonly metric: Metric<Result>;
  readonly rolling?: Rolling | undefined;
}

/**
 * The points of each series, one for each period.
 *
 * @param range - from the first to before the last instant that counts; null where there is none
 * @param limits - those of its ends that cut periods off
 */
export function pointsOf<Result extends Measurement>(
  rows: TimedRows,
  options: PointOptions<Result>,
  range: Span | null,
  { from, to }: TimeLimits,
): TrendPoint<Result>[][] {
  const { timeZone, series } = rows;
  const periods = range === null ? [] : periodsBetween(...range, options, timeZone);
  if (periods.length * series.values.length > MOST_POINTS)
    throw new RangeError(
      `a trend must have at most ${MOST_POINTS} points, got ${series.values.length} series of ${periods.length} periods`,
    );
  const known: Span = [from ?? periods[0]?.start ?? 0, to ?? periods.at(-1)?.end ?? 0];
  const windows = windowsOf(periods, options.rolling, known, timeZone);
  const measure = windowMeasurer(rows, windows, options.metric);
  return series.values.map((_, index) => {
    const measured = windows.map((window) => measure(index, window));
    return periods.map(({ key, start, end }, place) => {
      const partial = start < known[0] || end > known[1];
      const change = changeAt(place, windows, measured);
      return { ...measured[place]!, key, start: new Date(start), end: new Date(end), partial, change };
    });
  });
}

function changeAt(index: number, windows: readonly TimeWindow[], measured: readonly Measurement[]) {
  const after = measured[index]!;
  for (let earlier = index - 1; earlier >= 0; earlier--) {
    const isApart = windows[earlier]!.isFull && windows[earlier]!.end <= windows[index]!.start;
    if (isApart) return compare(measured[earlier]!, after, { level: after.interval?.level });
  }
  return null;
}
