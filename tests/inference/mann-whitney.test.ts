import { describe, expect, it } from "vitest";
import { compareDistributions, NPS } from "../../src/index.js";

const ratings = (...[before, after]: [(number | null)[], (number | null)[]]) =>
  compareDistributions(before, after, NPS).ratings;

describe("the Mann-Whitney test", () => {
  it("has the figures of R's wilcox.test with correction for ties and continuity", () => {
    // wilcox.test(c(5, 7, 8, 9, 10), c(1, 3, 5, 6), exact = FALSE)
    expect(ratings([1, 3, 5, 6], [5, 7, 8, 9, 10])).toEqual({
      statistic: 18.5,
      pValue: expect.closeTo(0.049090116322608, 12),
      superiority: 18.5 / 20,
    });
  });

  it("leaves missing ratings out, on either side", () => {
    const given = ratings([1, 3, 5, 6], [5, 7, 8, 9, 10]);
    expect(ratings([1, null, 3, 5, 6], [5, 7, 8, 9, 10])).toEqual(given);
    expect(ratings([1, 3, 5, 6], [null, 5, 7, 8, 9, null, 10])).toEqual(given);
    expect(ratings([null], [9])).toEqual({ statistic: null, pValue: null, superiority: null });
  });

  it.each([
    [3, 4],
    [501_035, 501_035],
    [1, 2_944_696],
    [1e12, 1e12],
  ])("has no p-value where all of %d and %d ratings are equal", (a, b) => {
    const { ratings } = compareDistributions([{ score: 8, n: a }], [{ score: 8, n: b }], NPS);
    expect(ratings).toEqual({ statistic: (a * b) / 2, pValue: null, superiority: 0.5 });
  });

  it("is right where very many ratings are equal", () => {
    // One 9 among 2n 10s of two groups: the z of this is 1 − 3/(2n) and more terms of 1/n², and that of 1 has a p-value of 0.3173.
    const n = 1e12;
    const { ratings } = compareDistributions(
      [
        { score: 9, n: 1 },
        { score: 10, n },
      ],
      [{ score: 10, n }],
      NPS,
    );
    expect(ratings.pValue).toBeCloseTo(0.317310507863, 11);
    // Of two alike groups none is ahead.
    const alike = [
      { score: 9, n: 21 },
      { score: 10, n: 3 * n },
    ];
    expect(compareDistributions(alike, alike, NPS).ratings.pValue).toBe(1);
  });
});
