import { describe, expect, it } from "vitest";
import { estimate as estimateOf, type WeightedRow } from "../../src/stats/estimate.js";

/** Answers with one weight each. */
const weighing = (...weights: number[]) => weights.map((weight) => ({ n: 1, weight, weightSq: weight ** 2 }));

const estimate = (rows: readonly WeightedRow[], values: readonly number[]) =>
  estimateOf(rows, (row) => values[rows.indexOf(row)]!);

describe("estimate", () => {
  it("is the mean with s / √n where all weigh the same", () => {
    const { mean, standardError, n, weight, effectiveN } = estimate(weighing(1, 1, 1), [2, 4, 9]);
    expect({ mean, n, weight, effectiveN }).toEqual({ mean: 5, n: 3, weight: 3, effectiveN: 3 });
    // The variance of 2, 4 and 9 is (9 + 1 + 16) / 2.
    expect(standardError).toBeCloseTo(Math.sqrt(13 / 3), 14);
  });

  it("agrees with Student", () => {
    // Student (1908), The probable error of a mean: hours of sleep gained; R prints 1.58 and 0.3889587.
    const gained = [1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4];
    const { mean, standardError } = estimate(weighing(...gained.map(() => 1)), gained);
    expect(mean).toBeCloseTo(1.58, 12);
    expect(standardError).toBeCloseTo(0.3889587, 7);
  });

  it("weighs", () => {
    const { mean, standardError, effectiveN } = estimate(weighing(1, 2, 1), [1, 2, 4]);
    expect(mean).toBe(9 / 4);
    // √(3/2 × ((1 × 1¼)² + (2 × ¼)² + (1 × 1¾)²)) / 4
    expect(standardError).toBeCloseTo(Math.sqrt(1.5 * 4.875) / 4, 14);
    expect(effectiveN).toBeCloseTo(16 / 6, 14);
  });

  it("takes a row of n for n answers", () => {
    const rows = [
      { n: 3, weight: 3, weightSq: 3 },
      { n: 2, weight: 2, weightSq: 2 },
    ];
    const one = estimate(rows, [1, 6]);
    const each = estimate(weighing(1, 1, 1, 1, 1), [1, 1, 1, 6, 6]);
    expect(one).toEqual({ ...each, standardError: expect.closeTo(each.standardError!, 14) });
    expect(one.mean).toBe(3);
  });

  it("counts an answer of weight 0 in n, as R's survey does, and not in the mean", () => {
    const { mean, standardError, n, effectiveN } = estimate(weighing(1, 1, 0), [2, 4, 100]);
    expect({ mean, n, effectiveN }).toEqual({ mean: 3, n: 3, effectiveN: 2 });
    expect(standardError).toBeCloseTo(Math.sqrt(1.5 * 2) / 2, 14);
  });

  it("has no doubt about equal values, whatever their weights", () => {
    // Weighted one by one, three times 0.3 would make 0.29999999999999993 or 0.30000000000000004.
    for (const weights of [weighing(0.1, 0.2, 0.3), weighing(0.3, 0.3, 0.3)]) {
      const { mean, standardError } = estimate(weights, [0.3, 0.3, 0.3]);
      expect(mean).toBe(0.3);
      expect(standardError).toBe(0);
    }
    // 1.7000000000000004 × 700/9 / 1.7000000000000004 is 77.77777777777776 in doubles.
    const { mean, standardError } = estimate(weighing(1.7000000000000004, 0), [700 / 9, 0]);
    expect([mean, standardError]).toEqual([700 / 9, 0]);
  });

  it.each([
    ["no answers", [], [], { mean: null, standardError: null, n: 0, weight: 0, effectiveN: null }],
    ["one answer", weighing(2), [7], { mean: 7, standardError: null, n: 1, weight: 2, effectiveN: 1 }],
    ["no weight", weighing(0, 0), [7, 8], { mean: null, standardError: null, n: 2, weight: 0, effectiveN: null }],
  ])("says only what it can of %s", (_, rows, values, expected) => {
    expect(estimate(rows, values)).toEqual(expected);
  });

  it("does not return −0", () => {
    expect(estimate(weighing(1, 1), [-0, -0]).mean).toBe(0);
  });

  it("keeps its precision for weights at the ends of their range", () => {
    for (const unit of [1e-100, 1e100]) {
      const { mean, standardError, effectiveN } = estimate(weighing(unit, 2 * unit, unit), [1, 2, 4]);
      expect(mean).toBeCloseTo(9 / 4, 14);
      expect(standardError).toBeCloseTo(Math.sqrt(1.5 * 4.875) / 4, 14);
      expect(effectiveN).toBeCloseTo(16 / 6, 14);
    }
  });
});
