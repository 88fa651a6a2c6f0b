import { describe, expect, it } from "vitest";
import { POLARITY, sentiment } from "../../src/index.js";

describe("sentiment", () => {
  it("is the share of positive answers less the share of negative ones", () => {
    const { metric, statistic, score, interval, bands } = sentiment([5, 4, 3, 1]);
    expect({ metric, statistic, score, method: interval?.method }).toEqual({
      metric: "sentiment",
      statistic: "net",
      score: 25,
      method: "score",
    });
    expect([bands.negative.n, bands.neutral.n, bands.positive.n]).toEqual([1, 1, 2]);
  });

  it("takes the polarity of a text analyser, with VADER's thresholds", () => {
    const { score, n, bands } = sentiment([0.8, 0.05, 0.0499, -0.0499, -0.05], { definition: POLARITY });
    expect({ score, n }).toEqual({ score: 20, n: 5 });
    expect([bands.negative.n, bands.neutral.n, bands.positive.n]).toEqual([1, 2, 2]);
  });

  it("refuses null for options, in its own words", () => {
    expect(() => sentiment([5], null as never)).toThrow(new TypeError("options must be an object, got null"));
  });

  it("passes on the options of measure", () => {
    expect(sentiment([5, 4, 3, 1], { statistic: "mean" }).score).toBe(3.25);
    expect(sentiment([5, 1], { level: 0.5, interval: "wald" }).interval).toMatchObject({ level: 0.5, method: "wald" });
    expect(sentiment([1.5, 0.3], { definition: POLARITY, invalid: "exclude" })).toMatchObject({ n: 1, invalid: 1 });
  });
});
