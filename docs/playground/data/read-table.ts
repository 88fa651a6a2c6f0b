import { csvRows, dialectOf } from "../../../src/cli/csv.js";
import { jsonRows, namesOf, ndjsonRows, valuesOf } from "../../../src/cli/json.js";
import { restOf } from "../../../src/cli/rest-of.js";
import type { Row } from "../../../src/cli/table.js";
import { columnNames } from "./column-names.js";
import { hasHeader } from "./header.js";
import type { Table, TableFormat } from "./table.js";
import { tableBuilder } from "./table-builder.js";

/** What is known of a text before it is read. */
export interface Written {
  readonly name: string;
  readonly encoding: string;
  readonly isGzip: boolean;
  /** Whether the first row names the columns; undefined where that is to be guessed. */
  readonly header: boolean | undefined;
}

type Batches = AsyncIterator<readonly Row[]>;

/** How many rows tell which values objects have. */
const ROWS_FOR_NAMES = 1000;

/** Reads CSV, TSV, NDJSON or a JSON list as the command line does. */
export async function readTable(text: AsyncIterable<string>, written: Written): Promise<Table> {
  const parts = text[Symbol.asyncIterator]();
  const head = await firstLine(parts);
  if (head.trim() === "") throw new TypeError("nothing to read");
  const all = chain([head], parts);
  const { name } = written;
  if (/^\s*\[/.test(head)) return readObjects(jsonRows(name, all), "json", written);
  if (/^\s*\{/.test(head)) return readObjects(ndjsonRows(name, all), "ndjson", written);
  const dialect = dialectOf(head, /\.(tsv|tab)(\.gz)?$/i.test(name) ? "\t" : undefined);
  return readLines(csvRows(name, all, dialect), dialect.delimiter, written);
}

async function readLines(batches: Batches, delimiter: string, written: Written): Promise<Table> {
  const head = await takeRows(batches, 2);
  const [first = [], second] = head.slice(0, 2).map(({ values }) => values.map(String));
  const isNamed = written.header ?? hasHeader(first, second);
  const names = columnNames(isNamed ? first : first.map(() => ""));
  const isHeaderPlain = isNamed && names.every((column, place) => column === first[place]);
  const format = { ...formatOf("csv", delimiter, written), hasHeader: isNamed, isHeaderPlain };
  const builder = tableBuilder(written.name, format, names);
  const width = names.length;
  const add = ({ line, values }: Row) => {
    if (values.length === width) builder.addRow(line, values);
    else if (values.length !== 1 || values[0] !== "")
      builder.addBad(line, values.join(delimiter), { kind: "fields", expected: width, got: values.length });
  };
  for (const row of isNamed ? head.slice(1) : head) add(row);
  for (let part = await batches.next(); !part.done; part = await batches.next()) for (const row of part.value) add(row);
  return builder.end();
}

async function readObjects(batches: Batches, kind: "json" | "ndjson", written: Written): Promise<Table> {
  const head = await takeRows(batches, ROWS_FOR_NAMES);
  const names = namesOf(head);
  if (names.length === 0) throw new TypeError("no list of objects");
  const builder = tableBuilder(written.name, formatOf(kind, "", written), names);
  for await (const batch of valuesOf(chain([head], batches), names))
    for (const { line, values, problem } of batch) {
      if (problem === undefined) builder.addRow(line, values);
      else builder.addBad(line, problem, { kind: problem.startsWith("no JSON") ? "json" : "object" });
    }
  return builder.end();
}

function formatOf(kind: TableFormat["kind"], delimiter: string, { encoding, isGzip }: Written): TableFormat {
  return { kind, delimiter, encoding, isGzip, hasHeader: false, isHeaderPlain: true };
}

/** The text up to the end of its first line, or its first part where that is long. */
async function firstLine(parts: AsyncIterator<string>): Promise<string> {
  let head = "";
  while (!head.trimStart().includes("\n") && head.length < 100_000) {
    const { value, done } = await parts.next();
    if (done) break;
    head += value;
  }
  return head;
}

async function takeRows(batches: Batches, count: number): Promise<Row[]> {
  const rows: Row[] = [];
  while (rows.length < count) {
    const { value, done } = await batches.next();
    if (done) break;
    for (const row of value) rows.push(row);
  }
  return rows;
}

async function* chain<T>(first: readonly T[], rest: AsyncIterator<T>): AsyncGenerator<T> {
  yield* first;
  yield* restOf(rest);
}
