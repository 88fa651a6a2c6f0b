import { describe, expect, it } from "vitest";
import {
  CES,
  CES_1,
  CSAT,
  CSAT_3,
  CSAT_7,
  CSAT_10,
  classify,
  defineMetric,
  type MetricDefinition,
  measure,
  NPS,
  POLARITY,
  SENTIMENT,
  STARS_HALF,
  THUMBS,
} from "../../src/index.js";

const WHOLE = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

describe("classify", () => {
  it.each<[string, MetricDefinition, Record<string, number[]>]>([
    ["NPS", NPS, { detractor: WHOLE(0, 6), passive: [7, 8], promoter: [9, 10] }],
    ["CSAT", CSAT, { dissatisfied: [1, 2], neutral: [3], satisfied: [4, 5] }],
    ["CSAT_3", CSAT_3, { dissatisfied: [1], neutral: [2], satisfied: [3] }],
    ["CSAT_7", CSAT_7, { dissatisfied: [1, 2], neutral: [3, 4, 5], satisfied: [6, 7] }],
    ["CSAT_10", CSAT_10, { dissatisfied: [1, 2], neutral: WHOLE(3, 8), satisfied: [9, 10] }],
    ["STARS_HALF", STARS_HALF, { dissatisfied: [0.5, 1], neutral: [1.5, 2, 2.5, 3, 3.5, 4], satisfied: [4.5, 5] }],
    ["THUMBS", THUMBS, { dissatisfied: [0], satisfied: [1] }],
    ["CES", CES, { difficult: [1, 2, 3], neutral: [4], easy: [5, 6, 7] }],
    ["CES_1", CES_1, { easy: [1, 2], neutral: [3], difficult: [4, 5] }],
    ["SENTIMENT", SENTIMENT, { negative: [1, 2], neutral: [3], positive: [4, 5] }],
    [
      "POLARITY",
      POLARITY,
      { negative: [-1, -0.5, -0.05], neutral: [-0.0499, -0, 0, 0.0499], positive: [0.05, 0.7, 1] },
    ],
  ])("%s", (_, definition, bands) => {
    const sentiments: Record<string, string> = {
      ...{ detractor: "negative", dissatisfied: "negative", difficult: "negative", negative: "negative" },
      ...{ passive: "neutral", neutral: "neutral" },
      ...{ promoter: "positive", satisfied: "positive", easy: "positive", positive: "positive" },
    };
    for (const [band, ratings] of Object.entries(bands))
      for (const rating of ratings)
        expect(classify(rating, definition), `${rating}`).toEqual({ band, sentiment: sentiments[band] });
  });

  it("knows an edge that belongs to the band above from one that does not", () => {
    const definition: MetricDefinition = {
      metric: "share of target",
      scale: { min: 0, max: 2, step: null },
      better: "higher",
      statistic: "net",
      bands: [
        { name: "below", sentiment: "negative" },
        { name: "on target", sentiment: "neutral", from: 1 },
        { name: "above", sentiment: "positive", above: 1 },
      ],
    };
    const near = [1 - Number.EPSILON, 1, 1 + Number.EPSILON];
    expect(near.map((score) => classify(score, definition).band)).toEqual(["below", "on target", "above"]);
  });

  it("accepts every rating on a long scale of fine steps", () => {
    const price: MetricDefinition = {
      metric: "price",
      scale: { min: 0, max: 1e8, step: 0.01 },
      better: "lower",
      statistic: "mean",
      bands: [{ name: "any", sentiment: "neutral" }],
    };
    for (const score of [0.07, 19.99, 12_345.67, 1_234_567.89, 45_678_901.23, 99_999_999.99])
      expect(classify(score, price).band, `${score}`).toBe("any");
    expect(() => classify(0.075, price)).toThrow(RangeError);
    expect(() => classify(45_678_901.235, price)).toThrow(RangeError);
  });

  it.each([
    [11, RangeError, "nps: score must be from 0 to 10 in steps of 1, got 11"],
    [-1, RangeError, "nps: score must be from 0 to 10 in steps of 1, got -1"],
    [8.5, RangeError, "nps: score must be from 0 to 10 in steps of 1, got 8.5"],
    [Number.NaN, RangeError, "nps: score must be from 0 to 10 in steps of 1, got NaN"],
    [null, TypeError, "nps: score must be from 0 to 10 in steps of 1, got null"],
    ["9", TypeError, 'nps: score must be from 0 to 10 in steps of 1, got "9"'],
  ])("refuses %o", (score, error, message) => {
    expect(() => classify(score as number, NPS)).toThrow(error);
    expect(() => classify(score as number, NPS)).toThrow(message);
  });

  it("speaks of no steps where the scale has none", () => {
    expect(() => classify(2, POLARITY)).toThrow(new RangeError("sentiment: score must be from -1 to 1, got 2"));
  });

  it("refuses a contradictory definition", () => {
    expect(() => classify(9, { ...NPS, scale: { min: 10, max: 0 } })).toThrow(RangeError);
    expect(() => classify(9, undefined as unknown as typeof NPS)).toThrow(
      new TypeError("definition must be a metric definition, such as NPS, got undefined"),
    );
  });
});

describe("a rating that misses its step by the rounding of decimals", () => {
  const percent = (from: number) =>
    defineMetric({
      metric: "slider",
      scale: { min: 0, max: 100 },
      better: "higher",
      statistic: "share",
      bands: [
        { name: "low", sentiment: "negative" },
        { name: "high", sentiment: "positive", from },
      ],
    });

  it("is in the band of the rating that is meant", () => {
    for (let rating = 1; rating <= 100; rating++) {
      const meant = 100 * (rating / 100);
      expect(classify(meant, percent(rating)).band, String(meant)).toBe("high");
      expect(measure([meant], percent(rating)).score).toBe(100);
    }
    // 100 × 0.57 is 56.99999999999999.
    expect(classify(100 * 0.57, percent(58)).band).toBe("low");
  });

  it("is in it too where the edge belongs to the band below", () => {
    for (let tenths = 1; tenths < 50; tenths++) {
      const definition = defineMetric({
        metric: "stars",
        scale: { min: 0, max: 5, step: 0.1 },
        better: "higher",
        statistic: "share",
        bands: [
          { name: "low", sentiment: "negative" },
          { name: "high", sentiment: "positive", above: tenths / 10 },
        ],
      });
      expect(classify(tenths * 0.1, definition).band, String(tenths)).toBe("low");
      expect(classify((tenths + 1) * 0.1, definition).band, String(tenths)).toBe("high");
    }
  });

  it("is another one on a scale without steps", () => {
    const definition = { ...percent(57), scale: { min: 0, max: 100, step: null } };
    expect(classify(100 * 0.57, definition).band).toBe("low");
  });
});
