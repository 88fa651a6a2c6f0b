import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fQuantile, fTails } from "../../src/stats/f.js";

describe("the F distribution", () => {
  // The usual table of critical values, as in Pearson & Hartley.
  it.each([
    [0.95, 1, 10, 4.965],
    [0.95, 5, 10, 3.326],
    [0.99, 3, 20, 4.938],
  ])("has the quantile %d of %d and %d degrees of freedom as printed", (p, df1, df2, f) => {
    expect(fQuantile(p, df1, df2)).toBeCloseTo(f, 3);
  });

  it("has a closed form with two degrees of freedom above", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 50, noNaN: true }), fc.integer({ min: 1, max: 200 }), (f, df2) => {
        expect(fTails(f, 2, df2).upper / (1 + (2 * f) / df2) ** (-df2 / 2)).toBeCloseTo(1, 10);
      }),
    );
  });

  it("turns round with its degrees of freedom", () => {
    const df = fc.integer({ min: 1, max: 300 });
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), df, df, (p, df1, df2) => {
        expect(fQuantile(p, df1, df2) * fQuantile(1 - p, df2, df1)).toBeCloseTo(1, 9);
        expect(fTails(fQuantile(p, df1, df2), df1, df2).lower).toBeCloseTo(p, 10);
      }),
    );
  });
});
