import { describe, expect, it } from "vitest";
import { bandsChart, processChart, scoreChart, trendChart } from "../../src/chart/index.js";
import * as root from "../../src/index.js";
import { itemsResponseSchema, npsResponseSchema, ratingFromText, responseSchema } from "../../src/schema/index.js";
import { readTrend, tallyQuery } from "../../src/sql/index.js";
import { controlChart, mannKendall, periodFinder } from "../../src/trend/index.js";

// What random calls have found: each was an error of the engine, NaN, or an object shared with the caller.

const { NPS, nps } = root;
const wrong = <Value>(value: unknown) => value as Value;
const scored = nps([10, 9, 8, 3, null]);
const plan = { definition: NPS };
const perceptions = Array.from({ length: 22 }, () => 6);
const airport: root.Instrument = { scale: { min: 1, max: 5 }, dimensions: { access: ["parking"] } };

describe("options that are none", () => {
  it.each<[string, (options: never) => unknown]>([
    ["nps", (options) => nps([1], options)],
    ["csat", (options) => root.csat([1], options)],
    ["ces", (options) => root.ces([1], options)],
    ["sentiment", (options) => root.sentiment([1], options)],
    ["measure", (options) => root.measure([1], NPS, options)],
    ["compare", (options) => root.compare(scored, scored, options)],
    ["compareAll", (options) => root.compareAll([scored], options)],
    ["comparePaired", (options) => root.comparePaired([], NPS, options)],
    ["compareToBenchmark", (options) => root.compareToBenchmark(scored, 1, options)],
    ["adjustPValues", (options) => root.adjustPValues([], options)],
    ["composite", (options) => root.composite({ a: { measurement: scored } }, options)],
    ["cronbachAlpha", (options) => root.cronbachAlpha([], options)],
    ["csi", (options) => root.csi([], options)],
    ["servqual", (options) => root.servqual([], options)],
    ["tallyServqual", (options) => root.tallyServqual([], options)],
    ["format", (options) => root.format(1, options)],
    ["roundShares", (options) => root.roundShares([], options)],
    ["sampleSize", (options) => root.sampleSize(options)],
    ["sampleSizeToDetect", (options) => root.sampleSizeToDetect(options)],
    ["marginOfError", (options) => root.marginOfError(options)],
    ["detectableDifference", (options) => root.detectableDifference(options)],
    ["measureClustered", (options) => root.measureClustered([], options)],
    ["rake", (options) => root.rake([], options)],
    ["postStratify", (options) => root.postStratify([], options)],
    ["trimWeights", (options) => root.trimWeights([1], options)],
    ["periodFinder", (options) => periodFinder(options)],
    ["mannKendall", (options) => mannKendall([], options)],
    ["controlChart", (options) => controlChart([1], options)],
    ["itemsResponseSchema", (options) => itemsResponseSchema(options)],
  ])("%s says so", (_, call) => {
    expect(() => call(wrong(null))).toThrow("options must be an object, got null");
  });

  it("tallyChunks says so, and what its rows must be", async () => {
    const options = { tally: root.tally, merge: root.merge };
    await expect(root.tallyChunks([1], wrong<typeof options>(null))).rejects.toThrow(
      "options must be an object, got null",
    );
    await expect(root.tallyChunks(wrong<number[]>(7), options)).rejects.toThrow(
      "rows must be an async iterable of rows, got 7",
    );
  });
});

describe("a wrong value is told, and what is allowed", () => {
  const definition = (change: object): root.MetricDefinition => ({ ...NPS, ...change });
  it.each<[string, () => unknown]>([
    ["metric must be a name, got Symbol(x)", () => root.measure([1], definition({ metric: Symbol("x") }))],
    [
      "nps: scale.min must be within ±1e15",
      () => root.classify(1, definition({ scale: { min: Symbol("x"), max: 1 } })),
    ],
    [
      "nps: name of a band must be",
      () => root.csat([1], { definition: definition({ bands: new Array(2) }), satisfiedFrom: 1 }),
    ],
    [
      "bands must be a list of bands",
      () => root.csat([1], { definition: definition({ bands: undefined }), satisfiedFrom: 1 }),
    ],
    [
      "name of the instrument must be text",
      () => root.tallyServqual([], { instrument: { ...airport, name: wrong(1) } }),
    ],
    ["instrument: reversed must be a list", () => root.defineInstrument({ ...airport, reversed: wrong("parking") })],
    ["digits must be a whole number from 0 to 20, got 21", () => root.format(1, { digits: 21 })],
    ['locale must be the tag of a language, such as "en" or "zh-CN", got "x"', () => root.format(1, { locale: "x" })],
    ["shares must be a list, or the bands", () => root.roundShares(wrong(null))],
    ["share at index 1 must be", () => root.roundShares(Object.assign(new Array(3), { 0: 1, 2: 1 }))],
    ["share at index 0 must be", () => root.roundShares(wrong({ a: null }))],
    ["expected must be an object, got null", () => root.sampleSize({ ...plan, margin: 1, expected: wrong(null) })],
    ["margin must be from 1e-70 to 1e70", () => root.sampleSize({ ...plan, margin: 5e-324 })],
    ["difference must be other than 0", () => root.sampleSizeToDetect({ ...plan, difference: 5e-324 })],
    ["difference must be other than 0", () => root.sampleSizeToDetect({ ...plan, difference: wrong(1n) })],
    [
      "cluster must be a function",
      () => root.measureClustered([1], { definition: NPS, score: () => 1, cluster: wrong(1) }),
    ],
    [
      "rating of pair 0 must be from 0 to 10 in steps of 1 or null",
      () => root.comparePaired(wrong([[{ score: null }, 1]]), NPS),
    ],
    ["row 0, item 1, must be a finite number or null, and within ±1e15", () => root.cronbachAlpha([[1e308]])],
    ["row 0, item 1, must be a finite number or null, and within ±1e15", () => root.itemAnalysis([[1e308]])],
    ["weight of part a must be above 0", () => root.composite({ a: { measurement: scored, weight: 1e308 } })],
    [
      "weight must be a function of a row",
      () => root.tallyBy([1], { by: () => 1, score: () => 1, weight: wrong(null) }),
    ],
    ["timeZone must be an IANA time zone", () => readTrend([], { metric: nps, every: "day", timeZone: wrong(1) })],
    [
      "where.values must be a list",
      () => tallyQuery({ dialect: "ansi", from: "a", score: "b", where: { text: "c", values: wrong(1) } }),
    ],
    ["metric must be a name", () => responseSchema(definition({ metric: Symbol("x") }))],
    ["theme.background must be JSON", () => scoreChart({ a: scored }, { theme: { background: 1n } })],
    ["point 0: start must be a Date", () => trendChart(wrong([{ ...scored, key: "a", start: {} }]))],
    [
      "point 0: metric must be text",
      () => processChart(wrong({ ...controlChart([1]), points: [{ ...controlChart([1]).points[0], metric: {} }] })),
    ],
    [
      "scale.step must be a finite number",
      () => scoreChart({ a: { ...scored, scale: { ...scored.scale, step: wrong(1n) } } }),
    ],
    [
      "n of promoter must be a whole number",
      () => bandsChart({ a: { ...scored, bands: { promoter: { ...scored.bands.promoter, n: wrong(1n) } } } }),
    ],
  ])("%s", (message, call) => {
    expect(call).toThrow(message);
  });
});

describe("a stored measurement that cannot be one is told", () => {
  it.each<[string, object]>([
    ["a measurement, such as nps returns", { metric: undefined }],
    ["measurement 0: statistic must be net", { statistic: undefined }],
    ["measurement 0: better must be higher or lower", { better: 1n }],
    ["measurement 0: scale.min must be", { scale: undefined }],
    ["measurement 0: n must be a whole number from 0", { n: 4n }],
    ["measurement 0: missing must be a whole number from 0", { missing: -1 }],
    ["measurement 0: score must be null together with mean and effectiveN", { score: null }],
    ["measurement 0: score must be from -100 to 100", { score: 101 }],
    ["measurement 0: mean must be from 0 to 10", { mean: Number.NaN }],
    ["measurement 0: weight must be from", { weight: 0 }],
    ["measurement 0: effectiveN must be from", { effectiveN: -1 }],
    ["measurement 0: standardError must be from 0 to 400", { standardError: 1e308 }],
    ["measurement 0: degrees of freedom must be from 1", { df: Number.NaN }],
    ["measurement 0: sentiment of promoter must be", { bands: { promoter: null } }],
    ["measurement 0: n of promoter must be from 0 to 4", { bands: { promoter: { ...scored.bands.promoter, n: 5 } } }],
    [
      "measurement 0: share of promoter must be from 0 to 1",
      { bands: { promoter: { ...scored.bands.promoter, share: "x" } } },
    ],
  ])("%s", (message, change) => {
    expect(() => root.compare({ ...scored, ...change } as root.Measurement, scored)).toThrow(message);
  });

  it("by all that compute with one", () => {
    const bad = { ...scored, scale: undefined } as unknown as root.Measurement;
    for (const call of [
      () => root.compareAll([bad, scored]),
      () => root.compareGroups([bad, scored]),
      () => root.compareToBenchmark(bad, 1),
      () => root.composite({ a: { measurement: bad } }),
      () => controlChart([{ ...scored, scale: { min: 0, max: 10, step: wrong<number>(1n) } }]),
    ])
      expect(call).toThrow(/scale\.(min|step) must be/);
  });
});

describe("a stored tally of an instrument that cannot be one is told", () => {
  const tally = root.tallyServqual([{ perceptions }]);
  const change = (part: object) => ({ ...structuredClone(tally), ...part }) as never;
  it.each<[string, object]>([
    ["sums must be an object", { sums: null }],
    ["sums.responses must be a whole number", { sums: { ...tally.sums, responses: Number.NaN } }],
    ["the length of tally 0: sums.incomplete must be 5, got 0", { sums: { ...tally.sums, incomplete: [] } }],
    [
      "sums.incomplete.0 must be a whole number from 0 to that of the responses",
      { sums: { ...tally.sums, incomplete: [2, 0, 0, 0, 0] } },
    ],
    ["missing must be half or complete", { missing: undefined }],
    ["withExpectations must be true, false or null", { withExpectations: 1 }],
    ["scale.min must be", { instrument: {} }],
  ])("%s", (message, part) => {
    expect(() => root.mergeServqual(change(part))).toThrow(message);
    expect(() => root.servqual(change(part))).toThrow(message.replace("tally 0", "tally"));
  });
});

describe("what is given and what is returned share nothing", () => {
  it("in tallies of an instrument", () => {
    const instrument = structuredClone(airport) as { scale: { max: number } } & root.Instrument;
    const tally = root.tallyServqual([{ perceptions: { parking: 4 } }], { instrument });
    const merged = root.mergeServqual(tally);
    instrument.scale.max = 9;
    (tally.sums.items.perception.n as number[])[0] = 9;
    expect(tally.instrument.scale.max).toBe(5);
    expect(merged.sums.items.perception.n).toEqual([1]);
  });

  it("in the theme of a chart", () => {
    const theme = { axis: { labelColor: "red", values: [1] } };
    const spec = JSON.stringify(scoreChart({ a: scored }, { theme }));
    const drawn = scoreChart({ a: scored }, { theme });
    theme.axis.values.push(2);
    expect(JSON.stringify(drawn)).toBe(spec);
  });
});

describe("what exhausted the stack", () => {
  it("shares of very many", () => {
    expect(root.roundShares(Array.from({ length: 150_000 }, () => 1)).length).toBe(150_000);
  });
});

describe("what took minutes", () => {
  it("an analysis of a thousand items", () => {
    const rows = [1, 2, 4].map((rating) => Array.from({ length: 1000 }, (_, item) => rating + (item % 2)));
    expect(root.itemAnalysis(rows).items[999]?.itemTotalCorrelation).toBeCloseTo(1);
  }, 30_000);
});

describe("what was misread", () => {
  it("a hole among the items of a dimension is no item", () => {
    const items = ["parking"];
    items[2] = "signs";
    const instrument = { scale: { min: 1, max: 5 }, dimensions: { access: items } };
    expect(() => root.servqual([], { instrument } as never)).toThrow(
      "instrument: item must be a number, or a key, and all items the same, got undefined",
    );
  });

  it("a promise in a response is no time, and no rating", () => {
    expect(npsResponseSchema.safeParse({ score: 1, submittedAt: Promise.resolve(1) }).success).toBe(false);
    expect(ratingFromText(NPS).safeParse(Promise.resolve(1)).success).toBe(false);
  });

  it("a control chart without limits is drawn without", () => {
    const { points, ...drawn } = controlChart([1, 2, 3]);
    const without = points.map(({ limits, ...point }) => point);
    expect(processChart(wrong({ ...drawn, points: without })).description).toContain("3");
  });
});
