import { describe, expect, it } from "vitest";
import { csat, nps } from "../../src/index.js";
import type { ControlChartSettings } from "../../src/trend/control-chart-options.js";
import { grainOf, sideOf } from "../../src/trend/rounding.js";
import { readSeries, type SeriesPoint } from "../../src/trend/series.js";

const grain = (points: readonly SeriesPoint[], baseline = Number.POSITIVE_INFINITY) =>
  grainOf(readSeries(points), { baseline } as ControlChartSettings);

describe("the distance that may be rounding", () => {
  it("is a part of the largest of the plain scores in the baseline, on either side of 0", () => {
    expect(grain([5, null, -8, 1000], 3)).toBe(8e-12);
    expect(grain([5, null, -8, 1000])).toBe(1e-9);
  });

  it("is a part of the scale of measurements, however small their scores", () => {
    expect(grain([nps([10, 1]), nps([8])])).toBe(1e-10);
    expect(grain([csat([1, 1, 1]), null])).toBe(1e-10);
  });

  it("is never too small to divide by", () => {
    expect(grain([0, 0])).toBe(1e-100);
    expect(grain([])).toBe(1e-100);
  });
});

describe("the side of a line", () => {
  it.each([
    [3, 1, 1],
    [1, 3, -1],
    [2, 2, 0],
    [2.5, 2, 0],
    [1.5, 2, 0],
    [2.75, 2, 1],
    [1.25, 2, -1],
  ])("%d beside %d is %d, half a point being rounding", (figure, line, side) => {
    expect(sideOf(figure, line, 0.5)).toBe(side);
  });

  it("allows for the rounding of a large figure", () => {
    expect(sideOf(1e15, 1e15 - 900, 1e-10)).toBe(0);
    expect(sideOf(1e15, 1e15 - 1100, 1e-10)).toBe(1);
  });
});
