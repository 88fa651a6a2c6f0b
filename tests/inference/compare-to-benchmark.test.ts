import { describe, expect, it } from "vitest";
import {
  type BenchmarkMethod,
  type CompareToBenchmarkOptions,
  ces,
  compareToBenchmark,
  csat,
  type Measurement,
  nps,
} from "../../src/index.js";

const satisfied = csat([
  { score: 5, n: 88 },
  { score: 2, n: 12 },
]);

describe("compareToBenchmark", () => {
  it("tests a share under the benchmark", () => {
    const { difference, standardError, statistic, pValue, df, effect } = compareToBenchmark(satisfied, 80);
    expect([difference, df]).toEqual([8, null]);
    expect(standardError).toBeCloseTo(4, 12);
    expect(statistic).toBeCloseTo(2, 12);
    expect(pValue).toBeCloseTo(0.0455, 4);
    const h = 2 * Math.asin(Math.sqrt(0.88)) - 2 * Math.asin(Math.sqrt(0.8));
    expect(effect).toEqual({ name: "cohens-h", value: expect.closeTo(h, 12) });
  });

  it("has the limits of the measurement less the benchmark", () => {
    const { interval } = compareToBenchmark(satisfied, 80);
    expect(interval!.low).toBeCloseTo(satisfied.interval!.low - 80, 10);
    expect(interval!.high).toBeCloseTo(satisfied.interval!.high - 80, 10);
  });

  it.each<[BenchmarkMethod, number, number | null]>([
    ["score", 100 * Math.sqrt((0.8 * 0.2) / 100), null],
    ["wald", 100 * Math.sqrt((0.88 * 0.12) / 100), null],
    ["t", 100 * Math.sqrt((0.88 * 0.12) / 99), 99],
  ])("takes the standard error of %s", (method, standardError, df) => {
    const result = compareToBenchmark(satisfied, 80, { method });
    expect(result).toMatchObject({ standardError: expect.closeTo(standardError, 10), df, method });
    expect(result.interval!.method).toBe(method);
  });

  it("takes t for a mean, and z for wald", () => {
    expect(compareToBenchmark(ces([1, 2, 3]), 1)).toMatchObject({ difference: 1, df: 2, method: "t" });
    expect(compareToBenchmark(ces([1, 2, 3]), 1, { method: "wald" })).toMatchObject({ df: null, method: "wald" });
  });

  it("rests the Wald test of a mean on its standard error", () => {
    // Ratings of 1, 2 and 3: a standard deviation of 1.
    const { standardError, statistic, interval } = compareToBenchmark(ces([1, 2, 3]), 1, { method: "wald" });
    expect(standardError).toBeCloseTo(1 / Math.sqrt(3), 12);
    expect(statistic).toBeCloseTo(Math.sqrt(3), 12);
    expect(interval!.high).toBeCloseTo(1 + 1.959963984540054 / Math.sqrt(3), 12);
  });

  it("has Wilson's limits of a share, also of few answers", () => {
    // Two of four: (½ + z²/8 ± z √(¼/4 + z²/64)) / (1 + z²/4)
    const z = 1.959963984540054;
    const half = (z * Math.sqrt(1 / 16 + z ** 2 / 64)) / (1 + z ** 2 / 4);
    const { low, high } = compareToBenchmark(csat([5, 5, 1, 1]), 20).interval!;
    expect([low, high]).toEqual([expect.closeTo(30 - 100 * half, 10), expect.closeTo(30 + 100 * half, 10)]);
  });

  it("takes the distance from the benchmark over the standard deviation, corrected, for the effect", () => {
    // A standard deviation of 2, and the correction Γ(1) / (Γ(½) √1) for df = 2.
    const g = (benchmark: number) => compareToBenchmark(ces([1, 3, 5]), benchmark).effect;
    expect(g(1)).toEqual({ name: "hedges-g", value: expect.closeTo(1 / Math.sqrt(Math.PI), 12) });
    expect(g(7)).toEqual({ name: "hedges-g", value: expect.closeTo(-2 / Math.sqrt(Math.PI), 12) });
    expect(g(3)).toEqual({ name: "hedges-g", value: 0 });
  });

  it.each<[string, Measurement, number, string]>([
    ["nobody", nps([]), 0, "hedges-g"],
    ["one answer", ces([5]), 4, "hedges-g"],
    ["no spread", ces([5, 5]), 4, "hedges-g"],
    ["nobody's share", csat([]), 50, "cohens-h"],
  ])("has no effect for %s", (_, measurement, benchmark, name) => {
    expect(compareToBenchmark(measurement, benchmark).effect).toEqual({ name, value: null });
  });

  it("has limits that the score can have", () => {
    const few = ces([7, 7, 6]);
    expect(compareToBenchmark(few, 6).interval).toMatchObject({ low: expect.closeTo(-0.7676, 4), high: 1 });
    const { interval } = compareToBenchmark(nps([10, 0]), 20, { method: "wald" });
    expect([interval?.low, interval?.high]).toEqual([-120, 80]);
  });

  it("has limits of the score test that the score can have, on both sides of the difference", () => {
    const all = csat([{ score: 5, n: 500 }]);
    for (const level of [1e-300, 0.3, 0.5, 0.9, 0.95, 0.999])
      for (const [measurement, benchmark] of [
        [csat([5]), 0],
        [csat([5, 5]), 100],
        [all, 0],
        [csat([5, 1, 1]), 100 / 3],
        [nps([10, 8, 3, 3]), -25],
      ] as const) {
        const { difference, interval } = compareToBenchmark(measurement, benchmark, { level });
        const { low, high } = interval!;
        expect(low).toBeGreaterThanOrEqual((measurement.statistic === "net" ? -100 : 0) - benchmark);
        expect(high).toBeLessThanOrEqual(100 - benchmark);
        expect(low <= difference! && difference! <= high).toBe(true);
      }
  });

  it("takes another level", () => {
    const low = (level: number) => compareToBenchmark(satisfied, 80, { level }).interval!.low;
    expect(low(0.8)).toBeGreaterThan(low(0.99));
  });

  it("is certain where there is no spread", () => {
    const none = { standardError: 0, statistic: null, effect: { value: null } };
    expect(compareToBenchmark(ces([5, 5]), 4)).toMatchObject({ ...none, pValue: 0, interval: { low: 1, high: 1 } });
    expect(compareToBenchmark(ces([5, 5]), 5)).toMatchObject({ ...none, pValue: 1, interval: { low: 0, high: 0 } });
    expect(compareToBenchmark(nps([10, 10]), 100)).toMatchObject({ difference: 0, pValue: 1 });
    expect(compareToBenchmark(nps([10, 8]), 100)).toMatchObject({ difference: -50, pValue: 0 });
  });

  it("has no spread at either end of a net score if the benchmark is there", () => {
    for (const [benchmark, answers] of [
      [-100, [0, 7, 8]],
      [100, [10, 7, 8]],
    ] as const)
      expect(compareToBenchmark(nps(answers), benchmark)).toMatchObject({
        standardError: 0,
        statistic: null,
        pValue: 0,
      });
  });

  it("is null for nobody, and without a test for one answer to a mean", () => {
    const nothing = { difference: null, standardError: null, interval: null, statistic: null, df: null, pValue: null };
    expect(compareToBenchmark(nps([]), 0)).toMatchObject({ ...nothing, effect: { value: null } });
    expect(compareToBenchmark(csat([]), 0)).toMatchObject({ ...nothing, effect: { value: null } });
    expect(compareToBenchmark(ces([5]), 4)).toMatchObject({ ...nothing, difference: 1 });
  });

  it.each<[string, unknown, unknown, CompareToBenchmarkOptions, RegExp]>([
    ["a share above 100", satisfied, 101, {}, /benchmark must be a score from 0 to 100, got 101/],
    ["a share below 0", satisfied, -1, {}, /benchmark .* got -1/],
    ["a mean off the scale", ces([5]), 8, {}, /benchmark must be a score from 1 to 7, got 8/],
    ["a net score below -100", nps([9]), -101, {}, /benchmark must be a score from -100 to 100, got -101/],
    ["NaN", satisfied, Number.NaN, {}, /benchmark .* got NaN/],
    ["text", satisfied, "80", {}, /benchmark .* got "80"/],
    ["answers", [9, 10], 0, {}, /measurement must be a measurement.* got an array/],
    ["score of a mean", ces([5]), 5, { method: "score" }, /method for mean scores must be t or wald, got "score"/],
    ["level 95", satisfied, 80, { level: 95 }, /level .* got 95/],
  ])("refuses %s", (_, measurement, benchmark, options, message) => {
    expect(() => compareToBenchmark(measurement as Measurement, benchmark as number, options)).toThrow(message);
  });
});
