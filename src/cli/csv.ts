import { type Parser, parse } from "csv-parse";
import { badData } from "./problem.js";
import type { Row } from "./table.js";

/** Longer rows are none: a quote was not closed, or it is another kind of file. */
export const LONGEST_ROW = 10_000_000;

const DELIMITERS = [",", ";", "\t", "|"];

/** The sign that parts the fields of a header: the one that stands most often outside quotes. */
export function delimiterOf(head: string): string {
  const [line = ""] = head
    .replace(/"[^"]*"/g, "")
    .trimStart()
    .split(/[\r\n]/);
  const count = (sign: string) => line.split(sign).length;
  return DELIMITERS.reduce((most, sign) => (count(sign) > count(most) ? sign : most));
}

/** Parses CSV as it arrives. */
export async function* csvRows(
  name: string,
  text: AsyncIterable<string>,
  delimiter: string,
): AsyncGenerator<readonly Row[]> {
  let batch: Row[] = [];
  let last = 0;
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    max_record_size: LONGEST_ROW,
    // The parser keeps nothing for a reader; rows are taken from it here.
    on_record: (values: string[], { lines }) => {
      // Empty lines at the start are none of the header.
      if (last === 0 && values.length === 1 && values[0] === "") return null;
      last = lines;
      batch.push({ line: lines - lineBreaks(values), values });
      return null;
    },
  });
  // What goes wrong comes back from each write.
  parser.on("error", () => {});
  const feed = (write: (done: (error?: Error | null) => void) => void) =>
    new Promise<void>((resolve, reject) => {
      write((error) => (error ? reject(parseError(name, error, last)) : resolve()));
    });
  for await (const part of text) {
    await feed((done) => parser.write(part, done));
    yield batch;
    batch = [];
  }
  await feed((done) => end(parser, done));
  yield batch;
}

function end(parser: Parser, done: (error?: Error | null) => void): void {
  parser.once("error", done);
  parser.end(done);
}

/** How many of the line breaks before the end of a row stand in its fields. */
function lineBreaks(values: readonly string[]): number {
  let breaks = 0;
  for (const value of values) if (value.includes("\n")) breaks += value.split("\n").length - 1;
  return breaks;
}

function parseError(name: string, error: Error & { code?: string; lines?: number }, line: number): Error {
  if (error.code === "CSV_QUOTE_NOT_CLOSED")
    return badData(`${name}: a quote is opened after line ${line} and never closed`);
  if (error.code === "CSV_MAX_RECORD_SIZE")
    return badData(`${name}: the row of line ${error.lines ?? line} is longer than ${LONGEST_ROW / 1e6} MB`);
  return badData(`${name}: ${error.message}`);
}
