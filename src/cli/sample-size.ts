import {
  sampleSize as answersForMargin,
  detectableDifference,
  type Expected,
  format,
  marginOfError,
  type PlanOptions,
  sampleSizeToDetect,
} from "../index.js";
import { STATISTICS } from "../metrics/definition.js";
import type { Arguments } from "./arguments.js";
import { numberOf } from "./cells.js";
import { numberColumn, textColumn } from "./figures.js";
import type { Io } from "./io.js";
import { definitionOf } from "./metric.js";
import { checkUsage, wrongUsage } from "./problem.js";
import type { Report } from "./report.js";

/** What is asked of a plan, and what it answers. */
interface Plan {
  readonly metric: string;
  readonly statistic: string;
  readonly level: number;
  readonly [figure: string]: string | number;
}

/** Plans a survey: how many answers a margin or a difference takes, or what a number of answers gives. */
export async function sampleSize(args: Arguments, io: Io): Promise<Report> {
  if (args.paths.length > 0) throw wrongUsage(`sample-size reads no file, got ${args.paths[0]}`);
  const given = (["margin", "difference", "n"] as const).filter((name) => args.has(name));
  if (given.length !== 1) throw wrongUsage("give one of --margin, --difference and --n");
  const definition = definitionOf(undefined, args, io);
  const statistic = args.choice("statistic", STATISTICS) ?? definition.statistic;
  const level = args.number("level") ?? 0.95;
  const common = { definition, statistic, level, expected: expectedOf(args) };
  const figures = checkUsage(() => figuresOf(common, args));
  return planReport({ metric: definition.metric, statistic, level, ...figures });
}

function figuresOf(common: PlanOptions, args: Arguments): Record<string, number> {
  const [margin, difference, n] = [args.number("margin"), args.number("difference"), args.number("n")];
  const [population, power = 0.8] = [args.number("population"), args.number("power")];
  const known = population === undefined ? {} : { population };
  if (margin !== undefined) return { margin, ...known, answers: answersForMargin({ ...common, margin, population }) };
  if (difference !== undefined)
    return { difference, power, answersPerGroup: sampleSizeToDetect({ ...common, difference, power }) };
  return {
    n: n!,
    ...known,
    marginOfError: marginOfError({ ...common, n: n!, population }),
    power,
    detectableDifference: detectableDifference({ ...common, n: n!, power }),
  };
}

/** What is expected, of a list such as positive=0.5,negative=0.2. */
function expectedOf(args: Arguments): Expected | undefined {
  const text = args.text("expected");
  if (text === undefined) return undefined;
  const entries = text.split(",").map((part) => {
    const [name = "", value = ""] = part.split("=");
    const number = numberOf(value);
    if (number === null || !["positive", "negative", "standardDeviation"].includes(name.trim()))
      throw wrongUsage(
        `--expected must be positive=SHARE,negative=SHARE or standardDeviation=NUMBER, got "${part.trim()}"`,
      );
    return [name.trim(), number];
  });
  return Object.fromEntries(entries);
}

function planReport(plan: Plan): Report {
  return {
    json: plan,
    records: [plan],
    views: ({ digits }) => [
      {
        columns: [textColumn("plan"), numberColumn("")],
        rows: Object.entries(plan).map(([name, value]) => [
          name.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`),
          typeof value === "string" || Number.isInteger(value) || ["level", "power"].includes(name)
            ? String(value)
            : format(value, { digits }),
        ]),
      },
    ],
  };
}
