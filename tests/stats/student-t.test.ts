import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile } from "../../src/stats/normal.js";
import { studentQuantile, studentTails } from "../../src/stats/student-t.js";

describe("Student's t distribution", () => {
  // The usual table of critical values, as in Fisher & Yates.
  it.each([
    [0.95, 5, 2.015],
    [0.975, 10, 2.228],
    [0.995, 29, 2.756],
    [0.975, 30, 2.042],
  ])("has the quantile %d of %d degrees of freedom as printed", (p, df, t) => {
    expect(studentQuantile(p, df)).toBeCloseTo(t, 3);
  });

  it("is Cauchy's with one degree of freedom", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e6, max: 1e6, noNaN: true }), (t) => {
        expect(studentTails(t, 1).lower).toBeCloseTo(0.5 + Math.atan(t) / Math.PI, 13);
      }),
    );
    expect(studentQuantile(0.975, 1)).toBeCloseTo(Math.tan(0.475 * Math.PI), 11);
  });

  it("has a closed form with two degrees of freedom", () => {
    fc.assert(
      fc.property(fc.double({ min: -1e3, max: 1e3, noNaN: true }), (t) => {
        expect(studentTails(t, 2).upper).toBeCloseTo(0.5 - t / (2 * Math.sqrt(2 + t * t)), 13);
      }),
    );
  });

  it("is normal with very many", () => {
    expect(studentQuantile(0.975, 1e12)).toBeCloseTo(normalQuantile(0.975), 10);
  });

  it("has quantiles that undo its tails", () => {
    const df = fc.oneof(fc.double({ min: 0.5, max: 100, noNaN: true }), fc.constantFrom(1e3, 1e6, 1e9, 1e12));
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.49, noNaN: true }), df, (p, many) => {
        expect(studentTails(studentQuantile(p, many), many).lower / p).toBeCloseTo(1, 9);
        expect(studentQuantile(p, many)).toBeLessThan(0);
      }),
    );
    expect(studentQuantile(0.5, 3)).toBe(0);
  });
});
