import { drawn } from "./draw.js";
import type { Io } from "./io.js";
import { type CsvRecord, isBar, type Report, type View } from "./report.js";
import { plain } from "./text.js";

export const FORMATS = ["table", "json", "csv", "markdown"] as const;

/** How a report is written. */
export interface WriteOptions {
  readonly format: (typeof FORMATS)[number];
  readonly digits: number | undefined;
}

/** The text of a report. */
export function written({ json, records, views }: Report, options: WriteOptions, io: Io): string {
  if (options.format === "json") return `${JSON.stringify(json, null, 2)}\n`;
  if (options.format === "csv") return csv(records);
  const write = options.format === "markdown" ? markdown : (view: View) => drawn(view, io);
  return views(options).map(write).join("\n");
}

function csv(records: readonly CsvRecord[]): string {
  const names = [...new Set(records.flatMap((record) => Object.keys(record)))];
  const lines = [names, ...records.map((record) => names.map((name) => record[name]))];
  return lines.map((line) => `${line.map(csvField).join(",")}\n`).join("");
}

function csvField(value: CsvRecord[string]): string {
  const text = String(value ?? "");
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A table of Markdown; bars are left out, and with them what they mean. */
function markdown(view: View): string {
  const { columns, rows, notes = [] } = view;
  const shown = columns.flatMap((column, place) =>
    rows.some((row) => isBar(row[place])) ? [] : [{ ...column, place }],
  );
  const line = (fields: readonly string[]) => `| ${fields.map((field) => escaped(plain(field))).join(" | ")} |\n`;
  return [
    line(shown.map(({ name }) => name)),
    line(shown.map(({ align }) => (align === "left" ? "---" : "--:"))),
    ...rows.map((row) => line(shown.map(({ place }) => row[place] as string))),
    ...notes.map((note) => `\n${plain(note)}\n`),
  ].join("");
}

/** Text that ends no cell and begins no tag of HTML, as a region called <none> would. */
function escaped(text: string): string {
  return text.replace(/\||<(?=[a-z/!?])/gi, "\\$&");
}
