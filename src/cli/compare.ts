import { Readable } from "node:stream";
import {
  type Comparison,
  compareAll,
  compare as compareTwo,
  type Measurement,
  type NamedComparison,
} from "../index.js";
import { ADJUSTMENTS } from "../inference/adjust-p-values.js";
import { assertMeasurement } from "../metrics/assert-measurement.js";
import { keyOf } from "../segment/segment-keys.js";
import { answerReader } from "./answers.js";
import type { Arguments } from "./arguments.js";
import { comparedReport } from "./compare-report.js";
import { decode, peek } from "./decode.js";
import type { Io } from "./io.js";
import { allOf } from "./json.js";
import { definitionOf, metricOf } from "./metric.js";
import { checkUsage, wrongUsage } from "./problem.js";
import { type Reading, startReading } from "./reading.js";
import type { Report } from "./report.js";
import type { Source } from "./sources.js";
import { type AnswerRow, summedUp } from "./summary.js";
import { counted } from "./text.js";

const METHODS = ["adjusted-wald", "wald", "welch", "z", "newcombe"] as const;

/** Compares two files, or the segments of one or several. */
export async function compare(args: Arguments, io: Io): Promise<Report> {
  const reading = startReading(args, io);
  if (args.has("by")) return compareSegments(reading, args, io);
  const [before, after, ...others] = reading.sources;
  if (before === undefined || after === undefined || others.length > 0)
    throw wrongUsage(
      `compare takes two files, or segments of any: --by COLUMN; got ${counted(reading.sources.length, "file")}`,
    );
  const measurements = {
    before: await measurementOf(reading, before, args, io),
    after: await measurementOf(reading, after, args, io),
  };
  const { invalid } = reading.end();
  const comparison = checkUsage(() => compareTwo(measurements.before, measurements.after, optionsOf(args)));
  return comparedReport(measurements, [{ before: "before", after: "after", ...comparison, adjustedPValue: null }], {
    ...measurements,
    comparison: comparison satisfies Comparison,
    invalid,
  });
}

function optionsOf(args: Arguments) {
  return { method: args.choice("method", METHODS), level: args.number("level") };
}

/** How many bytes a stored measurement has at most; what is longer, such as standard input, may not fit into memory. */
const LONGEST_MEASUREMENT = 1e6;

/** The measurement that a source holds, as `--format json` wrote it, or else that of its answers. */
async function measurementOf(reading: Reading, source: Source, args: Arguments, io: Io): Promise<Measurement> {
  const { head, bytes } = await peek(source.open(), LONGEST_MEASUREMENT);
  const measurement = head.length < LONGEST_MEASUREMENT ? await stored(source.name, head) : undefined;
  // Standard input can be opened but once.
  return measurement ?? measureSource(reading, { ...source, open: () => bytes }, args, io);
}

async function stored(name: string, bytes: Uint8Array): Promise<Measurement | undefined> {
  try {
    const text = await allOf(decode({ name, open: () => Readable.from([bytes]) }, undefined));
    const value = JSON.parse(text) as Measurement;
    assertMeasurement(name, value);
    return value;
  } catch {
    // What it is instead, and what may be wrong with that, is told of where answers are read.
    return undefined;
  }
}

/** Reads the answers of some sources, and the metric that scores them. */
async function gather(reading: Reading, sources: readonly Source[], args: Arguments, io: Io) {
  const definition = definitionOf(undefined, args, io);
  const metric = metricOf(definition, args);
  const reader = answerReader(definition, args);
  const gathered = summedUp(() => 0);
  await reading.read(sources, (columns) => reader.of(columns, gathered));
  return { metric, rows: gathered.rows() };
}

async function measureSource(reading: Reading, source: Source, args: Arguments, io: Io): Promise<Measurement> {
  const { metric, rows } = await gather(reading, [source], args, io);
  return metric(rows.map(({ answer }) => answer));
}

async function compareSegments(reading: Reading, args: Arguments, io: Io): Promise<Report> {
  const { metric, rows } = await gather(reading, reading.sources, args, io);
  const { invalid } = reading.end();
  const measurements = Object.fromEntries(
    namedSegments(rows)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, members]) => [name, metric(members.map(({ answer }) => answer))]),
  );
  const comparisons: NamedComparison[] = checkUsage(() =>
    compareAll(measurements, {
      ...optionsOf(args),
      against: args.choice("against", ["pairs", "rest"]),
      adjust: args.choice("adjust", ADJUSTMENTS),
    }),
  );
  return comparedReport(measurements, comparisons, { measurements, comparisons, invalid });
}

/** The rows of each segment under its name; those that would share one, such as 1 and "1", are called by their keys in JSON. */
function namedSegments(rows: readonly AnswerRow[]): [name: string, rows: readonly AnswerRow[]][] {
  const segments = [...groupedBy(rows, ({ keys }) => JSON.stringify(keys))];
  const nameOf = ([, [row]]: (typeof segments)[number]) => String(keyOf(row!.keys) ?? "–");
  const sharing = groupedBy(segments, nameOf);
  return segments.map((segment) => {
    const [json, members] = segment;
    const name = nameOf(segment);
    return [sharing.get(name)!.length > 1 ? json : name, members];
  });
}

function groupedBy<T>(list: readonly T[], nameOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of list) {
    const group = groups.get(nameOf(item));
    if (group === undefined) groups.set(nameOf(item), [item]);
    else group.push(item);
  }
  return groups;
}
