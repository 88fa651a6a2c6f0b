import { describe, expect, it } from "vitest";
import { compareChart } from "../../src/chart/index.js";
import { compare, compareAll, comparePaired, compareToBenchmark, measure, NPS, nps } from "../../src/index.js";
import { draw } from "../support/draw-chart.js";
import { answers, comparisons, regions } from "./samples.js";

const [march, april] = [nps(answers(40, 35, 25)), nps(answers(45, 35, 20))];

describe("compareChart", () => {
  it("has the line of zero where zero is, and each difference on its interval", async () => {
    const { of } = await draw(compareChart(comparisons));
    const [zero, ...bars] = of("rule");
    const dots = of("symbol");
    expect(dots).toHaveLength(3);
    const perPoint = (dots[1]!.x - dots[0]!.x) / (comparisons[1]!.difference! - comparisons[0]!.difference!);
    expect(zero!.x).toBeCloseTo(dots[0]!.x - comparisons[0]!.difference! * perPoint, 6);
    expect(zero!.y2! - zero!.y).toBe(96);
    bars.forEach(({ x, x2 }, index) => {
      const { low, high } = comparisons[index]!.interval!;
      expect([x, x2!].sort((a, b) => a - b)).toEqual(
        [low, high].map((limit) => expect.closeTo(zero!.x + limit * perPoint, 6)),
      );
    });
  });

  it("makes those stand out that are more than noise, by the adjusted p-value where there is one", async () => {
    const { of, texts } = await draw(compareChart(comparisons));
    expect(of("symbol").map(({ datum }) => datum.kind)).toEqual([1, 0, 0]);
    expect(new Set(of("symbol").map(({ fill }) => fill)).size).toBe(2);
    expect(texts).toEqual(expect.arrayContaining(["more than noise", "may be noise", "south − north"]));
    const one = { ...comparisons[1]!, pValue: 0.04, adjustedPValue: 0.12 };
    expect((await draw(compareChart([one]))).of("symbol")[0]!.datum.kind).toBe(1);
    expect((await draw(compareChart({ one: { ...one, adjustedPValue: undefined } }))).of("symbol")[0]!.datum.kind).toBe(
      0,
    );
  });

  it("says that p-values are adjusted, as intervals are not", async () => {
    const all = compareAll({ a: march, b: april, c: april });
    const adjusted = "95% confidence interval, p adjusted for the number of comparisons";
    expect((await draw(compareChart(all))).texts).toContain(adjusted);
    expect((await draw(compareChart(compareAll({ a: march, b: april })))).texts).toContain("95% confidence interval");
    expect((await draw(compareChart(all, { locale: "zh-CN" }))).texts.join()).toContain("p 值已按比较次数校正");
  });

  it("draws one comparison alone, and several under names of one's own", async () => {
    const one = compare(march, april);
    expect(compareChart(one).description).toBe("Differences of scores: Difference: +10.0 (-11.5 to +31.0), p 0.37.");
    const { texts } = await draw(compareChart({ "March to April": one, "target 20": compareToBenchmark(april, 20) }));
    expect(texts).toEqual(expect.arrayContaining(["March to April", "target 20", "+5.0 (-10.6 to +19.3), p 0.52"]));
    expect(
      compareChart(
        comparePaired(
          [
            [3, 9],
            [8, 9],
            [9, 9],
          ],
          NPS,
        ),
      ).description,
    ).toContain("Difference: +");
  });

  it("translates what compareAll calls the rest", async () => {
    const all = compareAll({ a: march, b: april, c: april }, { against: "rest" });
    expect((await draw(compareChart(all, { locale: "zh-CN" }))).texts).toContain("a − 其余");
  });

  it("says what cannot be compared, and draws no 0 for it", async () => {
    const withRest = Object.fromEntries(regions.map(({ key, vsRest }) => [String(key), vsRest]));
    const { of, texts } = await draw(compareChart({ ...withRest, empty: compare(march, nps([])) }));
    expect(of("symbol")).toHaveLength(2);
    expect(texts.filter((text) => text === "cannot be compared")).toHaveLength(4);
  });

  it("writes small differences with two digits, small p-values as such, and no plus before 0", async () => {
    const mean = (ratings: number[]) => measure(ratings, NPS, { statistic: "mean" });
    const close = compare(mean([8, 8, 9, 8]), mean([8, 9, 8, 8.0]));
    expect(compareChart(close).description).toContain("Difference: 0.00 (-0.87 to +0.87), p 1.00");
    const far = compare(nps(answers(900, 50, 50)), nps(answers(300, 300, 400)));
    expect(compareChart(far).description).toContain("p < 0.001");
    expect(compareChart(far, { digits: 0 }).description).toContain("-95 (");
  });

  it("draws a difference without an interval", async () => {
    const { of, texts } = await draw(compareChart({ one: { difference: 3, interval: null, pValue: null } }));
    expect(of("symbol")).toHaveLength(1);
    expect(texts).toContain("+3.0");
  });

  it("refuses what is no comparison", () => {
    const chart = (given: unknown) => () => compareChart(given as never);
    expect(chart(3)).toThrow(
      "comparisons must be a comparison, such as compare returns, or an object or a list of them, got 3",
    );
    expect(chart({ north: march })).toThrow(
      "comparison north must be a comparison, such as compare returns, got an object",
    );
    expect(chart([compare(march, april)])).toThrow(
      "comparison 0: before must be a name, as compareAll gives it, got undefined",
    );
    expect(chart({ a: { difference: 1, interval: { low: 1 }, pValue: 1 } })).toThrow(
      "comparison a: interval.high must be",
    );
    expect(chart({ a: { difference: Number.NaN, interval: null, pValue: 1 } })).toThrow(
      "comparison a: difference must be a finite",
    );
    expect(chart({})).not.toThrow();
  });
});
