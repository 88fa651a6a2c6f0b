import type { Arguments } from "./arguments.js";
import { compare } from "./compare.js";
import { csi } from "./csi.js";
import { describe } from "./describe.js";
import type { Io } from "./io.js";
import type { MetricName } from "./metric.js";
import { GROUPS, type OptionName } from "./options.js";
import { queryText } from "./query.js";
import type { Report } from "./report.js";
import { sampleSize } from "./sample-size.js";
import { score } from "./score.js";
import { servqual } from "./servqual.js";

/** A command of the program. */
export interface Command {
  readonly summary: string;
  /** What stands behind its name, before the options. */
  readonly operands: string;
  readonly options: readonly OptionName[];
  /** Options that must be given; of several together, one. */
  readonly required?: readonly (OptionName | readonly OptionName[])[];
  /** Command lines that work on the files of docs/examples. */
  readonly examples: readonly string[];
  readonly run: (args: Arguments, io: Io) => Promise<Report>;
  /** For `--sql`: the query of the same. */
  readonly query?: (args: Arguments, io: Io) => string;
}

const LABELS = '"Very dissatisfied=1,Dissatisfied=2,Neither=3,Satisfied=4,Very satisfied=5"';
const FILES = "FILE...";

const READING: readonly OptionName[] = [...GROUPS.Input, ...GROUPS.Output];
const QUESTION = [
  "score",
  "weight",
  "count",
  "counts",
  "definition",
  "scale",
  "statistic",
  "interval",
  "level",
] as const;
/** The options that say where ratings stand. */
const RATINGS = ["score", "counts"] as const;
const SCORING: readonly OptionName[] = [
  ...QUESTION,
  ...(["by", "min-n", "order", "totals", "adjust"] as const),
  ...GROUPS.Time,
  ...GROUPS.Chart,
  ...GROUPS.Database,
  ...READING,
];

/** What scores one question does, from files or by a database. */
function scoring(metric?: MetricName): Pick<Command, "run" | "query"> {
  return { run: (args, io) => score(metric, args, io), query: (args, io) => queryText(metric, args, io) };
}

/** Every command, in the order of the help. */
export const COMMANDS: Readonly<Record<string, Command>> = {
  nps: {
    summary: "Net Promoter Score: ratings 0 to 10, promoters less detractors",
    operands: FILES,
    options: SCORING,
    examples: [
      "nps feedback.ndjson --score nps",
      "nps feedback.ndjson --score nps --by region --min-n 10",
      "nps --score nps --by region --sql duckdb --table survey",
    ],
    required: [RATINGS],
    ...scoring("nps"),
  },
  csat: {
    summary: "customer satisfaction: ratings 1 to 5 or another scale, share of the satisfied",
    operands: FILES,
    options: [...SCORING, "satisfied-from"],
    examples: [`csat feedback.ndjson --score csat --labels ${LABELS} --time submitted_at --every month`],
    required: [RATINGS],
    ...scoring("csat"),
  },
  ces: {
    summary: "customer effort: ratings 1 to 7, mean",
    operands: FILES,
    options: SCORING,
    examples: ["ces feedback.ndjson --score ces --weight weight"],
    required: [RATINGS],
    ...scoring("ces"),
  },
  sentiment: {
    summary: "net sentiment: ratings 1 to 5, positive less negative",
    operands: FILES,
    options: SCORING,
    examples: [`sentiment feedback.ndjson --score csat --labels ${LABELS}`],
    required: [RATINGS],
    ...scoring("sentiment"),
  },
  csi: {
    summary: "satisfaction index of several items, 0 to 100",
    operands: FILES,
    options: ["items", "scale", "weights", "importance", "weight", "interval", "level", ...READING],
    examples: ["csi service.csv --items overall,compared,ideal"],
    required: ["items"],
    run: csi,
  },
  servqual: {
    summary: "service quality: perceptions less expectations, by dimension and item",
    operands: FILES,
    options: [
      ...(["perceptions", "expectations", "importance", "instrument", "weights", "missing-items"] as const),
      ...(["weight", "level"] as const),
      ...GROUPS.Chart,
      ...READING,
    ],
    examples: ["servqual service.csv --expectations E1..E22 --perceptions P1..P22"],
    required: ["perceptions"],
    run: servqual,
  },
  compare: {
    summary: "whether two files, or segments, differ by more than noise",
    operands: "BEFORE AFTER, or FILE... --by COLUMN",
    options: [
      "metric",
      ...QUESTION,
      "satisfied-from",
      "by",
      "against",
      "adjust",
      "method",
      ...GROUPS.Chart,
      ...READING,
    ],
    examples: ["compare feedback.ndjson --metric nps --score nps --by tier"],
    run: compare,
  },
  segment: {
    summary: "any of the metrics for each segment",
    operands: FILES,
    options: ["metric", "satisfied-from", ...SCORING],
    examples: ["segment feedback.ndjson --metric ces --score ces --by region,tier --totals"],
    required: [RATINGS, "by"],
    ...scoring(),
  },
  trend: {
    summary: "any of the metrics over time",
    operands: FILES,
    options: ["metric", "satisfied-from", ...SCORING],
    examples: [
      "trend service.csv --metric csat --scale 1-10 --score overall --time date --date-format dd/MM/yyyy --every month",
    ],
    required: [RATINGS, "time", "every"],
    ...scoring(),
  },
  "sample-size": {
    summary: "how many answers a survey takes, or how exact it is",
    operands: "",
    options: [...(["metric", "definition", "scale", "statistic", "level"] as const), ...GROUPS.Plan, ...GROUPS.Output],
    examples: [
      "sample-size --metric nps --margin 5",
      "sample-size --metric csat --difference 10 --expected positive=0.8",
    ],
    run: sampleSize,
  },
  describe: {
    summary: "what is in a file: ratings and their scales, no-answer codes, times, ids",
    operands: FILES,
    options: READING.filter((name) => !["missing", "labels"].includes(name) && name !== "digits"),
    examples: ["describe feedback.ndjson"],
    run: describe,
  },
};
