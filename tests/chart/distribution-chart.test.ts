import { describe, expect, it } from "vitest";
import { distributionChart } from "../../src/chart/index.js";
import { CES_1, defineMetric, NPS, POLARITY, STARS_HALF, tally } from "../../src/index.js";
import { draw } from "../support/draw-chart.js";
import { answers } from "./samples.js";

describe("distributionChart", () => {
  it("has a bar for each rating that was given, as high as its share, and a percentage for each rating", async () => {
    const { of, texts } = await draw(distributionChart(answers(60, 25, 15), NPS));
    const bars = of("rect");
    expect(bars.map(({ datum }) => [datum.low, datum.high])).toEqual([
      [0, 0.15],
      [0, 0.25],
      [0, 0.6],
    ]);
    const [three, eight, ten] = bars.map(({ height }) => height!);
    expect(eight! / three!).toBeCloseTo(25 / 15, 9);
    expect(ten! / three!).toBeCloseTo(60 / 15, 9);
    expect(texts.filter((text) => /^\d+%$/.test(text))).toEqual([
      "0%",
      "0%",
      "0%",
      "15%",
      "0%",
      "0%",
      "0%",
      "0%",
      "25%",
      "0%",
      "60%",
    ]);
  });

  it("writes equal shares alike, and as the bar itself says", async () => {
    // A fifteenth is 6.67 %, of which a rounding to 100 % would make one 6 %.
    const { of, texts } = await draw(distributionChart([1, 2, 3, 10, 10, 9, 8, 7, 6, 5, 4, 4, 4, 4, 4], NPS));
    expect(texts.filter((text) => /^\d+%$/.test(text))).toEqual(
      ["0", "7", "7", "7", "33", "7", "7", "7", "7", "7", "13"].map((percent) => `${percent}%`),
    );
    expect(of("rect").find(({ datum }) => String(datum.tip).startsWith("8:"))!.datum.tip).toBe("8: 7%, n 1");
  });

  it("has an axis in place of percentages for which there is no room", async () => {
    const { texts } = await draw(distributionChart([1, 2, 3, 10, 10], NPS, { width: 200 }));
    expect(texts).toContain("Share of answers");
    expect((await draw(distributionChart([1, 2, 3, 10, 10], NPS, { width: 280 }))).texts).toContain("40%");
  });

  it("stands bars over their ratings", async () => {
    const { of } = await draw(distributionChart([0.5, 3, 5, 5], STARS_HALF, { width: 1000 }));
    // Ten ratings of 100 pixels each, of which a bar fills 84.
    const start = of("rect")[0]!.x - 8;
    expect(of("rect").map(({ x, width }) => [Math.round(x - start), Math.round(width!)])).toEqual([
      [8, 84],
      [508, 84],
      [908, 84],
    ]);
  });

  it("counts weights, not answers", async () => {
    const weighted = [
      { score: 10, weight: 3 },
      { score: 0, weight: 1 },
    ];
    const { of } = await draw(distributionChart(weighted, NPS));
    expect(of("rect").map(({ datum }) => datum.high)).toEqual([0.25, 0.75]);
  });

  it("tells what is missing and what is invalid, and draws neither", async () => {
    const spec = distributionChart([10, 9, 3, null, 11, 11], NPS, { invalid: "exclude" });
    expect(spec.description).toContain("n 3, 1 missing, 2 invalid");
    expect((await draw(spec)).of("rect")).toHaveLength(3);
    expect(() => distributionChart([11], NPS)).toThrow(
      "nps: score at index 0 must be from 0 to 10 in steps of 1, got 11",
    );
  });

  it("takes level, interval and statistic of the score", () => {
    const describe = (options: object) => distributionChart(answers(6, 3, 1), NPS, options).description;
    const all = [{}, { level: 0.8 }, { interval: "wald" }, { statistic: "mean" }].map(describe);
    expect(new Set(all).size).toBe(4);
    expect(all[3]).toContain("NPS 8.70 ");
  });

  it("colours the good end alike, whichever it is", async () => {
    const colors = async (definition: typeof NPS | typeof CES_1, ratings: number[]) =>
      (await draw(distributionChart<string>(ratings, definition))).of("rect").map(({ fill }) => fill);
    expect(await colors(NPS, [0, 8, 10])).toEqual((await colors(CES_1, [1, 3, 5])).reverse());
  });

  it("tells bands of one sentiment apart by their tones", async () => {
    const FIVE = defineMetric({
      metric: "mood",
      scale: { min: 1, max: 5 },
      better: "higher",
      statistic: "net",
      bands: [
        { name: "awful", sentiment: "negative" },
        { name: "bad", sentiment: "negative", from: 2 },
        { name: "so-so", sentiment: "neutral", from: 3 },
        { name: "good", sentiment: "positive", from: 4 },
        { name: "great", sentiment: "positive", from: 5 },
      ],
    });
    const { of, texts } = await draw(distributionChart([1, 2, 3, 4, 5], FIVE));
    expect(new Set(of("rect").map(({ fill }) => fill)).size).toBe(5);
    expect(texts).toContain("so-so 20%");
  });

  it("parts a continuous scale into intervals, and these by their bands", async () => {
    const scores = [-1, -0.051, -0.05, 0, 0.049, 0.05, 0.999, 1];
    const { of, texts } = await draw(distributionChart(scores, POLARITY));
    // From −0.1 to 0: −0.051 and −0.05 are negative, nothing else. From 0 to 0.1: two neutral ones below a positive
    // one.
    expect(of("rect").map(({ datum }) => [datum.band, datum.low, datum.high])).toEqual([
      [0, 0, 0.125],
      [0, 0, 0.25],
      [1, 0, 0.25],
      [2, 0.25, 0.375],
      [2, 0, 0.25],
    ]);
    expect(texts).toContain("Share of answers");
  });

  it("draws a scale of many ratings, and loses no answer", async () => {
    const metric = (max: number) =>
      defineMetric({
        ...POLARITY,
        metric: "points",
        scale: { min: 0, max, step: 1 },
        statistic: "mean",
        bands: [{ name: "all", sentiment: "neutral" }],
      });
    for (const max of [100, 1000]) {
      const ratings = Array.from({ length: max + 1 }, (_, rating) => rating);
      const { of } = await draw(distributionChart(ratings, metric(max)));
      expect(of("rect")).toHaveLength(max === 100 ? 101 : 20);
      const total = of("rect").reduce((sum, { datum }) => sum + (datum.high as number), 0);
      expect(total).toBeCloseTo(1, 9);
    }
  });

  it("draws answers, tallies and generators alike", () => {
    const list = [10, 9, 9, 3, null];
    function* generated() {
      yield* list;
    }
    const drawn = [list, tally(list), generated(), Int8Array.from([10, 9, 9, 3])].map((given) =>
      distributionChart(given, NPS),
    );
    expect(drawn[1]).toEqual(drawn[0]);
    expect(drawn[2]).toEqual(drawn[0]);
    expect(drawn[3]!.layer).toEqual(drawn[0]!.layer);
  });

  it("says that a small share is one", async () => {
    const { texts } = await draw(
      distributionChart(
        [
          { score: 10, n: 999 },
          { score: 4, n: 1 },
        ],
        NPS,
      ),
    );
    expect(texts).toContain("<1%");
  });

  it("refuses a definition that is none", () => {
    expect(() => distributionChart([1], {} as never)).toThrow("metric must be a name, got undefined");
    expect(() => distributionChart([1], undefined as never)).toThrow(TypeError);
  });
});
