import type { Calendar } from "../trend/calendar.js";
import { type Period, periodsBetween } from "../trend/periods.js";

/**
 * Numbers the period of each instant by its start. A period is worked out when its first instant comes, and looked up for all others.
 *
 * @param cut - an instant that parts the period it lies in
 */
export function periodFinder(
  calendar: Calendar,
  timeZone: string,
  cut = Number.NEGATIVE_INFINITY,
): (instant: number) => number {
  const known: Period[] = [];
  let last: Period = { key: "", start: 0, end: 0 };
  return (instant) => {
    if (instant < last.start || instant >= last.end) last = find(instant);
    return instant >= cut && cut > last.start ? cut : last.start;
  };

  function find(instant: number): Period {
    let [low, high] = [0, known.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (known[middle]!.end <= instant) low = middle + 1;
      else high = middle;
    }
    const found = known[low];
    if (found !== undefined && instant >= found.start) return found;
    const [period] = periodsBetween(instant, instant + 1, calendar, timeZone);
    known.splice(low, 0, period!);
    return period!;
  }
}
