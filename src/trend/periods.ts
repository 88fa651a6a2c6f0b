import { type Calendar, nextPeriod, periodKey, shortestPeriod, startOfPeriod } from "./calendar.js";
import { firstInstant, localTime } from "./zone.js";

/** A period of a calendar in a time zone: the instants from `start` to before `end`. */
export interface Period {
  readonly key: string;
  readonly start: number;
  readonly end: number;
}

/** More periods than these are a mistake, such as hours of a wrong year: each takes about a thousand bytes. */
const MOST_PERIODS = 100_000;

/**
 * The periods, in order, that have instants from one instant to before another. Each starts at the first instant of its first local
 * day or hour and ends where the next one starts; a day that a zone left out is none.
 */
export function periodsBetween(from: number, to: number, calendar: Calendar, timeZone: string): Period[] {
  const { every } = calendar;
  const about = (to - from) / shortestPeriod(calendar);
  if (about > MOST_PERIODS)
    throw new RangeError(
      `the range from ${showInstant(from)} to ${showInstant(to)} must have at most ${MOST_PERIODS} periods, ` +
        `got about ${Math.round(about)} by the ${every}: ` +
        "narrow it with from and to, or choose a longer period",
    );
  const periods: Period[] = [];
  let local = startOfPeriod(localTime(from, timeZone), calendar);
  let start = firstInstant(local, timeZone);
  while (start < to) {
    const next = nextPeriod(local, calendar);
    const end = firstInstant(next, timeZone);
    if (end > start && end > from) periods.push({ key: periodKey(local, calendar), start, end });
    local = next;
    start = end;
  }
  return periods;
}

/** An instant in ISO 8601, for a message. */
export function showInstant(instant: number): string {
  return new Date(instant).toISOString();
}
