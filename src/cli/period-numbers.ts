import type { Calendar } from "../trend/calendar.js";
import { periodFinder } from "../trend/period-finder.js";

/**
 * Numbers the period of each instant by its start.
 *
 * @param cut - an instant that parts the period it lies in
 */
export function periodNumbers(
  calendar: Calendar,
  timeZone: string,
  cut = Number.NEGATIVE_INFINITY,
): (instant: number) => number {
  const periodOf = periodFinder({ ...calendar, timeZone });
  let [start, end] = [0, 0];
  return (instant) => {
    // Most rows are of the same period as the row before.
    if (instant < start || instant >= end) {
      const period = periodOf(instant);
      [start, end] = [+period.start, +period.end];
    }
    return instant >= cut && cut > start ? cut : start;
  };
}
