import { loadTable } from "../../docs/playground/data/load-table.js";
import type { Table } from "../../docs/playground/data/table.js";

/** Reads text as the page does. */
export function tableOf(text: string, name = "answers.csv"): Promise<Table> {
  return loadTable({ name, data: text, encoding: "utf-8", header: undefined }, () => {});
}

/** The cells of a column. */
export function cellsOf({ columns }: Table, place = 0): string[] {
  const { texts, codes } = columns[place]!;
  return Array.from(codes, (code) => texts[code]!);
}
