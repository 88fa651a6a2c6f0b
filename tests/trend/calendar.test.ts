import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  assertCalendar,
  type Calendar,
  type Every,
  nextPeriod,
  PERIODS,
  periodKey,
  shortestPeriod,
  startOfPeriod,
} from "../../src/trend/calendar.js";

const DAY = 24 * 60 * 60 * 1000;

const calendars: fc.Arbitrary<Calendar> = fc.record({
  every: fc.constantFrom(...PERIODS),
  weekStartsOn: fc.constantFrom(undefined, 0, 1, 2, 3, 4, 5, 6, 7),
  fiscalYearStartMonth: fc.constantFrom(undefined, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12),
});

/** Local times of the years 0001 to 9998. */
const locals = fc.integer({ min: Date.UTC(0, 0, 1) - 1899 * 365.25 * DAY, max: Date.UTC(9998, 0, 1) });

/** Whether a period starts at a local time, by the fields of a UTC date. */
function isStart(local: number, { every, weekStartsOn = 1, fiscalYearStartMonth = 1 }: Calendar): boolean {
  const date = new Date(local);
  if (local % (60 * 60 * 1000) !== 0) return false;
  if (every === "hour") return true;
  if (date.getUTCHours() !== 0) return false;
  if (every === "day") return true;
  if (every === "week") return date.getUTCDay() === weekStartsOn % 7;
  if (date.getUTCDate() !== 1) return false;
  const monthOfYear = (date.getUTCMonth() + 13 - fiscalYearStartMonth) % 12;
  return monthOfYear % { month: 1, quarter: 3, year: 12 }[every] === 0;
}

describe("a period", () => {
  it("starts where one can start, at or before each of its times, with no other start in between", () => {
    fc.assert(
      fc.property(locals, calendars, (local, calendar) => {
        const start = startOfPeriod(local, calendar);
        const next = nextPeriod(start, calendar);
        expect(isStart(start, calendar)).toBe(true);
        expect(isStart(next, calendar)).toBe(true);
        expect(start).toBeLessThanOrEqual(local);
        expect(next).toBeGreaterThan(local);
        const step = calendar.every === "hour" ? DAY / 24 : DAY;
        for (let between = start + step; between < next; between += step)
          expect(isStart(between, calendar)).toBe(false);
      }),
      { numRuns: 300 },
    );
  });

  it("is at least as long as the shortest one", () => {
    fc.assert(
      fc.property(locals, calendars, (local, calendar) => {
        const start = startOfPeriod(local, calendar);
        const length = nextPeriod(start, calendar) - start;
        expect(length).toBeGreaterThanOrEqual(shortestPeriod(calendar));
        expect(length).toBeLessThan(1.15 * shortestPeriod(calendar));
      }),
      { numRuns: 300 },
    );
  });
});

describe("the name of a period", () => {
  const keyAt = (text: string, every: Every, calendar: Partial<Calendar> = {}) =>
    periodKey(startOfPeriod(Date.parse(`${text}Z`), { every, ...calendar }), { every, ...calendar });

  it("is written as in ISO 8601", () => {
    const names = PERIODS.map((every) => keyAt("2026-03-05T14:59:59.999", every));
    expect(names).toEqual(["2026-03-05T14", "2026-03-05", "2026-W10", "2026-03", "2026-Q1", "2026"]);
  });

  it("counts the quarters", () => {
    const months = ["01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"];
    expect(months.map((month) => keyAt(`2026-${month}-28T12:00`, "quarter"))).toEqual(
      [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4].map((quarter) => `2026-Q${quarter}`),
    );
  });

  it.each([
    ["2024-12-29", "2024-W52"],
    ["2024-12-30", "2025-W01"],
    ["2025-01-05", "2025-W01"],
    ["2025-12-28", "2025-W52"],
    ["2025-12-29", "2026-W01"],
    ["2026-12-31", "2026-W53"],
    ["2027-01-03", "2026-W53"],
    ["2027-01-04", "2027-W01"],
    ["2020-12-31", "2020-W53"],
    ["2023-01-01", "2022-W52"],
    ["0001-01-01", "0001-W01"],
    ["9999-12-31", "9999-W52"],
  ])("of the week of %s is %s", (day, key) => {
    expect(keyAt(`${day}T12:00`, "week")).toBe(key);
  });

  it("of a week is that of the week with the year's first Thursday and those after it", () => {
    fc.assert(
      fc.property(locals, (local) => {
        const thursday = startOfPeriod(local, { every: "week" }) + 3 * DAY;
        const year = new Date(thursday).toISOString().slice(0, 4);
        const week = Math.floor((thursday - Date.parse(`${year}-01-01T00:00Z`)) / (7 * DAY)) + 1;
        const start = startOfPeriod(local, { every: "week" });
        expect(periodKey(start, { every: "week" })).toBe(`${year}-W${week < 10 ? "0" : ""}${week}`);
      }),
      { numRuns: 300 },
    );
  });

  it("is the first day of weeks that do not start on Monday", () => {
    const weekKeys = [0, 1, 2, 3, 4, 5, 6, 7].map((weekStartsOn) =>
      keyAt("2026-03-05T12:00", "week", { weekStartsOn }),
    );
    expect(weekKeys).toEqual([
      "2026-03-01",
      "2026-W10",
      "2026-03-03",
      "2026-03-04",
      "2026-03-05",
      "2026-02-27",
      "2026-02-28",
      "2026-03-01",
    ]);
  });

  it("is the first day of quarters and years that do not start in January", () => {
    const fiscal = (fiscalYearStartMonth: number, every: Every) =>
      keyAt("2026-03-05T12:00", every, { fiscalYearStartMonth });
    expect([1, 2, 3, 4, 7, 10, 12].map((month) => fiscal(month, "year"))).toEqual([
      "2026",
      "2026-02-01",
      "2026-03-01",
      "2025-04-01",
      "2025-07-01",
      "2025-10-01",
      "2025-12-01",
    ]);
    expect([1, 2, 3, 4, 7, 10, 12].map((month) => fiscal(month, "quarter"))).toEqual([
      "2026-Q1",
      "2026-02-01",
      "2026-03-01",
      "2026-01-01",
      "2026-01-01",
      "2026-01-01",
      "2026-03-01",
    ]);
    expect(fiscal(4, "month")).toBe("2026-03");
    expect(fiscal(4, "week")).toBe("2026-W10");
  });

  it("has a sign and more digits where years do", () => {
    const keys = [-63_000_000_000_000, 256_000_000_000_000].map((local) =>
      PERIODS.map((every) => periodKey(startOfPeriod(local, { every }), { every })),
    );
    expect(keys).toEqual([
      ["-000027-08-11T08", "-000027-08-11", "-000027-W32", "-000027-08", "-000027-Q3", "-000027"],
      ["+010082-04-25T23", "+010082-04-25", "+010082-W17", "+010082-04", "+010082-Q2", "+010082"],
    ]);
  });
});

describe("a calendar", () => {
  it("takes every period, week and fiscal year", () => {
    fc.assert(fc.property(calendars, (calendar) => assertCalendar(calendar)));
  });

  it.each([
    [{ every: "fortnight" }, 'every must be hour or day or week or month or quarter or year, got "fortnight"'],
    [{ every: "constructor" }, "every must be hour or day"],
    [{ every: "Month" }, "every must be hour or day"],
    [{}, "every must be hour or day or week or month or quarter or year, got undefined"],
    [{ every: 7 }, "every must be hour or day or week or month or quarter or year, got 7"],
    [{ every: "week", weekStartsOn: 8 }, "weekStartsOn must be a whole number from 0 to 7, got 8"],
    [{ every: "week", weekStartsOn: -1 }, "weekStartsOn must be a whole number from 0 to 7, got -1"],
    [{ every: "week", weekStartsOn: 1.5 }, "weekStartsOn must be a whole number from 0 to 7, got 1.5"],
    [{ every: "week", weekStartsOn: "1" }, 'weekStartsOn must be a whole number from 0 to 7, got "1"'],
    [{ every: "week", weekStartsOn: null }, "weekStartsOn must be a whole number from 0 to 7, got null"],
    [{ every: "hour", weekStartsOn: Number.NaN }, "weekStartsOn must be a whole number from 0 to 7, got NaN"],
    [{ every: "year", fiscalYearStartMonth: 0 }, "fiscalYearStartMonth must be a whole number from 1 to 12, got 0"],
    [{ every: "year", fiscalYearStartMonth: 13 }, "fiscalYearStartMonth must be a whole number from 1 to 12, got 13"],
    [{ every: "day", fiscalYearStartMonth: 4.5 }, "fiscalYearStartMonth must be a whole number from 1 to 12, got 4.5"],
    [{ every: "day", fiscalYearStartMonth: "April" }, 'from 1 to 12, got "April"'],
  ])("does not take %o", (calendar, message) => {
    expect(() => assertCalendar(calendar as unknown as Calendar)).toThrow(message);
  });
});
