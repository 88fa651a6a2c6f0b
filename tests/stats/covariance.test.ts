import { describe, expect, it } from "vitest";
import { addComplete, covariances, emptyCovarianceSums } from "../../src/stats/covariance.js";

function covariancesOf(rows: readonly (readonly [values: readonly number[], weight: number])[]) {
  const sums = emptyCovarianceSums(2);
  for (const [values, weight] of rows) addComplete(sums, values, weight);
  return { n: sums.n, covariances: covariances(sums) };
}

describe("covariances", () => {
  it("have the sum of weights as divisor", () => {
    // Means 2 and 3.5; then 2.5 and 4.25.
    const plain = covariancesOf([
      [[1, 2], 1],
      [[3, 5], 1],
    ]);
    expect(plain).toEqual({
      n: 2,
      covariances: [
        [1, 1.5],
        [1.5, 2.25],
      ],
    });
    const weighted = covariancesOf([
      [[1, 2], 1],
      [[3, 5], 3],
    ]);
    expect(weighted.covariances).toEqual([
      [0.75, 1.125],
      [1.125, 1.6875],
    ]);
  });

  it("are 0 of equal numbers, whatever their rounding", () => {
    const rows = Array.from({ length: 10 }, (_, row) => [[0.1, row], 0.3] as const);
    const [[own, other] = [], [, spread] = []] = covariancesOf(rows).covariances;
    expect([own, other]).toEqual([0, 0]);
    expect(spread).toBeCloseTo(8.25, 12);
  });

  it("are 0 of nobody and of no weight", () => {
    const none = [
      [0, 0],
      [0, 0],
    ];
    expect(covariancesOf([])).toEqual({ n: 0, covariances: none });
    expect(covariancesOf([[[4, 5], 0]])).toEqual({ n: 1, covariances: none });
  });
});
