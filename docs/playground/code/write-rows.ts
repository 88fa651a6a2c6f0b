import type { TableSummary } from "../messages.js";
import type { Imports } from "./imports.js";

/** Code that reads the rows of a table: `rows`, and `cell(row, name)` for the text of a cell. */
export function writeRows(table: TableSummary, imports: Imports): string {
  const { kind } = table.format;
  if (kind === "list") return writeList(table, imports);
  return kind === "csv" ? writeCsv(table, imports) : writeObjects(table, imports);
}

function writeList({ columns, list, format }: TableSummary, imports: Imports): string {
  const name = JSON.stringify(columns[0]);
  const wrap = `.map((text): Record<string, string> => ({ [${name}]: text }))`;
  if (list !== null) return `const rows = [${wrapped(list.map((text) => JSON.stringify(text)))}]${wrap};\n${TEXT_CELL}`;
  imports.add("node:fs", "readFileSync");
  const skipped = format.hasHeader ? "\n  .slice(1)" : "";
  return `const rows = readFileSync("answers.txt", "utf8")
  .replace(/\\r?\\n$/, "")
  .split(/${format.delimiter}/)${skipped}
  ${wrap};
${TEXT_CELL}`;
}

function writeCsv({ name, columns, format, badCount }: TableSummary, imports: Imports): string {
  imports.add("csv-parse/sync", "parse");
  const list = `[${wrapped(columns.map((column) => JSON.stringify(column)))}]`;
  const header = format.isHeaderPlain ? "true" : format.hasHeader ? `() => ${list}` : list;
  const options = [
    "bom: true",
    `columns: ${header}`,
    `delimiter: ${JSON.stringify(format.delimiter)}`,
    "relax_quotes: true",
    // A line with nothing in it is a missing answer where there is one column only.
    ...(columns.length > 1 ? ["skip_empty_lines: true"] : []),
    ...(badCount > 0 ? ["skip_records_with_error: true"] : []),
  ];
  return `const rows = parse<Record<string, string>>(${writeFile(name, format, imports)}, {
${options.map((option) => `  ${option},\n`).join("")}});
${TEXT_CELL}`;
}

function writeObjects({ name, columns, format, badCount }: TableSummary, imports: Imports): string {
  imports.add("node:fs", "readFileSync");
  const text = `new TextDecoder(${JSON.stringify(format.encoding)}).decode(${writeFile(name, format, imports)})`;
  const parse =
    badCount > 0
      ? `flatMap((line): Row[] => {
    try {
      const row: unknown = JSON.parse(line);
      return typeof row === "object" && row !== null && !Array.isArray(row) ? [row as Row] : [];
    } catch {
      return []; // no JSON
    }
  })`
      : "map((line): Row => JSON.parse(line))";
  const rows =
    format.kind === "json"
      ? `const rows: Row[] = JSON.parse(${text});\n`
      : `const rows = ${text}
  .split("\\n")
  .filter((line) => line.trim() !== "")
  .${parse};\n`;
  return `type Row = Record<string, unknown>;\n${rows}${columns.some((column) => column.includes(".")) ? DEEP_CELL : CELL}`;
}

/** The bytes of a file, unpacked. */
function writeFile(name: string, { encoding, isGzip, kind }: TableSummary["format"], imports: Imports): string {
  imports.add("node:fs", "readFileSync");
  if (isGzip) imports.add("node:zlib", "gunzipSync");
  const bytes = `readFileSync(${JSON.stringify(name)})`;
  const unpacked = isGzip ? `gunzipSync(${bytes})` : bytes;
  if (kind !== "csv" || encoding === "utf-8") return unpacked;
  return `new TextDecoder(${JSON.stringify(encoding)}).decode(${unpacked})`;
}

const TEXT_CELL = `const cell = (row: Record<string, string>, name: string) => row[name] ?? "";\n`;

const TEXT_OF = `const textOf = (value: unknown) =>
  typeof value === "string" ? value : value === null || value === undefined ? "" : JSON.stringify(value);\n`;

const CELL = `${TEXT_OF}const cell = (row: Row, name: string) => textOf(row[name]);\n`;

const DEEP_CELL = `${TEXT_OF}/** A value of an object, or with dots in its name of an object in it. */
function cell(row: Row, name: string): string {
  if (Object.hasOwn(row, name)) return textOf(row[name]);
  const dot = name.indexOf(".");
  const inner = dot < 0 ? undefined : row[name.slice(0, dot)];
  return typeof inner === "object" && inner !== null ? cell(inner as Row, name.slice(dot + 1)) : "";
}
`;

/** Items of a list, broken into lines where they are many. */
function wrapped(items: readonly string[]): string {
  const lines = [""];
  for (const item of items) {
    const line = lines.at(-1)!;
    if (line.length + item.length > 100) lines.push(`${item}, `);
    else lines[lines.length - 1] = `${line}${item}, `;
  }
  const trimmed = lines.map((line) => line.trimEnd());
  if (trimmed.length === 1) return trimmed[0]!.replace(/,$/, "");
  return `\n${trimmed.map((line) => `  ${line}\n`).join("")}`;
}
