import { describe, expect, it } from "vitest";
import {
  type Answer,
  type Answers,
  type By,
  CSAT_7,
  ces,
  csat,
  type Measurement,
  type MetricDefinition,
  measure,
  nps,
  POLARITY,
  type SegmentKey,
  type SegmentOptions,
  segment,
  sentiment,
} from "../../src/index.js";

interface Row {
  readonly region: string | null;
  readonly tier: number;
  readonly score: number | null;
}

const rows: readonly Row[] = [
  { region: "south", tier: 10, score: 3 },
  { region: "north", tier: 9, score: 10 },
  { region: null, tier: 9, score: 9 },
  { region: "north", tier: 10, score: 9 },
  { region: "north", tier: 9, score: 6 },
  { region: "south", tier: 9, score: null },
  { region: "south", tier: 9, score: 7 },
];
const byRegion = { by: (row: Row) => row.region, score: (row: Row) => row.score, metric: nps };
const byBoth = { ...byRegion, by: { region: (row: Row) => row.region, tier: (row: Row) => row.tier } };

/** The measurement in a segment. */
function measurementIn(one: object): object {
  const {
    key: _,
    keys: __,
    level: ___,
    suppressed: ____,
    share: _____,
    vsRest: ______,
    ...measurement
  } = one as Record<string, unknown>;
  return measurement;
}

describe("segment", () => {
  it("scores each group of rows, with its key, its share of the answers and its comparison with the rest", () => {
    const [north, south, none] = segment(rows, byRegion);
    expect(north).toMatchObject({
      key: "north",
      keys: { key: "north" },
      level: 1,
      suppressed: false,
      n: 3,
      missing: 0,
    });
    expect(north!.score).toBeCloseTo(100 / 3, 12);
    expect(south).toMatchObject({ key: "south", n: 2, missing: 1, score: -50, suppressed: false });
    expect(none).toMatchObject({ key: null, keys: { key: null }, n: 1, score: 100, bands: { promoter: { n: 1 } } });
    expect([north, south, none].map((one) => one!.share)).toEqual([3 / 6, 2 / 6, 1 / 6]);
    // Two promoters and a detractor, against a promoter, a passive and a detractor.
    expect(north!.vsRest!.difference).toBeCloseTo(100 / 3, 12);
  });

  it("gives the whole measurement of the metric, and nothing else of it", () => {
    const [north] = segment(rows, byRegion);
    expect(measurementIn(north!)).toStrictEqual(nps([10, 9, 6]));
  });

  it("takes any metric of one question, and a metric of one's own", () => {
    const ratings = [{ score: 1 }, { score: 7 }, { score: 6 }];
    const of = <Result extends Measurement>(metric: (answers: Answers) => Result) =>
      segment(ratings, { by: (row) => row.score > 1, score: (row) => row.score, metric });
    expect(of(ces).map(({ score }) => score)).toEqual([1, 6.5]);
    expect(of((answers) => csat(answers, { definition: CSAT_7 })).map(({ score }) => score)).toEqual([0, 100]);
    expect(of((answers) => ({ ...ces(answers), label: "effort" })).map(({ label }) => label)).toEqual([
      "effort",
      "effort",
    ]);
  });

  it("takes answers that stand for several, and fractions", () => {
    const counted = [
      { at: "mail", answers: { score: 10, n: 40 } },
      { at: "mail", answers: { score: 3, n: 10, weight: 5, weightSq: 2.5 } },
      { at: "kiosk", answers: { score: 8, n: 7 } },
    ];
    const [kiosk, mail] = segment(counted, { by: (row) => row.at, score: (row) => row.answers, metric: nps });
    expect(kiosk).toMatchObject({ n: 7, score: 0, share: 7 / 52 });
    expect(mail).toMatchObject({ n: 50, weight: 45 });
    expect(mail!.score).toBeCloseTo((100 * 35) / 45, 12);
    const moods = segment([-0.5, 0.25, 0.5, -0], {
      by: (row) => row > 0,
      score: (row) => row,
      metric: (answers) => sentiment(answers, { definition: POLARITY }),
    });
    expect(moods.map(({ n, mean }) => [n, mean])).toEqual([
      [2, -0.25],
      [2, 0.375],
    ]);
  });

  it("tells scores next to those that have counters of their own apart", () => {
    const definition: MetricDefinition<"any"> = {
      metric: "wide",
      scale: { min: 0, max: 300 },
      better: "higher",
      statistic: "mean",
      bands: [{ name: "any", sentiment: "positive" }],
    };
    const scores = [14, 15, 16, null, 255, 256, 0, undefined, 15];
    const [all] = segment(scores, {
      by: () => "all",
      score: (row) => row,
      metric: (answers) => measure(answers, definition),
    });
    expect(all).toMatchObject({ n: 7, missing: 2 });
    expect(all!.mean).toBeCloseTo((14 + 15 + 16 + 255 + 256 + 0 + 15) / 7, 12);
  });

  it("is narrowed by suppressed", () => {
    for (const one of segment(rows, { by: (row) => row.region, score: (row) => row.score, metric: nps, minN: 2 })) {
      const n: number | null = one.suppressed ? null : one.n + one.bands.promoter.n;
      const nothing: null = one.suppressed ? one.bands.promoter.share : null;
      expect([n, nothing]).toEqual([one.suppressed ? null : expect.any(Number), null]);
    }
  });

  it("has no segments of no rows, and a whole that nobody answered", () => {
    expect(segment([] as Row[], byRegion)).toEqual([]);
    const [whole, ...others] = segment([] as Row[], { ...byBoth, totals: true });
    expect(others).toEqual([]);
    expect(whole).toStrictEqual({
      key: "total",
      keys: {},
      level: 0,
      ...nps([]),
      suppressed: false,
      share: null,
      vsRest: null,
    });
    expect(segment([] as Row[], { ...byRegion, totals: true, minN: 1 })).toMatchObject([{ suppressed: true, n: null }]);
  });

  it("keeps groups that nobody answered", () => {
    const [nobody, south] = segment(
      [
        { region: "north", tier: 1, score: null },
        { region: "south", tier: 1, score: 9 },
      ],
      byRegion,
    );
    expect(nobody).toMatchObject({ key: "north", n: 0, missing: 1, score: null, share: 0, suppressed: false });
    expect(nobody!.vsRest).toMatchObject({ difference: null, pValue: null, adjustedPValue: null });
    expect(south).toMatchObject({ share: 1, vsRest: { difference: null } });
  });

  it("has no shares where all weights are 0", () => {
    const all = segment(rows, { ...byRegion, weight: () => 0, totals: true });
    expect(all.map(({ share, score }) => [share, score])).toEqual(all.map(() => [null, null]));
    expect(all[0]).toMatchObject({ n: 6, weight: 0 });
  });

  it("has one segment where all rows are alike, with no rest to compare it with", () => {
    const [one, ...others] = segment(rows, { ...byRegion, by: () => true });
    expect(others).toEqual([]);
    expect(one).toMatchObject({ key: true, n: 6, share: 1, vsRest: { difference: null, adjustedPValue: null } });
  });

  it("counts what the metric takes for invalid in the segment where it is", () => {
    const scores: unknown[] = [9, "9", 11, Number.NaN, 10, { score: 12, n: 4 }, null];
    const options = {
      by: (_: unknown, index: number) => index % 2,
      score: (row: unknown) => row as Answer,
      metric: (answers: Answers) => nps(answers, { invalid: "exclude" }),
      totals: true,
    };
    const counts = (all: readonly { n: number | null; missing: number | null; invalid: number | null }[]) =>
      all.map(({ n, missing, invalid }) => [n, missing, invalid]);
    expect(counts(segment(scores, options))).toEqual([
      [2, 1, 7],
      [2, 1, 1],
      [0, 0, 6],
    ]);
    const weight = (_: unknown, index: number) => (index === 0 ? Number.NaN : 1);
    expect(counts(segment(scores.slice(0, 5), { ...options, weight }))).toEqual([
      [1, 0, 4],
      [1, 0, 2],
      [0, 0, 2],
    ]);
  });
});

describe("types", () => {
  it("know the names of dimensions and bands, and rows beside columns", () => {
    const score = (row: Row) => row.score;
    const column = rows.map((row) => row.tier);
    const key: SegmentKey | undefined = segment(rows, { by: (row) => row.region, score, metric: nps })[0]!.keys.key;
    const promoters = segment(rows, { by: column, score, metric: nps }).map(({ bands }) => bands.promoter.n);
    const [both] = segment(rows, { by: { tier: column, region: (row) => row.region }, score, metric: nps });
    const names: readonly ("tier" | "region")[] = Object.keys(both!.keys) as (keyof NonNullable<typeof both>["keys"])[];
    expect([key, promoters, both!.keys.tier, names]).toEqual(["north", [2, 1], 9, ["tier", "region"]]);
  });

  it("do not take the name of a field for an accessor", () => {
    const isAccessor: "region" extends By<Row> ? true : false = false;
    expect(isAccessor).toBe(false);
  });
});

describe("several dimensions", () => {
  it("make a segment of each combination that has rows, each dimension in its own order", () => {
    const all = segment(rows, byBoth);
    expect(all.map(({ key, keys, level, n }) => [key, keys, level, n])).toEqual([
      ["north / 9", { region: "north", tier: 9 }, 2, 2],
      ["north / 10", { region: "north", tier: 10 }, 2, 1],
      ["south / 9", { region: "south", tier: 9 }, 2, 1],
      ["south / 10", { region: "south", tier: 10 }, 2, 1],
      ["– / 9", { region: null, tier: 9 }, 2, 1],
    ]);
  });

  it("have totals of each level, in front of what they hold", () => {
    const all = segment(rows, { ...byBoth, totals: true });
    expect(all.map(({ key, keys, level, n, share }) => [key, keys, level, n, share])).toEqual([
      ["total", {}, 0, 6, 1],
      ["north", { region: "north" }, 1, 3, 3 / 6],
      ["north / 9", { region: "north", tier: 9 }, 2, 2, 2 / 6],
      ["north / 10", { region: "north", tier: 10 }, 2, 1, 1 / 6],
      ["south", { region: "south" }, 1, 2, 2 / 6],
      ["south / 9", { region: "south", tier: 9 }, 2, 1, 1 / 6],
      ["south / 10", { region: "south", tier: 10 }, 2, 1, 1 / 6],
      [null, { region: null }, 1, 1, 1 / 6],
      ["– / 9", { region: null, tier: 9 }, 2, 1, 1 / 6],
    ]);
    expect(all[0]!.vsRest).toBeNull();
    expect(all.slice(1).every(({ vsRest }) => vsRest !== null)).toBe(true);
  });

  it("may be one alone under a name, and three", () => {
    const [north] = segment(rows, { ...byRegion, by: { region: (row) => row.region } });
    expect(north).toMatchObject({ key: "north", keys: { region: "north" }, level: 1 });
    const three = {
      region: (row: Row) => row.region,
      tier: (row: Row) => row.tier,
      done: (row: Row) => row.score !== 7,
    };
    const all = segment(rows, { ...byRegion, by: three, totals: true });
    expect(all.map(({ level }) => level)).toEqual([0, 1, 2, 3, 2, 3, 1, 2, 3, 3, 2, 3, 1, 2, 3]);
    expect(all[8]).toMatchObject({ key: "south / 9 / false", keys: { region: "south", tier: 9, done: false }, n: 1 });
  });
});

describe("each option", () => {
  it("weight changes scores, weights and shares", () => {
    const [north, south] = segment(rows, { ...byRegion, weight: (row) => (row.score === 6 ? 2 : 1) });
    expect(north).toMatchObject({ score: 0, n: 3, weight: 4, share: 4 / 7 });
    expect(north!.effectiveN).toBeCloseTo(16 / 6, 12);
    expect(south).toMatchObject({ score: -50, weight: 2, share: 2 / 7 });
  });

  it("minN suppresses", () => {
    const shown = (minN?: number) => segment(rows, { ...byRegion, minN }).map(({ suppressed }) => suppressed);
    expect(shown()).toEqual([false, false, false]);
    expect(shown(1)).toEqual([false, false, false]);
    expect(shown(2)).toEqual([false, true, true]);
    expect(shown(4)).toEqual([true, true, true]);
  });

  it("vsRest leaves the comparisons out", () => {
    const without = segment(rows, { ...byBoth, vsRest: false, totals: true });
    expect(without.map(({ vsRest }) => vsRest)).toEqual(without.map(() => null));
  });

  it("adjust chooses how p-values are adjusted, Holm's way by default", () => {
    const many = Array.from({ length: 90 }, (_, index) => ({ region: "abc"[index % 3]!, tier: 0, score: index % 11 }));
    const skewed = many.map((row) => ({ ...row, score: row.region === "a" ? Math.min(10, row.score + 5) : row.score }));
    const adjusted = (adjust?: "holm" | "bh" | "bonferroni" | "none") =>
      segment(skewed, { ...byRegion, adjust }).map(({ vsRest }) => vsRest!.adjustedPValue!);
    const raw = segment(skewed, byRegion).map(({ vsRest }) => vsRest!.pValue!);
    expect(adjusted("none")).toEqual(raw);
    expect(adjusted("bonferroni")).toEqual(raw.map((p) => Math.min(1, 3 * p)));
    expect(adjusted()).toEqual(adjusted("holm"));
    const ways = [adjusted("holm"), adjusted("bh"), adjusted("none"), adjusted("bonferroni")];
    expect(new Set(ways.map(String)).size).toBe(4);
  });

  it("totals adds the whole", () => {
    const [whole] = segment(rows, { ...byRegion, totals: true });
    expect(whole).toMatchObject({ key: "total", keys: {}, level: 0, share: 1, vsRest: null });
    expect(measurementIn(whole!)).toStrictEqual(nps(rows.map((row) => row.score)));
    expect(segment(rows, { ...byRegion, totals: false })).toEqual(segment(rows, byRegion));
  });
});

describe("refuses, naming what is wrong,", () => {
  type Options = Partial<Record<keyof SegmentOptions<Row, Measurement>, unknown>>;
  it.each<[string, Options, new (message: string) => Error, RegExp]>([
    ["no by", { by: undefined }, TypeError, /^by must be a function of a row, .* got undefined$/],
    ["a by of nothing", { by: null }, TypeError, /^by must be .* got null$/],
    ["the name of a field as by", { by: "region" }, TypeError, /^by must be .* got "region"$/],
    ["no dimensions", { by: {} }, TypeError, /^by must be .* got an object$/],
    ["a Map as by", { by: new Map([["region", () => 1]]) }, TypeError, /^by must be .* got an object$/],
    ["the name of a field as a dimension", { by: { region: "region" } }, TypeError, /^by\.region must be .* "region"$/],
    ["no score", { score: undefined }, TypeError, /^score must be a function of a row, .* got undefined$/],
    ["the name of a field as score", { score: "score" }, TypeError, /^score must be .* got "score"$/],
    ["an object as score", { score: {} }, TypeError, /^score must be .* got an object$/],
    ["the name of a field as weight", { weight: "w" }, TypeError, /^weight must be .* got "w"$/],
    ["a number as weight", { weight: 1 }, RangeError, /^weight must be .* got 1$/],
    ["no metric", { metric: undefined }, TypeError, /^metric must be a function of answers, .* got undefined$/],
    ["the name of a metric", { metric: "nps" }, TypeError, /^metric must be .* got "nps"$/],
    ["a metric that returns a number", { metric: () => 5 }, RangeError, /^what the metric returns must be .* got 5$/],
    ["a metric that returns nothing", { metric: () => {} }, TypeError, /^what the metric returns .* undefined$/],
    ["a metric that returns a promise", { metric: async () => nps([]) }, TypeError, /^what the metric returns /],
    [
      "a metric that returns an object of another kind",
      { metric: () => ({ score: 5 }) },
      TypeError,
      /^what the metric /,
    ],
    ["a negative minN", { minN: -1 }, RangeError, /^minN must be a whole number from 0, got -1$/],
    ["a fractional minN", { minN: 2.5 }, RangeError, /^minN must be .* got 2\.5$/],
    ["an endless minN", { minN: Number.POSITIVE_INFINITY }, RangeError, /^minN must be .* got Infinity$/],
    ["text as minN", { minN: "5" }, TypeError, /^minN must be .* got "5"$/],
    ["a number as vsRest", { vsRest: 1 }, RangeError, /^vsRest must be true or false, got 1$/],
    ["text as totals", { totals: "yes" }, TypeError, /^totals must be true or false, got "yes"$/],
    [
      "an unknown order",
      { order: "weight" },
      TypeError,
      /^order must be key or score or n or a function, got "weight"$/,
    ],
    ["an unknown adjustment", { adjust: "tukey" }, TypeError, /^adjust must be holm or .* or none, got "tukey"$/],
  ])("%s", (_, options, kind, message) => {
    const all = { ...byRegion, ...options } as unknown as SegmentOptions<Row, Measurement>;
    expect(() => segment(rows, all)).toThrow(message);
    expect(() => segment(rows, all)).toThrow(kind);
    // Also where there is nothing to compare, to suppress or to sort.
    const vsRest = "vsRest" in options ? options.vsRest : false;
    expect(() => segment([], { ...all, vsRest: vsRest as boolean })).toThrow(message);
  });

  it.each([undefined, null, "by", 5])("%s as options", (options) => {
    const given = options as unknown as SegmentOptions<Row, Measurement>;
    expect(() => segment(rows, given)).toThrow(/^options must be an object, got /);
  });
});

describe("an answer that the metric refuses", () => {
  const bad = (score: unknown, at: number): Row[] =>
    rows.map((row, index) => (index === at ? { ...row, score: score as number } : row));
  const optionsOf: Record<string, SegmentOptions<Row, Measurement>> = {
    "one dimension": byRegion,
    "several dimensions": byBoth,
    "totals and small groups": { ...byBoth, totals: true, minN: 3 },
    weights: { ...byRegion, weight: () => 2 },
    "weights in several dimensions": { ...byBoth, weight: () => 2 },
  };

  it.each(Object.entries(optionsOf))("is named by its row: %s", (_, options) => {
    for (const at of [0, 3, 6]) {
      expect(() => segment(bad(11, at), options)).toThrow(`nps: score at index ${at} must be from 0 to 10`);
      expect(() => segment(bad(11, at), options)).toThrow(RangeError);
      expect(() => segment(bad("9", at), options)).toThrow(
        `nps: score at index ${at} must be a finite number or null, got "9"`,
      );
      expect(() => segment(bad("9", at), options)).toThrow(TypeError);
      expect(() => segment(bad(Number.NaN, at), options)).toThrow(`nps: score at index ${at} must be`);
      expect(() => segment(bad(10.5, at), options)).toThrow(`nps: score at index ${at} must be`);
    }
  });

  it("is the first one of the first segment, whatever stands before it in others", () => {
    const scores = [12, 9, 11];
    const options = { by: ["b", "a", "a"], score: scores, metric: nps };
    expect(() => segment(3, options)).toThrow("nps: score at index 2 must be from 0 to 10 in steps of 1, got 11");
  });

  it("is named by its row in columns too, behind many others", () => {
    const n = 20_000;
    const by = Uint8Array.from({ length: n }, (_, row) => row % 3);
    for (const at of [0, 8191, 8192, 12_345, n - 1]) {
      const score = Float64Array.from({ length: n }, (_, row) => (row === at ? 11 : row % 11));
      expect(() => segment(n, { by, score, metric: nps })).toThrow(`score at index ${at} must be from 0 to 10`);
      const weight = Float64Array.from({ length: n }, (_, row) => (row === at ? -1 : 1));
      expect(() => segment(n, { by, score: by, weight, metric: nps })).toThrow(`weight at index ${at} must be`);
    }
  });

  it.each<[string, unknown, string]>([
    ["below 0", -1, "got -1"],
    ["no number", Number.NaN, "got NaN"],
    ["endless", Number.POSITIVE_INFINITY, "got Infinity"],
    ["missing", undefined, "got null"],
    ["null", null, "got null"],
    ["text", "2", 'got "2"'],
  ])("has a weight that is %s", (_, weight, got) => {
    const column = rows.map((__, index) => (index === 4 ? weight : 1)) as number[];
    const message = /nps: weight at index 4 must be 0, or from 1e-100 to 1e100/;
    for (const options of [byRegion, byBoth] as SegmentOptions<Row, Measurement>[]) {
      expect(() => segment(rows, { ...options, weight: column })).toThrow(message);
      expect(() => segment(rows, { ...options, weight: (__, index) => column[index]! })).toThrow(got);
    }
  });

  it("may be a missing one, whose weight has to be right all the same", () => {
    const weight = rows.map((row) => (row.score === null ? -1 : 1));
    expect(() => segment(rows, { ...byRegion, weight })).toThrow("weight at index 5 must be");
  });

  it("cannot be an object with a weight of its own beside the option", () => {
    expect(() =>
      segment([{ score: 9, n: 2 }], { by: () => 1, score: (row) => row, weight: () => 1, metric: nps }),
    ).toThrow("score at index 0 must be a finite number or null, got an object");
  });

  it("is told of in the metric's own words, even where it refuses once only", () => {
    const broken = (when: (call: number) => boolean) => {
      let calls = 0;
      return (answers: Answers) => {
        if (when(calls++)) throw new Error("out of order");
        return nps(answers);
      };
    };
    expect(() => segment(rows, { ...byRegion, metric: broken(() => true) })).toThrow(/^out of order$/);
    expect(() => segment(rows, { ...byRegion, metric: broken((call) => call === 0) })).toThrow(/^out of order$/);
  });
});
