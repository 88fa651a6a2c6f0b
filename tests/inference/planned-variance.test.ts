import { describe, expect, it } from "vitest";
import {
  CES,
  CSAT,
  type Expected,
  type MetricDefinition,
  marginOfError,
  NPS,
  sampleSize,
  sampleSizeToDetect,
} from "../../src/index.js";
import { plannedVariance } from "../../src/inference/planned-variance.js";

describe("the variance that a plan rests on", () => {
  // p + d − (p − d)² of a net score and p (1 − p) of a share, in points squared; else half the range, squared.
  it.each<[string, MetricDefinition, Expected | undefined, number]>([
    ["a net score at worst", NPS, undefined, 10_000],
    ["a net score", NPS, { positive: 0.5, negative: 0.2 }, 6100],
    ["a net score without detractors", NPS, { positive: 0.5, negative: 0 }, 2500],
    ["a net score without promoters", NPS, { positive: 0, negative: 0.5 }, 2500],
    ["a net score of nobody but promoters", NPS, { positive: 1, negative: 0 }, 0],
    ["a share at worst", CSAT, {}, 2500],
    ["a share", CSAT, { positive: 0.9 }, 900],
    ["a share of 0", CSAT, { positive: 0 }, 0],
    ["a mean at worst", CES, undefined, 9],
    ["a mean", CES, { standardDeviation: 1.5 }, 2.25],
  ])("is that of %s", (_, definition, expected, variance) => {
    expect(plannedVariance({ definition, expected })).toBeCloseTo(variance, 8);
  });

  const [share, both] = ["must be a share from 0 to 1", "must be both positive and negative, together at most 1"];
  it.each<[unknown, string]>([
    [null, "expected must be an object, got null"],
    [0.5, "expected must be an object, got 0.5"],
    ["half", 'expected must be an object, got "half"'],
    [{ positive: -0.1, negative: 0.2 }, `expected.positive ${share}, got -0.1`],
    [{ positive: 0.1, negative: -0.2 }, `expected.negative ${share}, got -0.2`],
    [{ positive: Number.NaN, negative: 0.2 }, `expected.positive ${share}, got NaN`],
    [{ positive: "0.5", negative: 0.2 }, `expected.positive ${share}, got "0.5"`],
    [{ positive: 0.5 }, `expected ${both}, got 0.5`],
    [{ negative: 0.2 }, `expected ${both}, got 0.2`],
    [{ positive: 0.8, negative: 0.4 }, "expected.positive and negative together must be at most 1, got 1.2"],
  ])("refuses to expect %j of a net score", (expected, message) => {
    expect(() => plannedVariance({ definition: NPS, expected: expected as Expected })).toThrow(message);
  });

  it("makes numbers of answers that are numbers, however far apart spread and margin are", () => {
    const far = { definition: CSAT, statistic: "mean", expected: { standardDeviation: 1e70 } } as const;
    for (const n of [
      sampleSize({ ...far, margin: 1e-70 }),
      sampleSize({ ...far, margin: 1e-70, population: 1000 }),
      sampleSizeToDetect({ ...far, expected: { standardDeviation: 1e50 }, difference: -1 }),
    ])
      expect(n).toBeLessThan(Infinity);
  });

  it("refuses no definition, and says so", () => {
    const definition = undefined as unknown as MetricDefinition;
    expect(() => plannedVariance({ definition })).toThrow(/definition must be .* got undefined/);
  });
});

describe("a wanted margin", () => {
  it.each([1e-70, 1e70])("may be %f", (margin) => {
    // z² V / margin², and at least one.
    const n = Math.max(1, (1.959964 ** 2 * 2500) / margin ** 2);
    expect(sampleSize({ definition: CSAT, margin }) / n).toBeCloseTo(1, 5);
  });

  it.each([1e-71, 1e71])("cannot be %f, whose square beside others is out of range", (margin) => {
    expect(() => sampleSize({ definition: CSAT, margin })).toThrow(`margin must be from 1e-70 to 1e70, got ${margin}`);
  });
});

describe("a population", () => {
  it("must have those who answered in it", () => {
    expect(() => sampleSize({ definition: CSAT, margin: 5, population: 0 })).toThrow(
      "population must be a number from 1, got 0",
    );
    expect(() => marginOfError({ definition: CSAT, n: 400, population: 300 })).toThrow(
      "population must be a number from 400, got 300",
    );
    expect(() => marginOfError({ definition: CSAT, n: 0.5, population: 0.7 })).toThrow(
      "population must be a number from 1, got 0.7",
    );
  });
});
