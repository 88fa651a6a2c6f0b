import { describe, expect, it } from "vitest";
import { csat, nps } from "../../src/index.js";
import { mannKendall } from "../../src/trend/index.js";

const csatOf = (satisfied: number, others: number) =>
  csat([
    { score: 5, n: satisfied },
    { score: 1, n: others },
  ]);

describe("mannKendall", () => {
  it("counts the pairs that rise less those that fall", () => {
    // Of the ten pairs eight rise, one falls and one is equal.
    const got = mannKendall([1, 3, 2, 3, 5]);
    expect([got.n, got.s]).toEqual([5, 7]);
    expect(got.variance).toBeCloseTo((5 * 4 * 15 - 2 * 1 * 9) / 18, 12);
    expect(got.statistic).toBeCloseTo(6 / Math.sqrt(got.variance), 12);
    expect(got.tau).toBeCloseTo(7 / Math.sqrt(10 * 9), 12);
  });

  it("leaves empty periods out and keeps them in time", () => {
    // The figures of R, from the positions 0, 1, 2, 4 and so on.
    const got = mannKendall([30, 32, 31, null, 36, 34, 38, 40, 39]);
    expect([got.n, got.s, got.slope, got.intercept]).toEqual([8, 22, expect.closeTo(4 / 3, 12), 29]);
    expect(got.pValue).toBeCloseTo(0.009375, 6);
    expect(got.interval).toEqual({
      low: expect.closeTo(0.5, 12),
      high: expect.closeTo(1.8, 12),
      level: 0.95,
      method: "sen",
    });
  });

  it("draws its line from position 0", () => {
    const { slope, intercept } = mannKendall([null, 7, 9, 11, null, 15]);
    expect([slope, intercept]).toEqual([2, 5]);
  });

  it("takes measurements and other objects with a score", () => {
    const shares = [csatOf(5, 5), csat([]), csatOf(6, 4), csatOf(8, 2), csatOf(7, 3), csatOf(9, 1)];
    const plain = shares.map(({ score }) => score);
    expect(mannKendall(shares)).toEqual(mannKendall(plain));
    expect(mannKendall(shares.map(({ score }, key) => ({ key, score })))).toEqual(mannKendall(plain));
  });

  it("takes another level", () => {
    const series = [3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5];
    const [narrow, wide] = [0.5, 0.99].map((level) => mannKendall(series, { level }).interval!);
    expect([narrow!.level, wide!.level]).toEqual([0.5, 0.99]);
    expect(narrow!.low).toBeGreaterThan(wide!.low);
    expect(narrow!.high).toBeLessThan(wide!.high);
  });

  it("says nothing of what the points are too few for", () => {
    const nothing = { s: 0, variance: 0, statistic: null, pValue: null, tau: null };
    const noLine = { slope: null, intercept: null, interval: null };
    expect(mannKendall([])).toEqual({ n: 0, ...nothing, ...noLine });
    expect(mannKendall([null, 5])).toEqual({ n: 1, ...nothing, ...noLine });
    expect(mannKendall([5, 7])).toEqual({
      n: 2,
      s: 1,
      variance: 1,
      statistic: 0,
      pValue: 1,
      tau: 1,
      slope: 2,
      intercept: 5,
      interval: null,
    });
  });

  it("has an interval of the slope once the points allow the level", () => {
    const [four, five] = [4, 5].map((n) => mannKendall([1, 2, 4, 8, 16].slice(0, n)));
    expect(four!.interval).toBeNull();
    expect(five!.interval).toMatchObject({ low: 1, high: 8 });
    expect(mannKendall([1, 2, 4, 8], { level: 0.8 }).interval).toMatchObject({ low: 1, high: 4 });
  });

  it("finds no trend where nothing varies", () => {
    expect(mannKendall([4, 4, null, 4])).toEqual({
      n: 3,
      s: 0,
      variance: 0,
      statistic: null,
      pValue: null,
      tau: null,
      slope: 0,
      intercept: 4,
      interval: { low: 0, high: 0, level: 0.95, method: "sen" },
    });
  });

  it("refuses more points than it can compare", () => {
    const many = Array.from({ length: 5001 }, (_, index) => index % 7);
    expect(mannKendall(many.slice(1)).n).toBe(5000);
    expect(() => mannKendall(many)).toThrow(RangeError);
    expect(() => mannKendall(many)).toThrow(
      "the number of points with a score must be at most 5000, such as days of 13 years, got 5001",
    );
    expect(mannKendall([...many.slice(0, 4), ...Array(6000).fill(null)]).n).toBe(4);
  });

  it("refuses wrong points and levels", () => {
    expect(() => mannKendall("123" as unknown as number[])).toThrow(TypeError);
    expect(() => mannKendall([1, Number.NaN])).toThrow("point 1 must be a number within ±1e15");
    expect(() => mannKendall([csatOf(1, 1), nps([10])])).toThrow('point 1 must have the metric "csat", got "nps"');
    for (const level of [0, 1, 95, Number.NaN]) expect(() => mannKendall([1, 2], { level })).toThrow(RangeError);
  });
});
