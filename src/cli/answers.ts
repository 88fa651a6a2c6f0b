import type { MetricDefinition } from "../index.js";
import type { SegmentKey } from "../segment/group-rows.js";
import { readTime } from "../trend/read-time.js";
import { assertTimeZone } from "../trend/time-zone.js";
import type { Arguments } from "./arguments.js";
import { keyOf } from "./cells.js";
import { type Columns, findColumns, optionalColumn } from "./columns.js";
import { checkUsage, wrongUsage } from "./problem.js";
import type { RowReader } from "./reading.js";
import { rowAnswersReader } from "./row-answers.js";
import type { Gathered } from "./summary.js";
import { timesReader } from "./times.js";

/** Reads answers from rows. */
export interface AnswerReader {
  /** The names of the columns that make segments; known when the first table is open. */
  readonly dimensions: readonly string[];
  /** How many of the rows that cannot be read have a segment and a period all the same. */
  readonly placed: () => number;
  readonly of: (columns: Columns, gathered: Gathered) => RowReader;
}

/** The moments between which rows count. */
export interface Limits {
  readonly from: number;
  readonly to: number;
}

/** Makes a reader of answers: score and weight or count, segment, time and respondent, as a command line names their columns. */
export function answerReader(definition: MetricDefinition, args: Arguments): AnswerReader {
  const answersOf = rowAnswersReader(definition, args);
  const timeZone = timeZoneOf(args);
  const timeOf = timesReader(timeZone, args.text("date-format"));
  const { from, to } = limitsOf(args, timeZone);
  const dimensions: string[] = [];
  let placed = 0;

  const of = (columns: Columns, gathered: Gathered): RowReader => {
    const read = answersOf(columns);
    const time = optionalColumn(columns, args.text("time"));
    const respondent = optionalColumn(columns, args.text("respondent"));
    const by = findColumns(columns, args.list("by"));
    sameDimensions(dimensions, columns, by);
    return (values) => {
      const moment = time === undefined ? 0 : timeOf(values[time]);
      if (typeof moment === "string") return [columns.names[time!]!, moment];
      if (moment < from || moment >= to) return undefined;
      const keys: SegmentKey[] = by.map((place) => keyOf(values[place]));
      const place = { keys, time: moment, respondent: respondent === undefined ? null : keyOf(values[respondent]) };
      const { answers, refusal } = read(values);
      for (const [score, weight, n] of answers) gathered.add(place, score, weight, n);
      if (refusal !== undefined) placed++;
      return refusal;
    };
  };
  return { dimensions, placed: () => placed, of };
}

/** The time zone that a command line names. */
export function timeZoneOf(args: Arguments): string {
  const timeZone = args.text("time-zone") ?? "UTC";
  checkUsage(() => assertTimeZone(timeZone));
  return timeZone;
}

/** The moments between which rows count, from `--from` to before `--to`. */
export function limitsOf(args: Arguments, timeZone: string): Limits {
  const moment = (name: "from" | "to", otherwise: number) =>
    args.has(name) ? limitOf(args, name, timeZone) : otherwise;
  const limits = { from: moment("from", Number.NEGATIVE_INFINITY), to: moment("to", Number.POSITIVE_INFINITY) };
  if (limits.from > limits.to) throw wrongUsage("--from must not be after --to");
  return limits;
}

function limitOf(args: Arguments, name: "from" | "to", timeZone: string): number {
  const text = args.required(name);
  try {
    return readTime(name, text, timeZone);
  } catch {
    const format = args.has("date-format") ? ", whatever --date-format says" : "";
    throw wrongUsage(
      `--${name} must be a time in ISO 8601, such as 2026-03-05 or 2026-03-05T14:00:00+08:00${format}, got "${text}"`,
    );
  }
}

/** Takes the names of the columns of segments from the first table; the others must have as many. */
function sameDimensions(dimensions: string[], columns: Columns, by: readonly number[]): void {
  if (dimensions.length === 0) dimensions.push(...by.map((place) => columns.names[place]!));
  if (dimensions.length !== by.length)
    throw wrongUsage(
      `--by means ${by.length} columns in ${columns.table}, and ${dimensions.length} in the file before`,
    );
}
