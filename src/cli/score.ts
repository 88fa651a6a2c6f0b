import { type Metric, segment } from "../index.js";
import { ADJUSTMENTS } from "../inference/adjust-p-values.js";
import { ORDERS } from "../segment/order.js";
import { latestPerRespondent, trend } from "../trend/index.js";
import { answerReader, timeZoneOf } from "./answers.js";
import type { Arguments } from "./arguments.js";
import { calendarOf, periodOf, rollingOf } from "./calendar-of.js";
import type { Io } from "./io.js";
import { definitionOf, type MetricName, metricOf } from "./metric.js";
import { checkUsage, wrongUsage } from "./problem.js";
import { type RowCounts, startReading } from "./reading.js";
import type { Report } from "./report.js";
import { measurementReport, segmentsReport, trendReport } from "./score-reports.js";
import { type AnswerRow, kept, summedUp } from "./summary.js";
import { suppressPoints } from "./suppress-points.js";

/** The answers of all sources. */
interface GatheredAnswers extends RowCounts {
  readonly rows: readonly AnswerRow[];
  /** The names of the columns that make segments. */
  readonly dimensions: readonly string[];
  /** How many rows that cannot be read are of no segment or period. */
  readonly unplaced: number;
}

/** Scores one question: overall, by segment, over time, or both. */
export async function score(metric: MetricName | undefined, args: Arguments, io: Io): Promise<Report> {
  const definition = definitionOf(metric, args, io);
  const measured = metricOf(definition, args);
  // A wrong option is reported before any row is read.
  const nothing = { rows: [], dimensions: args.has("by") ? ["by"] : [], unplaced: 0, invalid: 0, read: 0 };
  checkUsage(() => reportOf(nothing, measured, args));
  const reader = answerReader(definition, args);
  const gathered = args.has("respondent") ? kept() : summedUp(periodOf(args));
  const reading = startReading(args, io);
  await reading.read(reading.sources, (columns) => reader.of(columns, gathered));
  const counts = reading.end();
  const answers = {
    ...counts,
    rows: gathered.rows(),
    dimensions: reader.dimensions,
    unplaced: counts.invalid - reader.placed(),
  };
  return reportOf(answers, measured, args);
}

function reportOf(answers: GatheredAnswers, metric: Metric, args: Arguments): Report {
  if (args.has("every")) return overTime(answers, metric, args);
  const rows = args.has("respondent") ? latest(answers.rows) : answers.rows;
  const superseded = answers.rows.length - rows.length;
  if (args.has("by")) return bySegment({ ...answers, rows, superseded }, metric, args);
  const unreadable = { score: Number.NaN, n: answers.unplaced };
  return measurementReport(metric([...rows.map(({ answer }) => answer), unreadable]), { superseded });
}

function bySegment(answers: GatheredAnswers & { superseded: number }, metric: Metric, args: Arguments): Report {
  const by = dimensionsOf(answers);
  const segments = segment(answers.rows, {
    by,
    score: (row) => row.answer,
    metric,
    minN: minNOf(args),
    order: args.choice("order", ORDERS),
    totals: args.has("totals"),
    adjust: args.choice("adjust", ADJUSTMENTS),
  });
  // Totals are in the order of the object's names, in which numbers such as 2024 come first.
  return segmentsReport(segments, { ...answers, dimensions: Object.keys(by) });
}

function overTime(answers: GatheredAnswers, metric: Metric, args: Arguments): Report {
  const options = {
    ...calendarOf(args),
    time: (row: AnswerRow) => row.time,
    score: (row: AnswerRow) => row.answer,
    metric,
    timeZone: timeZoneOf(args),
    rolling: rollingOf(args),
    respondent: args.has("respondent") ? (row: AnswerRow) => row.respondent : undefined,
    from: args.text("from"),
    to: args.text("to"),
  };
  if (!args.has("by")) return trendReport([{ key: null, keys: {}, points: trend(answers.rows, options) }], answers);
  const series = trend(answers.rows, { ...options, by: dimensionsOf(answers) });
  return trendReport(suppressPoints(series, minNOf(args)), answers);
}

/** The least number of answers of a segment that is shown. */
function minNOf(args: Arguments): number {
  const minN = args.number("min-n") ?? 0;
  if (!(Number.isInteger(minN) && minN >= 0)) throw wrongUsage(`--min-n must be a whole number from 0, got ${minN}`);
  return minN;
}

function dimensionsOf({ dimensions }: GatheredAnswers) {
  return Object.fromEntries(dimensions.map((name, index) => [name, (row: AnswerRow) => row.keys[index]]));
}

/** The rows that count where each respondent's latest does. */
function latest(rows: readonly AnswerRow[]): readonly AnswerRow[] {
  return latestPerRespondent(rows, { respondent: (row) => row.respondent, time: (row) => row.time });
}
