/** A time of day after a date: 9:05, 14:00:30, 2:00 PM, 2:00 PM GMT+8; perhaps with a comma between. */
const CLOCK = "(?:(,?) (\\d{1,2}(?::\\d\\d){1,2})( ?[ap]m)?( GMT(?:[+-]\\d{1,2}(?::\\d\\d)?)?)?)?";

/** A day and a month in numbers, with the year: 03/04/2026, 3.4.26, and then perhaps a time. */
const NUMERIC = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})${CLOCK}$`, "i");

/** The year first: 2026/3/5, 2026-3-5, 2026年3月5日, and then perhaps a time. */
const YEAR_FIRST = new RegExp(`^\\d{4}(?:([/.-])\\d{1,2}\\1\\d{1,2}|年\\d{1,2}月\\d{1,2}日)${CLOCK}$`, "i");

/** The formats that a date may be in which is not in ISO 8601: one, or where the day and the month may be either, both. */
export function likelyFormats(text: string): string[] {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [, sign, ...time] = yearFirst;
    return [`${sign === undefined ? "yyyy年M月d日" : `yyyy${sign}M${sign}d`}${clockFormat(time)}`];
  }
  const parts = NUMERIC.exec(text);
  if (parts === null) return [];
  const [, first, sign = "", second, year = "", ...time] = parts;
  const format = (a: string, b: string) => `${a}${sign}${b}${sign}${"y".repeat(year.length)}${clockFormat(time)}`;
  return [...(Number(second) <= 12 ? [format("d", "M")] : []), ...(Number(first) <= 12 ? [format("M", "d")] : [])];
}

/** The format of a time of day, with what parts it from the date; nothing for none. */
function clockFormat([comma, clock, half, offset]: readonly (string | undefined)[]): string {
  if (clock === undefined) return "";
  const hours = half === undefined ? "H" : "h";
  const time = clock.includes(":", 4) ? `${hours}:mm:ss` : `${hours}:mm`;
  return `${comma} ${time}${half === undefined ? "" : " a"}${offset === undefined ? "" : " XXX"}`;
}
