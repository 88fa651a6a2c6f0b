import { utc } from "@date-fns/utc/utc";
import { parse } from "date-fns/parse";
import { timeReader } from "../trend/read-time.js";
import { assertDateFormat, partsOf } from "./assert-date-format.js";
import { likelyFormats } from "./date-formats.js";

const IN_UTC = { in: utc };

/** An offset as Google Forms and others write it: GMT+8, GMT-3:30, UTC+08:00, UTC. */
export const GMT_OFFSET = /(?<= )(?:GMT|UTC)(?:([+-])(\d{1,2})(?::?(\d\d))?)?$/;

/** A format whose last part stands for itself, and says that clocks show UTC. */
const ENDS_IN_UTC = /'\s*(?:Z|UTC|GMT)'\s*$/;

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

/** What a format means for the texts in it. */
export interface FormatTraits {
  /** Whether it says which moment it is, whatever the zone. */
  readonly isAbsolute: boolean;
  /** Whether it has halves of a day. */
  readonly isHalved: boolean;
  /** Whether it has an offset, which may then be written GMT+8 too. */
  readonly hasOffset: boolean;
}

/** Finds out what a format of date-fns means. */
export function traitsOf(format: string): FormatTraits {
  const parts = partsOf(format);
  const has = (letters: string) => parts.some((part) => letters.includes(part));
  return {
    isAbsolute: has("XxtT") || ENDS_IN_UTC.test(format),
    isHalved: has("a"),
    hasOffset: has("Xx") && !/GMT|UTC/.test(format),
  };
}

/** The Chinese halves of a day in the words for which the letter a of a format stands: date-fns knows them by its Chinese locale only. */
function withHalves(text: string): string {
  return text.replace("上午", "AM").replace("下午", "PM");
}

/** Reads text in a format of date-fns; what it shows is the time of clocks, unless the format has an offset. */
function formatReader(format: string, readIso: (iso: string) => number): (text: string) => number {
  assertDateFormat(format);
  const { isAbsolute, isHalved, hasOffset } = traitsOf(format);
  return (text) => {
    const halved = isHalved ? withHalves(text) : text;
    const local = +parse(hasOffset ? withIsoOffset(halved) : halved, format, TURN_OF_THE_CENTURY, IN_UTC);
    // "yyyy" would take 26 for the year 26.
    if (Number.isNaN(local) || new Date(local).getUTCFullYear() < 1000) return Number.NaN;
    return isAbsolute ? local : readIso(new Date(local).toISOString().slice(0, -1));
  };
}

/** Date-fns has no letter for offsets that are written GMT+8 or UTC, and XXX for +08:00 and Z. */
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
  const [one, other] = likelyFormats(text);
  // A day that is not, such as 31 February, is in ISO 8601 otherwise.
  if (/^\d{4}-\d\d-\d\d/.test(text) && !one?.includes("X")) return "";
  if (one === undefined) return "; say its --date-format";
  if (other === undefined) return `; say --date-format "${one}"`;
  return `, which may be day or month first: say --date-format "${one}" or "${other}"`;
}
