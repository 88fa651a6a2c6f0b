import { narrow } from "../metrics/rating-text.js";
import type { Arguments } from "./arguments.js";
import { type RatingTexts, withPoint } from "./cells.js";
import type { Columns } from "./columns.js";
import { assertEncoding } from "./decode.js";
import type { Io } from "./io.js";
import { wrongUsage } from "./problem.js";
import { progressOn } from "./progress.js";
import { rejectedRows, reportRejected } from "./rejected.js";
import { type Source, sourcesOf } from "./sources.js";
import { INPUT_FORMATS, openTable, type Row, type Table, type TableOptions } from "./table.js";

/** Takes the values of a row; where it cannot be read, returns the column and the reason. */
export type RowReader = (values: readonly unknown[]) => Refusal | undefined;

/** Why a row cannot be read, and the column where that is seen. */
export type Refusal = readonly [column: string, reason: string];

/** How many rows there were, and how many of them could not be read. */
export interface RowCounts {
  readonly read: number;
  readonly invalid: number;
}

/** The reading of all sources of a command. */
export interface Reading {
  readonly sources: readonly Source[];
  /** Reads all rows of some sources, each with the reader made for its columns. */
  read(sources: readonly Source[], readerOf: (columns: Columns) => RowReader): Promise<void>;
  /** Tells of the rows that could not be read. */
  end(): RowCounts;
}

/** Begins to read what a command line names. */
export function startReading(args: Arguments, io: Io): Reading {
  const options = tableOptions(args);
  const sources = sourcesOf(args.paths, io);
  const rejected = rejectedRows();
  const progress = progressOn(io);
  const hasCommas = args.has("decimal-comma");
  let read = 0;

  const readTable = async ({ columns, rows: batches, unit }: Table, take: RowReader) => {
    const where = ({ line }: Row) => (sources.length === 1 ? `${unit} ${line}` : `${columns.table}, ${unit} ${line}`);
    for await (const batch of batches) {
      for (const row of batch) {
        const values = hasCommas ? row.values.map(withPoint) : row.values;
        const refusal = row.problem === undefined ? take(values) : [undefined, row.problem];
        if (refusal !== undefined) rejected.add(where(row), refusal[0], refusal[1]!);
      }
      read += batch.length;
      progress.show(read);
    }
  };

  return {
    sources,
    read: async (some, readerOf) => {
      try {
        for (const source of some) {
          const table = await openTable(source, options);
          await readTable(table, readerOf(table.columns));
        }
      } finally {
        progress.clear();
      }
    },
    end: () => {
      reportRejected(rejected, read, args.has("strict"), io);
      return { read, invalid: rejected.count };
    },
  };
}

function tableOptions(args: Arguments): TableOptions {
  const [encoding, delimiter] = [args.text("encoding"), args.text("delimiter")];
  const headerRows = args.number("header-rows") ?? 1;
  const skipLines = args.number("skip-lines");
  if (skipLines !== undefined && !(Number.isInteger(skipLines) && skipLines >= 0 && skipLines <= 1000))
    throw wrongUsage(`--skip-lines must be a whole number from 0 to 1000, got ${skipLines}`);
  if (encoding !== undefined) assertEncoding(encoding);
  if (!Number.isInteger(headerRows) || headerRows < 0 || headerRows > 10)
    throw wrongUsage(`--header-rows must be a whole number from 0 to 10, got ${headerRows}`);
  if (delimiter !== undefined && (delimiter.length !== 1 || /["\r\n]/.test(delimiter)) && delimiter !== "\\t")
    throw wrongUsage(`--delimiter must be one sign, such as ";" or "\\t" for a tab, got "${delimiter}"`);
  return {
    format: args.choice("input-format", INPUT_FORMATS),
    delimiter: delimiter === "\\t" ? "\t" : delimiter,
    encoding,
    headerRows,
    skipLines,
  };
}

/** How a command line says that ratings are written. */
export function ratingTexts(args: Arguments): RatingTexts {
  return {
    // A full-width comma may part texts or stand in one.
    missing: args.list("missing").flatMap((list) => list.split(",").flatMap((text) => [text, ...text.split("，")])),
    labels: ratingsIn(args, "labels"),
  };
}

/** The ratings in an option such as `--labels "Very satisfied=5,Satisfied=4"`, by what stands for them. */
export function ratingsIn(args: Arguments, name: "labels" | "counts"): Record<string, number> {
  return unambiguous(
    name,
    args.list(name).flatMap((list) => labelsOf(name, list)),
  );
}

/** Labels and the ratings they stand for; none stands for two. */
function unambiguous(
  name: string,
  labels: readonly (readonly [label: string, rating: number])[],
): Record<string, number> {
  const ratings = new Map(labels);
  const wrong = labels.find(([label, rating]) => ratings.get(label) !== rating);
  if (wrong !== undefined)
    throw wrongUsage(`--${name} says that "${wrong[0]}" is ${wrong[1]}, and ${ratings.get(wrong[0])}`);
  return Object.fromEntries(ratings);
}

/** The labels in a list such as "Yes, very=5,No=1": a label ends where a number does. */
function labelsOf(name: string, list: string): [string, number][] {
  const labels = [...list.matchAll(/\s*([^=＝]+?)\s*[=＝]\s*([+-]?[\d０-９]+(?:\.\d+)?)\s*(?:[,，]|$)/gy)];
  if (labels.map(([text]) => text).join("") !== list)
    throw wrongUsage(`--${name} must be a list such as "Very satisfied=5,Satisfied=4", got "${list}"`);
  return labels.map(([, label, rating]) => [label!, Number(narrow(rating!))]);
}
