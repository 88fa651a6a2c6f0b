import { describe, expect, it } from "vitest";
import { compare, csat } from "../../src/index.js";

const share = (satisfied: number, n: number) =>
  csat([
    { score: 5, n: satisfied },
    { score: 1, n: n - satisfied },
  ]);

type Counts = readonly [satisfied: number, n: number];

const newcombe = (before: Counts, after: Counts, level = 0.95) =>
  compare(share(...before), share(...after), { method: "newcombe", level });

describe("compare by newcombe", () => {
  // Newcombe (1998), "Interval estimation for the difference between independent proportions", Table II, method 10.
  it.each<[Counts, Counts, number, number]>([
    [[48, 80], [56, 70], 0.0524, 0.3339],
    [[3, 10], [9, 10], 0.1705, 0.809],
    [[2, 7], [6, 7], 0.0582, 0.8062],
    [[0, 29], [5, 56], -0.0381, 0.1926],
    [[0, 20], [0, 10], -0.1611, 0.2775],
    [[0, 10], [0, 10], -0.2775, 0.2775],
    [[0, 20], [10, 10], 0.6791, 1],
    [[0, 10], [10, 10], 0.6075, 1],
  ])("has the published interval of %j and %j", (before, after, low, high) => {
    const { interval } = newcombe(before, after);
    expect(Math.abs(interval!.low / 100 - low)).toBeLessThan(5.1e-5);
    expect(Math.abs(interval!.high / 100 - high)).toBeLessThan(5.1e-5);
    expect(interval).toMatchObject({ level: 0.95, method: "newcombe" });
  });

  it("has the z at which the interval of no one and of all of ten touches 0", () => {
    // 1 = √2 u with the Wilson limit u = z² / (10 + z²), so z² = 10 (1 + √2); the p-value is R's 2 * pnorm(-z).
    const { statistic, pValue } = newcombe([0, 10], [10, 10]);
    expect(statistic).toBeCloseTo(Math.sqrt(10 * (1 + Math.SQRT2)), 12);
    expect(pValue! / 8.94808371947e-7).toBeCloseTo(1, 10);
  });

  // R: uniroot of the lower limit in z, and 2 * pnorm(-z).
  it.each<[Counts, Counts, number, number]>([
    [[48, 80], [56, 70], 2.64649210534, 0.00813314035861],
    [[6, 10], [9, 10], 1.533099081926, 0.125251443876],
    [[12, 50], [15, 50], 0.675519253635, 0.499345923085],
  ])("has the z and the p-value of R for %j and %j", (before, after, z, p) => {
    const { statistic, pValue } = newcombe(before, after);
    expect(statistic).toBeCloseTo(z, 10);
    expect(pValue).toBeCloseTo(p, 11);
  });

  it.each<[string, Counts, Counts, "low" | "high"]>([
    ["a rise", [6, 10], [9, 10], "low"],
    ["a decline", [18, 20], [7, 15], "high"],
    ["a rise too small to notice", [50, 100], [51, 100], "low"],
    ["a decline of many", [6000, 10_000], [5800, 10_000], "high"],
  ])("has an interval that touches 0 at the level 1 − p, for %s", (_, before, after, side) => {
    const { pValue } = newcombe(before, after);
    expect(newcombe(before, after, 1 - pValue!).interval![side]).toBeCloseTo(0, 8);
  });

  it("mirrors when both sides change places", () => {
    const [there, back] = [newcombe([6, 10], [18, 20]), newcombe([18, 20], [6, 10])];
    expect(there.statistic).toBeGreaterThan(0);
    expect(back.statistic).toBe(-there.statistic!);
    expect(back.pValue).toBe(there.pValue);
    expect(back.interval!.low).toBeCloseTo(-there.interval!.high, 10);
    expect(back.interval!.high).toBeCloseTo(-there.interval!.low, 10);
  });

  it("takes equal shares for no sign of a difference", () => {
    expect(newcombe([3, 6], [50, 100])).toMatchObject({ difference: 0, statistic: 0, pValue: 1 });
  });

  it("finds the z of very many answers", () => {
    // As of ten: z² = n (1 + √2).
    const { statistic, pValue } = newcombe([0, 9e15], [9e15, 9e15]);
    expect(statistic! / Math.sqrt(9e15 * (1 + Math.SQRT2))).toBeCloseTo(1, 10);
    expect(pValue).toBe(0);
  });

  it.each<[string, Counts, Counts]>([
    ["before", [0, 0], [9, 10]],
    ["after", [9, 10], [0, 0]],
    ["ever", [0, 0], [0, 0]],
  ])("is null where nobody answered %s", (_, before, after) => {
    const nothing = { difference: null, standardError: null, interval: null, statistic: null, df: null, pValue: null };
    expect(newcombe(before, after)).toEqual({
      ...nothing,
      method: "newcombe",
      effect: { name: "cohens-h", value: null },
    });
  });
});
