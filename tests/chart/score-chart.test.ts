import { describe, expect, it } from "vitest";
import { scoreChart } from "../../src/chart/index.js";
import { csat, measure, NPS, nps, segment } from "../../src/index.js";
import { draw } from "../support/draw-chart.js";
import { answers, regions } from "./samples.js";

const shops = { a: nps(answers(60, 25, 15)), b: nps(answers(80, 15, 5)), c: nps(answers(30, 30, 40)) };

/** The names at the left, from top to bottom. */
async function namesOf(spec: Parameters<typeof draw>[0], names: readonly string[]) {
  const { of } = await draw(spec);
  return of("text")
    .filter(({ text }) => names.includes(text!))
    .sort((a, b) => a.y - b.y)
    .map(({ text }) => text);
}

describe("scoreChart", () => {
  it("has a dot for each score on its interval, on one axis", async () => {
    const { of } = await draw(scoreChart(shops));
    const dots = of("symbol");
    const bars = of("rule");
    const all = Object.values(shops);
    const perPoint = (dots[1]!.x - dots[0]!.x) / (all[1]!.score! - all[0]!.score!);
    all.forEach(({ score, interval }, index) => {
      expect(dots[index]!.y).toBe(bars[index]!.y);
      const at = (value: number) => dots[0]!.x + (value - all[0]!.score!) * perPoint;
      expect(dots[index]!.x).toBeCloseTo(at(score!), 6);
      expect([bars[index]!.x, bars[index]!.x2].sort((a, b) => a! - b!)).toEqual([
        expect.closeTo(at(interval!.low), 6),
        expect.closeTo(at(interval!.high), 6),
      ]);
    });
  });

  it("keeps the order given, or sorts by score, totals first and those without a score last", async () => {
    expect(await namesOf(scoreChart(shops), ["a", "b", "c"])).toEqual(["a", "b", "c"]);
    expect(await namesOf(scoreChart(shops, { order: "score" }), ["a", "b", "c"])).toEqual(["b", "a", "c"]);
    const names = ["Total", "north", "south", "east", "west", "(none)"];
    const given = [...regions, { ...nps([]), key: null }];
    expect(await namesOf(scoreChart(given, { order: "score" }), names)).toEqual([
      "Total",
      "south",
      "north",
      "east",
      "west",
      "(none)",
    ]);
    expect(() => scoreChart(shops, { order: "n" as never })).toThrow('order must be given or score, got "n"');
  });

  it("shows no number of what is suppressed, not even 0, and no 0 for a score that is null", async () => {
    const spec = scoreChart([...regions, { ...nps([null]), key: "nobody" }]);
    const { of, texts } = await draw(spec);
    expect(of("symbol")).toHaveLength(3);
    expect(texts.filter((text) => text.startsWith("n "))).toEqual(["n 77", "n 40", "n 30", "n 0"]);
    expect(texts).toEqual(expect.arrayContaining(["nobody answered", "not shown, to protect small groups"]));
    expect(of("symbol").map(({ datum }) => datum.score)).not.toContain(0);
  });

  it("takes the word that a segment is suppressed, even where its numbers are there", () => {
    const [, east] = regions;
    const careless = { ...nps([9, 9, 3]), key: east!.key, suppressed: true };
    expect(scoreChart([careless])).toEqual(scoreChart([east!]));
  });

  it("sets the whole in bold, and nothing else", async () => {
    const { of } = await draw(scoreChart(regions));
    const bold = of("text").filter(({ fontWeight }) => fontWeight === 700);
    expect(bold.map(({ text }) => text)).toEqual(["Total", expect.stringMatching(/^\d/)]);
  });

  it("keeps the axis within the scores there can be", async () => {
    const spec = scoreChart({ all: csat([5, 5, 5, 5]), none: csat([1, 1, 1]) });
    const { texts } = await draw(spec);
    expect(texts).toEqual(expect.arrayContaining(["0", "100", "100.0% (51.0% to 100.0%)"]));
    expect(texts).not.toContain("120");
    const means = scoreChart({ a: measure([9, 10, 10], NPS, { statistic: "mean" }) });
    expect((await draw(means)).texts).toContain("9.67 (8.23 to 10.00)");
  });

  it("draws one measurement alone", async () => {
    const spec = scoreChart(nps(answers(60, 25, 15)));
    expect(spec.description).toBe("NPS 45.0 (29.3 to 58.1), n 100.");
    expect((await draw(spec)).of("symbol")).toHaveLength(1);
  });

  it("draws a score without an interval as a dot alone", async () => {
    const { of, texts } = await draw(scoreChart({ one: measure([9], NPS, { statistic: "mean" }) }));
    expect(of("rule")).toHaveLength(0);
    expect(of("symbol")).toHaveLength(1);
    expect(texts).toContain("9.00");
  });

  it("names levels that differ", async () => {
    const { texts } = await draw(scoreChart({ a: nps([9, 3], { level: 0.9 }), b: nps([9, 3], { level: 0.995 }) }));
    expect(texts).toContain("90%, 99.5% confidence interval");
  });

  it("takes segments of several dimensions, and keys of every kind", async () => {
    const rows = [
      { plan: "free", active: true, score: 9 },
      { plan: null, active: false, score: 8 },
    ];
    const by = { plan: (row: (typeof rows)[number]) => row.plan, active: (row: (typeof rows)[number]) => row.active };
    const parts = segment(rows, { by, score: (row) => row.score, metric: nps });
    expect((await draw(scoreChart(parts))).texts).toEqual(expect.arrayContaining(["free / true", "– / false"]));
    const numbered = [1, true, null, ""].map((key) => ({ ...nps([9]), key }));
    expect(await namesOf(scoreChart(numbered), ["1", "true", "(none)"])).toEqual(["1", "true", "(none)"]);
  });

  it("refuses different metrics, and what cannot be drawn", () => {
    expect(() => scoreChart({ a: nps([9]), b: csat([5]) })).toThrow(
      'only measurements of one metric can be in one chart, got "nps" and "csat"',
    );
    expect(() => scoreChart({ a: nps([9]), b: nps([9], { statistic: "mean" }) })).toThrow("one statistic");
    const with_ = (part: object) => () => scoreChart({ a: { ...nps([9, 8]), ...part } as never });
    expect(with_({ score: "9" })).toThrow('measurement a: score must be a finite number, got "9"');
    expect(with_({ score: Number.NaN })).toThrow("measurement a: score must be a finite number, got NaN");
    expect(with_({ n: -1 })).toThrow("measurement a: n must be a whole number from 0, got -1");
    expect(with_({ interval: [1, 2] })).toThrow("measurement a: interval.low must be a finite number, got undefined");
    expect(with_({ statistic: "median" })).toThrow(
      'measurement a: statistic must be net or share or mean or index, got "median"',
    );
    expect(with_({ scale: { min: 0 } })).toThrow("measurement a: scale.max must be a finite number, got undefined");
    expect(() => scoreChart([{ key: "a", suppressed: true }] as never)).toThrow("segment 0 must be a measurement");
  });
});
