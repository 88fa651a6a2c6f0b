import { describe, expect, it } from "vitest";
import { intervalWithin } from "../../src/metrics/interval-within.js";

describe("intervalWithin", () => {
  it("keeps limits inside the range, and leaves those that are", () => {
    expect(intervalWithin([0, 100], [-3, 40], 0.9, "t")).toEqual({ low: 0, high: 40, level: 0.9, method: "t" });
    expect(intervalWithin([0, 100], [3, 140], 0.9, "wald")).toEqual({ low: 3, high: 100, level: 0.9, method: "wald" });
  });

  it("has no −0", () => {
    const { low, high } = intervalWithin([-1, 1], [-0, -0], 0.95, "t");
    expect([low, high]).toEqual([0, 0]);
  });
});
