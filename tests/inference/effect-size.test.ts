import { describe, expect, it } from "vitest";
import { CES, ces, compare, comparePaired, compareToBenchmark, csat } from "../../src/index.js";
import { cohensH, smallSampleCorrection } from "../../src/inference/effect-size.js";

describe("Hedges' g", () => {
  it("is the difference over the pooled standard deviation, corrected", () => {
    // Sums of squares of 2 and 13 pool to a variance of 15 / 5; the correction is Γ(2.5) / (Γ(2) √2.5), where Γ(2.5) = ¾ √π.
    const g = (2.5 / Math.sqrt(3)) * ((0.75 * Math.sqrt(Math.PI)) / Math.sqrt(2.5));
    const [a, b] = [ces([1, 2, 3]), ces([2, 4, 5, 7])];
    expect(compare(a, b).effect).toEqual({ name: "hedges-g", value: expect.closeTo(g, 12) });
    expect(compare(b, a).effect.value).toBeCloseTo(-g, 12);
  });

  it.each([
    ["one answer before", [3], [5, 6]],
    ["one answer after", [5, 6], [3]],
    ["nobody before", [], [5, 6]],
    ["nobody after", [5, 6], []],
    ["no spread", [3, 3], [5, 5]],
  ])("is null with %s", (_, before, after) => {
    expect(compare(ces(before), ces(after)).effect).toEqual({ name: "hedges-g", value: null });
  });

  it("is null with two answers, which the correction would make 0 whatever they are", () => {
    expect(compareToBenchmark(ces([6, 7]), 1).effect).toEqual({ name: "hedges-g", value: null });
    const pairs = [
      [1, 5],
      [1, 6],
    ] as const;
    expect(comparePaired(pairs, CES).effect).toEqual({ name: "hedges-g", value: null });
    expect(compareToBenchmark(ces([5, 6, 7]), 1).effect.value).toBeGreaterThan(2);
  });

  it("is null where weights leave too little to estimate it from", () => {
    const of = (score: number) =>
      ces([
        { score, weight: 1 },
        { score: score + 1, weight: 0.01 },
      ]);
    expect(compare(of(5), of(2)).effect.value).toBeNull();
  });
});

describe("the correction for small samples", () => {
  // Γ(df / 2) / (Γ((df − 1) / 2) √(df / 2)), with Γ(½) = √π and Γ(3/2) = ½ √π.
  it.each([
    [2, 1 / Math.sqrt(Math.PI)],
    [3, Math.sqrt(Math.PI / 6)],
    [4, Math.SQRT2 / Math.sqrt(Math.PI)],
  ])("is exact for df = %f", (df, expected) => {
    expect(smallSampleCorrection(df)).toBeCloseTo(expected, 14);
  });

  it("is close to 1 − 3 / (4 df − 1) for many", () => {
    for (const df of [100, 1000, 1e6]) expect(smallSampleCorrection(df)).toBeCloseTo(1 - 3 / (4 * df - 1), 5);
  });
});

describe("Cohen's h", () => {
  // 2 asin √0, 2 asin √½ and 2 asin √1 are 0, π/2 and π.
  it.each([
    [0, 0.5, Math.PI / 2],
    [0.5, 1, Math.PI / 2],
    [1, 0, -Math.PI],
    [0.25, 0.75, Math.PI / 3],
    [0.5, 0.5, 0],
  ])("is the difference of the angles of %f and %f", (before, after, expected) => {
    expect(cohensH(before, after)).toBeCloseTo(expected, 14);
  });

  it("is null where nobody answered once", () => {
    const [nobody, all] = [csat([]), csat([5, 5])];
    for (const { effect } of [compare(nobody, all), compare(all, nobody)])
      expect(effect).toEqual({ name: "cohens-h", value: null });
  });
});
