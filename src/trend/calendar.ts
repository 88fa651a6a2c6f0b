import { oneOf, wrong } from "../answers/wrong.js";

/** The lengths of periods. */
export const PERIODS = ["hour", "day", "week", "month", "quarter", "year"] as const;

/**
 * How long a period is.
 *
 * @useDeclaredType
 */
export type Every = (typeof PERIODS)[number];

/** How time is divided into periods. */
export interface Calendar {
  /** The length of the periods. */
  readonly every: Every;
  /** The day on which weeks start: 0 or 7 Sunday, 1 Monday, … 6 Saturday. @defaultValue 1, as in ISO 8601 */
  readonly weekStartsOn?: number | undefined;
  /** The month in which years, and with them quarters, start: 1 January, … 12 December. @defaultValue 1 */
  readonly fiscalYearStartMonth?: number | undefined;
}

/** Throws unless a calendar is one. */
export function assertCalendar({ every, weekStartsOn = 1, fiscalYearStartMonth = 1 }: Calendar): void {
  oneOf("every", every, PERIODS);
  assertWhole("weekStartsOn", weekStartsOn, 0, 7);
  assertWhole("fiscalYearStartMonth", fiscalYearStartMonth, 1, 12);
}

function assertWhole(what: string, value: number, from: number, to: number): void {
  if (!(Number.isInteger(value) && value >= from && value <= to))
    throw wrong(what, value, `a whole number from ${from} to ${to}`);
}
