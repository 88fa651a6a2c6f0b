import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { betaCdf, betaOdds, betaQuantile } from "../../src/stats/beta.js";

const shares = fc.double({ min: 1e-9, max: 1 - 1e-9, noNaN: true });
const shapes = fc.oneof(fc.double({ min: 0.1, max: 50, noNaN: true }), fc.constantFrom(0.5, 1, 1e3, 1e6, 1e9, 1e12));
const cdf = (x: number, a: number, b: number) => betaCdf(x, 1 - x, a, b);

describe("the beta distribution", () => {
  it("has the closed forms of its simplest shapes", () => {
    fc.assert(
      fc.property(shares, fc.double({ min: 0.1, max: 50, noNaN: true }), (x, a) => {
        expect(cdf(x, 1, 1)).toBeCloseTo(x, 14);
        expect(cdf(x, 2, 2)).toBeCloseTo(3 * x ** 2 - 2 * x ** 3, 13);
        expect(cdf(x, 0.5, 0.5)).toBeCloseTo((2 / Math.PI) * Math.atan2(Math.sqrt(x), Math.sqrt(1 - x)), 12);
        expect(cdf(x, a, 1)).toBeCloseTo(x ** a, 13);
        expect(cdf(x, 1, a)).toBeCloseTo(1 - (1 - x) ** a, 13);
      }),
    );
  });

  it("adds up binomial probabilities", () => {
    const n = 12;
    const choose = (k: number): number => (k === 0 ? 1 : (choose(k - 1) * (n - k + 1)) / k);
    for (const p of [0.05, 0.3, 0.5, 0.9]) {
      let atLeast = 0;
      for (let k = n; k > 0; k--) {
        atLeast += choose(k) * p ** k * (1 - p) ** (n - k);
        expect(cdf(p, k, n - k + 1)).toBeCloseTo(atLeast, 13);
      }
    }
  });

  it("is its own mirror image with the shapes exchanged", () => {
    fc.assert(
      fc.property(shares, shapes, shapes, (x, a, b) => {
        expect(cdf(x, a, b) + betaCdf(1 - x, x, b, a)).toBeCloseTo(1, 10);
      }),
    );
  });

  it("goes from 0 to 1", () => {
    expect(cdf(0, 2, 3)).toBe(0);
    expect(cdf(1, 2, 3)).toBe(1);
    fc.assert(
      fc.property(shares, shares, shapes, shapes, (p, q, a, b) => {
        expect(cdf(Math.min(p, q), a, b)).toBeLessThanOrEqual(cdf(Math.max(p, q), a, b) * (1 + 1e-9));
        expect(cdf(p, a, b)).toBeGreaterThanOrEqual(0);
        expect(cdf(p, a, b)).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("has quantiles that undo it, also for shapes up to 1e12", () => {
    fc.assert(
      fc.property(fc.double({ min: 1e-12, max: 0.9, noNaN: true }), shapes, shapes, (p, a, b) => {
        const odds = betaOdds(p, a, b);
        expect(betaCdf(1 / (1 + 1 / odds), 1 / (1 + odds), a, b) / p).toBeCloseTo(1, 6);
      }),
    );
  });

  it("has quantiles between 0 and 1, in order, for the most lopsided shapes", () => {
    const extremes = [1e-3, 0.5, 1, 1e3, 1e6, 1e9, 1e12];
    for (const a of extremes) {
      for (const b of extremes) {
        const quantiles = [1e-12, 0.025, 0.5, 0.975, 1 - 1e-12].map((p) => betaQuantile(p, a, b));
        expect(quantiles, `${a}, ${b}`).toEqual([...quantiles].sort((x, y) => x - y));
        expect(quantiles[0]).toBeGreaterThanOrEqual(0);
        expect(quantiles[4]).toBeLessThanOrEqual(1);
      }
    }
  });

  it("has the median 1/2 where it is symmetric", () => {
    for (const a of [0.5, 1, 7, 1e4, 1e12]) expect(betaQuantile(0.5, a, a)).toBeCloseTo(0.5, 12);
  });

  it("loses no digits where a quantile is tiny", () => {
    // Of the shapes 1 and b, a share p lies below 1 − (1 − p)^(1/b).
    for (const b of [10, 1e6, 1e12]) {
      for (const p of [0.025, 0.4, 0.6, 0.975])
        expect(betaQuantile(p, 1, b) / -Math.expm1(Math.log1p(-p) / b), `${p}, ${b}`).toBeCloseTo(1, 10);
    }
  });
});
