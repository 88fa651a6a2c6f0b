import {
  defineInstrument,
  type Instrument,
  mergeServqual,
  SERVQUAL_1988,
  SERVQUAL_1991,
  type ServqualResponse,
  type ServqualTally,
  servqual as scoreService,
  tallyServqual,
} from "../index.js";
import { itemsOf } from "../metrics/instrument.js";
import { readPoints } from "../metrics/servqual-response.js";
import type { Arguments } from "./arguments.js";
import { pointsOf, ratingCells, weightOf } from "./cells.js";
import { type Columns, findColumns } from "./columns.js";
import type { Io } from "./io.js";
import { readJson } from "./metric.js";
import { suggestion } from "./nearest.js";
import { numbersOf } from "./numbers.js";
import { checkUsage, wrongUsage } from "./problem.js";
import { isRefusal, readRow } from "./read-row.js";
import { type RowReader, ratingTexts, startReading } from "./reading.js";
import type { Report } from "./report.js";
import { serviceReport } from "./service-report.js";

/** How many responses are kept before they are summed up. */
const RESPONSES_AT_ONCE = 10_000;

/** Scores service quality: perceptions, and how far they fall short of expectations. */
export async function servqual(args: Arguments, io: Io): Promise<Report> {
  const instrument = instrumentOf(args, io);
  const options = { instrument, missing: args.choice("missing-items", ["half", "complete"]) };
  const scoring = { weights: numbersOf(args, "weights"), level: args.number("level") };
  // A wrong option is reported before any row is read.
  let tally: ServqualTally<string> = checkUsage(() => tallyServqual([], options));
  checkUsage(() => scoreService(tally, scoring));
  let responses: ServqualResponse[] = [];
  const sumUp = () => {
    tally = mergeServqual(tally, tallyServqual(responses, options));
    responses = [];
  };
  const reading = startReading(args, io);
  const readerOf = responseReader(instrument, args, (response) => {
    if (responses.push(response) === RESPONSES_AT_ONCE) sumUp();
  });
  await reading.read(reading.sources, readerOf);
  sumUp();
  const { invalid } = reading.end();
  return serviceReport({ ...scoreService(tally, scoring), invalid });
}

function instrumentOf(args: Arguments, io: Io): Instrument {
  const name = args.text("instrument") ?? "SERVQUAL_1991";
  const known: Readonly<Record<string, Instrument>> = { SERVQUAL_1991, SERVQUAL_1988 };
  if (name.endsWith(".json")) return checkUsage(() => defineInstrument(readJson(name, io) as Instrument));
  const instrument = known[name.toUpperCase()];
  if (instrument !== undefined) return instrument;
  throw wrongUsage(
    `--instrument must be SERVQUAL_1991, SERVQUAL_1988 or a file FILE.json, got "${name}"${suggestion(name, Object.keys(known))}`,
  );
}

/** Makes a reader of responses: the columns of the items in the order of the instrument. */
function responseReader(instrument: Instrument, args: Arguments, take: (response: ServqualResponse) => void) {
  const texts = ratingTexts(args);
  const rating = checkUsage(() => ratingCells({ metric: "servqual", scale: instrument.scale }, texts));
  const items = itemsOf(instrument);
  const dimensions = Object.keys(instrument.dimensions);
  const isKeyed = typeof items[0] === "string";
  const ratings = (cells: readonly (number | null)[]) =>
    isKeyed ? Object.fromEntries(cells.map((cell, index) => [items[index], cell])) : cells;

  return (columns: Columns): RowReader => {
    const [perceptions, expectations] = [
      columnsOf(columns, args, "perceptions", items.length),
      columnsOf(columns, args, "expectations", items.length),
    ];
    const [importance, weight] = [
      columnsOf(columns, args, "importance", dimensions.length),
      columnsOf(columns, args, "weight", 1),
    ];
    return (values) => {
      const row = readRow(columns, values, {
        perceptions: [perceptions, rating],
        expectations: [expectations, rating],
        importance: [importance, pointsOf],
        weight: [weight, weightOf],
      });
      if (isRefusal(row)) return row;
      const wrongPoints =
        importance.length > 0
          ? problemOf(() => readPoints(instrument, row.importance as number[], "points"))
          : undefined;
      if (wrongPoints !== undefined) return [columns.names[importance[0]!]!, wrongPoints];
      take({
        perceptions: ratings(row.perceptions),
        expectations: expectations.length > 0 ? ratings(row.expectations) : null,
        importance: importance.length > 0 ? (row.importance as number[]) : null,
        weight: row.weight[0] ?? 1,
      });
      return undefined;
    };
  };
}

/** The columns that an option names: none, or as many as there are parts. */
function columnsOf(
  columns: Columns,
  args: Arguments,
  name: "perceptions" | "expectations" | "importance" | "weight",
  parts: number,
): number[] {
  const places = findColumns(columns, args.list(name));
  if (places.length === 0 || places.length === parts) return places;
  throw wrongUsage(`--${name} must be ${parts} columns, got ${places.length}`);
}

function problemOf(action: () => unknown): string | undefined {
  try {
    action();
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
