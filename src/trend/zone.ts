import { tzOffset } from "@date-fns/tz/tzOffset";

/** What clocks of a zone show, as the milliseconds since 1970 at which clocks in UTC show the same. */
export type LocalTime = number;

/** The largest number of milliseconds that a Date can hold. */
export const LAST_INSTANT = 8.64e15;

/** A day of local time, in milliseconds: clocks never show one of another length. */
export const DAY = 86_400_000;

/** What clocks of a zone show at an instant. */
export function localTime(instant: number, timeZone: string): LocalTime {
  return instant + offsetAt(instant, timeZone);
}

/**
 * The first instant at which clocks of a zone show a time or a later one: of a time that occurs twice the earlier occurrence, of one
 * that clocks skip the moment of the change.
 */
export function firstInstant(local: LocalTime, timeZone: string): number {
  // Clocks a day away are not changed again within that day: one of the two offsets is that of the moment looked for.
  const earlier = local - offsetAt(local - DAY, timeZone);
  if (localTime(earlier, timeZone) === local) return earlier;
  const later = local - offsetAt(local + DAY, timeZone);
  if (localTime(later, timeZone) === local) return later;
  return changeBetween(later, earlier, local, timeZone);
}

/** The instant between two at which clocks jump over a local time. */
function changeBetween(before: number, after: number, local: LocalTime, timeZone: string): number {
  let [low, high] = [before, after];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (localTime(middle, timeZone) >= local) high = middle;
    else low = middle;
  }
  return high;
}

function offsetAt(instant: number, timeZone: string): number {
  const date = new Date(Math.max(-LAST_INSTANT, Math.min(LAST_INSTANT, instant)));
  const minutes = tzOffset(timeZone, date);
  const sign = minutes > 0 && minutes < 60 && isBehindUtc(date, timeZone) ? -1 : 1;
  // Offsets of before 1972 can have seconds, which come as fractions of a minute.
  return Math.round(60_000 * sign * minutes);
}

/** The sign of an offset, which tzOffset loses where there is less than an hour: Liberia had −00:44:30 until 1972. */
function isBehindUtc(date: Date, timeZone: string): boolean {
  return new Intl.DateTimeFormat("en-US", { timeZone, timeZoneName: "longOffset" }).format(date).includes("GMT-");
}
