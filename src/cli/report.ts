import type { ChartOptions, ChartSpec } from "../chart/index.js";
import type { BandShare } from "../index.js";

/** What a command has found out, in every form that it can be written in. */
export interface Report {
  /** For `--format json`: the result of the library's function. */
  readonly json: unknown;
  /** For `--format csv`: a record a line, with the same fields, not rounded. */
  readonly records: readonly CsvRecord[];
  /** For `--format table` and `markdown`: rounded, for people. */
  readonly views: (options: ViewOptions) => readonly View[];
  /** For `--chart`: the chart that fits. */
  readonly chart?: (options: ChartOptions) => ChartSpec;
}

/** A line of CSV under the names of its columns. */
export type CsvRecord = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** How figures are written. */
export interface ViewOptions {
  readonly digits: number | undefined;
}

/** A table for people. */
export interface View {
  readonly columns: readonly ViewColumn[];
  readonly rows: readonly (readonly Field[])[];
  /** What its bars mean. */
  readonly legend?: string | undefined;
  /** What else is said below it. */
  readonly notes?: readonly string[] | undefined;
}

/** What is said below a table with its bars. */
export function remarksOf({ legend, notes = [] }: View): readonly string[] {
  return legend === undefined ? notes : [legend, ...notes];
}

/** A column of a table; numbers stand on the right. */
export interface ViewColumn {
  readonly name: string;
  readonly align: "left" | "right";
}

/** Text, or shares that are drawn as a bar. */
export type Field = string | Bar;

/** Parts of a whole, each of them a share from 0 to 1; what is missing to 1 stays blank. */
export type Bar = readonly Pick<BandShare, "sentiment" | "share">[];

/** Whether a field is drawn. */
export function isBar(field: Field | undefined): field is Bar {
  return typeof field === "object";
}
