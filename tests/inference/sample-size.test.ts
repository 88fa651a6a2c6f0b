import { describe, expect, it } from "vitest";
import { CES, CSAT, NPS, type SampleSizeOptions, sampleSize } from "../../src/index.js";

describe("sampleSize", () => {
  const of = (options: Partial<SampleSizeOptions>) => sampleSize({ definition: CSAT, margin: 5, ...options });

  it("is what a margin of error takes", () => {
    // z² = 3.8415
    expect(of({})).toBe(385);
    expect(of({ definition: NPS, margin: 10, expected: { positive: 0.5, negative: 0.2 } })).toBe(235);
    expect(of({ population: 500 })).toBe(218);
    expect(of({ definition: NPS })).toBe(1537);
    expect(of({ definition: CES, margin: 0.5 })).toBe(139);
  });

  it("takes level, statistic and expectations", () => {
    expect(of({ level: 0.9 })).toBe(271);
    expect(of({ expected: { positive: 0.9 } })).toBe(139);
    expect(of({ definition: CES, statistic: "index" })).toBe(385);
    expect(of({ definition: CES, margin: 0.5, expected: { standardDeviation: 1 } })).toBe(16);
    expect(of({ expected: {} })).toBe(385);
    expect(of({ population: Number.POSITIVE_INFINITY })).toBe(385);
  });

  it("takes an expectation that is undefined for none", () => {
    expect(of({ expected: { positive: undefined } })).toBe(385);
    expect(of({ expected: { positive: 0.5, negative: undefined } })).toBe(385);
  });

  it("is at least one, and all of a small population", () => {
    expect(of({ expected: { positive: 1 } })).toBe(1);
    expect(of({ margin: 1e9 })).toBe(1);
    expect(of({ population: 1 })).toBe(1);
    expect(of({ population: 3 })).toBe(3);
  });

  it.each<[string, Partial<SampleSizeOptions>, RegExp]>([
    ["margin 0", { margin: 0 }, /margin must be a number above 0, got 0/],
    ["a margin of text", { margin: "5" as unknown as number }, /margin .* got "5"/],
    ["level 95", { level: 95 }, /level must be between 0 and 1.* got 95/],
    ["population 0", { population: 0 }, /population must be .* got 0/],
    ["a population below 1", { population: 0.5 }, /population must be .* got 0.5/],
    [
      "an unknown expectation",
      { expected: { satisfied: 0.5 } as object },
      /expected of share scores .* got "satisfied"/,
    ],
    ["another's expectation", { expected: { standardDeviation: 1 } }, /of share scores .* got "standardDeviation"/],
    ["a share in percent", { expected: { positive: 50 } }, /expected.positive must be a share from 0 to 1, got 50/],
    ["half an expectation", { definition: NPS, expected: { positive: 0.5 } }, /both positive and negative/],
    [
      "shares above 1",
      { definition: NPS, expected: { positive: 0.6, negative: 0.5 } },
      /together must be at most 1, got 1.1/,
    ],
    ["no spread", { definition: CES, expected: { standardDeviation: 0 } }, /standardDeviation must be .* got 0/],
    ["an unknown statistic", { statistic: "median" as "mean" }, /statistic must be .* got "median"/],
  ])("refuses %s", (_, options, message) => {
    expect(() => of(options)).toThrow(message);
  });
});
