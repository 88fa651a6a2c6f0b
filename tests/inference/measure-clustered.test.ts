import { describe, expect, it } from "vitest";
import { CES, CSAT, compare, type MeasureClusteredOptions, measureClustered, NPS } from "../../src/index.js";

interface Row {
  readonly account: string;
  readonly score: number | null;
  readonly region?: string;
}

const rows: Row[] = [
  { account: "a", score: 10 },
  { account: "a", score: 10 },
  { account: "a", score: 9 },
  { account: "b", score: 3 },
  { account: "b", score: 5 },
  { account: "c", score: 9 },
];
const byAccount = { definition: NPS, score: (row: Row) => row.score, cluster: (row: Row) => row.account };

describe("measureClustered", () => {
  it("takes the standard error from the clusters", () => {
    const { score, standardError, clusters, strata, df, n, interval } = measureClustered(rows, byAccount);
    expect([clusters, strata, df, n]).toEqual([3, 1, 2, 6]);
    expect(score).toBeCloseTo(100 / 3, 12);
    // Sums of deviations of 200, −800/3 and 200/3, each by 6 answers.
    const squares = (200 / 6) ** 2 + (800 / 18) ** 2 + (200 / 18) ** 2;
    expect(standardError).toBeCloseTo(Math.sqrt(1.5 * squares), 10);
    expect(interval).toEqual({ low: -100, high: 100, level: 0.95, method: "t" });
  });

  it("tells how many independent answers would be as sure", () => {
    // The six answers' own variance is 16000/9, that of the design 130000/27: 6 · 48/130 answers.
    expect(measureClustered(rows, byAccount).effectiveN).toBeCloseTo((6 * 48) / 130, 10);
    // Each row by itself, the design adds nothing.
    expect(measureClustered(rows, { definition: NPS, score: (row) => row.score }).effectiveN).toBeCloseTo(6, 10);
  });

  it.each<[string, Partial<MeasureClusteredOptions<Row, string>>, number | null]>([
    ["there is one cluster", { cluster: () => "all" }, 1],
    ["all agree", { score: () => 9 }, 3],
    ["clusters have one mean", { score: (_, index) => (index < 4 ? 9 : 1), cluster: (_, index) => index % 2 }, 2],
    ["no answer has weight", { weight: () => 0 }, null],
  ])("counts an answer for each cluster at most where %s", (_, options, expected) => {
    expect(measureClustered(rows, { ...byAccount, ...options }).effectiveN).toBe(expected);
  });

  it("takes each row by itself without clusters", () => {
    const { clusters, df } = measureClustered(rows, { definition: NPS, score: (row) => row.score });
    expect([clusters, df]).toEqual([6, 5]);
  });

  it("takes weights, strata, statistic and level", () => {
    const score = (weight: (row: Row, index: number) => number) =>
      measureClustered(rows, { ...byAccount, weight }).score;
    expect(score((row) => (row.account === "b" ? 3 : 1))).toBe(-20);
    expect(score((_, index) => (index < 3 ? 1 : 0))).toBe(100);
    const halves = measureClustered(rows, { ...byAccount, cluster: undefined, stratum: (row) => row.account === "a" });
    expect([halves.strata, halves.clusters, halves.df]).toEqual([2, 6, 4]);
    expect(measureClustered(rows, { ...byAccount, statistic: "mean" }).score).toBeCloseTo(46 / 6, 12);
    const { interval } = measureClustered(rows, { ...byAccount, level: 0.5 });
    expect(interval!.low).toBeGreaterThan(-100);
  });

  it("takes equal names in two strata for two clusters", () => {
    const { clusters, strata } = measureClustered([1, 2, 3, 4], {
      definition: CES,
      score: (row) => row,
      cluster: (_, index) => index % 2,
      stratum: (_, index) => index < 2,
    });
    expect([clusters, strata]).toEqual([4, 2]);
  });

  it("takes a row without a cluster for one of its own, and rows without a stratum for one stratum", () => {
    const keys = ["a", null, "a", undefined, null, 1];
    const { clusters } = measureClustered(keys, { definition: CES, score: () => 5, cluster: (key) => key });
    expect(clusters).toBe(5);
    const { strata } = measureClustered(keys, { definition: CES, score: () => 5, stratum: (key) => key });
    expect(strata).toBe(3);
  });

  it("leaves missing answers out of the clusters", () => {
    const { clusters, n, missing } = measureClustered([...rows, { account: "d", score: null }], byAccount);
    expect([clusters, n, missing]).toEqual([3, 6, 1]);
  });

  it("has no standard error where a stratum has one cluster", () => {
    const one = measureClustered(rows, { ...byAccount, cluster: () => "all" });
    expect(one).toMatchObject({ standardError: null, interval: null, clusters: 1, strata: 1, df: 0 });
    const own = measureClustered(rows, { ...byAccount, stratum: (row) => row.account });
    expect(own).toMatchObject({ standardError: null, interval: null, clusters: 3, strata: 3, df: 0 });
  });

  it("is null for nobody, and certain where all agree", () => {
    const nobody = { score: null, standardError: null, interval: null, clusters: 0, strata: 0, df: 0 };
    expect(measureClustered([], byAccount)).toMatchObject(nobody);
    const weightless = measureClustered(rows, { ...byAccount, weight: () => 0 });
    expect(weightless).toMatchObject({ score: null, standardError: null, interval: null, n: 6 });
    const agreed = measureClustered([5, 5, 5], { definition: CSAT, score: (row) => row });
    expect(agreed).toMatchObject({ score: 100, standardError: 0, interval: { low: 100, high: 100 } });
  });

  it("has no variance where all within a stratum agree, or where clusters do not differ", () => {
    const regions = [..."nnnnnnnsss"].map((region) => ({ region, score: region === "n" ? 9 : 3 }));
    const agreed = measureClustered(regions, {
      definition: NPS,
      score: (row) => row.score,
      stratum: (row) => row.region,
    });
    expect(agreed).toMatchObject({ score: 40, standardError: 0, effectiveN: 10, interval: { low: 40, high: 40 } });
    // All weight is in one cluster, whose answers have its own mean.
    const weighted = measureClustered(
      [
        [4, 2],
        [2, 3],
        [8, 4],
        [0, 0],
      ],
      {
        definition: NPS,
        score: ([score]) => score,
        weight: ([, weight]) => weight!,
        cluster: ([score]) => score === 0,
      },
    );
    expect([weighted.standardError, weighted.effectiveN]).toEqual([0, 2]);
    expect(compare(agreed, weighted, { method: "welch" }).pValue).toBe(0);
  });

  it.each<[string, unknown, Partial<MeasureClusteredOptions<Row, never>>, RegExp]>([
    ["a weight below 0", rows, { weight: () => -1 }, /weight of row 0 must be .* got -1/],
    ["a rating off the scale", rows, { score: () => 11 }, /nps: .* got 11/],
    ["text", rows, { score: () => "9" as unknown as number }, /nps: .* got "9"/],
    ["level 95", rows, { level: 95 }, /level .* got 95/],
    ["an unknown statistic", rows, { statistic: "median" as "mean" }, /statistic must be .* got "median"/],
    ["a number in place of rows", 5, {}, /^rows must be an iterable of rows, got 5$/],
    ["nothing in place of rows", null, {}, /^rows must be an iterable of rows, got null$/],
    [
      "no accessor of the score",
      rows,
      { score: undefined as never },
      /^score must be a function of a row, got undefined$/,
    ],
    ["a name of the score", rows, { score: "score" as never }, /^score must be a function of a row, got "score"$/],
    ["a weight for all", rows, { weight: 2 as never }, /^weight must be a function of a row, got 2$/],
    ["no weight", rows, { weight: null as never }, /^weight must be a function of a row, got null$/],
    ["a name of the cluster", rows, { cluster: "account" as never }, /^cluster must be a function .* got "account"$/],
    ["a name of the stratum", rows, { stratum: "region" as never }, /^stratum must be a function .* got "region"$/],
    ["an object as cluster", rows, { cluster: () => ({}) as never }, /cluster of row 0 must be text, .* got an object/],
    ["no number as stratum", rows, { stratum: () => Number.NaN }, /stratum of row 0 must be .* got NaN/],
    ["no definition", rows, { definition: undefined as never }, /definition must be .* got undefined/],
  ])("refuses %s", (_, given, options, message) => {
    const all = { ...byAccount, ...options } as MeasureClusteredOptions<Row, string>;
    expect(() => measureClustered(given as Row[], all)).toThrow(message);
  });
});
