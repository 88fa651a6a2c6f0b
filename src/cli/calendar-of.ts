import { type Calendar, PERIODS } from "../trend/calendar.js";
import type { Rolling } from "../trend/windows.js";
import { DAY, firstInstant, localTime } from "../trend/zone.js";
import { limitsOf, timeZoneOf } from "./answers.js";
import type { Arguments } from "./arguments.js";
import { periodFinder } from "./period-of.js";
import { wrongUsage } from "./problem.js";

/** How a command line divides time. */
export function calendarOf(args: Arguments): Calendar {
  return {
    every: args.choice("every", PERIODS)!,
    weekStartsOn: args.number("week-starts-on"),
    fiscalYearStartMonth: args.number("fiscal-year-start-month"),
  };
}

/** How far the windows of a command line reach back: `3` periods, `90d` days. */
export function rollingOf(args: Arguments): Rolling | undefined {
  const text = args.text("rolling");
  if (text === undefined) return undefined;
  const [, length, unit] = /^(\d+)(d?)$/.exec(text) ?? [];
  if (length === undefined)
    throw wrongUsage(`--rolling must be a number of periods, such as 3, or of days, such as 90d, got "${text}"`);
  return unit === "d" ? { days: Number(length) } : { periods: Number(length) };
}

/** Numbers the parts of time of which no window takes but some: the periods, or with windows of days the days. */
export function periodOf(args: Arguments): (time: number) => number {
  if (!args.has("every")) return () => 0;
  const [calendar, rolling, timeZone] = [calendarOf(args), rollingOf(args), timeZoneOf(args)];
  if (rolling === undefined || "periods" in rolling) return periodFinder(calendar, timeZone);
  const every = calendar.every === "hour" ? "hour" : "day";
  const { to } = limitsOf(args, timeZone);
  // The last window ends where the rows do, and starts that many days before, be it within a day.
  const cut = Number.isFinite(to) ? firstInstant(localTime(to, timeZone) - rolling.days * DAY, timeZone) : undefined;
  return periodFinder({ every }, timeZone, cut);
}
