import type { SegmentKey } from "../segment/group-rows.js";
import type { CsvRecord } from "./report.js";

/** A line of CSV about a segment: its keys by the names of their columns, and what was found out about it. */
export interface KeyedRecord {
  readonly keys: Readonly<Record<string, SegmentKey | undefined>>;
  readonly fields: CsvRecord;
}

/**
 * Lines of CSV that begin with the keys of their segments. A key stands under the name of its column; where a field has that name, or
 * another key, `by_` is set before it until it is its own.
 */
export function keyedRecords(records: readonly KeyedRecord[], dimensions: readonly string[]): CsvRecord[] {
  const taken = new Set(records.flatMap(({ fields }) => Object.keys(fields)));
  const columns = dimensions.map((name) => {
    let column = name;
    while (taken.has(column) || (column !== name && dimensions.includes(column))) column = `by_${column}`;
    return [name, column] as const;
  });
  return records.map(({ keys, fields }) => ({
    ...Object.fromEntries(columns.map(([name, column]) => [column, keys[name] ?? null])),
    ...fields,
  }));
}
