import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import {
  CES,
  CES_1,
  CSAT,
  CSAT_3,
  CSAT_7,
  CSAT_10,
  csat,
  defineMetric,
  type Metric,
  type MetricDefinition,
  measure,
  NPS,
  POLARITY,
  type Scale,
  SENTIMENT,
  STARS_HALF,
  type Statistic,
  THUMBS,
} from "../index.js";
import { STATISTICS } from "../metrics/definition.js";
import { INTERVAL_METHODS } from "../metrics/measurement.js";
import { showScale } from "../metrics/scale.js";
import type { Arguments } from "./arguments.js";
import type { Io } from "./io.js";
import { parseJson } from "./json.js";
import { suggestion } from "./nearest.js";
import { checkUsage, wrongUsage } from "./problem.js";

const PRESETS: Readonly<Record<string, MetricDefinition>> = {
  NPS,
  CSAT,
  CSAT_3,
  CSAT_7,
  CSAT_10,
  STARS_HALF,
  THUMBS,
  CES,
  CES_1,
  SENTIMENT,
  POLARITY,
};

/** The metrics that are commands, each with its usual definition. */
export const METRICS = { nps: NPS, csat: CSAT, ces: CES, sentiment: SENTIMENT } as const;

/** The name of a metric that is a command. */
export type MetricName = keyof typeof METRICS;

/**
 * The definition that a command line asks for: of its metric, by name, by scale, or in a file.
 *
 * @param command - the metric that the command is of, if it is of one only
 */
export function definitionOf(command: MetricName | undefined, args: Arguments, io: Io): MetricDefinition {
  const metric = command ?? args.choice("metric", Object.keys(METRICS) as MetricName[]);
  const [name, scale] = [args.text("definition"), args.text("scale")];
  if (name !== undefined && scale !== undefined) throw wrongUsage("--definition has a scale: leave --scale out");
  if (name !== undefined) return namedDefinition(name, metric, io);
  if (metric === undefined)
    throw wrongUsage("--metric is missing: --metric nps, csat, ces or sentiment, or --definition FILE.json");
  return scale === undefined ? METRICS[metric] : definitionOn(scaleOf(scale), metric);
}

function namedDefinition(name: string, metric: string | undefined, io: Io): MetricDefinition {
  if (name.endsWith(".json")) return checkUsage(() => defineMetric(readJson(name, io) as MetricDefinition));
  const preset = PRESETS[name.toUpperCase()];
  if (preset === undefined)
    throw wrongUsage(
      `--definition must be ${Object.keys(PRESETS).join(", ")} or a file FILE.json, got "${name}"${suggestion(name, Object.keys(PRESETS))}`,
    );
  if (metric !== undefined && preset.metric !== metric)
    throw wrongUsage(`--definition ${name} is of ${preset.metric}, and not of ${metric}`);
  return preset;
}

/** The preset of a metric on a scale, if it asks the same way round as the usual one. */
function definitionOn({ min, max }: Scale, metric: MetricName): MetricDefinition {
  const presets = Object.entries(PRESETS).filter(([, preset]) => preset.metric === metric);
  const usual = METRICS[metric];
  const [found] = presets.filter(
    ([, { scale, better }]) => scale.min === min && scale.max === max && better === usual.better,
  );
  if (found !== undefined) return found[1];
  const known = presets.map(([name, { scale, better }]) => `${name} ${showScale(scale)}, ${better} is better`);
  throw wrongUsage(
    `--scale ${min}-${max}: ${metric} has ${known.join("; ")}. Choose one by --definition, or write one of your own as JSON`,
  );
}

/** The scale in a text such as 1-10 or 0-5/0.5. */
export function scaleOf(text: string): Scale {
  const number = "-?\\d+(?:\\.\\d+)?";
  const [, min, max, step] = new RegExp(`^(${number})-(${number})(?:/(${number}))?$`).exec(text) ?? [];
  if (min === undefined) throw wrongUsage(`--scale must be MIN-MAX, such as 1-10, or MIN-MAX/STEP, got "${text}"`);
  return { min: Number(min), max: Number(max), step: step === undefined ? 1 : Number(step) };
}

/** The metric that a command line asks for, which counts what cannot be read as invalid. */
export function metricOf(definition: MetricDefinition, args: Arguments): Metric {
  const options = {
    statistic: args.choice<Statistic>("statistic", STATISTICS),
    interval: args.choice("interval", INTERVAL_METHODS),
    level: args.number("level"),
    invalid: "exclude",
  } as const;
  const satisfiedFrom = args.number("satisfied-from");
  if (satisfiedFrom !== undefined && definition.metric !== "csat")
    throw wrongUsage(`--satisfied-from is of csat, and not of ${definition.metric}`);
  const metric: Metric =
    satisfiedFrom === undefined
      ? (answers) => measure(answers, definition, options)
      : (answers) => csat(answers, { definition, satisfiedFrom, ...options });
  // A wrong option is reported before any row is read.
  checkUsage(() => metric([]));
  return metric;
}

/** Reads a JSON file that an option names. */
export function readJson(path: string, { cwd }: Io): unknown {
  let text: string;
  try {
    text = readFileSync(resolve(cwd, path), "utf8");
  } catch (error) {
    throw wrongUsage(`${path} cannot be read: ${(error as Error).message}`);
  }
  return parseJson(path, text);
}
