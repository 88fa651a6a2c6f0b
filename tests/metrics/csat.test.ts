import { describe, expect, it } from "vitest";
import { CES_1, CSAT_3, CSAT_7, CSAT_10, csat, defineMetric, NPS, STARS_HALF, THUMBS } from "../../src/index.js";

describe("csat", () => {
  it("is the percentage of satisfied answers", () => {
    const { metric, statistic, score, interval, bands } = csat([5, 4, 3, 2, null]);
    expect({ metric, statistic, score, method: interval?.method }).toEqual({
      metric: "csat",
      statistic: "share",
      score: 50,
      method: "wilson",
    });
    expect([bands.dissatisfied.n, bands.neutral.n, bands.satisfied.n]).toEqual([1, 1, 2]);
  });

  it.each([
    ["CSAT_3", CSAT_3, [1, 2, 3, 3], 50],
    ["CSAT_7", CSAT_7, [5, 6, 7, 7], 75],
    ["CSAT_10", CSAT_10, [8, 8, 9, 10], 50],
    ["STARS_HALF", STARS_HALF, [4, 4.5, 5, 0.5], 50],
    ["THUMBS", THUMBS, [0, 1, 1, 1], 75],
  ])("takes another definition: %s", (_, definition, answers, score) => {
    expect(csat(answers, { definition }).score).toBe(score);
  });

  it("moves the edge of satisfied", () => {
    const answers = [10, 8, 7, 3];
    expect(csat(answers, { definition: CSAT_10 }).score).toBe(25);
    const moved = csat(answers, { definition: CSAT_10, satisfiedFrom: 8 });
    expect(moved.score).toBe(50);
    expect([moved.bands.neutral.n, moved.bands.satisfied.n]).toEqual([2, 2]);
    expect(csat([5, 4, 3, 2], { satisfiedFrom: 5 }).score).toBe(25);
  });

  it("leaves the definition as it was", () => {
    csat([10, 8], { definition: CSAT_10, satisfiedFrom: 8 });
    expect(csat([10, 8], { definition: CSAT_10 }).score).toBe(50);
  });

  it.each([3, 2, 6, Number.NaN, 1, 0])(
    "refuses %d for the edge of satisfied, which must be above that of neutral",
    (from) => {
      expect(() => csat([5], { satisfiedFrom: from })).toThrow(
        new RangeError(`satisfiedFrom must be above 3, where neutral begins, and at most 5, got ${from}`),
      );
    },
  );

  it("has no edge to move where no band is below the positive one", () => {
    expect(() => csat([5], { definition: CES_1, satisfiedFrom: 3 })).toThrow(
      "satisfiedFrom must be left out: no band is below the positive one, got 3",
    );
    expect(() => csat([1], { definition: THUMBS, satisfiedFrom: 0 })).toThrow(
      "satisfiedFrom must be above 0, where dissatisfied begins, and at most 1, got 0",
    );
  });

  it("moves the first of several positive bands", () => {
    const definition = defineMetric({
      metric: "csat",
      scale: { min: 1, max: 5 },
      better: "higher",
      statistic: "share",
      bands: [
        { name: "no", sentiment: "negative" },
        { name: "yes", sentiment: "positive", above: 3 },
        { name: "very", sentiment: "positive", from: 5 },
      ],
    });
    expect(csat([1, 2, 3, 4, 5], { definition }).bands).toMatchObject({ no: { n: 3 }, yes: { n: 1 }, very: { n: 1 } });
    const moved = csat([1, 2, 3, 4, 5], { definition, satisfiedFrom: 2 });
    expect(moved.bands).toMatchObject({ no: { n: 1 }, yes: { n: 3 }, very: { n: 1 } });
    expect(moved.score).toBe(80);
  });

  it.each<[string, unknown]>([
    ['"4"', "4"],
    ["an object", {}],
    ["Symbol(four)", Symbol("four")],
  ])("refuses %s for the edge of satisfied, which is no number", (got, from) => {
    expect(() => csat([5], { satisfiedFrom: from as number })).toThrow(
      new TypeError(`satisfiedFrom must be above 3, where neutral begins, and at most 5, got ${got}`),
    );
  });

  it("refuses null for a definition, in its own words", () => {
    expect(() => csat([5], { definition: null as never, satisfiedFrom: 4 })).toThrow(
      new TypeError("definition must be a metric definition, such as NPS, got null"),
    );
  });

  it("passes on the options of measure", () => {
    expect(csat([5, 4, 4, 2], { statistic: "mean" }).score).toBe(3.75);
    expect(csat([5, 4], { level: 0.5, interval: "jeffreys" }).interval).toMatchObject({
      level: 0.5,
      method: "jeffreys",
    });
    expect(csat([5, 0], { invalid: "exclude" })).toMatchObject({ n: 1, invalid: 1 });
    expect(csat([10, 9, 3], { definition: NPS, statistic: "net" }).bands.promoter.n).toBe(2);
  });
});
