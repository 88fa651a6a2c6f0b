import { type Csi, format, type Scale, csi as scoreIndex } from "../index.js";
import type { Arguments } from "./arguments.js";
import { pointsOf, ratingCells, weightOf } from "./cells.js";
import { findColumns } from "./columns.js";
import { figureColumns, figuresOf, numberColumn, recordOf, textColumn } from "./figures.js";
import type { Io } from "./io.js";
import { scaleOf } from "./metric.js";
import { numbersOf } from "./numbers.js";
import { checkUsage, wrongUsage } from "./problem.js";
import { isRefusal, readRow } from "./read-row.js";
import { ratingTexts, startReading } from "./reading.js";
import type { Report } from "./report.js";

/** A response as `csi` takes it. */
interface Response {
  readonly items: readonly (number | null)[];
  readonly importance: readonly number[] | null;
  readonly weight: number;
}

/** Computes a satisfaction index of several items. */
export async function csi(args: Arguments, io: Io): Promise<Report> {
  const options = {
    scale: scaleOf(args.text("scale") ?? "1-10"),
    weights: numbersOf(args, "weights"),
    level: args.number("level"),
    interval: args.choice("interval", ["t", "wald"]),
  };
  // A wrong option is reported before any row is read.
  checkUsage(() => scoreIndex([], options));
  const { responses, items, invalid } = await readResponses(args, options.scale, io);
  if (options.weights !== undefined) assertAsMany("weights", options.weights.length, items.length);
  return indexReport({ ...scoreIndex(responses, options), invalid }, items);
}

async function readResponses(args: Arguments, scale: Scale, io: Io) {
  const texts = ratingTexts(args);
  const rating = checkUsage(() => ratingCells({ metric: "csi", scale }, texts));
  const responses: Response[] = [];
  let items: readonly string[] = [];
  const reading = startReading(args, io);
  await reading.read(reading.sources, (columns) => {
    const [places, importance, weight] = (["items", "importance", "weight"] as const).map((name) =>
      findColumns(columns, args.list(name)),
    ) as [number[], number[], number[]];
    if (importance.length > 0) assertAsMany("importance", importance.length, places.length);
    items = places.map((place) => columns.names[place]!);
    return (values) => {
      const row = readRow(columns, values, {
        items: [places, rating],
        importance: [importance, pointsOf],
        weight: [weight, weightOf],
      });
      if (isRefusal(row)) return row;
      const points = row.importance as number[];
      responses.push({ items: row.items, importance: points.length > 0 ? points : null, weight: row.weight[0] ?? 1 });
      return undefined;
    };
  });
  return { responses, items, invalid: reading.end().invalid };
}

function assertAsMany(option: string, parts: number, items: number): void {
  if (parts !== items) throw wrongUsage(`--${option} has ${parts} parts, and --items ${items}: they must be as many`);
}

function indexReport(index: Csi, names: readonly string[]): Report {
  const items = index.items.map((item, place) => ({ item: names[place]!, ...item }));
  return {
    json: { ...index, items },
    records: [
      { item: null, ...recordOf(index) },
      ...items.map(({ item, mean, n, missing }) => ({ item, metric: "item", mean, n, missing })),
    ],
    views: (options) => [
      {
        columns: [textColumn("metric"), ...figureColumns([index])],
        rows: [[index.metric, ...figuresOf(index, options)]],
      },
      {
        columns: [textColumn("item"), ...["mean", "n", "missing"].map(numberColumn)],
        rows: items.map(({ item, mean, n, missing }) => [
          item,
          format(mean, { digits: options.digits ?? 2 }),
          String(n),
          String(missing),
        ]),
      },
    ],
  };
}
