import { type Columns, columnsOf, namedColumns } from "./columns.js";
import { csvRows, dialectOf, namedDelimiter } from "./csv.js";
import { decode } from "./decode.js";
import { jsonRows, namesOf, ndjsonRows, valuesOf } from "./json.js";
import { badData } from "./problem.js";
import type { Source } from "./sources.js";

export const INPUT_FORMATS = ["csv", "tsv", "ndjson", "json"] as const;

/** How tables are read. */
export interface TableOptions {
  readonly format?: (typeof INPUT_FORMATS)[number] | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly headerRows: number;
}

/** A row of a table. */
export interface Row {
  /** Its line, or in a JSON list its place, from 1. */
  readonly line: number;
  /** One value a column. */
  readonly values: readonly unknown[];
  /** Why it cannot be read, if so; it has no values then. */
  readonly problem?: string;
}

/** Rows in the order they come, some thousand at a time. */
export type RowBatches = AsyncIterable<readonly Row[]>;

/** A table of which the columns are known, and the rows are yet to be read. */
export interface Table {
  readonly columns: Columns;
  readonly rows: RowBatches;
  /** What a row is called by: its line, or its place in a list. */
  readonly unit: "line" | "item";
}

/** How the first cells of the first lines of an export give it away. */
const EXPORTS = [
  { tool: "Qualtrics", headerRows: 3, isOf: (cells: readonly string[]) => /^\{\s*["']ImportId/.test(cells[2] ?? "") },
  { tool: "Qualtrics", headerRows: 2, isOf: ([, second = ""]: readonly string[]) => /^Response ?ID$/i.test(second) },
  {
    tool: "SurveyMonkey",
    headerRows: 2,
    isOf: ([first, second]: readonly string[]) => first === "Respondent ID" && second === "",
  },
];

/** How many rows tell which columns there are, where rows are objects. */
const ROWS_FOR_NAMES = 1000;

/** Opens a source as a table, in the format that is given, or else that its name or its first line shows. */
export async function openTable(source: Source, options: TableOptions): Promise<Table> {
  const { name } = source;
  const { head, text } = await peekLine(decode(source, options.encoding));
  if (head.trim() === "") throw badData(`${name} is empty`);
  const format = options.format ?? formatOf(name, head);
  if (format === "json") return openObjects(name, "item", jsonRows(name, text));
  if (format === "ndjson") return openObjects(name, "line", ndjsonRows(name, text));
  const named = namedDelimiter(head);
  const dialect = dialectOf(head, options.delimiter ?? named ?? (format === "tsv" ? "\t" : undefined));
  const lines = csvRows(name, text, dialect);
  if (named === undefined) return openLines(name, lines, options.headerRows);
  const { head: first, rest } = await takeRows(lines, 1);
  return openLines(name, chain(first.slice(1), rest), options.headerRows);
}

function formatOf(name: string, head: string): TableOptions["format"] {
  const ending = /\.(csv|tsv|tab|json|jsonl|ndjson)(\.gz)?$/i.exec(name)?.[1]?.toLowerCase();
  if (ending === "csv") return "csv";
  if (ending === "tsv" || ending === "tab") return "tsv";
  // Files of one object a line are often called .json, and a list may be called anything.
  if (ending === "json" && /^\s*\[/.test(head)) return "json";
  if (/^\s*\[\s*([[{\]]|$)/.test(head)) return "json";
  return ending !== undefined || /^\s*\{/.test(head) ? "ndjson" : "csv";
}

async function openLines(name: string, batches: RowBatches, headerRows: number): Promise<Table> {
  const { head, rest } = await takeRows(batches, Math.max(headerRows, 3));
  const headers = head.slice(0, headerRows).map(({ values }) => values);
  if (headers.length < headerRows) throw badData(`${name} has fewer than ${headerRows} header rows`);
  const columns = columnsOf(name, headers, head[0]!.values.length);
  const firstCells = head.map(({ values }) => String(values[0]));
  const exported = EXPORTS.find(({ isOf, headerRows: rows }) => rows > headerRows && isOf(firstCells));
  if (exported !== undefined)
    throw badData(
      `${name} is an export of ${exported.tool}, with more than one header row: say --header-rows ${exported.headerRows}`,
    );
  return { columns, rows: fitting(chain(head.slice(headerRows), rest), columns.names.length), unit: "line" };
}

/** Marks rows that have another number of fields than there are columns; lines without anything are none. */
async function* fitting(batches: RowBatches, width: number): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches)
    yield batch
      .filter(({ values }) => width === 1 || values.length !== 1 || values[0] !== "")
      .map((row) =>
        row.values.length === width
          ? row
          : { line: row.line, values: [], problem: `expected ${width} fields, got ${row.values.length}` },
      );
}

async function openObjects(name: string, unit: Table["unit"], batches: AsyncIterable<readonly Row[]>): Promise<Table> {
  const { head, rest } = await takeRows(batches, ROWS_FOR_NAMES);
  if (head.length === 0) throw badData(`${name} is empty`);
  const names = namesOf(head);
  const [first] = head;
  if (names.length === 0 && first?.problem !== undefined)
    throw badData(`${name} must be a list of objects, or one object a line; ${unit} ${first.line}: ${first.problem}`);
  return {
    columns: namedColumns(name, names),
    rows: valuesOf(chain(head, rest), names),
    unit,
  };
}

async function takeRows(batches: RowBatches, count: number): Promise<{ head: Row[]; rest: RowBatches }> {
  const iterator = batches[Symbol.asyncIterator]();
  const head: Row[] = [];
  while (head.length < count) {
    const { value, done } = await iterator.next();
    if (done) break;
    for (const row of value) head.push(row);
  }
  return { head, rest: { [Symbol.asyncIterator]: () => iterator } };
}

async function* chain(head: readonly Row[], rest: RowBatches): AsyncGenerator<readonly Row[]> {
  yield head;
  yield* rest;
}

/** The text up to the end of its first line, or its first part where that is long, and all of it. */
async function peekLine(text: AsyncIterable<string>): Promise<{ head: string; text: AsyncIterable<string> }> {
  const rest = text[Symbol.asyncIterator]();
  let head = "";
  while (!head.trimStart().includes("\n") && head.length < 100_000) {
    const { value, done } = await rest.next();
    if (done) break;
    head += value;
  }
  async function* all() {
    yield head;
    yield* { [Symbol.asyncIterator]: () => rest };
  }
  return { head, text: all() };
}
