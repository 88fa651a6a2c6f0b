import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, compare, type MeasureOptions, nps } from "../../src/index.js";
import {
  type BeforeAfterOptions,
  beforeAfter,
  latestPerRespondent,
  mannKendall,
  type Side,
  trend,
} from "../../src/trend/index.js";

interface Row {
  readonly at: number;
  readonly score: number | null;
  readonly who: string | null;
}

type Options = BeforeAfterOptions<Row, ReturnType<typeof nps>>;

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const START = Date.UTC(2026, 2, 1);

const base = {
  time: (row: Row) => row.at,
  score: (row: Row) => row.score,
  every: "day",
  metric: nps,
} as const;

/** Answers of ten days, at whole hours. */
const rowLists = fc.array(
  fc.record({
    at: fc.nat({ max: 240 }).map((hour) => START + hour * HOUR),
    score: fc.option(fc.nat({ max: 10 })),
    who: fc.option(fc.constantFrom("ann", "bob", "eve")),
  }),
  { maxLength: 25 },
);
const moments = fc.integer({ min: -30, max: 280 }).map((hour) => START + hour * HOUR);
const levels = fc.constantFrom(0.95, 0.8);
const timeZones = fc.constantFrom(undefined, "America/New_York", "Asia/Kathmandu");

const scoresOf = (rows: readonly Row[]): Answer[] => rows.map(({ score }) => score);

/** The measurement of a side alone. */
function measurementOf({ points: _points, trend: _trend, ...measurement }: Side<ReturnType<typeof nps>>) {
  return measurement;
}

describe("before and after a moment", () => {
  it("are the measurements of the rows on either side, and their comparison", () => {
    fc.assert(
      fc.property(rowLists, moments, levels, fc.boolean(), timeZones, (rows, at, level, isLatest, timeZone) => {
        const metric = (answers: Iterable<Answer>) => nps(answers, { level });
        const respondent = (row: Row) => row.who;
        const options: Options = { ...base, at, metric, timeZone, ...(isLatest && { respondent }) };
        const side = (isOnIt: (row: Row) => boolean) => {
          const all = rows.filter(isOnIt);
          return metric(scoresOf(isLatest ? latestPerRespondent(all, { time: base.time, respondent }) : all));
        };
        const { before, after, change } = beforeAfter(rows, options);
        expect(measurementOf(before)).toEqual(side((row) => row.at < at));
        expect(measurementOf(after)).toEqual(side((row) => row.at >= at));
        expect(change).toEqual(compare(before, after, { level: after.interval?.level }));
        expect(JSON.stringify({ before, after, change })).not.toContain("NaN");
      }),
      { numRuns: 200 },
    );
  });

  it("have the points of a trend up to the moment, and of one from it on", () => {
    const rolling = fc.constantFrom(undefined, { periods: 2 }, { days: 3 });
    fc.assert(
      fc.property(rowLists, moments, timeZones, rolling, (rows, at, timeZone, window) => {
        const options = { ...base, timeZone, rolling: window };
        const { before, after } = beforeAfter(rows, { ...options, at });
        const times = rows.map(base.time);
        const [first, last] = [Math.min(...times), Math.max(...times)];
        expect(before.points).toEqual(first < at ? trend(rows, { ...options, to: at }) : []);
        expect(after.points).toEqual(last >= at ? trend(rows, { ...options, from: at }) : []);
        for (const side of [before, after])
          expect(side.trend).toEqual(window === undefined ? mannKendall(side.points) : null);
      }),
      { numRuns: 200 },
    );
  });

  it("lie between from and to", () => {
    fc.assert(
      fc.property(rowLists, moments, moments, moments, (rows, ...instants) => {
        const [from, at, to] = instants.sort((a, b) => a - b) as [number, number, number];
        const inside = rows.filter((row) => row.at >= from && row.at < to);
        const { before, after } = beforeAfter(rows, { ...base, from, at, to });
        expect(measurementOf(before)).toEqual(nps(scoresOf(inside.filter((row) => row.at < at))));
        expect(measurementOf(after)).toEqual(nps(scoresOf(inside.filter((row) => row.at >= at))));
        expect(before.points).toEqual(trend(rows, { ...base, from, to: at }));
        expect(after.points).toEqual(trend(rows, { ...base, from: at, to }));
      }),
      { numRuns: 200 },
    );
  });
});

describe("the period of the moment", () => {
  const rows: readonly Row[] = [1, 11, 13, 25].map((hour, index) => ({
    at: START + hour * HOUR,
    score: 7 + index,
    who: null,
  }));
  const keys = (at: string, options: Partial<Options> = {}) => {
    const { before, after } = beforeAfter(rows, { ...base, ...options, at });
    return [before, after].map(({ points }) =>
      points.map(({ key, n, partial }) => `${key} ${n}${partial ? " partial" : ""}`),
    );
  };

  it("is on both sides with its parts, where the moment is in it", () => {
    expect(keys("2026-03-01T12:00")).toEqual([["2026-03-01 2 partial"], ["2026-03-01 1 partial", "2026-03-02 1"]]);
  });

  it("is on the side after alone, where the moment is its start", () => {
    expect(keys("2026-03-02")).toEqual([["2026-03-01 3"], ["2026-03-02 1"]]);
    expect(keys("2026-03-02", { timeZone: "Asia/Shanghai" })).toEqual([["2026-03-01 3"], ["2026-03-02 1"]]);
  });

  it("may be empty, far from all rows or none", () => {
    expect(keys("2026-02-27T12:00")).toEqual([
      [],
      ["2026-02-27 0 partial", "2026-02-28 0", "2026-03-01 3", "2026-03-02 1"],
    ]);
    expect(keys("2026-03-04")).toEqual([["2026-03-01 3", "2026-03-02 1", "2026-03-03 0"], []]);
    expect(keys("2026-03-01", { from: "2026-03-01", to: "2026-03-01" })).toEqual([[], []]);
  });
});

describe("the trend of a side", () => {
  it("is null where there are more points than can be tested for one", () => {
    const rows = [0, 5000, 5001].map((hour) => ({ at: START + hour * HOUR, score: 9, who: null }));
    const { before, after } = beforeAfter(rows, { ...base, every: "hour", at: START + 5001 * HOUR });
    expect([before.points.length, before.trend]).toEqual([5001, null]);
    expect([after.points.length, after.trend?.n]).toEqual([1, 1]);
    const shorter = beforeAfter(rows, { ...base, every: "hour", at: START + 5000 * HOUR });
    expect([shorter.before.points.length, shorter.before.trend?.n]).toEqual([5000, 1]);
  });
});

describe("an empty side", () => {
  const row: Row = { at: START, score: 9, who: null };

  it.each([
    ["before", [row], START, 0, 1],
    ["after", [row], START + 1, 1, 0],
    ["before and after", [], START, 0, 0],
  ])("%s has no score, and the change no numbers", (_, rows, at, nBefore, nAfter) => {
    const { before, after, change } = beforeAfter(rows, { ...base, at });
    expect([before.n, after.n]).toEqual([nBefore, nAfter]);
    expect([before.score, after.score]).toEqual([nBefore ? 100 : null, nAfter ? 100 : null]);
    expect(change).toMatchObject({
      difference: null,
      standardError: null,
      interval: null,
      statistic: null,
      pValue: null,
    });
  });
});

describe("the change", () => {
  it("is after less before, at the level of the metric", () => {
    const rows = Array.from({ length: 60 }, (_, hour) => ({
      at: START + hour * HOUR,
      score: hour < 30 ? hour % 9 : 9,
      who: null,
    }));
    const changeAt = (options: MeasureOptions) =>
      beforeAfter(rows, { ...base, at: START + 30 * HOUR, metric: (answers) => nps(answers, options) }).change;
    expect(changeAt({}).difference).toBeGreaterThan(0);
    expect(changeAt({}).interval!.level).toBe(0.95);
    expect(changeAt({ level: 0.5 }).interval!.level).toBe(0.5);
  });
});

describe("a wrong call", () => {
  const call = (options: unknown) => () => beforeAfter([{ at: START, score: 9, who: null }], options as Options);
  const range = { ...base, from: START, to: START + 2 * DAY };
  it.each([
    ["no options", undefined, TypeError, "options must be an object, got undefined"],
    ["no moment", base, TypeError, "at must be a valid Date"],
    [
      "a moment before from",
      { ...range, at: START - 1 },
      RangeError,
      "at must be between from and to, got 2026-02-28T23:59",
    ],
    [
      "a moment after to",
      { ...range, at: START + 2 * DAY + 1 },
      RangeError,
      "at must be between from and to, got 2026-03-03",
    ],
    ["from after to", { ...base, at: 0, from: 1, to: 0 }, RangeError, "from must not be after to"],
    ["a moment ages away", { ...base, at: -8e15 }, RangeError, "must have at most 100000 periods"],
    ["a rolling window of 0", { ...base, at: START, rolling: { periods: 0 } }, RangeError, "rolling.periods must be"],
    ["a metric that is none", { ...base, at: START, metric: "nps" }, TypeError, "metric must be a function"],
  ])("has %s", (_, options, error, message) => {
    expect(call(options)).toThrow(error);
    expect(call(options)).toThrow(message);
  });

  it("is not one at the very edges of the range", () => {
    expect(call({ ...range, at: START })().after.n).toBe(1);
    expect(call({ ...range, at: START + 2 * DAY })().before.n).toBe(1);
  });
});
