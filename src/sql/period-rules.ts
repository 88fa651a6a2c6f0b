import type { Every } from "../trend/calendar.js";

/** How times are stored. */
export type StoredTime = "instant" | "utc" | "epoch-ms";

/** The periods of which a column of times is to be told. */
export interface PeriodOfColumn {
  /** The column, as an expression. */
  readonly column: string;
  readonly storedAs: StoredTime;
  /** A name without quotes or spaces. */
  readonly timeZone: string;
  readonly every: Every;
  /** How many days after Monday weeks start, 0 to 6. */
  readonly daysAfterMonday: number;
  /** How many months after January years start, 0 to 11. */
  readonly monthsAfterJanuary: number;
}

/** Expressions for the local start of a period. */
export interface PeriodColumns {
  /** By which rows are grouped: where the engine can, a date, so that not each row is written out. */
  readonly start: string;
  /** The same as text such as `2026-03-01 00:00:00`. */
  readonly text: string;
}

/** Writes the local start of a period; throws where the engine cannot. */
export type PeriodRules = (of: PeriodOfColumn) => PeriodColumns;
