import { describe, expect, it } from "vitest";
import { type ChartControl, type ChartControlPoint, processChart } from "../../src/chart/index.js";
import { csat, nps } from "../../src/index.js";
import { controlChart } from "../../src/trend/index.js";
import { draw } from "../support/draw-chart.js";
import { answers, control } from "./samples.js";

const ordinary: Omit<ChartControlPoint, "value"> = {
  limits: { low: 2, center: 4, high: 6 },
  movingRange: null,
  sums: null,
  signals: [],
};

/** A chart of plain scores. */
const scores = (points: readonly Partial<ChartControlPoint>[], chart: Partial<ChartControl> = {}): ChartControl => ({
  method: "xmr",
  center: 4,
  movingRange: null,
  points: points.map((point) => ({ ...ordinary, value: 4, ...point })),
  ...chart,
});

describe("processChart", () => {
  it("says of moving averages that they are none of the scores", async () => {
    const ewma = { method: "ewma", baseline: 5 } as const;
    const plain = processChart(controlChart([50, 52, 48, 50, 51, 10, 50], ewma));
    expect(plain.description).toContain("signals at: 6 moving average 42.2 (below limit); 7 moving average 43.7");
    const { texts, of } = await draw(plain);
    expect(texts).toContain("Moving average");
    expect(of("symbol")[0]!.datum.tip).toBe("1: moving average 50.2");
    const scored = processChart(controlChart([nps([10, 9]), nps([10, 3]), nps([9, 8])], { method: "ewma" }));
    expect((await draw(scored)).texts).toContain("Moving average: NPS");
    expect(processChart(control).description).not.toContain("average");
  });

  it("draws values, limits and centre on one axis, and a gap for an empty period", async () => {
    const { of } = await draw(processChart(control));
    const dots = of("symbol").filter(({ shape }) => shape !== "diamond");
    expect(dots.map(({ datum }) => datum.place)).toEqual([0, 1, 2, 4, 5, 6]);
    const [first, second] = dots;
    const perPoint = (second!.y - first!.y) / (44 - 38);
    const centre = of("rule")[0]!;
    expect((centre.y - first!.y) / perPoint).toBeCloseTo(40 - 38, 6);
    const limits = of("line").filter(({ datum }) => "low" in datum && datum.low === 20 && datum.high === 60);
    expect(new Set(limits.map(({ y }) => Math.round((y - first!.y) / perPoint)))).toEqual(new Set([20 - 38, 60 - 38]));
    expect(new Set(limits.map(({ datum }) => datum.place))).toEqual(new Set([0, 1, 2, 4, 5, 6]));
    const values = of("line").filter(({ datum }) => typeof datum.score === "number");
    expect(values.map(({ datum }) => datum.place)).toEqual([0, 1, 2, 4, 5, 6]);
    expect(new Set(values.map(({ datum }) => datum.path)).size).toBe(2);
  });

  it("marks signals and gives the reason of each run once", async () => {
    const spec = processChart(control);
    const { of, texts } = await draw(spec);
    const marks = of("symbol").filter(({ shape }) => shape === "diamond");
    expect(marks.map(({ datum }) => datum.place)).toEqual([2, 4, 5, 6]);
    expect(texts.filter((text) => /limit$|centre$/.test(text))).toEqual(["below limit", "run above centre"]);
    expect(texts).toEqual(expect.arrayContaining(["upper limit 60.0", "centre 40.0", "lower limit 20.0"]));
    expect(spec.description).toBe(
      "NPS: control chart (periods: 7): centre 40.0; signals at: 2026-03 8.0 (below limit); 2026-05 47.0 (run above centre); " +
        "2026-06 49.0 (run above centre); 2026-07 46.0 (run above centre).",
    );
  });

  it("puts reasons on the side that is away from the centre", async () => {
    const { of } = await draw(processChart(control));
    const yOf = (text: string) => of("text").find((item) => item.text === text)!;
    const dotAt = (place: number) => of("symbol").find(({ datum }) => datum.place === place)!;
    expect(yOf("below limit").y).toBe(dotAt(2).y);
    expect((yOf("below limit") as { dy?: number }).dy).toBeGreaterThan(0);
    // Of the run, the point that is farthest out.
    expect(yOf("run above centre").y).toBe(dotAt(5).y);
    expect((yOf("run above centre") as { dy?: number }).dy).toBeLessThan(0);
  });

  it("has a panel of moving ranges with their mean, or their median, and limit", async () => {
    const movingRange = { mean: 1, median: 0.8, high: 3 };
    const points = [
      { value: 4 },
      { value: 5, movingRange: 1 },
      { value: 1, movingRange: 4, signals: ["below-limit", "moving-range"] },
    ];
    const { of, texts } = await draw(processChart(scores(points, { movingRange })));
    expect(of("rule").map(({ datum }) => datum.value)).toEqual([4, 1, 3]);
    expect(texts).toEqual(expect.arrayContaining(["Moving range", "below limit", "large move", "1", "2", "3"]));
    const median = await draw(
      processChart(scores(points, { method: "xmr-median", movingRange: { ...movingRange, high: null } })),
    );
    expect(median.of("rule").map(({ datum }) => datum.value)).toEqual([4, 0.8]);
  });

  it("has a panel of the sums of cusum, those below downwards, and names its signals after them", async () => {
    const points = [
      { value: 4, limits: null, sums: { above: 0, below: 0 } },
      { value: 9, limits: null, sums: { above: 5.5, below: 0 }, signals: ["above-limit"] },
      { value: 1, limits: null, sums: { above: 2, below: 6 }, signals: ["below-limit"] },
    ];
    const { of, texts } = await draw(processChart(scores(points, { method: "cusum" })));
    const sums = of("line").map(({ datum }) => datum.score);
    expect(sums).toEqual([4, 9, 1, 0, 5.5, 2, 0, 0, -6]);
    expect(texts).toEqual(
      expect.arrayContaining(["upper sum beyond its limit", "lower sum beyond its limit", "Sums, in sigmas"]),
    );
    expect(texts.join()).not.toContain("upper limit");
  });

  it("writes what lies close together with two digits", async () => {
    const near = { low: 4.09, center: 4.33, high: 4.57 };
    const { texts } = await draw(
      processChart(
        scores(
          [
            { value: 4.31, limits: near },
            { value: 4.4, limits: near },
          ],
          { center: 4.33 },
        ),
      ),
    );
    expect(texts).toEqual(
      expect.arrayContaining(["upper limit 4.57", "centre 4.33", "lower limit 4.09", "Control chart"]),
    );
  });

  it("names the centre alone where the limits are too close to it", async () => {
    const close = { low: 3.99, center: 4, high: 4.01 };
    const { texts } = await draw(processChart(scores([{ limits: close }, { value: 40, limits: close }])));
    expect(texts.join()).toMatch(/centre 4\.0/);
    expect(texts.join()).not.toContain("limit ");
  });

  it("does without limits, centre and names of periods", async () => {
    const { warnings, texts, of } = await draw(
      processChart(scores([{ limits: null }, { limits: null, value: 5 }], { center: null })),
    );
    expect(warnings).toEqual([]);
    expect(texts).toEqual(expect.arrayContaining(["1", "2"]));
    expect(of("rule")).toHaveLength(0);
    expect(processChart(scores([])).description).toBe("No data.");
    expect(processChart(scores([{ value: null }])).description).toBe("No data.");
  });

  it("shows a signal that it does not know by its name", () => {
    expect(processChart(scores([{ signals: ["trend"] }])).description).toContain("1 4.00 (trend)");
    const names = { trend: "Trend of six" };
    expect(processChart(scores([{ signals: ["trend"] }]), { labels: { names } }).description).toContain(
      "(Trend of six)",
    );
  });

  it("draws what controlChart returns, by every method", async () => {
    const months = [62, 58, 60, 35, 59, 61, 57, 66].map((promoters) => nps(answers(promoters, 20, 80 - promoters)));
    const drawings = (["p", "nps", "laney-p", "xmr", "xmr-median", "ewma", "cusum"] as const).map((method) => {
      const shares = months.map(({ n }) =>
        csat([
          { score: 5, n },
          { score: 1, n: 9 },
        ]),
      );
      return draw(processChart(method === "p" ? controlChart(shares, { method }) : controlChart(months, { method })));
    });
    for (const { warnings, of } of await Promise.all(drawings)) {
      expect(warnings).toEqual([]);
      expect(of("symbol").length).toBeGreaterThanOrEqual(8);
    }
    const cusum = controlChart([4.3, 4.4, 4.2, 4.3, 4.4, 3.9], { method: "cusum" });
    expect((await draw(processChart(cusum))).of("rule").map(({ datum }) => datum.value)).toEqual([
      cusum.center,
      0,
      5,
      -5,
    ]);
  });

  it("refuses what is no control chart", () => {
    const chart = (result: unknown) => () => processChart(result as ChartControl);
    expect(chart(null)).toThrow("result must be what controlChart returns, got null");
    expect(chart([1, 2])).toThrow("result must be what controlChart returns, got an array");
    expect(chart({ ...control, center: "40" })).toThrow('center must be a finite number, got "40"');
    expect(chart({ ...control, points: [{ score: 3 }] })).toThrow(
      "point 0 must be a point of controlChart, got an object",
    );
    expect(chart({ ...control, movingRange: { mean: Number.NaN } })).toThrow(
      "movingRange.mean must be a finite number",
    );
    expect(chart({ ...control, movingRange: undefined })).toThrow(
      "movingRange must be null, or an object of mean, median, got undefined",
    );
    expect(chart({ ...control, movingRange: { mean: 1, median: 1, high: "3" } })).toThrow(
      'movingRange.high must be a finite number, got "3"',
    );
    expect(chart(scores([{ sums: {} as never }]))).toThrow(
      "point 0: sums.above must be a finite number, got undefined",
    );
    expect(chart(scores([{ value: Number.NaN }]))).toThrow("point 0: value must be a finite number, got NaN");
    expect(chart(scores([{ limits: { low: 1, center: 2, high: Number.POSITIVE_INFINITY } }]))).toThrow(
      "point 0: limits.high must be a finite number, got Infinity",
    );
  });
});
