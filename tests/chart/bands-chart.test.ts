import { describe, expect, it } from "vitest";
import { bandsChart } from "../../src/chart/index.js";
import { CES_1, ces, csat, csi, nps } from "../../src/index.js";
import { draw } from "../support/draw-chart.js";
import { answers, regions } from "./samples.js";

describe("bandsChart", () => {
  it("puts half of the neutral answers on each side of the middle, in all rows", async () => {
    const { of } = await draw(bandsChart({ north: nps(answers(60, 30, 10)), south: nps(answers(20, 50, 30)) }));
    const bars = of("rect");
    expect(bars.map(({ datum }) => datum.kind)).toEqual([0, 1, 2, 0, 1, 2]);
    const middles = [bars[1]!, bars[4]!].map(({ x, width }) => x + width! / 2);
    expect(middles[0]).toBeCloseTo(middles[1]!, 9);
    const perShare = bars[2]!.width! / 0.6;
    expect(bars.map(({ width }) => width! / perShare)).toEqual(
      [0.1, 0.3, 0.6, 0.3, 0.5, 0.2].map((share) => expect.closeTo(share, 9)),
    );
    // Each bar begins where the one before it ends.
    for (const index of [0, 1, 3, 4]) expect(bars[index + 1]!.x).toBeCloseTo(bars[index]!.x + bars[index]!.width!, 9);
  });

  it("has rows in the order given, with n beside the name and the score at the right", async () => {
    const { of } = await draw(bandsChart({ b: nps(answers(60, 30, 10)), a: nps(answers(2000, 500, 300)) }));
    const beside = of("text").filter(({ text }) => !text!.endsWith("%"));
    const rows = [...new Set(beside.map(({ y }) => y))].sort((a, b) => a - b);
    const textsAt = (y: number) =>
      beside
        .filter((text) => text.y === y)
        .sort((a, b) => a.x - b.x)
        .map(({ text }) => text);
    expect(rows.map(textsAt)).toEqual([
      ["b", "n 100", "50.0"],
      ["a", "n 2,800", "60.7"],
    ]);
  });

  it("rounds the percentages of a row so that they add up to 100", async () => {
    const { of } = await draw(bandsChart(nps(answers(1, 1, 1))));
    expect(of("text").flatMap(({ text }) => text!.match(/^\d+(?=%$)/) ?? [])).toEqual(["34", "33", "33"]);
  });

  it("leaves the percentage of a narrow piece to the text alternative", async () => {
    const spec = bandsChart(nps(answers(980, 10, 10)));
    expect((await draw(spec)).texts.filter((text) => text.endsWith("%"))).toEqual(["98%"]);
    expect(spec.description).toContain("Detractors 1%, Passives 1%, Promoters 98%");
  });

  it("puts the bad end to the left where lower is better", async () => {
    const { of } = await draw(bandsChart(ces([1, 1, 3, 5], { definition: CES_1 })));
    const names = of("rect").map(({ datum }) => String(datum.tip).split(" ")[1]);
    expect(names).toEqual(["Difficult", "Neutral", "Easy"]);
    expect(of("rect").map(({ x }) => x)).toEqual([...of("rect").map(({ x }) => x)].sort((a, b) => a - b));
  });

  it("shows the sentiments where metrics differ", async () => {
    const { texts, of } = await draw(bandsChart({ loyal: nps(answers(5, 3, 2)), pleased: csat([5, 5, 3, 1]) }));
    expect(texts).toEqual(expect.arrayContaining(["Negative", "Neutral", "Positive", "30.0", "50.0%"]));
    expect(of("rect")).toHaveLength(6);
  });

  it("says in words what is suppressed and what nobody answered, and tells no number of either", async () => {
    const spec = bandsChart(regions);
    const { texts, of } = await draw(spec);
    expect(texts.filter((text) => text === "not shown, to protect small groups")).toHaveLength(2);
    expect(of("rect")).toHaveLength(9);
    expect(spec.description).toMatch(
      /east: not shown, to protect small groups; north: .*west: not shown, to protect small groups\.$/,
    );
    const nobody = await draw(bandsChart({ some: nps([9]), none: nps([null]) }));
    expect(nobody.texts).toEqual(expect.arrayContaining(["nobody answered", "n 0"]));
    expect(nobody.of("rect")).toHaveLength(3);
  });

  it("refuses what has no bands, or is no measurement", () => {
    expect(() => bandsChart(csi([[8, 9]]))).toThrow("bands of Satisfaction index must be at least one, as nps returns");
    expect(() => bandsChart(null as never)).toThrow(
      "measurements must be an object of measurements, or a list of segments, got null",
    );
    expect(() => bandsChart({ north: 3 } as never)).toThrow(
      "measurement north must be a measurement, such as nps returns, got 3",
    );
    expect(() => bandsChart([nps([1])] as never)).toThrow(
      "segment 0: key must be text, a number, true, false or null, got undefined",
    );
    const stored = { ...nps([1]), bands: { promoter: { sentiment: "positive", n: 1, weight: 1, share: 7 } } };
    expect(() => bandsChart({ north: stored as never })).toThrow(
      "share of promoter must be from 0 to 1, or null, got 7",
    );
  });
});
