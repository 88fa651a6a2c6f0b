import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nps } from "../../src/index.js";
import { type Every, periodFinder, trend } from "../../src/trend/index.js";

const EVERY: Every[] = ["hour", "day", "week", "month", "quarter", "year"];

describe("periodFinder", () => {
  it("tells the periods of a trend, in any order of times", () => {
    const zones = fc.constantFrom("UTC", "America/Sao_Paulo", "Australia/Lord_Howe", "Asia/Kathmandu");
    const times = fc.array(fc.integer({ min: Date.UTC(2018, 9), max: Date.UTC(2018, 11) }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(fc.constantFrom(...EVERY), zones, times, (every, timeZone, some) => {
        const periodOf = periodFinder({ every, timeZone });
        for (const time of some) {
          const [point] = trend([time], { time: (at) => at, score: () => 9, every, timeZone, metric: nps });
          const { key, start, end } = point!;
          expect(periodOf(time)).toEqual({ key, start, end });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("remembers a period", () => {
    const dayOf = periodFinder({ every: "day" });
    expect(dayOf("2026-03-05T23:59:59.999Z")).toBe(dayOf("2026-03-05"));
    expect(dayOf("2026-03-06")).not.toBe(dayOf("2026-03-05"));
  });

  it("refuses wrong options and times", () => {
    expect(() => periodFinder({ every: "decade" as never })).toThrow("every must be hour or day");
    expect(() => periodFinder({ every: "day", timeZone: "Mars/Base" })).toThrow("timeZone must be an IANA time zone");
    expect(() => periodFinder({ every: "day" })("5 March")).toThrow("time must be a valid Date");
  });
});
