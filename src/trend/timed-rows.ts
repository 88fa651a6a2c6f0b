import type { Answer } from "../answers/answer.js";
import { assertOptions } from "../answers/wrong.js";
import type { Measurement } from "../metrics/measurement.js";
import { type Accessor, type Rows, readColumn, readRows } from "../segment/column.js";
import { type By, groupRows, type RowGroups } from "../segment/group-rows.js";
import { assertMetric, type Metric } from "../segment/measure-group.js";
import { assertCalendar, type Calendar } from "./calendar.js";
import type { Respondent } from "./latest.js";
import { showInstant } from "./periods.js";
import { type Instants, readTime, readTimes, type Time } from "./read-time.js";
import { assertTimeZone } from "./time-zone.js";
import type { Rolling, Span } from "./windows.js";

/** How to follow a score over time. Each accessor is a function of a row, or a column of values in the order of the rows. */
export interface TrendOptions<Row, Result extends Measurement> extends Calendar {
  /** When a row was answered: a Date, milliseconds since 1970, or ISO 8601 text; without an offset it is local time of the zone. */
  readonly time: Accessor<Row, Time>;
  /** The answer of a row: a rating, null where it is missing (which a typed array cannot hold), or `{ score, n, weight }`. */
  readonly score: Accessor<Row, Answer>;
  /** The survey weight of a row: 0, or from 1e-100 to 1e100. @defaultValue 1 */
  readonly weight?: Accessor<Row, number> | undefined;
  /** What scores the answers of a period, such as `nps`. */
  readonly metric: Metric<Result>;
  /** The IANA time zone of the periods. @defaultValue "UTC", never the machine's */
  readonly timeZone?: string | undefined;
  /**
   * Makes each point of the answers of the last `periods` periods, or of the last `days` days up to its end. The score is null where
   * fewer periods lead up to it, or where the days reach back before `from` or the first row's period. @defaultValue each period alone
   */
  readonly rolling?: Rolling | undefined;
  /**
   * Whose answer a row is: the latest one of each in the window counts, be it a rating or a missing answer. Rows without a
   * known respondent (null) all count; an empty text is somebody, so turn it into null. @defaultValue all count
   */
  readonly respondent?: Accessor<Row, Respondent> | undefined;
  /** The first instant whose rows count. @defaultValue the start of the first row's period */
  readonly from?: Time | undefined;
  /**
   * The first instant whose rows no longer count: 1 April for all of March. Give the present moment where the last period
   * is still going on, as nothing else shows that. @defaultValue the end of the last row's period
   */
  readonly to?: Time | undefined;
}

/** The first instant whose rows count, and the first whose rows no longer do, where they are given. */
export interface TimeLimits {
  readonly from: number | undefined;
  readonly to: number | undefined;
}

/** Rows as columns, parted into series. */
export interface TimedRows {
  readonly times: ArrayLike<number>;
  readonly scores: ArrayLike<Answer>;
  readonly weights: ArrayLike<number> | undefined;
  readonly respondents: ArrayLike<Respondent> | undefined;
  readonly series: RowGroups;
  readonly timeZone: string;
  readonly limits: TimeLimits;
  /** From the limits given, or else the first and the last row; null where there are no instants in between. */
  readonly range: Span | null;
}

/** Reads rows and options, and checks all of them but `rolling`. */
export function readTimedRows<Row, Result extends Measurement>(
  rows: Rows<Row>,
  options: TrendOptions<Row, Result>,
  by: By<Row> | undefined,
): TimedRows {
  assertOptions(options);
  const { timeZone = "UTC" } = options;
  assertMetric(options.metric);
  assertCalendar(options);
  assertTimeZone(timeZone);
  const all = readRows(rows);
  const instants = readTimes(readColumn("time", all, options.time), timeZone);
  const limits = readLimits(options, timeZone);
  return {
    times: instants.times,
    scores: readColumn("score", all, options.score),
    weights: options.weight === undefined ? undefined : readColumn("weight", all, options.weight),
    respondents: options.respondent === undefined ? undefined : readColumn("respondent", all, options.respondent),
    series: by === undefined ? oneSeries(all) : groupRows(all, by),
    timeZone,
    limits,
    range: rangeOf(instants, limits),
  };
}

function readLimits({ from, to }: { readonly from?: Time | undefined; readonly to?: Time | undefined }, zone: string) {
  const limits: TimeLimits = {
    from: from === undefined ? undefined : readTime("from", from, zone),
    to: to === undefined ? undefined : readTime("to", to, zone),
  };
  if (limits.from !== undefined && limits.to !== undefined && limits.from > limits.to)
    throw new RangeError(`from must not be after to, got ${showInstant(limits.from)} and ${showInstant(limits.to)}`);
  return limits;
}

function rangeOf({ first, last }: Instants, { from, to }: TimeLimits): Span | null {
  const range: Span = [from ?? first, to ?? last + 1];
  return range[0] < range[1] ? range : null;
}

function oneSeries(rows: ArrayLike<unknown>): RowGroups {
  return { dimensions: [], groupOf: new Uint8Array(rows.length), values: [[]] };
}
