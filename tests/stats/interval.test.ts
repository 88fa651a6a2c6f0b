import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  adjustedWald,
  agrestiCoull,
  clopperPearson,
  jeffreys,
  type LimitsOf,
  netScore,
  netVariance,
  normal,
  type Sample,
  t,
  wald,
  wilson,
} from "../../src/stats/interval.js";

/** A sample of which a share p is positive and a share d negative. */
const sample = (p: number, d: number, n: number): Sample => ({
  p,
  d,
  s: Math.max(0, 1 - p - d),
  n,
  mean: 0,
  standardError: 0,
  df: n - 1,
});
const z95 = 1.959963984540054;

describe("intervals of a share", () => {
  // Newcombe (1998), Two-sided confidence intervals for the single proportion, table I: 81/263, 15/148, 0/20, 1/29.
  it.each([
    ["Wilson", wilson, 81, 263, 0.2553, 0.3662],
    ["Wilson", wilson, 15, 148, 0.0624, 0.1605],
    ["Wilson", wilson, 0, 20, 0, 0.1611],
    ["Wilson", wilson, 1, 29, 0.0061, 0.1718],
    ["Clopper-Pearson", clopperPearson, 81, 263, 0.2527, 0.3676],
    ["Clopper-Pearson", clopperPearson, 15, 148, 0.0578, 0.1617],
    ["Clopper-Pearson", clopperPearson, 0, 20, 0, 0.1684],
    ["Clopper-Pearson", clopperPearson, 1, 29, 0.0009, 0.1776],
    ["Wald", wald, 81, 263, 0.2522, 0.3638],
    ["Wald", wald, 15, 148, 0.0527, 0.15],
    ["Wald", wald, 0, 20, 0, 0],
    ["Wald", wald, 1, 29, -0.0319, 0.1009],
    // Quantiles of the posterior, from R's qbeta.
    ["Jeffreys", jeffreys, 2, 7, 0.065, 0.648],
    ["Jeffreys", jeffreys, 3, 10, 0.093, 0.606],
    ["Jeffreys", jeffreys, 4, 20, 0.072, 0.408],
  ] as const)("%s, of %4$d in %5$d", (_, limits, x, n, low, high) => {
    const digits = limits === jeffreys ? 3 : 4;
    const [gotLow, gotHigh] = limits(sample(x / n, 0, n), 0.95);
    expect(gotLow).toBeCloseTo(low, digits);
    expect(gotHigh).toBeCloseTo(high, digits);
  });

  it("Agresti-Coull has Wilson's centre and holds Wilson's interval", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (p, n) => {
        const [low, high] = agrestiCoull(sample(p, 0, n), 0.95);
        const [wilsonLow, wilsonHigh] = wilson(sample(p, 0, n), 0.95);
        expect(low + high).toBeCloseTo(wilsonLow + wilsonHigh, 12);
        expect(low).toBeLessThanOrEqual(wilsonLow + 1e-12);
        expect(high - low).toBeGreaterThan(wilsonHigh - wilsonLow - 1e-12);
        // Adding four answers instead of z² = 3.84 is the rule of thumb (Agresti & Coull 1998).
        const thumb = (p * n + 2) / (n + 4);
        expect(Math.abs((low + high) / 2 - thumb)).toBeLessThan(0.02);
      }),
    );
  });

  it("Wilson's limits are the shares of which p is z standard errors off", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.001, max: 0.999, noNaN: true }), fc.integer({ min: 1, max: 1000 }), (p, n) => {
        for (const limit of wilson(sample(p, 0, n), 0.95))
          expect(Math.abs(p - limit) / Math.sqrt((limit * (1 - limit)) / n)).toBeCloseTo(z95, 8);
      }),
    );
  });

  it("Clopper-Pearson has a closed form where nobody is positive, or everybody", () => {
    for (const n of [1, 20, 1e6, 1e12]) {
      const high = -Math.expm1(Math.log(0.025) / n);
      expect(clopperPearson(sample(0, 0, n), 0.95)[0]).toBe(0);
      expect(clopperPearson(sample(0, 0, n), 0.95)[1] / high, `${n}`).toBeCloseTo(1, 9);
      expect(clopperPearson(sample(1, 0, n), 0.95)[0]).toBeCloseTo(1 - high, 14);
      expect(clopperPearson(sample(1, 0, n), 0.95)[1]).toBe(1);
    }
  });

  it("Jeffreys ends where the share does", () => {
    expect(jeffreys(sample(0, 0, 10), 0.95)[0]).toBe(0);
    expect(jeffreys(sample(1, 0, 10), 0.95)[1]).toBe(1);
  });

  it.each([
    ["Wilson", wilson],
    ["Agresti-Coull", agrestiCoull],
    ["Clopper-Pearson", clopperPearson],
    ["Jeffreys", jeffreys],
    ["Wald", wald],
  ])("%s treats positive and other answers alike", (_, limits) => {
    fc.assert(
      fc.property(fc.nat({ max: 64 }), fc.integer({ min: 1, max: 1e4 }), (k, n) => {
        const [low, high] = limits(sample(k / 64, 0, n), 0.9);
        const [mirroredLow, mirroredHigh] = limits(sample(1 - k / 64, 0, n), 0.9);
        expect(low).toBeCloseTo(1 - mirroredHigh, 12);
        expect(high).toBeCloseTo(1 - mirroredLow, 12);
      }),
    );
  });
});

describe("intervals of a net share", () => {
  it("Tango's limits are z standard errors off under the likeliest shares that have them", () => {
    // The likeliest share q of negative answers given the net share, found by search instead of by Tango's formula.
    const likeliest = (net: number, { p, d }: Sample) => {
      const term = (share: number, probability: number) => (share === 0 ? 0 : share * Math.log(probability));
      const likelihood = (q: number) => term(p, q + net) + term(d, q) + term(1 - p - d, 1 - 2 * q - net);
      let [low, high] = [Math.max(0, -net), (1 - net) / 2];
      for (let i = 0; i < 200; i++) {
        const third = (high - low) / 3;
        if (likelihood(low + third) < likelihood(high - third)) low += third;
        else high -= third;
      }
      return (low + high) / 2;
    };
    const counts = fc.integer({ min: 1, max: 60 });
    fc.assert(
      fc.property(counts, counts, counts, (positive, neutral, negative) => {
        const n = positive + neutral + negative;
        const given = sample(positive / n, negative / n, n);
        for (const net of netScore(given, 0.95)) {
          const variance = 2 * likeliest(net, given) + net * (1 - net);
          expect(Math.abs(given.p - given.d - net) / Math.sqrt(variance / n)).toBeCloseTo(z95, 5);
        }
      }),
    );
  });

  it("Tango's has a closed form where all are positive", () => {
    for (const n of [1, 10, 1000]) {
      const [low, high] = netScore(sample(1, 0, n), 0.95);
      expect(low).toBeCloseTo((n - z95 ** 2) / (n + z95 ** 2), 12);
      expect(high).toBe(1);
    }
  });

  it("adjusted Wald adds ¾, 1½ and ¾ answers", () => {
    // 7 positive, 1 neutral and 2 negative of 10 become 7.75, 2.5 and 2.75 of 13, with the net share 5/13.
    const [low, high] = adjustedWald(sample(0.7, 0.2, 10), 0.95);
    const half = z95 * Math.sqrt((10.5 / 13 - (5 / 13) ** 2) / 13);
    expect(low).toBeCloseTo(5 / 13 - half, 12);
    expect(high).toBeCloseTo(5 / 13 + half, 12);
  });

  it("Wald divides the variance by n", () => {
    const [low, high] = wald(sample(0.7, 0.2, 10), 0.95);
    const half = z95 * Math.sqrt((0.9 - 0.25) / 10);
    expect(low).toBeCloseTo(0.5 - half, 12);
    expect(high).toBeCloseTo(0.5 + half, 12);
  });

  it.each<[string, LimitsOf]>([
    ["Tango's", netScore],
    ["adjusted Wald", adjustedWald],
    ["Wald", wald],
  ])("%s treats positive and negative answers alike", (_, limits) => {
    fc.assert(
      fc.property(fc.nat({ max: 32 }), fc.nat({ max: 32 }), fc.integer({ min: 1, max: 1e4 }), (k, l, n) => {
        const [low, high] = limits(sample(k / 64, l / 64, n), 0.9);
        const [mirroredLow, mirroredHigh] = limits(sample(l / 64, k / 64, n), 0.9);
        expect(low).toBeCloseTo(-mirroredHigh, 12);
        expect(high).toBeCloseTo(-mirroredLow, 12);
      }),
    );
  });

  it("loses no digits at the far end of the scale", () => {
    // Tango's limits of 1 positive and 99,999,999 negative answers at 95 %, from Python's mpmath with 40 digits.
    const n = 1e8;
    const [low, high] = netScore({ p: 1 / n, d: (n - 1) / n, n }, 0.95);
    expect(low).toBeCloseTo(-0.9999999964695089, 15);
    expect(high).toBeCloseTo(-0.9999998867013192, 15);
  });

  it("the variance is the mean of the squares less the square of the mean", () => {
    expect(netVariance({ p: 0.5, d: 1 / 6, s: 1 / 3 })).toBeCloseTo(5 / 9, 14);
    expect(netVariance({ p: 0.5, d: 0.5, s: 0 })).toBe(1);
    expect(netVariance({ p: 1, d: 0, s: 0 })).toBe(0);
    // Here p + d − (p − d)² would be right in four digits, and 1 − p for s too.
    expect(netVariance({ p: 1 - 1e-12, d: 0, s: 1e-12 }) / 1e-12).toBeCloseTo(1, 11);
  });
});

describe("intervals of a mean", () => {
  it("Student's", () => {
    // Student (1908): R's t.test prints 0.7001142 and 2.4598858 for the hours of sleep gained.
    const gained = { ...sample(0, 0, 10), mean: 1.58, standardError: 0.3889587238883952 };
    const [low, high] = t(gained, 0.95);
    expect(low).toBeCloseTo(0.7001142, 7);
    expect(high).toBeCloseTo(2.4598858, 7);
  });

  it("the normal one", () => {
    const [low, high] = normal({ ...sample(0, 0, 10), mean: 5, standardError: 2 }, 0.95);
    expect(low).toBeCloseTo(5 - 2 * z95, 12);
    expect(high).toBeCloseTo(5 + 2 * z95, 12);
  });
});

it("ends, with finite limits in order, for any number of answers up to 1e12", () => {
  const all: readonly LimitsOf[] = [wilson, agrestiCoull, clopperPearson, jeffreys, wald, netScore, adjustedWald];
  for (const n of [1, 1.5, 1e3, 1e6, 1e9, 1e12]) {
    for (const p of [0, 1e-12, 1e-6, 0.5, 1 - 1e-6, 1]) {
      for (const level of [0.5, 0.95, 0.999999]) {
        for (const limits of all) {
          const [low, high] = limits(sample(p, 0, n), level);
          expect(Number.isFinite(low) && Number.isFinite(high) && low <= high, `${n} ${p} ${level}`).toBe(true);
        }
      }
    }
  }
});
