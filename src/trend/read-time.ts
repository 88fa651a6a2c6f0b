import { wrong } from "../answers/wrong.js";
import { firstInstant, LAST_INSTANT, localTime } from "./zone.js";

/** A moment: a Date, milliseconds since 1970, or text in ISO 8601, which without an offset is the local time of the zone. */
export type Time = Date | number | string;

const ALLOWED = "a valid Date, milliseconds since 1970, or ISO 8601 text such as 2026-03-05T14:30:00+08:00";

/** A date, or a date and a time with or without an offset. */
const ISO = /^(\d{4}-\d\d-(\d\d))(?:[T ](\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?)(?:(Z)|([+-]\d\d)(?::?(\d\d))?)?)?$/i;

/** The usual form, on days that every month has. */
const COMMON = /^\d{4}-\d\d-(?:[01]\d|2[0-8])T\d\d:\d\d:\d\d(?:\.\d{3})?(?:Z|[+-]\d\d:\d\d)$/;

/** The instants, in milliseconds since 1970, of a column of times. */
export function readTimes(column: ArrayLike<Time>, timeZone: string): ArrayLike<number> {
  if (ArrayBuffer.isView(column) && typeof column[0] === "number") return column as ArrayLike<number>;
  const read = timeReader(timeZone);
  const times = new Float64Array(column.length);
  for (let row = 0; row < times.length; row++) {
    times[row] = read(column[row]);
    // NaN is what is no time; the value itself is shown, not what became of it.
    if (Number.isNaN(times[row])) throw wrongTime(`time of row ${row}`, column[row]);
  }
  return times;
}

/** The instant of one time. */
export function readTime(what: string, time: Time, timeZone: string): number {
  const instant = timeReader(timeZone)(time);
  if (!isInstant(instant)) throw wrongTime(what, time);
  return instant;
}

/** Whether a number is an instant that a Date can hold. */
export function isInstant(time: number): boolean {
  return time >= -LAST_INSTANT && time <= LAST_INSTANT;
}

/** The error for something that is no time. */
export function wrongTime(what: string, time: unknown): Error {
  return wrong(what, time, ALLOWED);
}

/** Reads times into instants; NaN for what is no time. */
export function timeReader(timeZone: string): (time: unknown) => number {
  const instantOf = localReader(timeZone);
  return (time) => {
    if (typeof time === "number") return time;
    if (typeof time === "string") return readText(time, instantOf);
    // A Date of any realm tells its time; nothing else has such a method.
    const { getTime } = (time ?? {}) as Partial<Date>;
    return typeof getTime === "function" ? getTime.call(time) : Number.NaN;
  };
}

function readText(text: string, instantOf: (local: number) => number): number {
  if (COMMON.test(text)) return Date.parse(text);
  const parts = ISO.exec(text);
  if (parts === null) return Number.NaN;
  const [, date = "", day, time = "00:00", utc, hours, minutes = "00"] = parts;
  // Runtimes read this form alike, but for some 30 February is 2 March.
  if (Number(day) > 28 && new Date(date).getUTCDate() !== Number(day)) return Number.NaN;
  const offset = hours === undefined ? "Z" : `${hours}:${minutes}`;
  const instant = Date.parse(`${date}T${time.replace(",", ".")}${offset}`);
  // Without an offset, this is what clocks show.
  return utc === undefined && hours === undefined ? instantOf(instant) : instant;
}

const DAY = 24 * 60 * 60 * 1000;

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
