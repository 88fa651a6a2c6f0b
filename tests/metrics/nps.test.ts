import { describe, expect, it } from "vitest";
import { type MetricDefinition, NPS, nps } from "../../src/index.js";

describe("nps", () => {
  it("is the share of promoters less the share of detractors", () => {
    // Cross Validated, "How can I calculate margin of error in an NPS result?": ½, ⅓ and ⅙ give ⅓, with variance 5/9.
    const answers = [9, 10, 10, 7, 8, 2];
    const { score, n, standardError, bands } = nps(answers);
    expect(score).toBeCloseTo(100 / 3, 12);
    expect(standardError! ** 2 * (n - 1)).toBeCloseTo(1e4 * (5 / 9), 9);
    expect([bands.promoter.n, bands.passive.n, bands.detractor.n]).toEqual([3, 2, 1]);
  });

  it("goes from −100 to 100", () => {
    expect(nps([0, 6, 6]).score).toBe(-100);
    expect(nps([7, 8]).score).toBe(0);
    expect(nps([9, 10]).score).toBe(100);
  });

  it("measures by NPS and by the score interval unless told otherwise", () => {
    const { metric, statistic, interval } = nps([9, 3]);
    expect({ metric, statistic, method: interval?.method }).toEqual({
      metric: "nps",
      statistic: "net",
      method: "score",
    });
  });

  it("takes another definition", () => {
    const EU: MetricDefinition<"low" | "middle" | "high"> = {
      ...NPS,
      metric: "nps-eu",
      bands: [
        { name: "low", sentiment: "negative" },
        { name: "middle", sentiment: "neutral", from: 6 },
        { name: "high", sentiment: "positive", from: 8 },
      ],
    };
    expect(nps([8, 6, 6, 2]).score).toBe(-75);
    expect(nps([8, 6, 6, 2], { definition: EU })).toMatchObject({
      metric: "nps-eu",
      score: 0,
      bands: { high: { n: 1 } },
    });
  });

  it("refuses null for options, in its own words", () => {
    expect(() => nps([5], null as never)).toThrow(new TypeError("options must be an object, got null"));
  });

  it("passes on the options of measure", () => {
    expect(nps([9, 3, 8], { statistic: "mean" }).score).toBeCloseTo(20 / 3, 12);
    expect(nps([9, 3], { level: 0.5, interval: "wald" }).interval).toMatchObject({ level: 0.5, method: "wald" });
    expect(nps([9, 11], { invalid: "exclude" }).invalid).toBe(1);
  });
});
