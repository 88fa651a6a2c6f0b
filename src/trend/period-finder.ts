import { assertOptions } from "../answers/wrong.js";
import { bisect } from "./bisect.js";
import { assertCalendar, type Calendar } from "./calendar.js";
import { periodsBetween } from "./periods.js";
import { instantReader, type Time } from "./read-time.js";
import { assertTimeZone } from "./time-zone.js";

/** How time is divided into periods, and where. */
export interface PeriodFinderOptions extends Calendar {
  /** The IANA time zone of the periods. @defaultValue "UTC" */
  readonly timeZone?: string | undefined;
}

/** A period of time. */
export interface NamedPeriod {
  /** Its name, such as `2026-03`: see `TrendPoint`. */
  readonly key: string;
  /** Its first instant. */
  readonly start: Date;
  /** The first instant after it. */
  readonly end: Date;
}

/**
 * Makes a function that finds the period of a time, for rows that are tallied by period as they arrive.
 *
 * @param options - length of the periods, time zone, first day of the week
 * @returns a function of a Date, milliseconds since 1970 or ISO 8601 text that returns the period; it remembers those it has found
 * @throws TypeError or RangeError for an invalid option; the function throws for something that is no time
 *
 * @example
 * ```ts
 * import { periodFinder } from "cx-metrics/trend";
 *
 * const weekOf = periodFinder({ every: "week", timeZone: "Asia/Tokyo" });
 * weekOf("2026-03-08T18:00:00Z").key; // → "2026-W11"
 * weekOf("2026-03-08T18:00:00Z").start.toISOString(); // → "2026-03-08T15:00:00.000Z"
 * ```
 */
export function periodFinder(options: PeriodFinderOptions): (time: Time) => NamedPeriod {
  assertOptions(options);
  const { timeZone = "UTC" } = options;
  assertCalendar(options);
  assertTimeZone(timeZone);
  const read = instantReader(timeZone);
  /** The periods found so far, in ascending order. */
  const known: NamedPeriod[] = [];
  return (time) => {
    const instant = read("time", time);
    const place = bisect(0, known.length, (index) => instant < +known[index]!.end);
    const found = known[place];
    if (found !== undefined && instant >= +found.start) return found;
    const { key, start, end } = periodsBetween(instant, instant + 1, options, timeZone)[0]!;
    const period = { key, start: new Date(start), end: new Date(end) };
    known.splice(place, 0, period);
    return period;
  };
}
