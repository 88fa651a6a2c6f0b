import { describe, expect, it } from "vitest";
import { ces, compare, compareGroups, csat, type Measurement, measure, NPS, nps } from "../../src/index.js";

const shop = (satisfied: number) =>
  csat([
    { score: 5, n: satisfied },
    { score: 1, n: 100 - satisfied },
  ]);
const none = { statistic: null, df1: null, df2: null, pValue: null };

describe("compareGroups", () => {
  it("says whether groups differ", () => {
    const { scores, bands } = compareGroups([shop(80), shop(75), shop(60)]);
    expect(scores.df1).toBe(2);
    expect(Math.abs(scores.pValue! - 0.007)).toBeLessThan(5e-5);
    // 215 of 300 satisfied: expected 71.67 and 28.33 in each shop.
    const [e, rest] = [215 / 3, 85 / 3];
    const squares = [80, 75, 60].reduce((sum, satisfied) => sum + (satisfied - e) ** 2, 0);
    expect(bands.statistic).toBeCloseTo(squares / e + squares / rest, 10);
  });

  it("takes measurements under names, as compareAll does", () => {
    const [north, south, west] = [shop(80), shop(75), shop(60)];
    expect(compareGroups({ north, south, west })).toEqual(compareGroups([north, south, west]));
  });

  it("is Welch's t test of two groups", () => {
    const [a, b] = [ces([1, 2, 3, 7]), ces([4, 6, 7])];
    const { statistic, df, pValue } = compare(a, b, { method: "welch" });
    const { scores } = compareGroups([a, b]);
    expect(scores.statistic).toBeCloseTo(statistic! ** 2, 10);
    expect(scores.df2).toBeCloseTo(df!, 10);
    expect(scores.pValue).toBeCloseTo(pValue!, 10);
  });

  it("is null where nothing can be said", () => {
    expect(compareGroups([]).scores).toEqual(none);
    expect(compareGroups([shop(80)]).scores).toEqual(none);
    expect(compareGroups([nps([]), nps([9]), nps([9, 1])]).scores).toEqual(none);
    expect(compareGroups([nps([9, 9]), nps([1, 1])]).scores).toEqual(none);
    expect(compareGroups([shop(100), shop(100)]).bands.pValue).toBeNull();
  });

  it("is certain where a difference is beyond the range of a double", () => {
    const almost = (score: number, other: number) =>
      measure(
        [
          { score, weight: 1e80 },
          { score: other, weight: 1e-80 },
        ],
        NPS,
        { statistic: "mean" },
      );
    // Two standard errors alike, with one degree of freedom each: Welch's df is 2.
    const { scores } = compareGroups([almost(10, 5), almost(5, 10)]);
    expect(scores).toEqual({ statistic: null, df1: 1, df2: expect.closeTo(2, 10), pValue: 0 });
  });

  it("leaves out groups without a standard error", () => {
    const [a, b] = [ces([1, 2, 3, 7]), ces([4, 6, 7])];
    expect(compareGroups([a, ces([1]), b, ces([])]).scores).toEqual(compareGroups([a, b]).scores);
  });

  it.each<[string, unknown, RegExp]>([
    ["two metrics", [shop(1), nps([9])], /one metric .* got "csat" and "nps"/],
    ["a measurement among answers", [nps([9]), [9, 10]], /measurement 1 must be a measurement.* got an array/],
    ["no list", null, /^measurements must be an object or a list of measurements, got null$/],
    ["a Map", new Map([["north", shop(1)]]), /^measurements must be an object or a list .* got an object$/],
    [
      "a hole in a list",
      Object.assign(Array(3), { 0: shop(1), 2: shop(2) }),
      /^measurement 1 must be a measurement.* got undefined$/,
    ],
  ])("refuses %s", (_, measurements, message) => {
    expect(() => compareGroups(measurements as Measurement[])).toThrow(message);
  });
});
