import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile, normalTails } from "../../src/stats/normal.js";

describe("the standard normal distribution", () => {
  // Abramowitz & Stegun, Handbook of Mathematical Functions, table 26.1.
  it.each([
    [0, 0.5],
    [0.5, 0.691462461274013],
    [1, 0.841344746068543],
    [1.96, 0.97500210485178],
    [2, 0.977249868051821],
    [3, 0.99865010196837],
  ])("has its share below z = %d as printed", (z, share) => {
    expect(normalTails(z).lower).toBeCloseTo(share, 14);
    expect(normalTails(-z).upper).toBeCloseTo(share, 14);
  });

  // Student's and Fisher's tables.
  it.each([
    [0.9, 1.2815515655446],
    [0.95, 1.6448536269515],
    [0.975, 1.9599639845401],
    [0.99, 2.3263478740408],
    [0.995, 2.5758293035489],
  ])("has its quantile %d as printed", (p, z) => {
    expect(normalQuantile(p)).toBeCloseTo(z, 12);
    expect(normalQuantile(1 - p)).toBeCloseTo(-z, 12);
  });

  it("has a far tail that does not vanish", () => {
    // Mills' ratio: the tail beyond z lies between density / (z + 1/z) and density / z.
    for (const z of [5, 10, 20, 37]) {
      const density = Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
      expect(normalTails(z).upper).toBeGreaterThan(density / (z + 1 / z));
      expect(normalTails(z).upper).toBeLessThan((density / z) * (1 + 1e-12));
    }
  });

  it("is symmetric, and its tails add up to 1", () => {
    fc.assert(
      fc.property(fc.double({ min: -40, max: 40, noNaN: true }), (z) => {
        const { lower, upper } = normalTails(z);
        expect(lower + upper).toBeCloseTo(1, 15);
        expect(normalTails(-z).lower).toBe(upper);
      }),
    );
  });

  it("rises with z across the joint of its two series", () => {
    fc.assert(
      fc.property(fc.double({ min: 1.9, max: 2.1, noNaN: true }), (z) => {
        expect(normalTails(z + 1e-9).lower).toBeGreaterThan(normalTails(z).lower);
      }),
    );
  });

  it("has quantiles that undo its tails", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-300, max: 0.5, noNaN: true }), (p) => {
        expect(normalTails(normalQuantile(p)).lower / p).toBeCloseTo(1, 10);
      }),
    );
  });

  it("knows nothing but 0 and 1 very far out", () => {
    expect(normalTails(1e12)).toEqual({ lower: 1, upper: 0 });
    expect(normalTails(-1e12)).toEqual({ lower: 0, upper: 1 });
  });
});
