import { utc } from "@date-fns/utc/utc";
import { parse } from "date-fns/parse";
import { timeReader } from "../trend/read-time.js";
import { assertDateFormat, partsOf } from "./assert-date-format.js";
import { likelyFormats } from "./date-formats.js";

const IN_UTC = { in: utc };

/** An offset as Google Forms writes it: GMT+8, GMT-3:30, GMT. */
export const GMT_OFFSET = /(?<= )GMT(?:([+-])(\d{1,2})(?::(\d\d))?)?$/;

/** Years of two digits are the nearest ones to this. */
const TURN_OF_THE_CENTURY = Date.UTC(2000, 0, 1);

/** Makes a reader of times, into milliseconds since 1970, or else the reason why not. */
export function timesReader(timeZone: string, format: string | undefined): (value: unknown) => number | string {
  const readIso = timeReader(timeZone);
  const read = format === undefined ? readIso : formatReader(format, readIso);
  return (value) => {
    const text = typeof value === "string" ? value.trim() : value;
    const isText = typeof text === "string" || (typeof text === "number" && format !== undefined);
    const instant = isText ? read(String(text)) : Number.NaN;
    return Number.isNaN(instant) ? reasonAgainst(text, format) : instant;
  };
}

/** Whether the parts of a format say which moment it is, whatever the zone. */
export function saysInstant(parts: readonly string[]): boolean {
  return parts.some((part) => "XxtT".includes(part));
}

/** The Chinese halves of a day in the words for which the letter a of a format stands: date-fns knows them by its Chinese locale only. */
function withHalves(text: string): string {
  return text.replace("上午", "AM").replace("下午", "PM");
}

/** Reads text in a format of date-fns; what it shows is the time of clocks, unless the format has an offset. */
function formatReader(format: string, readIso: (iso: string) => number): (text: string) => number {
  assertDateFormat(format);
  const parts = partsOf(format);
  const isAbsolute = saysInstant(parts);
  const isHalved = parts.includes("a");
  const readsGmt = isAbsolute && !format.includes("GMT");
  return (text) => {
    const halved = isHalved ? withHalves(text) : text;
    const local = +parse(readsGmt ? withIsoOffset(halved) : halved, format, TURN_OF_THE_CENTURY, IN_UTC);
    // "yyyy" would take 26 for the year 26.
    if (Number.isNaN(local) || new Date(local).getUTCFullYear() < 1000) return Number.NaN;
    return isAbsolute ? local : readIso(new Date(local).toISOString().slice(0, -1));
  };
}

/** Date-fns has no letter for offsets that are written GMT+8, and XXX for +08:00 and Z. */
function withIsoOffset(text: string): string {
  return text.replace(GMT_OFFSET, (_, sign?: string, hours = "", minutes = "00") =>
    sign === undefined ? "Z" : `${sign}${hours.padStart(2, "0")}:${minutes}`,
  );
}

function reasonAgainst(value: unknown, format: string | undefined): string {
  if (value === "" || value === null || value === undefined) return "expected a time, got none";
  const shown = JSON.stringify(value).slice(0, 40);
  if (format !== undefined) return `expected a time like ${format}, got ${shown}`;
  if (/^\d{10}(\d{3})?(\.\d+)?$/.test(String(value)))
    return `expected a time in ISO 8601, got ${shown}; if it is a Unix time, say --date-format t for seconds, T for milliseconds`;
  return `expected a time in ISO 8601, such as 2026-03-05T14:00:00+08:00, got ${shown}${formatHint(String(value))}`;
}

/** Which format it may be in; where the day and the month cannot be told apart, both. */
function formatHint(text: string): string {
  if (/^\d{4}-\d\d-\d\d/.test(text)) return "";
  const [one, other] = likelyFormats(text);
  if (one === undefined) return "; say its --date-format";
  if (other === undefined) return `; say --date-format "${one}"`;
  return `, which may be day or month first: say --date-format "${one}" or "${other}"`;
}
