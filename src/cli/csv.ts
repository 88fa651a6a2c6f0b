import type { TransformOptions } from "node:stream";
import { type Options, type Parser, parse } from "csv-parse";
import { badData } from "./problem.js";
import type { Row } from "./table.js";

/** Longer rows are none: a quote was not closed, or it is another kind of file. */
export const LONGEST_ROW = 10_000_000;

const DELIMITERS = [",", ";", "\t", "|"];

/** How rows and fields are parted. */
export interface Dialect {
  readonly delimiter: string;
  readonly lineEnds: string[];
}

/** The dialect of a file that begins so; the delimiter, if it is not given, is the sign that stands most often in the header. */
export function dialectOf(head: string, delimiter = delimiterOf(head)): Dialect {
  // Files of old Macs have no line feed at all; in others a carriage return alone ends no row.
  return { delimiter, lineEnds: head.includes("\r") && !head.includes("\n") ? ["\r"] : ["\r\n", "\n"] };
}

/** The delimiter that the first line names, as files for Excel do; the line is no header then. */
export function namedDelimiter(head: string): string | undefined {
  return /^\s*"?sep=([^\w\s"]|\t)"?[\r\n]/i.exec(head)?.[1];
}

function delimiterOf(head: string): string {
  const [line = ""] = head
    .replace(/"[^"]*"/g, "")
    .trimStart()
    .split(/[\r\n]/);
  const count = (sign: string) => line.split(sign).length;
  return DELIMITERS.reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

/**
 * Parses CSV as it arrives.
 *
 * @param before - how many lines stood before it
 */
export async function* csvRows(
  name: string,
  text: AsyncIterable<string>,
  { delimiter, lineEnds }: Dialect,
  before = 0,
): AsyncGenerator<readonly Row[]> {
  const options: Options & TransformOptions = {
    delimiter,
    record_delimiter: lineEnds,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    // All rows of a part of the text are taken before the next part is written.
    readableHighWaterMark: Number.MAX_SAFE_INTEGER,
  };
  const parser = parse(options);
  const take = rowTaker(parser, lineEnds.at(-1)!, before + 1);
  // What goes wrong comes back from each write.
  parser.on("error", () => {});
  const done = (write: (callback: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      write((error) => (error ? reject(parseError(name, error)) : resolve()));
    });
  for await (const part of text) {
    await done((callback) => parser.write(part, callback));
    yield take();
  }
  await done((callback) => parser.once("error", callback).end(callback));
  yield take();
}

/** Makes a function that takes the rows parsed so far, with their lines, which end in a sign; the first has a number. */
function rowTaker(parser: Parser, lineEnd: string, firstLine: number): () => Row[] {
  let line = firstLine;
  let hasBegun = false;
  return () => {
    const rows: Row[] = [];
    for (let values: string[] | null = parser.read(); values !== null; values = parser.read()) {
      // Empty lines at the start are none of the header.
      hasBegun ||= values.length > 1 || values[0] !== "";
      if (hasBegun) rows.push({ line, values });
      line += 1 + lineBreaks(values, lineEnd);
    }
    return rows;
  };
}

/** How many line breaks stand in the fields of a row. */
function lineBreaks(values: readonly string[], lineEnd: string): number {
  let breaks = 0;
  for (const value of values) if (value.includes(lineEnd)) breaks += value.split(lineEnd).length - 1;
  return breaks;
}

function parseError(name: string, error: Error & { code?: string; lines?: number; records?: number }): Error {
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return badData(
      `${name}: a quote is opened in row ${error.records! + 1}, counted with the header, and never closed`,
    );
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return badData(`${name}: the row of line ${error.lines} is longer than ${LONGEST_ROW / 1e6} MB`);
  return badData(`${name}: ${error.message}`);
}
