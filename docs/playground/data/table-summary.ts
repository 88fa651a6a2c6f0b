import type { TableSummary } from "../messages.js";
import type { Table } from "./table.js";

/** Longer lists are not written out in code. */
const LONGEST_LIST = 200;

/** What the page needs to know of a table. */
export function summaryOf({ name, rows, badCount, format, columns }: Table): TableSummary {
  const [first] = columns;
  const isShortList = format.kind === "list" && rows <= LONGEST_LIST && first !== undefined;
  return {
    name,
    rows,
    badCount,
    format,
    columns: columns.map((column) => column.name),
    list: isShortList ? Array.from(first.codes, (code) => first.texts[code]!) : null,
  };
}
