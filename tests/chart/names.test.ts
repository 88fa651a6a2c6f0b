import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  bandsChart,
  type ChartSpec,
  compareChart,
  distributionChart,
  processChart,
  scoreChart,
  servqualChart,
  trendChart,
} from "../../src/chart/index.js";
import { compare, defineInstrument, measure, nps, segment, servqual } from "../../src/index.js";
import { draw } from "../support/draw-chart.js";
import { answers, control, months } from "./samples.js";

const HOSTILE = [
  "__proto__",
  "constructor",
  "hasOwnProperty",
  "a \"quoted\" 'name' `here`",
  "a.b[0]['c'].d",
  "a\\.b\\[0\\]",
  "datum.score * 2",
  "{score} {name} $& $1",
  "</script><script>alert(1)</script>",
  "&lt;b&gt; &amp; <b>bold</b>",
  "华东 🙂 👩‍👩‍👧‍👦 e\u0301",
  "\u202Ertl שלום",
  "x".repeat(300),
  `${"many words ".repeat(27)}end`,
  " two  spaces ",
  "null",
  "0",
  "#,.2f %Y",
  "http://example.org/?a=1&b=2",
];

const score = nps(answers(60, 25, 15));
type Chart = (names: readonly string[]) => ChartSpec;

/** Every place where texts of the user's own stand in a chart, those that take many at once. */
const LISTS: Readonly<Record<string, Chart>> = {
  "measurements of scoreChart": (names) => scoreChart(Object.fromEntries(names.map((name) => [name, score]))),
  "segments of bandsChart": (names) => bandsChart(names.map((key) => ({ ...score, key }))),
  bands: (names) =>
    distributionChart([1], {
      metric: "m",
      scale: { min: 1, max: names.length },
      better: "higher",
      statistic: "share",
      bands: names.map((name, index) => ({ name, sentiment: "positive", from: index + 1 })),
    }),
  series: (names) => trendChart(names.map((key) => ({ key, points: months }))),
  periods: (names) =>
    trendChart(
      names.map((key, start) => ({ ...months[0]!, key, start })),
      { width: 20_000 },
    ),
  "points of processChart": (names) =>
    processChart(
      { ...control, points: names.map((key) => ({ ...control.points[0]!, key, signals: ["x"] })) },
      { width: 20_000 },
    ),
  signals: (names) =>
    processChart({ ...control, points: names.map((name) => ({ ...control.points[0]!, signals: [name] })) }),
  dimensions: (names) => {
    const dimensions = Object.fromEntries(names.map((name, index) => [name, [index + 1]]));
    const instrument = defineInstrument({ scale: { min: 1, max: 7 }, dimensions });
    return servqualChart(servqual([{ perceptions: names.map(() => 4) }], { instrument }));
  },
  comparisons: (names) => compareChart(Object.fromEntries(names.map((name) => [name, compare(score, score)]))),
  pairs: (names) => compareChart(names.map((name) => ({ ...compare(score, score), before: name, after: name }))),
};

/** Those that take one. */
const PLACES: Readonly<Record<string, (name: string) => ChartSpec>> = {
  "a title": (title) => scoreChart(score, { title }),
  "a word of one's own": (withInterval) => scoreChart(score, { labels: { withInterval } }),
  "a name of one's own": (promoter) => bandsChart(score, { labels: { names: { promoter } } }),
  "a metric, in the title": (metric) => scoreChart({ ...score, metric }),
  "a metric, at the axis": (metric) => trendChart([{ ...months[0]!, metric }], { title: "" }),
};

describe.each(Object.entries(LISTS))("%s", (_, chart) => {
  it("may have any names", async () => {
    const spec = chart(HOSTILE);
    const { texts, svg, warnings } = await draw(spec);
    expect(warnings).toEqual([]);
    for (const name of HOSTILE)
      expect(
        texts.some((text) => text.includes(name)),
        name,
      ).toBe(true);
    expect(svg).not.toMatch(/<script|<b>/);
    expect(spec.description).toContain(HOSTILE[0]);
  });
});

describe.each(Object.entries(PLACES))("%s", (_, chart) => {
  it.each(HOSTILE.map((name) => [name]))("may be %s", async (name) => {
    const { texts, svg, warnings } = await draw(chart(name));
    expect(warnings).toEqual([]);
    expect(texts.some((text) => text.includes(name))).toBe(true);
    expect(svg).not.toMatch(/<script|<b>/);
  });
});

describe("names", () => {
  it("that are alike do not become one", async () => {
    const twins = ["1", 1, null, "(none)", "", ""].map((key) => ({ ...score, key }));
    expect((await draw(scoreChart(twins))).of("symbol")).toHaveLength(6);
    expect((await draw(bandsChart(twins))).of("rect")).toHaveLength(18);
    const series = await draw(
      trendChart([
        { key: "1", points: months },
        { key: 1, points: months },
      ]),
    );
    expect(series.of("symbol")).toHaveLength(2 * months.filter((month) => month.score !== null).length);
    expect(series.texts.filter((text) => text === "1")).toHaveLength(2);
  });

  it("break into lines where they say so", async () => {
    const { of } = await draw(scoreChart({ "one\ntwo\r\nthree": score }));
    expect(of("text")[0]!.text).toBe("onetwothree");
  });

  it("of any kind, on any answers, are drawn without a fault, and no null becomes 0", async () => {
    const row = fc.record({
      group: fc.oneof(fc.string({ unit: "grapheme" }), fc.integer(), fc.boolean(), fc.constant(null)),
      score: fc.option(fc.integer({ min: 0, max: 10 }), { freq: 2 }),
    });
    const options = fc.record({ minN: fc.nat(4), totals: fc.boolean(), locale: fc.constantFrom("en", "zh-CN") });
    const property = fc.asyncProperty(
      fc.array(row, { maxLength: 30 }),
      options,
      async (rows, { minN, totals, locale }) => {
        const segments = segment(rows, {
          by: (one) => one.group,
          score: (one) => one.score,
          metric: nps,
          minN,
          totals,
        });
        const scored = segments.filter((one) => one.score !== null);
        const dots = await draw(scoreChart(segments, { locale: locale as "en" }));
        const bars = await draw(bandsChart(segments, { locale: locale as "en" }));
        expect([...dots.warnings, ...bars.warnings]).toEqual([]);
        expect(dots.of("symbol").map(({ datum }) => datum.score)).toEqual(scored.map((one) => one.score));
        expect(bars.of("rect")).toHaveLength(3 * scored.length);
      },
    );
    await fc.assert(property, { numRuns: 60 });
  }, 60_000);

  it("of metrics and bands that the library knows are words of the language", async () => {
    const CLOSE = { ...score, metric: "close" };
    expect(scoreChart(CLOSE, { locale: "zh-CN" }).description).toContain("close 45.0");
    expect(
      scoreChart(
        measure([9], {
          metric: "csat",
          scale: { min: 0, max: 10 },
          better: "higher",
          statistic: "mean",
          bands: [{ name: "all", sentiment: "neutral" }],
        }),
      ).description,
    ).toContain("CSAT 9.00");
  });
});
