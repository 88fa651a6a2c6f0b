import { describe, expect, it } from "vitest";
import { nps } from "../../src/index.js";
import { type Rolling, trend } from "../../src/trend/index.js";
import { periodsBetween } from "../../src/trend/periods.js";
import { windowsOf } from "../../src/trend/windows.js";

const NEW_YORK = "America/New_York";

/** The windows of the days between two instants, as text; in brackets where rows do not reach as far back. */
function windows(rolling: Rolling | undefined, [from, to]: readonly [string, string], timeZone = NEW_YORK): string[] {
  const known = [Date.parse(from), Date.parse(to)] as const;
  const periods = periodsBetween(...known, { every: "day" }, timeZone);
  const text = (instant: number) => new Date(instant).toISOString().slice(5, 16);
  return windowsOf(periods, rolling, known, timeZone).map(({ start, end, isFull }) =>
    isFull ? `${text(start)} ${text(end)}` : `(${text(start)} ${text(end)})`,
  );
}

describe("a window", () => {
  it("without rolling is the period, as far as rows are known", () => {
    expect(windows(undefined, ["2026-03-07T12:00Z", "2026-03-09T12:00Z"])).toEqual([
      "03-07T12:00 03-08T05:00",
      "03-08T05:00 03-09T04:00",
      "03-09T04:00 03-09T12:00",
    ]);
  });

  it("of periods goes from the start of the first to the end of the last", () => {
    const known = ["2026-03-06T12:00Z", "2026-03-09T12:00Z"] as const;
    expect(windows({ periods: 1 }, known)).toEqual(windows(undefined, known));
    expect(windows({ periods: 2 }, known)).toEqual([
      "(03-06T12:00 03-07T05:00)",
      "03-06T12:00 03-08T05:00",
      "03-07T05:00 03-09T04:00",
      "03-08T05:00 03-09T12:00",
    ]);
    expect(windows({ periods: 4 }, known).at(-1)).toBe("03-06T12:00 03-09T12:00");
    expect(windows({ periods: 5 }, known).at(-1)).toBe("(03-06T12:00 03-09T12:00)");
  });

  it("of days goes back to the same time of day, over clock changes", () => {
    // A week before midnight of the 9th is midnight of the 2nd: 167 hours.
    expect(windows({ days: 7 }, ["2026-03-02T05:00Z", "2026-03-10T04:00Z"]).slice(-3)).toEqual([
      "(03-02T05:00 03-08T05:00)",
      "03-02T05:00 03-09T04:00",
      "03-03T05:00 03-10T04:00",
    ]);
    expect(windows({ days: 1 }, ["2026-11-01T04:00Z", "2026-11-03T05:00Z"])).toEqual([
      "11-01T04:00 11-02T05:00",
      "11-02T05:00 11-03T05:00",
    ]);
  });

  it("of days starts where a day does that has no midnight", () => {
    const known = ["2018-11-03T03:00Z", "2018-11-06T02:00Z"] as const;
    expect(windows({ days: 2 }, known, "America/Sao_Paulo")).toEqual([
      "(11-03T03:00 11-04T03:00)",
      "11-03T03:00 11-05T02:00",
      "11-04T03:00 11-06T02:00",
    ]);
  });

  it("of days ends where rows do, so that the last point has as many days as the others", () => {
    expect(windows({ days: 2 }, ["2026-06-01T04:00Z", "2026-06-04T16:00Z"])).toEqual([
      "(06-01T04:00 06-02T04:00)",
      "06-01T04:00 06-03T04:00",
      "06-02T04:00 06-04T04:00",
      "06-02T16:00 06-04T16:00",
    ]);
  });

  it("of days is full from the instant on from which rows are known", () => {
    expect(windows({ days: 1 }, ["2026-06-01T04:00Z", "2026-06-02T04:00Z"])).toEqual(["06-01T04:00 06-02T04:00"]);
    expect(windows({ days: 1 }, ["2026-06-01T04:00:00.001Z", "2026-06-02T04:00Z"])).toEqual([
      "(06-01T04:00 06-02T04:00)",
    ]);
  });

  it("may be a hundred thousand periods or days long", () => {
    const known = ["2026-06-01T04:00Z", "2026-06-02T04:00Z"] as const;
    expect(windows({ periods: 100_000 }, known)).toEqual(["(06-01T04:00 06-02T04:00)"]);
    expect(windows({ days: 100_000 }, known)).toEqual(["(06-01T04:00 06-02T04:00)"]);
  });
});

describe("a rolling window", () => {
  const message = (value: unknown) => `rolling must be { periods } or { days }, got ${value}`;
  it.each([
    [{ periods: 0 }, RangeError, "rolling.periods must be a whole number from 1 to 100000, got 0"],
    [{ periods: -3 }, RangeError, "rolling.periods must be a whole number from 1 to 100000, got -3"],
    [{ periods: 1.5 }, RangeError, "rolling.periods must be a whole number from 1 to 100000, got 1.5"],
    [{ periods: 100_001 }, RangeError, "rolling.periods must be a whole number from 1 to 100000, got 100001"],
    [{ periods: Number.NaN }, RangeError, "rolling.periods must be a whole number from 1 to 100000, got NaN"],
    [{ periods: "3" }, TypeError, 'rolling.periods must be a whole number from 1 to 100000, got "3"'],
    [{ days: 0 }, RangeError, "rolling.days must be a whole number from 1 to 100000, got 0"],
    [{ days: -30 }, RangeError, "rolling.days must be a whole number from 1 to 100000, got -30"],
    [{ days: 0.5 }, RangeError, "rolling.days must be a whole number from 1 to 100000, got 0.5"],
    [{ days: Number.POSITIVE_INFINITY }, RangeError, "rolling.days must be a whole number from 1 to 100000"],
    [{ days: null }, TypeError, "rolling.days must be a whole number from 1 to 100000, got null"],
    [{ periods: 3, days: 30 }, TypeError, message("an object")],
    [{}, TypeError, message("an object")],
    [{ weeks: 3 }, TypeError, message("an object")],
    [[3], TypeError, message("an array")],
    [3, RangeError, message("3")],
    [0, RangeError, message("0")],
    ["30 days", TypeError, message('"30 days"')],
    [null, TypeError, message("null")],
    [false, TypeError, message("false")],
  ])("is not %o", (rolling, error, text) => {
    const options = { time: () => 0, score: () => 9, metric: nps, every: "day" } as const;
    for (const rows of [[], [1]]) {
      const make = () => trend(rows, { ...options, rolling: rolling as Rolling });
      expect(make).toThrow(error);
      expect(make).toThrow(text);
    }
  });
});
