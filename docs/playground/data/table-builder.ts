import { type BadRow, MOST_LISTED, type Reason, type Table, type TableFormat } from "./table.js";
import { columnBuilder, withMoreRoom } from "./text-column.js";

/** Takes rows one after the other and makes a table of them. */
export interface TableBuilder {
  readonly addRow: (line: number, values: readonly unknown[]) => void;
  readonly addBad: (line: number, value: string, reason: Reason) => void;
  readonly end: () => Table;
}

/** Begins a table with columns of these names. */
export function tableBuilder(name: string, format: TableFormat, names: readonly string[]): TableBuilder {
  const columns = names.map(columnBuilder);
  let lines = new Uint32Array(1024);
  let rows = 0;
  const bad: BadRow[] = [];
  let badCount = 0;
  return {
    addRow(line, values) {
      for (const [place, column] of columns.entries()) column.add(textOf(values[place]));
      if (rows === lines.length) lines = withMoreRoom(lines);
      lines[rows++] = line;
    },
    addBad(line, value, reason) {
      badCount++;
      if (bad.length < MOST_LISTED) bad.push({ line, value: value.slice(0, 80), reason });
    },
    end: () => ({
      name,
      format,
      columns: columns.map((column) => column.end()),
      rows,
      lines: lines.slice(0, rows),
      bad,
      badCount,
    }),
  };
}

/** A cell as text; blank where there is nothing. */
function textOf(value: unknown): string {
  if (typeof value === "string") return value;
  if (value === null || value === undefined) return "";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
