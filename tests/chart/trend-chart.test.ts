import { describe, expect, it } from "vitest";
import { type ChartPoint, trendChart } from "../../src/chart/index.js";
import { csat, nps } from "../../src/index.js";
import { trend } from "../../src/trend/index.js";
import { type DrawnItem, draw } from "../support/draw-chart.js";
import { answers, branches, months } from "./samples.js";

/** A point of a month of 2026. */
const point = (month: number, ratings: Parameters<typeof nps>[0], partial = false): ChartPoint => ({
  ...nps(ratings),
  key: `2026-${month}`,
  start: new Date(Date.UTC(2026, month - 1)),
  partial,
});

const good = answers(50, 30, 20);
const places = (items: readonly DrawnItem[]) => items.map(({ datum }) => datum.place);

/** The places of each line, and whether it is dashed. */
function linesOf(items: readonly DrawnItem[]) {
  const found = new Map<string, { places: unknown[]; isDashed: boolean }>();
  for (const { datum, strokeDash } of items) {
    const key = `${datum.series} ${datum.path} ${strokeDash}`;
    const line = found.get(key) ?? { places: [], isDashed: strokeDash !== undefined };
    line.places.push(datum.place);
    found.set(key, line);
  }
  return [...found.values()];
}

describe("trendChart", () => {
  it("breaks line and interval where nobody answered, and draws no 0 there", async () => {
    const points = [point(1, good), point(2, good), point(3, [null]), point(4, good), point(5, good)];
    const { of } = await draw(trendChart(points));
    expect(linesOf(of("line"))).toEqual([
      { places: [0, 1], isDashed: false },
      { places: [3, 4], isDashed: false },
    ]);
    expect(linesOf(of("area")).map((area) => area.places)).toEqual([
      [0, 1],
      [3, 4],
    ]);
    expect(places(of("symbol"))).toEqual([0, 1, 3, 4]);
    expect(of("symbol").map(({ datum }) => datum.score)).toEqual([30, 30, 30, 30]);
  });

  it("shows a point between two gaps, and its interval", async () => {
    const { of } = await draw(trendChart([point(1, good), point(2, []), point(3, good), point(4, []), point(5, good)]));
    expect(of("line")).toHaveLength(0);
    expect(places(of("rule"))).toEqual([0, 2, 4]);
    expect(places(of("symbol"))).toEqual([0, 2, 4]);
  });

  it("dashes the line to a period that is not complete, and leaves its dot hollow", async () => {
    const points = [point(1, good, true), point(2, good), point(3, good), point(4, good, true)];
    const spec = trendChart(points);
    const { of, texts } = await draw(spec);
    expect(linesOf(of("line"))).toEqual([
      { places: [1, 2], isDashed: false },
      { places: [0, 1], isDashed: true },
      { places: [2, 3], isDashed: true },
    ]);
    const hollow = of("symbol").filter(({ fill }) => fill === "#ffffff");
    expect(places(hollow)).toEqual([0, 3]);
    expect(texts.join()).toContain("dashed and hollow: period not complete");
    expect(spec.description).toContain("last 30.0 (14.0 to 44.3) in 2026-4, n 100 (not complete)");
  });

  it("has a bar of n below each point, in one column with it", async () => {
    const { of } = await draw(trendChart(months));
    const bars = of("rect");
    expect(bars.map(({ datum }) => datum.n)).toEqual(months.map(({ n }) => n));
    const heights = bars.map(({ height }) => height!);
    expect(heights[2]).toBe(0);
    expect(heights[0]! / heights[1]!).toBeCloseTo(31 / 28, 6);
    for (const dot of of("symbol")) {
      const bar = bars.find(({ datum }) => datum.place === dot.datum.place)!;
      expect(bar.x + bar.width! / 2).toBeCloseTo(dot.x, 6);
      expect(bar.y).toBeGreaterThan(dot.y);
    }
  });

  it("spaces periods alike, in the order of time, whatever the order given", async () => {
    const { of, texts } = await draw(
      trendChart([point(3, good), point(1, answers(60, 30, 10)), point(2, good)], { width: 300 }),
    );
    expect(texts.filter((text) => text.startsWith("2026-"))).toEqual(["2026-1", "2026-2", "2026-3"]);
    const [first, second, third] = of("symbol").map(({ x }) => x);
    expect(third! - second!).toBeCloseTo(second! - first!, 6);
    expect(of("symbol")[0]!.datum.score).toBe(50);
  });

  it("draws series in colours and shapes of their own, with one legend, their n on top of each other", async () => {
    const { of, texts, warnings } = await draw(trendChart(branches));
    expect(warnings).toEqual([]);
    expect(texts.filter((text) => ["new", "old"].includes(text))).toEqual(["new", "old"]);
    const dots = of("symbol");
    expect(new Set(dots.map(({ fill, shape, datum }) => `${datum.series} ${fill} ${shape}`)).size).toBe(2);
    expect(new Set(dots.map(({ shape }) => shape)).size).toBe(2);
    const january = of("rect").filter(({ datum }) => datum.place === 0);
    expect(Math.min(...january.map(({ y, height }) => y + height!))).toBeCloseTo(
      Math.max(...january.map(({ y }) => y)),
      6,
    );
  });

  it("lines up series that have different periods", async () => {
    const series = [
      { key: "a", points: [point(1, good), point(2, good), point(4, good)] },
      { key: null, points: [point(3, good), point(4, good)] },
    ];
    const { of, texts } = await draw(trendChart(series));
    expect(linesOf(of("line")).map((line) => line.places)).toEqual([
      [0, 1],
      [2, 3],
    ]);
    expect(texts).toContain("(none)");
    expect((await draw(trendChart([{ key: "alone", points: [point(1, good)] }]))).texts).toContain("alone");
  });

  it("leaves some names out where there is no room, and none of the dots", async () => {
    const rows = Array.from({ length: 400 }, (_, day) => ({ at: Date.UTC(2026, 0, 1 + day), score: day % 11 }));
    const points = trend(rows, { time: (row) => row.at, score: (row) => row.score, every: "day", metric: nps });
    const { of, texts } = await draw(trendChart(points));
    expect(of("symbol")).toHaveLength(400);
    const named = texts.filter((text) => text.startsWith("202"));
    expect(named.length).toBeGreaterThan(2);
    expect(named.length).toBeLessThan(12);
  });

  it("draws the points of a rolling window, of which the first ones have no score", async () => {
    const rows = Array.from({ length: 30 }, (_, day) => ({ at: Date.UTC(2026, 0, 1 + day), score: 9 }));
    const rolling = trend(rows, {
      time: (row) => row.at,
      score: (row) => row.score,
      every: "day",
      rolling: { periods: 7 },
      metric: nps,
    });
    const spec = trendChart(rolling);
    expect(places((await draw(spec)).of("symbol"))).toEqual(Array.from({ length: 24 }, (_, index) => index + 6));
    // Somebody answered on each of these days.
    expect(spec.description).toContain("; periods without a score: 6.");
    const series = trendChart([
      { key: "full", points: rolling },
      { key: "short", points: rolling.slice(0, 6) },
    ]);
    expect(series.description).toContain("; short: no score.");
  });

  it("says no data where there is none", () => {
    for (const nothing of [[], [point(1, [null])], [{ key: "a", points: [] }]])
      expect(trendChart(nothing as ChartPoint[]).description).toBe("No data.");
  });

  it("refuses what is no point, and points that do not belong together", () => {
    const chart = (points: unknown) => () => trendChart(points as ChartPoint[]);
    expect(chart({})).toThrow("points must be a list of points, or of series of points, got an object");
    expect(chart([3])).toThrow("point 0 must be a measurement, such as nps returns, got 3");
    expect(chart([null])).toThrow("point 0 must be a measurement, such as nps returns, got null");
    expect(chart([{ ...point(1, good), start: "soon" }])).toThrow(
      'point 0: start must be a Date or the text of one, got "soon"',
    );
    expect(chart([{ ...point(1, good), start: null }])).toThrow("point 0: start");
    expect(chart([{ ...point(1, good), key: 1 }])).toThrow("point 0: key must be the name of its period, got 1");
    expect(chart([point(1, good), point(1, good)])).toThrow(
      "point 1: start must be another one than that of the points before",
    );
    expect(chart([point(1, good), { ...point(2, good), ...csat([5]) }])).toThrow("only measurements of one metric");
    expect(chart([{ key: "a", points: [] }, point(1, good)])).toThrow(
      "series 1 must be { key, points }, like the others",
    );
    expect(chart([{ key: "a", points: 3 }])).toThrow("series 0: points must be a list of points, got 3");
    expect(chart([{ key: "a", points: [3] }])).toThrow("point 0 of a must be a measurement");
  });
});
