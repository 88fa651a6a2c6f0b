import { assertOptions } from "../answers/wrong.js";
import { type Accessor, type Rows, readColumn, readRows } from "../segment/column.js";
import { codesOf } from "../segment/group-rows.js";
import type { Respondent } from "./latest.js";
import { readTimes, type Time } from "./read-time.js";
import { assertTimeZone } from "./time-zone.js";

/** Whose rows they are, and of when. */
export interface LatestPerRespondentOptions<Row> {
  /** Who a row is from; null or undefined where that is not known, and the row is then kept. */
  readonly respondent: Accessor<Row, Respondent>;
  /** When it was answered. */
  readonly time: Accessor<Row, Time>;
  /** The IANA time zone of times that have no offset. @defaultValue "UTC" */
  readonly timeZone?: string | undefined;
}

/**
 * Keeps the latest row of each respondent, so that nobody counts twice.
 *
 * @param rows - any iterable of rows, or their number where all accessors are columns; rows are then their positions
 * @param options - accessors of respondent and time
 * @returns those rows, in the order they came. Of two at the same time, the one further down is the later. An unanswered
 *   question is an answer too: leave such rows out beforehand if an earlier rating should stand
 * @throws TypeError or RangeError for an invalid time, naming the row; TypeError for a respondent that is neither text, number,
 *   boolean nor null
 *
 * @example
 * ```ts
 * import { latestPerRespondent } from "cx-metrics/trend";
 *
 * const rows = [
 *   { customer: "ann", at: "2026-03-01T09:00:00Z", score: 4 },
 *   { customer: "bob", at: "2026-03-02T09:00:00Z", score: 9 },
 *   { customer: "ann", at: "2026-04-01T09:00:00Z", score: 10 },
 * ];
 * latestPerRespondent(rows, { respondent: (row) => row.customer, time: (row) => row.at }).map(({ score }) => score);
 * // → [9, 10]
 * ```
 */
export function latestPerRespondent<Row>(rows: Rows<Row>, options: LatestPerRespondentOptions<Row>): Row[] {
  assertOptions(options);
  const { timeZone = "UTC" } = options;
  assertTimeZone(timeZone);
  const all = readRows(rows);
  const { times } = readTimes(readColumn("time", all, options.time), timeZone);
  const { codes, values } = codesOf("respondent", readColumn("respondent", all, options.respondent));
  const latest = new Map<number, number>();
  for (let row = 0; row < codes.length; row++) {
    const known = latest.get(codes[row]!);
    if (known === undefined || times[row]! >= times[known]!) latest.set(codes[row]!, row);
  }
  const isLatest = (row: number) => values[codes[row]!] === null || latest.get(codes[row]!) === row;
  const positions = Array.from(codes.keys()).filter(isLatest);
  return typeof rows === "number" ? (positions as Row[]) : positions.map((row) => all[row]!);
}
