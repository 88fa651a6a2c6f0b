import type { Results, Step } from "./compute/compute.js";
import type { TableFormat } from "./data/table.js";
import type { Settings } from "./settings.js";

/** What is to be read: text that was pasted, or a file. */
export interface Source {
  readonly name: string;
  readonly data: string | Blob;
  /** What bytes stand for, where no byte order mark says it. */
  readonly encoding: string;
  /** Whether the first row names the columns; undefined where that is to be guessed. */
  readonly header: boolean | undefined;
}

/** What the page knows of a table. */
export interface TableSummary {
  readonly name: string;
  readonly rows: number;
  readonly badCount: number;
  readonly format: TableFormat;
  readonly columns: readonly string[];
  /** The answers of a short list, as they were written. */
  readonly list: readonly string[] | null;
}

/** What the page asks of the worker. */
export type Request =
  | { readonly type: "load"; readonly source: Source; readonly timeZone: string }
  | { readonly type: "compute"; readonly settings: Settings };

/** What the worker says. */
export type Reply =
  | { readonly type: "reading"; readonly share: number }
  | { readonly type: "loaded"; readonly table: TableSummary; readonly guess: Settings }
  | { readonly type: "step"; readonly step: Step }
  | { readonly type: "computed"; readonly results: Results }
  | { readonly type: "failed"; readonly message: string };
