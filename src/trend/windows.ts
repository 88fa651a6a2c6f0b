import { wrong } from "../answers/wrong.js";
import type { Period } from "./periods.js";
import { DAY, firstInstant, localTime } from "./zone.js";

/** How far a window reaches back from the end of a period: over some periods, or some days. */
export type Rolling =
  | {
      /** Over how many periods, a whole number from 1 to 100 000. */
      readonly periods: number;
    }
  | {
      /** Over how many local days, a whole number from 1 to 100 000. */
      readonly days: number;
    };

/** The instants of which rows are known: from one to before another. */
export type Span = readonly [from: number, to: number];

/** The instants whose answers make a point. */
export interface TimeWindow {
  readonly start: number;
  readonly end: number;
  /** Whether the rows reach as far back as the window does. */
  readonly isFull: boolean;
}

/** The window of each period, as far as rows are known. */
export function windowsOf(
  periods: readonly Period[],
  rolling: Rolling | undefined,
  [from, to]: Span,
  timeZone: string,
): TimeWindow[] {
  const reach = rolling === undefined ? undefined : assertRolling(rolling);
  return periods.map((period, index) => {
    // In a period that is still going on, the last days are those up to now.
    const end = Math.min(period.end, to);
    const first = reach?.periods === undefined ? period : periods[index + 1 - reach.periods];
    const start = reach?.days === undefined ? first?.start : daysBefore(end, reach.days, timeZone);
    const isFull = start !== undefined && (reach?.days === undefined || start >= from);
    return { start: Math.max(start ?? from, from), end, isFull };
  });
}

function daysBefore(end: number, days: number, timeZone: string): number {
  return firstInstant(localTime(end, timeZone) - days * DAY, timeZone);
}

/** The one of both that is given. */
function assertRolling(rolling: Rolling): { readonly periods?: number; readonly days?: number } {
  const entries = typeof rolling === "object" && rolling !== null ? Object.entries<number>(rolling) : [];
  const [name, length] = entries[0] ?? [];
  if (entries.length !== 1 || (name !== "periods" && name !== "days"))
    throw wrong("rolling", rolling, "{ periods } or { days }");
  if (!(Number.isSafeInteger(length) && length! >= 1 && length! <= 100_000))
    throw wrong(`rolling.${name}`, length, "a whole number from 1 to 100000");
  return { [name]: length! };
}
