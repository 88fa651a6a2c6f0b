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

/** Writes an expression for the local start of a period, as text such as `2026-03-01 00:00:00`; throws where the engine cannot. */
export type PeriodRules = (of: PeriodOfColumn) => string;
