import { timesReader } from "../../../src/cli/times.js";
import type { Metric } from "../../../src/index.js";
import { type TrendPoint, trend } from "../../../src/trend/index.js";
import type { Table } from "../data/table.js";
import { readColumn } from "../data/text-column.js";
import type { Settings } from "../settings.js";
import type { TooMany } from "./compute.js";
import type { AnswerColumns } from "./read-answers.js";
import type { UnreadableBuilder } from "./unreadable.js";

/** More periods than these cannot be seen in one chart. */
const MOST_PERIODS = 1000;

/** Scores each period. Rows without a time that can be read are in no period, and told of. */
export function scoreTrend(
  { columns, rows }: Table,
  { scores, weights }: AnswerColumns,
  metric: Metric,
  place: number,
  { timeFormat, timeZone, every }: Settings,
  unreadable: UnreadableBuilder,
): { readonly trend: readonly TrendPoint[] | TooMany; readonly timeless: number } {
  const column = columns[place]!;
  const read = readerOf(timeZone, timeFormat);
  const times = Float64Array.from(
    readColumn(column, (text) => {
      const time = read(text);
      return typeof time === "string" ? Number.NaN : time;
    }),
  );
  const timed = Uint32Array.from(rowsOf(rows)).filter((row) => !Number.isNaN(times[row]!));
  for (let row = 0; row < rows; row++)
    if (Number.isNaN(times[row]!))
      unreadable.add(row, column.name, column.texts[column.codes[row]!]!, { kind: "time" });
  const periods = trend(timed.length, {
    time: Float64Array.from(timed, (row) => times[row]!),
    score: Array.from(timed, (row) => scores[row]!),
    weight: weights && Float64Array.from(timed, (row) => weights[row]!),
    every,
    timeZone,
    metric,
  });
  const isTooMany = periods.length > MOST_PERIODS;
  return {
    trend: isTooMany ? { tooMany: periods.length, most: MOST_PERIODS } : periods,
    timeless: rows - timed.length,
  };
}

function readerOf(timeZone: string, format: string) {
  try {
    return timesReader(timeZone, format || undefined);
  } catch (error) {
    // The command line calls it by the name of its option.
    throw new RangeError((error as Error).message.replace("--date-format", "the format of dates"));
  }
}

function* rowsOf(rows: number): Generator<number> {
  for (let row = 0; row < rows; row++) yield row;
}
