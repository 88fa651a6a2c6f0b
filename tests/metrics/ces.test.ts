import { describe, expect, it } from "vitest";
import { CES_1, ces } from "../../src/index.js";

describe("ces", () => {
  it("is the mean of seven points, and higher is better", () => {
    // CYS support, "Customer Effort Score": these counts of 1 to 7 average 4.08.
    const counts = [80, 210, 140, 110, 160, 180, 120];
    const { metric, statistic, better, score, interval } = ces(counts.map((n, index) => ({ score: index + 1, n })));
    expect(score).toBeCloseTo(4.08, 12);
    expect({ metric, statistic, better, method: interval?.method }).toEqual({
      metric: "ces",
      statistic: "mean",
      better: "higher",
      method: "t",
    });
  });

  it("is lower where less effort is better, as in version 1", () => {
    const { score, better, bands } = ces([1, 2, 1, 5], { definition: CES_1 });
    expect({ score, better }).toEqual({ score: 2.25, better: "lower" });
    expect([bands.easy.n, bands.neutral.n, bands.difficult.n]).toEqual([3, 0, 1]);
  });

  it("turns the index round where less effort is better", () => {
    expect(ces([1, 1, 5, 1], { definition: CES_1, statistic: "index" }).score).toBe(75);
    expect(ces([7, 1, 1, 1], { statistic: "index" }).score).toBe(25);
  });

  it("counts little effort as good in either version", () => {
    expect(ces([7, 6, 5, 2], { statistic: "share" }).score).toBe(75);
    expect(ces([1, 2, 3, 5], { definition: CES_1, statistic: "share" }).score).toBe(50);
    expect(ces([1, 2, 3, 5], { definition: CES_1, statistic: "net" }).score).toBe(25);
  });

  it("refuses null for options, in its own words", () => {
    expect(() => ces([5], null as never)).toThrow(new TypeError("options must be an object, got null"));
  });

  it("passes on the options of measure", () => {
    expect(ces([7, 5], { level: 0.5, interval: "wald" }).interval).toMatchObject({ level: 0.5, method: "wald" });
    expect(ces([7, 8], { invalid: "exclude" })).toMatchObject({ n: 1, invalid: 1 });
  });

  it("keeps its interval on the scale", () => {
    expect(ces([7, 1]).interval).toMatchObject({ low: 1, high: 7 });
  });
});
