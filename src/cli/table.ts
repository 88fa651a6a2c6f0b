import { type Columns, columnsOf, namedColumns } from "./columns.js";
import { csvRows, dialectOf, namedDelimiter } from "./csv.js";
import { decode } from "./decode.js";
import { allOf, isCutOff, jsonRows, listsIn, namesOf, ndjsonRows, noList, parseOrNothing, valuesOf } from "./json.js";
import { badData, wrongUsage } from "./problem.js";
import { restOf } from "./rest-of.js";
import type { Source } from "./sources.js";
import { counted } from "./text.js";
import { assertNoTitle, withoutLines } from "./title-lines.js";

export const INPUT_FORMATS = ["csv", "tsv", "ndjson", "json"] as const;

/** How tables are read. */
export interface TableOptions {
  readonly format?: (typeof INPUT_FORMATS)[number] | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: string | undefined;
  readonly headerRows: number;
  /** How many lines stand before the header; where it is not said, a title there is an error. */
  readonly skipLines?: number | undefined;
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

/** How many rows show whether the first is a header, and as wide as the others. */
const ROWS_FOR_HEADER = 20;

/** How many rows tell which columns there are, where rows are objects. */
const ROWS_FOR_NAMES = 1000;

/** Opens a source as a table, in the format that is given, or else that its name or its first line shows. */
export async function openTable(source: Source, options: TableOptions): Promise<Table> {
  const { name } = source;
  const { skipLines = 0 } = options;
  const { head, text } = await peekLine(withoutLines(decode(source, options.encoding), skipLines));
  if (head.trim() === "") throw badData(`${name} is empty`);
  const format = options.format ?? formatOf(name, head);
  if (skipLines > 0 && (format === "json" || format === "ndjson"))
    throw wrongUsage(`--skip-lines is of CSV and TSV, and ${name} is JSON`);
  if (format === "json") return openObjects(name, "item", jsonRows(name, text));
  if (format === "ndjson" && isCutOff(head.trimStart().split(/\r?\n/, 1)[0]!)) {
    // One object over several lines, or a stream of them: read whole, for the name of the list in it.
    throw noList(name, parseOrNothing(await allOf(text)));
  }
  if (format === "ndjson") return openObjects(name, "line", ndjsonRows(name, text));
  const named = namedDelimiter(head);
  const dialect = dialectOf(head, options.delimiter ?? named ?? (format === "tsv" ? "\t" : undefined));
  const lines = csvRows(name, text, dialect, skipLines);
  if (named === undefined) return openLines(name, lines, options);
  const { head: first, rest } = await takeRows(lines, 1);
  return openLines(name, chain(first.slice(1), rest), options);
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

async function openLines(name: string, batches: RowBatches, options: TableOptions): Promise<Table> {
  const { headerRows, skipLines } = options;
  const { head, rest } = await takeRows(batches, headerRows + ROWS_FOR_HEADER);
  if (head.length < headerRows) throw badData(`${name} has fewer than ${headerRows} header rows`);
  const firstCells = head.map(({ values }) => String(values[0]));
  const exported = EXPORTS.find(({ isOf, headerRows: rows }) => rows > headerRows && isOf(firstCells));
  if (exported !== undefined)
    throw badData(
      `${name} is an export of ${exported.tool}, with more than one header row: say --header-rows ${exported.headerRows}`,
    );
  if (headerRows === 1 && skipLines === undefined) assertNoTitle(name, head);
  const [headers, body] = [head.slice(0, headerRows).map(({ values }) => values), head.slice(headerRows)];
  const width = widthOf(head[0]?.values.length ?? 0, body);
  const columns = columnsOf(
    name,
    headers.map((header) => padded(header, width)),
    width,
  );
  return { columns, rows: fitting(chain(body, rest), columns.names.length), unit: "line" };
}

/** How wide a table is: as its header, or wider where all rows end in a delimiter more. */
function widthOf(header: number, body: readonly Row[]): number {
  const [width = header] = new Set(body.filter(({ values }) => values.length > 1).map(({ values }) => values.length));
  const isPadded = ({ values }: Row) =>
    values.length <= 1 || (values.length === width && values.slice(header).every((value) => value === ""));
  return width > header && body.every(isPadded) ? width : header;
}

function padded(header: readonly unknown[], width: number): readonly unknown[] {
  return [...header, ...Array.from({ length: Math.max(0, width - header.length) }, () => "")];
}

/** Marks rows that have another number of fields than there are columns; lines without anything are none. */
async function* fitting(batches: RowBatches, width: number): AsyncGenerator<readonly Row[]> {
  for await (const batch of batches)
    yield batch
      .filter(({ values }) => width === 1 || values.length !== 1 || values[0] !== "")
      .map((row) =>
        row.values.length === width
          ? row
          : { line: row.line, values: [], problem: `expected ${counted(width, "field")}, got ${row.values.length}` },
      );
}

async function openObjects(name: string, unit: Table["unit"], batches: AsyncIterable<readonly Row[]>): Promise<Table> {
  const { head, rest } = await takeRows(batches, ROWS_FOR_NAMES);
  if (head.length === 0) throw badData(`${name} is empty`);
  const names = namesOf(head);
  const [first] = head;
  if (unit === "line" && head.length === 1 && listsIn(first?.values[0]).length > 0)
    throw noList(name, first?.values[0]);
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
  return { head, rest: restOf(iterator) };
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
    yield* restOf(rest);
  }
  return { head, text: all() };
}
