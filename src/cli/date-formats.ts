/** A day and a month in numbers, with the year: 03/04/2026, 3.4.26, and then perhaps a time. */
const NUMERIC = /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d{2})(?:,? (\d{1,2}(?::\d\d){1,2})( ?[ap]m)?)?$/i;

/** The formats that a date may be in which is not in ISO 8601: one, or where the day and the month may be either, both. */
export function likelyFormats(text: string): string[] {
  const parts = NUMERIC.exec(text);
  if (parts === null) return [];
  const [, first, sign = "", second, year = "", clock, half] = parts;
  const hours = half === undefined ? "H" : "h";
  const time =
    clock === undefined
      ? ""
      : ` ${clock.includes(":", 4) ? `${hours}:mm:ss` : `${hours}:mm`}${half === undefined ? "" : " a"}`;
  const format = (a: string, b: string) => `${a}${sign}${b}${sign}${"y".repeat(year.length)}${time}`;
  return [...(Number(second) <= 12 ? [format("d", "M")] : []), ...(Number(first) <= 12 ? [format("M", "d")] : [])];
}
