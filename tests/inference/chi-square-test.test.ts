import { describe, expect, it } from "vitest";
import { compareGroups, csat, nps } from "../../src/index.js";
import { chiSquareTest } from "../../src/inference/chi-square-test.js";

describe("the chi-square test", () => {
  it("is (ad − bc)² n over the product of the sums, for two by two", () => {
    const { statistic, df, cramersV, minExpected } = chiSquareTest([
      [10, 20],
      [30, 40],
    ]);
    expect(statistic).toBeCloseTo((10 * 40 - 20 * 30) ** 2 / (30 * 70 * 0.4 * 60), 12);
    expect([df, minExpected]).toEqual([1, 12]);
    expect(cramersV).toBeCloseTo(Math.sqrt(statistic! / 100), 12);
  });

  it("has a Cramér's V of at most 1 where groups have no band in common", () => {
    // Chi-square is 5, the number of answers, but for the rounding of expected counts.
    const { statistic, cramersV } = chiSquareTest([
      [0, 2, 2],
      [1, 0, 0],
    ]);
    expect(statistic).toBeCloseTo(5, 12);
    expect(cramersV).toBe(1);
  });

  it("does not count a group or a band without answers", () => {
    const [a, b] = [csat([5, 5, 1, 2]), csat([5, 1, 1])];
    const ofTwo = compareGroups([a, b]).bands;
    expect(compareGroups([a, csat([]), b]).bands).toEqual(ofTwo);
    // Promoters and detractors only: one degree of freedom.
    expect(compareGroups([nps([9, 9, 1]), nps([9, 1, 1])]).bands.df).toBe(1);
  });

  it.each<[string, number[][]]>([
    ["no groups", []],
    ["one group", [[1, 2]]],
    [
      "one group with answers",
      [
        [1, 2],
        [0, 0],
      ],
    ],
    [
      "one band with answers",
      [
        [1, 0],
        [2, 0],
      ],
    ],
  ])("is null for %s", (_, table) => {
    const nothing = { statistic: null, df: null, pValue: null, cramersV: null, minExpected: null };
    expect(chiSquareTest(table)).toEqual(nothing);
  });
});
