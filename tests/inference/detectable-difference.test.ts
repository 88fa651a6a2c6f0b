import { describe, expect, it } from "vitest";
import {
  CES,
  CSAT,
  type DetectableDifferenceOptions,
  detectableDifference,
  type MetricDefinition,
  NPS,
  sampleSizeToDetect,
} from "../../src/index.js";

describe("detectableDifference", () => {
  const zs = 1.959964 + 0.841621;

  it("is what so many answers are likely to find", () => {
    const expected = { positive: 0.5, negative: 0.2 };
    expect(detectableDifference({ definition: NPS, n: 958, expected })).toBeCloseTo(10, 1);
    expect(detectableDifference({ definition: NPS, n: 100 })).toBeCloseTo(zs * Math.sqrt(2 * 100), 3);
    expect(detectableDifference({ definition: CSAT, n: 100 })).toBeCloseTo(zs * Math.sqrt(2 * 25), 3);
    expect(detectableDifference({ definition: CES, n: 100 })).toBeCloseTo(zs * Math.sqrt((2 * 9) / 100), 4);
  });

  it("takes power, level, statistic and expectations", () => {
    const of = (options: object) => detectableDifference({ definition: NPS, n: 100, ...options });
    expect(of({ power: 0.9 })).toBeGreaterThan(of({}));
    expect(of({ level: 0.9 })).toBeLessThan(of({}));
    expect(of({ statistic: "mean" })).toBeCloseTo(zs * Math.sqrt((2 * 25) / 100), 3);
    expect(of({ statistic: "mean", expected: { standardDeviation: 2 } })).toBeCloseTo(zs * Math.sqrt(0.08), 4);
    const share = { definition: NPS, statistic: "share", expected: { positive: 0.9 } } as const;
    const found = detectableDifference({ ...share, n: 100 });
    expect(found).toBeGreaterThan(of({ statistic: "share", expected: { positive: 0.99 } }));
    expect(sampleSizeToDetect({ ...share, difference: -found * (1 + 1e-9) })).toBe(100);
  });

  // R: power.prop.test(n, p1, power = 0.8)$p2 - p1, upwards from a share up to one half, and its mirror image above.
  it.each([
    [0.1, 50, 22.68871743],
    [0.9, 50, 22.68871743],
    [0.1, 400, 6.731123635],
    [0.9, 400, 6.731123635],
    [0.3, 100, 19.26567551],
    [0.7, 100, 19.26567551],
    [0.5, 100, 19.32251509],
    [0.5, 400, 9.842486355],
  ])("has the difference of R for a share of %f and %i answers", (positive, n, expected) => {
    const found = detectableDifference({ definition: CSAT, n, expected: { positive } });
    expect(Math.abs(found - expected)).toBeLessThan(1e-6);
  });

  it("looks for a difference of a net score over the whole of its scale", () => {
    const expected = { positive: 0.5, negative: 0.2 };
    expect(detectableDifference({ definition: NPS, n: 10, expected })).toBeCloseTo(zs * Math.sqrt(2 * 610), 3);
  });

  it.each([
    // From one half, all 50 points take ((z₁ √(2 · ¾ · ¼) + z₂ ½) / ½)² = 10.5 answers.
    [0.5, 10, 11],
    [0.5, 1, 11],
    // From 0.1 or 0.9, all 90 points take ((z₁ √(2 · 0.55 · 0.45) + z₂ 0.3) / 0.9)² = 3.28.
    [0.1, 3, 4],
    [0.9, 3, 4],
  ])("names the least number of answers for a share of %f, of which %i are too few", (positive, n, least) => {
    const of = (answers: number) => detectableDifference({ definition: CSAT, n: answers, expected: { positive } });
    expect(() => of(n)).toThrow(`n must be ${least} or more, to detect any difference, got ${n}`);
    expect(of(least)).toBeLessThanOrEqual(100 * Math.max(positive, 1 - positive));
  });

  it.each<[string, DetectableDifferenceOptions, number]>([
    ["a share", { definition: CSAT, n: 3 }, 4],
    ["a net score", { definition: NPS, n: 3 }, 4],
    ["a net score that is known", { definition: NPS, n: 11, expected: { positive: 0.5, negative: 0.4 } }, 12],
    ["a mean", { definition: CES, n: 3, expected: { standardDeviation: 3 } }, 4],
    ["a share that is known", { definition: CSAT, n: 3, expected: { positive: 0.8 } }, 5],
  ])("refuses so few answers that no difference of %s would do", (_, options, enough) => {
    expect(() => detectableDifference(options)).toThrow(
      new RangeError(`n must be ${enough} or more, to detect any difference, got ${options.n}`),
    );
    expect(detectableDifference({ ...options, n: enough })).toBeGreaterThan(0);
  });

  it("refuses no definition, and says so", () => {
    const definition = undefined as unknown as MetricDefinition;
    expect(() => detectableDifference({ definition, n: 100 })).toThrow(/definition must be .* got undefined/);
  });

  it("refuses a power that looking at nothing would have", () => {
    expect(() => detectableDifference({ definition: NPS, n: 100, power: 0.01 })).toThrow(/power must be above 0.025/);
  });

  it.each<[string, Partial<DetectableDifferenceOptions>, RegExp]>([
    ["no answers", { n: 0 }, /n must be a number above 0, got 0/],
    ["no number of answers", { n: "9" as unknown as number }, /n must be a number above 0, got "9"/],
    ["power 1.5", { power: 1.5 }, /power must be above 0.025.* got 1.5/],
    ["level 95", { level: 95 }, /level .* got 95/],
    ["an unknown expectation", { expected: { promoters: 0.5 } as object }, /expected of net scores .* got "promoters"/],
  ])("refuses %s", (_, options, message) => {
    expect(() => detectableDifference({ definition: NPS, n: 100, ...options })).toThrow(message);
  });
});
