import { oneOf } from "../answers/wrong.js";
import { clickhouse } from "./clickhouse.js";
import { duckdb } from "./duckdb.js";
import { mariadb } from "./mariadb.js";
import type { PeriodRules, StoredTime } from "./period-rules.js";
import { postgres } from "./postgres.js";
import { quoted } from "./quote.js";
import { sqlite } from "./sqlite.js";

/** How an engine writes what engines write differently. */
export interface Dialect {
  /** Writes a name so that it stands for itself, whatever is in it. */
  readonly quote: (name: string) => string;
  /** What is wrong with a name that the engine would refuse, cut off or take for another one; null if nothing is. */
  readonly refuses: (name: string) => string | null;
  /** Writes by what values are grouped, where the engine takes different text for the same. */
  readonly exactly: (column: string) => string;
  /** Shows what all rows of a group have in common, where the engine may take it for something that differs. */
  readonly common: (expression: string) => string;
  /** Writes a number in double precision: sums of single precision and products of whole numbers lose digits or overflow. */
  readonly double: (column: string) => string;
  /** Writes a time so that it sorts by when it was; null for what is no time. */
  readonly sortable: (column: string, storedAs: StoredTime) => string;
  /** Computes periods; null where the dialect cannot. */
  readonly periods: PeriodRules | null;
}

/** Standard SQL: what engines do not write otherwise, and all of the text for those that are not offered by name. */
const STANDARD: Dialect = {
  quote: (name) => quoted(name, '"'),
  refuses: () => null,
  exactly: (column) => column,
  common: (expression) => expression,
  double: (column) => `CAST(${column} AS DOUBLE PRECISION)`,
  sortable: (column) => column,
  periods: null,
};

const DIALECTS = { ansi: {}, clickhouse, duckdb, mariadb, postgres, sqlite };

/**
 * The engines that a query can be written for, and `ansi` for the text that most others take too.
 *
 * @useDeclaredType
 */
export type DialectName = keyof typeof DIALECTS;

/** The dialect of a name. */
export function dialectOf(name: DialectName): Dialect {
  oneOf("dialect", name, Object.keys(DIALECTS));
  return { ...STANDARD, ...DIALECTS[name] };
}
