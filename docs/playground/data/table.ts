import type { TextColumn } from "./text-column.js";

/** Why something is not read. */
export type Reason =
  | { readonly kind: "rating"; readonly min: number; readonly max: number }
  | { readonly kind: "weight" | "time" }
  | { readonly kind: "fields"; readonly expected: number; readonly got: number }
  | { readonly kind: "json" | "object" };

/** A row that is no row of its table. */
export interface BadRow {
  readonly line: number;
  /** The beginning of it. */
  readonly value: string;
  readonly reason: Reason;
}

/** How a table was written. */
export interface TableFormat {
  readonly kind: "list" | "csv" | "ndjson" | "json";
  /** Between the fields; of a list between the answers, as the source of a regular expression. */
  readonly delimiter: string;
  /** What bytes stand for, by its name in TextDecoder. */
  readonly encoding: string;
  readonly isGzip: boolean;
  readonly hasHeader: boolean;
  /** Whether the header names the columns as they are called here: each once, and none blank. */
  readonly isHeaderPlain: boolean;
}

/** A table in memory. */
export interface Table {
  readonly name: string;
  readonly format: TableFormat;
  readonly columns: readonly TextColumn[];
  readonly rows: number;
  /** The line of each row; of a list on few lines, the place of the answer. */
  readonly lines: Uint32Array;
  /** Rows that are none, the first of them, and how many there are. */
  readonly bad: readonly BadRow[];
  readonly badCount: number;
}

/** So many values or rows that cannot be read are listed one by one; all are counted. */
export const MOST_LISTED = 500;
