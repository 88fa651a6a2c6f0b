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
});
