import { describe, expect, it } from "vitest";
import { CES, CSAT, NPS, type SampleSizeToDetectOptions, sampleSizeToDetect } from "../../src/index.js";

describe("sampleSizeToDetect", () => {
  const of = (options: Partial<SampleSizeToDetectOptions>) =>
    sampleSizeToDetect({ definition: NPS, difference: 10, ...options });

  it("is what a difference takes in each group", () => {
    // (z₁ + z₂)² = 7.8489
    expect(of({ expected: { positive: 0.5, negative: 0.2 } })).toBe(958);
    expect(of({})).toBe(1570);
    expect(of({ definition: CSAT })).toBe(393);
    expect(of({ definition: CES, difference: 1 })).toBe(142);
  });

  it("takes both variances of a share that is given", () => {
    expect(of({ definition: CSAT, expected: { positive: 0.5 } })).toBe(388);
    expect(of({ definition: CSAT, difference: -10, expected: { positive: 0.9 } })).toBe(199);
    expect(of({ definition: CSAT, expected: { positive: 0.9 } })).toBe(74);
  });

  it("takes differences that are too small to change an expected share", () => {
    // ½ (z₁ + z₂)² / 10⁻³⁰, as p (1 − p) is ¼ before and after
    const options = { definition: CSAT, expected: { positive: 0.5 }, difference: 1e-13 };
    expect(sampleSizeToDetect(options) / 3.924439867174544e30).toBeCloseTo(1, 8);
  });

  it("takes power, level and a decline", () => {
    expect(of({ power: 0.9 })).toBe(2102);
    expect(of({ level: 0.9 })).toBe(1237);
    expect(of({ difference: -10 })).toBe(1570);
    expect(of({ statistic: "mean", difference: 1, expected: { standardDeviation: 2 } })).toBe(63);
  });

  it("finds a difference as large as the scale", () => {
    // 2 V 7.8489 / difference² = 3.92 of the worst V, which is a quarter of the square.
    for (const difference of [200, -200]) expect(of({ difference })).toBe(4);
    expect(of({ definition: CES, difference: 6 })).toBe(4);
  });

  it.each<[number, number, string]>([
    [0.5, -60, "from -50 to 50"],
    [0.25, 80, "from -25 to 75"],
    [0.25, -30, "from -25 to 75"],
    [0.8, 30, "from -80 to 20"],
  ])("names the differences that a share of %f allows, of which %i is none", (positive, difference, allowed) => {
    expect(() => of({ definition: CSAT, difference, expected: { positive } })).toThrow(
      `difference must be other than 0, ${allowed}, got ${difference}`,
    );
  });

  it.each<[string, Partial<SampleSizeToDetectOptions>, RegExp]>([
    ["difference 0", { difference: 0 }, /difference must be other than 0, .* got 0/],
    ["NaN", { difference: Number.NaN }, /difference .* got NaN/],
    ["power 1.5", { power: 1.5 }, /power must be above 0.025.* got 1.5/],
    ["power 0", { power: 0 }, /power .* got 0/],
    ["level 95", { level: 95 }, /level .* got 95/],
    ["a share above 100", { definition: CSAT, difference: 60, expected: { positive: 0.5 } }, /difference .* got 60/],
    ["an NPS off the scale", { difference: 300 }, /^difference must be other than 0, from -200 to 200, got 300$/],
    [
      "an NPS off the scale from what is expected",
      { difference: 50, expected: { positive: 0.9, negative: 0 } },
      /^difference must be other than 0, from -190 to 10, got 50$/,
    ],
    ["a mean off the scale", { definition: CES, difference: 7 }, /^difference .* from -6 to 6, got 7$/],
    ["text", { difference: "10" as unknown as number }, /^difference must be .* got "10"$/],
    ["no definition", { definition: undefined as unknown as typeof NPS }, /definition must be .* got undefined/],
    ["an unknown expectation", { expected: { promoters: 0.5 } as object }, /expected of net scores .* got "promoters"/],
  ])("refuses %s", (_, options, message) => {
    expect(() => of(options)).toThrow(message);
  });
});
