import { wrong } from "../answers/wrong.js";
import { DAY, firstInstant, LAST_INSTANT, localTime } from "./zone.js";

/** A moment: a Date, milliseconds since 1970, or text in ISO 8601, which without an offset is the local time of the zone. */
export type Time = Date | number | string;

const ALLOWED = "a valid Date, milliseconds since 1970, or ISO 8601 text such as 2026-03-05T14:30:00+08:00";

/** A date, or a date and a time with or without an offset. */
const ISO = /^(\d{4}-\d\d-(\d\d))(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)(?:(Z)|([+-]\d\d)(?::?(\d\d))?)?)?$/i;

/** The usual form, on days that every month has. */
const COMMON = /^\d{4}-\d\d-(?:[01]\d|2[0-8])T\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)$/;

/** Instants in milliseconds since 1970, with the first and the last of them: infinities where there are none. */
export interface Instants {
  readonly times: ArrayLike<number>;
  readonly first: number;
  readonly last: number;
}

/** The instants of a column of times. */
export function readTimes(column: ArrayLike<Time>, timeZone: string): Instants {
  const isTyped = ArrayBuffer.isView(column) && typeof column[0] === "number";
  const times = isTyped ? (column as ArrayLike<number>) : readEach(column, timeReader(timeZone));
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < times.length; row++) {
    const time = times[row]!;
    if (time >= first && time <= last) continue;
    // The value itself is shown, not what became of it.
    if (!isInstant(time)) throw wrongTime(`time of row ${row}`, column[row]);
    first = Math.min(first, time);
    last = Math.max(last, time);
  }
  return { times, first, last };
}

function readEach(column: ArrayLike<Time>, read: (time: unknown) => number): Float64Array {
  const times = new Float64Array(column.length);
  for (let row = 0; row < times.length; row++) times[row] = read(column[row]);
  return times;
}

/** The instant of one time. */
export function readTime(what: string, time: Time, timeZone: string): number {
  return instantReader(timeZone)(what, time);
}

/** Makes a reader of one time after the other. */
export function instantReader(timeZone: string): (what: string, time: Time) => number {
  const read = timeReader(timeZone);
  return (what, time) => {
    const instant = read(time);
    if (!isInstant(instant)) throw wrongTime(what, time);
    return instant;
  };
}

/** Whether a number is an instant that a Date can hold, and with it all periods that the instant is in. */
function isInstant(time: number): boolean {
  return Math.abs(time) <= LAST_INSTANT - 400 * DAY;
}

/** The error for something that is no time. */
function wrongTime(what: string, time: unknown): Error {
  return wrong(what, Number.isNaN(timeOfDate(time)) ? "Invalid Date" : time, ALLOWED);
}

/** Reads times into instants; NaN for what is no time. */
export function timeReader(timeZone: string): (time: unknown) => number {
  const instantOf = localReader(timeZone);
  return (time) => {
    if (typeof time === "number") return time;
    if (typeof time === "string") return readText(time, instantOf);
    return timeOfDate(time) ?? NaN;
  };
}

/** The instant of a Date of any realm, NaN where it is invalid; undefined for everything else. */
function timeOfDate(time: unknown): number | undefined {
  try {
    return Date.prototype.getTime.call(time);
  } catch {
    return undefined;
  }
}

function readText(text: string, instantOf: (local: number) => number): number {
  if (COMMON.test(text)) return Date.parse(text);
  const parts = ISO.exec(text);
  if (parts === null) return NaN;
  const [, date = "", day, time = "00:00", utc, hours, minutes = "00"] = parts;
  // Runtimes read this form alike, but for some 30 February is 2 March.
  if (Number(day) > 28 && new Date(date).getUTCDate() !== Number(day)) return NaN;
  const offset = hours === undefined ? "Z" : `${hours}:${minutes}`;
  const instant = Date.parse(`${date}T${time.replace(",", ".")}${offset}`);
  // Without an offset, this is what clocks show.
  return utc === undefined && hours === undefined ? instantOf(instant) : instant;
}

/** Finds the first instant of local times, with the offset of each day looked up once where clocks are not changed around it. */
function localReader(timeZone: string): (local: number) => number {
  const steadyOffsets = new Map<number, number | null>();
  return (local) => {
    if (Number.isNaN(local)) return local;
    const day = Math.floor(local / DAY);
    let offset = steadyOffsets.get(day);
    if (offset === undefined) {
      const [before, after] = [(day - 2) * DAY, (day + 3) * DAY].map(
        (instant) => localTime(instant, timeZone) - instant,
      );
      offset = before === after ? before! : null;
      steadyOffsets.set(day, offset);
    }
    return offset === null ? firstInstant(local, timeZone) : local - offset;
  };
}
