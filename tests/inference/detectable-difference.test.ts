import { describe, expect, it } from "vitest";
import {
  CES,
  CSAT,
  type DetectableDifferenceOptions,
  detectableDifference,
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

  it("refuses a power that looking at nothing would have", () => {
    expect(() => detectableDifference({ definition: NPS, n: 100, power: 0.01 })).toThrow(/power must be above 0.025/);
  });

  it.each<[string, Partial<DetectableDifferenceOptions>, RegExp]>([
    ["no answers", { n: 0 }, /n must be a number above 0, got 0/],
    ["no number of answers", { n: "9" as unknown as number }, /n must be a number above 0, got "9"/],
    ["power 1.5", { power: 1.5 }, /power must be above 0.025.* got 1.5/],
    ["level 95", { level: 95 }, /level .* got 95/],
    ["an unknown expectation", { expected: { promoters: 0.5 } as object }, /expected of a net .* got "promoters"/],
  ])("refuses %s", (_, options, message) => {
    expect(() => detectableDifference({ definition: NPS, n: 100, ...options })).toThrow(message);
  });
});
