/** An offset after a time of day: GMT, GMT+8, UTC+08:00, +0800, +08:00. */
const OFFSET = "( (?:GMT|UTC)(?:[+-]\\d{1,2}(?::?\\d\\d)?)?| [+-]\\d\\d:?\\d\\d)?";

/** A time of day after a date: 9:05, 14:00:30, 2:00 PM, 2:00 PM GMT+8; perhaps with a comma between. */
const CLOCK = `(?:(,?) (\\d{1,2}(?::\\d\\d){1,2})( ?(?:[ap]m|上午|下午))?${OFFSET})?`;

/** A day and a month in numbers, with the year: 03/04/2026, 3.4.26, and then perhaps a time. */
const NUMERIC = new RegExp(`^(\\d{1,2})([/.-])(\\d{1,2})\\2(\\d{4}|\\d{2})${CLOCK}$`, "i");

/** The year first: 2026/3/5, 2026-3-5, 2026年3月5日, and then perhaps a time. */
const YEAR_FIRST = new RegExp(`^\\d{4}(?:([/.-])\\d{1,2}\\1\\d{1,2}|年\\d{1,2}月\\d{1,2}日)${CLOCK}$`, "i");

/** The year first, and a time as Chinese alone writes it: 2026/3/5 下午2:03, 2026年3月5日14:03, 2026年3月5日 14时03分. */
const CHINESE = new RegExp(
  "^\\d{4}(?:([/.-])\\d{1,2}\\1\\d{1,2} |年\\d{1,2}月\\d{1,2}日( ?))" +
    "(?:(?:上午|下午)( ?))?\\d{1,2}(?::\\d\\d(:\\d\\d)?|([时点])\\d{1,2}分(\\d{1,2}秒)?)$",
);

/** Months in English, as date-fns reads them. */
const MONTH =
  "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december)";

/** A month in words before or after the day: Mar 5, 2026, 5 March 2026, 05-Mar-26, and then perhaps a time. */
const MONTH_FIRST = new RegExp(`^${MONTH} \\d{1,2}(,?) \\d{4}${CLOCK}$`, "i");
const DAY_FIRST = new RegExp(`^\\d{1,2}([ -])${MONTH}\\1(\\d{4}|\\d{2})${CLOCK}$`, "i");

/** Nothing but digits: 20260305, 20260305140322. */
const DIGITS = /^(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])((?:[01]\d|2[0-3])[0-5]\d[0-5]\d)?$/;

/** The formats that a date may be in which is not in ISO 8601: one, or where the day and the month may be either, both. */
export function likelyFormats(text: string): string[] {
  const yearFirst = YEAR_FIRST.exec(text);
  if (yearFirst !== null) {
    const [, sign, ...time] = yearFirst;
    return [`${dayFormat(sign)}${clockFormat(time)}`];
  }
  const chinese = CHINESE.exec(text);
  if (chinese !== null) return [chineseFormat(chinese)];
  const worded = wordedFormat(text);
  if (worded !== undefined) return [worded];
  const digits = DIGITS.exec(text);
  if (digits !== null) return [`yyyyMMdd${digits[1] === undefined ? "" : "HHmmss"}`];
  const parts = NUMERIC.exec(text);
  if (parts === null) return [];
  const [, first, sign = "", second, year = "", ...time] = parts;
  const format = (a: string, b: string) => `${a}${sign}${b}${sign}${"y".repeat(year.length)}${clockFormat(time)}`;
  return [...(Number(second) <= 12 ? [format("d", "M")] : []), ...(Number(first) <= 12 ? [format("M", "d")] : [])];
}

/** The format of a date with its month in words. */
function wordedFormat(text: string): string | undefined {
  // Four letters read short names too, and three no long ones.
  const monthFormat = (name: string) => (name.length > 3 || /^may$/i.test(name) ? "MMMM" : "MMM");
  const [, name, comma, ...after] = MONTH_FIRST.exec(text) ?? [];
  if (name !== undefined) return `${monthFormat(name)} d${comma} yyyy${clockFormat(after)}`;
  const [, sign, month, year, ...time] = DAY_FIRST.exec(text) ?? [];
  if (month === undefined) return undefined;
  return `d${sign}${monthFormat(month)}${sign}${"y".repeat(year!.length)}${clockFormat(time)}`;
}

/** The format of a day with its year first. */
function dayFormat(sign: string | undefined): string {
  return sign === undefined ? "yyyy年M月d日" : `yyyy${sign}M${sign}d`;
}

function chineseFormat([, sign, gap = " ", halfGap, colons, hour, seconds]: readonly (string | undefined)[]): string {
  const hours = halfGap === undefined ? "H" : `a${halfGap}h`;
  const minutes = hour === undefined ? ":mm" : `${hour}mm分`;
  const ends = [colons === undefined ? "" : ":ss", seconds === undefined ? "" : "ss秒"];
  return `${dayFormat(sign)}${gap}${hours}${minutes}${ends.join("")}`;
}

/** The format of a time of day, with what parts it from the date; nothing for none. */
function clockFormat([comma, clock, half, offset]: readonly (string | undefined)[]): string {
  if (clock === undefined) return "";
  const hours = half === undefined ? "H" : "h";
  const time = clock.includes(":", 4) ? `${hours}:mm:ss` : `${hours}:mm`;
  return `${comma} ${time}${half === undefined ? "" : " a"}${offsetFormat(offset)}`;
}

function offsetFormat(offset: string | undefined): string {
  if (offset === undefined) return "";
  return /^ [+-]\d{4}$/.test(offset) ? " XX" : " XXX";
}
