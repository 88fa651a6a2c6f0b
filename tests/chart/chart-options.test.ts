import { describe, expect, it } from "vitest";
import { bandsChart, type ChartOptions, scoreChart, trendChart } from "../../src/chart/index.js";
import { nps } from "../../src/index.js";
import { draw } from "../support/draw-chart.js";
import { answers, DRAWN, months, regions } from "./samples.js";

const one = { north: nps(answers(60, 25, 15)) };

describe.each(DRAWN)("the options of the chart %s", (_, chart) => {
  it.each([
    ["title", { title: "Ours" }],
    ["width", { width: 700 }],
    ["height", { height: 500 }],
    ["theme", { theme: "dark" }],
    ["theme of one's own", { theme: { font: "serif" } }],
    ["locale", { locale: "zh-CN" }],
    ["digits", { digits: 3 }],
  ] as const)("%s changes it", (_, options) => {
    expect(chart(options)).not.toEqual(chart());
  });

  it.each([
    [{ title: 3 }, "title must be text, got 3"],
    [{ width: -1 }, "width must be a number of pixels above 0, got -1"],
    [{ width: 0 }, "width must be a number of pixels above 0, got 0"],
    [{ width: "440" }, 'width must be a number of pixels above 0, got "440"'],
    [{ height: Number.NaN }, "height must be a number of pixels above 0, got NaN"],
    [{ height: Number.POSITIVE_INFINITY }, "height must be a number of pixels above 0, got Infinity"],
    [{ theme: "sepia" }, 'theme must be light or dark or a Vega config object, got "sepia"'],
    [{ theme: null }, "theme must be light or dark or a Vega config object, got null"],
    [{ theme: [] }, "theme must be light or dark or a Vega config object, got an array"],
    [{ locale: "zh" }, 'locale must be en or zh-CN, got "zh"'],
    [{ digits: 1.5 }, "digits must be a whole number from 0 to 20, got 1.5"],
    [{ labels: 3 }, "labels must be an object of words, got 3"],
    [{ labels: { noData: 3 } }, "labels.noData must be text, got 3"],
    [{ labels: { names: "NPS" } }, 'labels.names must be an object of names, got "NPS"'],
    [{ labels: { names: { nps: null } } }, "labels.names.nps must be text, got null"],
    [null, "options must be an object, got null"],
  ])("%j is refused", (options, message) => {
    expect(() => chart(options as ChartOptions)).toThrow(message);
  });
});

describe("the options of charts", () => {
  it("takes words that are left undefined for not given", () => {
    const labels = { scoreTitle: undefined, names: { nps: undefined } } as unknown as ChartOptions["labels"];
    expect(scoreChart(regions, { labels })).toEqual(scoreChart(regions));
  });

  it("shows the title given, and none where it is empty", async () => {
    expect((await draw(scoreChart(one, { title: "Ours" }))).texts).toContain("Ours");
    expect((await draw(scoreChart(one, { title: "" }))).texts).not.toContain("NPS by segment");
    expect(scoreChart(one, { title: "" }).description).toContain("NPS by segment");
    const bare = { "": { ...nps(answers(6, 3, 1)), interval: null } };
    expect(scoreChart(bare, { title: "" })).not.toHaveProperty("title");
  });

  it("makes the plotting area as large as it is told", async () => {
    for (const chart of [
      scoreChart(regions, { width: 300, height: 120 }),
      trendChart(months, { width: 300, height: 120 }),
    ])
      expect(JSON.stringify(chart)).toContain('"width":300,"height":120');
    const { of } = await draw(scoreChart(regions, { height: 90 }));
    const ys = of("text").map(({ y }) => y);
    expect(Math.max(...ys) - Math.min(...ys)).toBeCloseTo((90 * 4) / 5, 6);
  });

  it("puts a Vega config over its own, and takes the colours that its background needs", async () => {
    const colorsOf = async (options?: ChartOptions) => {
      const { of } = await draw(bandsChart(one, options));
      return of("rect").map(({ fill }) => fill);
    };
    const [light, dark] = [await colorsOf(), await colorsOf({ theme: "dark" })];
    expect(dark).not.toEqual(light);
    for (const background of ["#222", "#1a1a2e", "black"])
      expect(await colorsOf({ theme: { background } })).toEqual(dark);
    for (const background of ["#fff", "#F5F5DC", "beige", "#12"])
      expect(await colorsOf({ theme: { background } })).toEqual(light);
    const { config } = scoreChart(one, { theme: { axis: { grid: false }, padding: 0 } });
    expect(config).toMatchObject({ padding: 0, axis: { grid: false, labelFontSize: 11 }, title: { anchor: "start" } });
    const harmless = scoreChart(one, { theme: JSON.parse('{"__proto__": {"polluted": true}}') });
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    expect((await draw(harmless)).warnings).toEqual([]);
  });

  it("leaves the colours of series to the config", async () => {
    const series = [
      { key: "a", points: months },
      { key: "b", points: months },
    ];
    const { of } = await draw(trendChart(series, { theme: { range: { category: ["#111111", "#222222"] } } }));
    expect(new Set(of("symbol").map(({ stroke }) => stroke))).toContain("#222222");
  });

  it("takes words and names of one's own", async () => {
    const labels = {
      scoreTitle: "{metric}, shop by shop",
      withInterval: "",
      figure: "{score} of {n} {unknown}",
      n: "({n})",
      noData: undefined,
      names: { nps: "eNPS" },
    };
    const spec = scoreChart(one, { labels });
    expect(spec.description).toBe("eNPS, shop by shop: north: 45.0 (29.3 to 58.1) of 100 {unknown}.");
    const { texts } = await draw(spec);
    expect(texts).toEqual(expect.arrayContaining(["eNPS, shop by shop", "(100)"]));
    expect(scoreChart({}, { labels }).description).toBe("No data.");
    expect(scoreChart({}, { labels: { noData: "Nothing yet" } }).description).toBe("Nothing yet.");
    expect((await draw(bandsChart(one, { labels: { names: { promoter: "Fans" } } }))).texts).toContain("Fans");
  });

  it("writes numbers as the locale does, and with the digits asked for", () => {
    const many = { north: nps(answers(6000, 2500, 1500)) };
    expect(scoreChart(many).description).toContain("45.0 (43.5 to 46.4), n 10,000");
    expect(scoreChart(many, { locale: "zh-CN" }).description).toContain("45.0（43.5 至 46.4），n 10,000");
    expect(scoreChart(many, { digits: 0 }).description).toContain("45 (44 to 46)");
  });
});

describe("charts of nothing", () => {
  it.each(["en", "zh-CN"] as const)("say so, in %s", async (locale) => {
    const words = { en: "No data", "zh-CN": "没有数据" }[locale];
    for (const spec of [
      scoreChart([], { locale }),
      bandsChart({}, { locale }),
      trendChart([], { locale, title: "Ours" }),
    ]) {
      const { texts, warnings } = await draw(spec);
      expect(texts).toContain(words);
      expect(warnings).toEqual([]);
    }
    expect(trendChart([], { locale, title: "Ours" }).description).toBe(
      { en: "Ours: No data.", "zh-CN": "Ours：没有数据。" }[locale],
    );
  });
});
