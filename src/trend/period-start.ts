import { TZDateMini } from "@date-fns/tz/date/mini";
import { addMonths } from "date-fns/addMonths";
import { getISOWeek } from "date-fns/getISOWeek";
import { startOfMonth } from "date-fns/startOfMonth";
import { startOfWeek } from "date-fns/startOfWeek";
import type { Calendar } from "./calendar.js";
import { DAY, type LocalTime } from "./zone.js";

/** For date-fns, dates of UTC; nobody prints them, which a whole `TZDate` could do too. */
const IN_UTC = { in: (date: Date | number | string) => new TZDateMini(+new Date(date), "UTC") };

/** How many months, or milliseconds, a period has. */
const MONTHS = { month: 1, quarter: 3, year: 12 };
const MILLISECONDS = { hour: DAY / 24, day: DAY, week: 7 * DAY };

/** When the period of a local time starts. */
export function startOfPeriod(local: LocalTime, calendar: Calendar): LocalTime {
  const { every, weekStartsOn = 1, fiscalYearStartMonth = 1 } = calendar;
  if (every === "hour" || every === "day") return Math.floor(local / MILLISECONDS[every]) * MILLISECONDS[every];
  if (every === "week") return +startOfWeek(local, { ...IN_UTC, weekStartsOn: (weekStartsOn % 7) as 0 });
  const month = startOfMonth(local, IN_UTC);
  const since = (month.getMonth() - fiscalYearStartMonth + 13) % MONTHS[every];
  return +addMonths(month, -since, IN_UTC);
}

/** When the period after the one that starts at a local time starts. */
export function nextPeriod(start: LocalTime, { every }: Calendar): LocalTime {
  if (every === "hour" || every === "day" || every === "week") return start + MILLISECONDS[every];
  return +addMonths(start, MONTHS[every], IN_UTC);
}

/**
 * The name of the period that starts at a local time: `2026`, `2026-Q1`, `2026-03`, `2026-W10`, `2026-03-05` or `2026-03-05T14`. Weeks
 * that start on another day than Monday, and quarters and years that start in another month than January, have no name that all agree
 * on, and are called by their first day.
 */
export function periodKey(start: LocalTime, calendar: Calendar): string {
  const { every, weekStartsOn = 1, fiscalYearStartMonth = 1 } = calendar;
  const [year, month, day, hour] = partsOf(start);
  const date = `${year}-${month}-${day}`;
  if (every === "hour") return `${date}T${hour}`;
  if (every === "month") return `${year}-${month}`;
  // A week belongs to the year of its Thursday.
  if (every === "week" && weekStartsOn === 1)
    return `${partsOf(start + 3 * DAY)[0]}-W${String(getISOWeek(start, IN_UTC)).padStart(2, "0")}`;
  if (every === "quarter" && fiscalYearStartMonth === 1) return `${year}-Q${(Number(month) + 2) / 3}`;
  return every === "year" && fiscalYearStartMonth === 1 ? year : date;
}

/** Year, month, day and hour as they are written in ISO 8601. */
function partsOf(local: LocalTime): [year: string, month: string, day: string, hour: string] {
  return new Date(local).toISOString().split(/(?!^)[-T:]/) as [string, string, string, string];
}

/** The shortest a period can be, in milliseconds. */
export function shortestPeriod({ every }: Calendar): number {
  return every === "hour" || every === "day" || every === "week" ? MILLISECONDS[every] : 28 * DAY * MONTHS[every];
}
