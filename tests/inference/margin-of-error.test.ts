import { describe, expect, it } from "vitest";
import { CES, CSAT, type MarginOfErrorOptions, marginOfError, NPS } from "../../src/index.js";

describe("marginOfError", () => {
  const z = 1.959964;
  const of = (options: Partial<MarginOfErrorOptions>) => marginOfError({ definition: CSAT, n: 400, ...options });

  it("is half the width of the interval", () => {
    expect(of({ n: 385 })).toBeCloseTo(4.99, 2);
    expect(of({ definition: NPS, n: 385, expected: { positive: 0.5, negative: 0.2 } })).toBeCloseTo(7.8, 1);
    expect(of({})).toBeCloseTo((z * 50) / 20, 4);
    expect(of({ definition: NPS })).toBeCloseTo((z * 100) / 20, 4);
    expect(of({ definition: CES })).toBeCloseTo((z * 3) / 20, 4);
    expect(of({ definition: CES, statistic: "index" })).toBeCloseTo((z * 50) / 20, 4);
  });

  it("takes level, expectations and population", () => {
    expect(of({ level: 0.9 })).toBeLessThan(of({}));
    expect(of({ expected: { positive: 0.9 } })).toBeCloseTo((z * 30) / 20, 4);
    expect(of({ definition: CES, expected: { standardDeviation: 2 } })).toBeCloseTo((z * 2) / 20, 4);
    expect(of({ population: 500 })).toBeCloseTo(((z * 50) / 20) * Math.sqrt(100 / 499), 4);
  });

  it.each([1, 2, 400])("is 0 where all of %i answered", (all) => {
    expect(of({ n: all, population: all })).toBe(0);
  });

  it("takes a population without end, as sampleSize does", () => {
    expect(of({ population: Number.POSITIVE_INFINITY })).toBe(of({}));
  });

  it.each<[string, Partial<MarginOfErrorOptions>, RegExp]>([
    ["no answers", { n: 0 }, /n must be a number above 0, got 0/],
    ["a population less than n", { population: 300 }, /population/],
    ["a population that is no number", { population: "500" as unknown as number }, /population .* got "500"/],
    ["NaN as population", { population: Number.NaN }, /population .* got NaN/],
    ["level 95", { level: 95 }, /level .* got 95/],
    [
      "an unknown expectation",
      { expected: { satisfied: 0.5 } as object },
      /expected of share scores .* got "satisfied"/,
    ],
    ["a share in percent", { expected: { positive: 50 } }, /expected.positive must be a share from 0 to 1, got 50/],
  ])("refuses %s", (_, options, message) => {
    expect(() => of(options)).toThrow(message);
  });
});
