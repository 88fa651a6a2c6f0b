import { describe, expect, it } from "vitest";
import {
  type Answers,
  CSAT,
  compareDistributions,
  csat,
  defineMetric,
  type Measurement,
  type MetricDefinition,
  NPS,
  nps,
} from "../../src/index.js";

const lukewarm = [{ score: 8, n: 60 }];
const divided = [
  { score: 10, n: 30 },
  { score: 2, n: 30 },
];

describe("compareDistributions", () => {
  it("finds groups that differ though their scores are equal", () => {
    const { bands, ratings } = compareDistributions(lukewarm, divided, NPS);
    expect(bands).toEqual({ statistic: 120, df: 2, pValue: expect.closeTo(0, 20), cramersV: 1, minExpected: 15 });
    expect(ratings).toEqual({ statistic: 1800, pValue: 1, superiority: 0.5 });
  });

  it("compares the ratings by their ranks", () => {
    // Of six pairs, five rise and one is a tie.
    expect(compareDistributions([1, 5], [5, 7, 9], NPS).ratings).toMatchObject({
      statistic: 5.5,
      superiority: 5.5 / 6,
    });
  });

  it("takes what stands for one rating for a tie", () => {
    const bands = [
      { name: "low", sentiment: "negative" },
      { name: "high", sentiment: "positive", from: 3 },
    ] as const;
    const slider = defineMetric({ ...CSAT, metric: "slider", scale: { min: 0, max: 100 }, bands });
    const same = compareDistributions([{ score: 100 * 0.29, n: 5 }], [{ score: 29, n: 5 }, null], slider);
    expect(same.ratings).toMatchObject({ pValue: null, superiority: 0.5 });
    const continuous = { ...slider, scale: { min: 0, max: 100, step: null } };
    expect(compareDistributions([100 * 0.29], [29], continuous).ratings.superiority).toBe(1);
    const thirds = { ...slider, scale: { min: 0, max: 4, step: 1 / 3 } };
    expect(compareDistributions([4 / 3, 2 / 3], [1 / 3 + 1, 1 - 1 / 3], thirds).ratings.superiority).toBe(0.5);
  });

  it("has no ratings of measurements", () => {
    const { bands, ratings } = compareDistributions(nps(lukewarm), nps(divided));
    expect([bands.statistic, ratings]).toEqual([120, null]);
  });

  it("is null where nothing can be said", () => {
    const none = { statistic: null, df: null, pValue: null, cramersV: null, minExpected: null };
    const empty = { bands: none, ratings: { statistic: null, pValue: null, superiority: null } };
    expect(compareDistributions([], [9], NPS)).toEqual(empty);
    const alike = { bands: none, ratings: { statistic: 1, pValue: null, superiority: 0.5 } };
    expect(compareDistributions([9], [9, 9], NPS)).toEqual(alike);
  });

  it("takes stored bands in any order, but no others", () => {
    const [before, after] = [nps([9, 9, 1, 8]), nps([10, 2, 3])];
    const { detractor, passive, promoter } = after.bands;
    const stored = { ...after, bands: { promoter, passive, detractor } };
    expect(compareDistributions(before, stored)).toEqual(compareDistributions(before, after));
    const [renamed, turned] = [
      { fan: promoter, passive, detractor },
      { promoter: detractor, passive, detractor },
    ];
    for (const bands of [renamed, turned])
      expect(() => compareDistributions(before, { ...after, bands } as Measurement)).toThrow(
        /only measurements of one set of bands can be compared, got detractor \(negative\), passive \(neutral\), promoter/,
      );
  });

  it("counts weighted answers by their number", () => {
    const heavy = divided.map((answer) => ({ ...answer, weight: 7 }));
    expect(compareDistributions(lukewarm, heavy, NPS)).toEqual(compareDistributions(lukewarm, divided, NPS));
  });

  it.each<[string, unknown, unknown, MetricDefinition | undefined, RegExp]>([
    ["answers without a definition", [9], [9], undefined, /measurement 0 must be a measurement.* got an array/],
    ["two metrics", nps([9]), csat([5]), undefined, /one metric .* got "nps" and "csat"/],
    ["a rating off the scale", [9], [11], NPS, /nps: .* got 11/],
  ])("refuses %s", (_, before, after, definition, message) => {
    expect(() => compareDistributions(before as Answers, after as Answers, definition!)).toThrow(message);
  });
});
