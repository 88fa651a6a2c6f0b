import type { Sketch } from "../../../src/cli/sketch.js";

/** Dates with the year first that are not in ISO 8601, as Chinese spreadsheets write them. */
const YEAR_FIRST = /^\d{4}([/.])\d{1,2}\1\d{1,2}(?: (\d{1,2}:\d\d)(:\d\d)?)?$/;

/** Units of Unix times, and how many of them a second has. */
const UNIX_TIMES = [
  ["t", 1],
  ["T", 1000],
] as const;

/** The format of date-fns that a column of times is in: empty for ISO 8601, null for a column of something else. */
export function timeFormat({ n, values, numbers, isoTimes, dates }: Sketch): string | null {
  if (n === 0) return null;
  for (const [format, factor] of UNIX_TIMES)
    if (numbers.whole > 0.9 * n && numbers.min >= 1e9 * factor && numbers.max < 4e9 * factor) return format;
  if (isoTimes > 0.9 * n) return "";
  if (dates.n > 0.9 * n) return dates.formats[0] ?? null;
  const texts = [...values.keys()];
  const [first] = texts;
  const parts = YEAR_FIRST.exec(first ?? "");
  if (parts === null || !texts.every((text) => YEAR_FIRST.test(text))) return null;
  const [, sign, clock, seconds] = parts;
  return `yyyy${sign}M${sign}d${clock ? " H:mm" : ""}${seconds ? ":ss" : ""}`;
}
