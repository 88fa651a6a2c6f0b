import { describe, expect, it } from "vitest";
import { CSAT_3, CSAT_7, CSAT_10, csat, NPS, STARS_HALF, THUMBS } from "../../src/index.js";

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

  it.each([3, 2, 6, Number.NaN])(
    "refuses %d for the edge of satisfied, which must be above that of neutral",
    (from) => {
      expect(() => csat([5], { satisfiedFrom: from })).toThrow(RangeError);
      const problem = from < 4 ? "csat: edge of satisfied must be" : "satisfiedFrom must be above 1 and at most 5";
      expect(() => csat([5], { satisfiedFrom: from })).toThrow(new RegExp(`^${problem}.*, got ${from}$`));
    },
  );

  it.each([1, 0])("refuses %d for the edge of satisfied, which would leave nothing below it", (from) => {
    expect(() => csat([5], { satisfiedFrom: from })).toThrow(
      new RangeError(`satisfiedFrom must be above 1 and at most 5, got ${from}`),
    );
  });

  it.each<[string, unknown]>([
    ['"4"', "4"],
    ["an object", {}],
    ["Symbol(four)", Symbol("four")],
  ])("refuses %s for the edge of satisfied, which is no number", (got, from) => {
    expect(() => csat([5], { satisfiedFrom: from as number })).toThrow(
      new TypeError(`satisfiedFrom must be above 1 and at most 5, got ${got}`),
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
