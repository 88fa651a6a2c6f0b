import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiSquareQuantile, chiSquareTails } from "../../src/stats/chi-square.js";
import { normalTails } from "../../src/stats/normal.js";

describe("the chi-square distribution", () => {
  // The usual table of critical values, as in Pearson & Hartley.
  it.each([
    [0.95, 1, 3.841],
    [0.95, 4, 9.488],
    [0.99, 10, 23.209],
    [0.05, 10, 3.94],
  ])("has the quantile %d of %d degrees of freedom as printed", (p, df, x) => {
    expect(chiSquareQuantile(p, df)).toBeCloseTo(x, 3);
  });

  it("is that of z² with one degree of freedom, and exponential with two", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 30, noNaN: true }), (z) => {
        expect(chiSquareTails(z * z, 1).upper / (2 * normalTails(z).upper)).toBeCloseTo(1, 10);
        expect(chiSquareTails(z, 2).upper / Math.exp(-z / 2)).toBeCloseTo(1, 12);
      }),
    );
  });

  it("has quantiles that undo its tails", () => {
    const df = fc.oneof(fc.double({ min: 0.5, max: 500, noNaN: true }), fc.constantFrom(1e4, 1e6));
    fc.assert(
      fc.property(fc.double({ min: 1e-9, max: 0.999, noNaN: true }), df, (p, many) => {
        const { lower, upper } = chiSquareTails(chiSquareQuantile(p, many), many);
        expect(lower / p).toBeCloseTo(1, 8);
        expect(upper / (1 - p)).toBeCloseTo(1, 8);
      }),
    );
  });
});
