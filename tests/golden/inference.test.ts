import { describe } from "vitest";
import {
  adjustPValues,
  type CompareMethod,
  type CountedAnswer,
  CSAT,
  compare,
  compareAll,
  compareDistributions,
  compareGroups,
  comparePaired,
  compareToBenchmark,
  csat,
  detectableDifference,
  type MetricDefinition,
  marginOfError,
  measure,
  measureClustered,
  NPS,
  nps,
  sampleSize,
  sampleSizeToDetect,
  THUMBS,
} from "../../src/index.js";
import { type GoldenCase, testGolden } from "../support/golden.js";

interface Counts {
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
}

const answersOf = ({ detractors, passives, promoters }: Counts): CountedAnswer[] => [
  { score: 3, n: detractors },
  { score: 8, n: passives },
  { score: 10, n: promoters },
];

/** R divides by a standard error of 0; here such a test has no statistic, and is certain of a difference or of none. */
function withoutSpread(got: Record<string, unknown>, golden: GoldenCase): Record<string, unknown> {
  for (const [field, value] of Object.entries(golden.expected))
    if (value === "NaN" || String(value).endsWith("Infinity"))
      golden.expected[field] = field.startsWith("pValue") ? 1 : null;
  return got;
}

/** Any numbers, on a scale without steps that holds them all. */
const NUMBERS: MetricDefinition = {
  metric: "numbers",
  scale: { min: -1000, max: 1000, step: null },
  better: "higher",
  statistic: "mean",
  bands: [{ name: "any", sentiment: "neutral" }],
};

describe("comparisons of NPS agree with R", () => {
  const twoSample = (golden: GoldenCase, method: CompareMethod) => {
    const { a, b } = golden.input;
    const [first, second] = [nps(answersOf(a)), nps(answersOf(b))];
    const got = compare(second, first, { method, level: golden.options.confidence });
    const { low, high } = got.interval ?? {};
    const clip = (limit: number) => Math.max(-200, Math.min(200, limit));
    golden.expected.lower = clip(golden.expected.lower);
    golden.expected.upper = clip(golden.expected.upper);
    const statistic = "t" in golden.expected ? { t: got.statistic, df: got.df } : { z: got.statistic };
    // The middle of an adjusted interval is the difference of the adjusted scores.
    const diff = method === "adjusted-wald" ? {} : { diff: got.difference };
    const all = { npsA: first.score, npsB: second.score, ...diff, se: got.standardError, pValue: got.pValue };
    const figures = { ...all, ...statistic, lower: low, upper: high };
    return withoutSpread(
      Object.fromEntries(Object.entries(figures).filter(([field]) => field in golden.expected)),
      golden,
    );
  };
  testGolden("nps.test.wald", (golden) => twoSample(golden, "wald"));
  testGolden("nps.test.adjustedWald", (golden) => twoSample(golden, "adjusted-wald"));
  testGolden("nps.test.waldSample", (golden) => twoSample(golden, "z"));
  testGolden("nps.test.welch", (golden) => twoSample(golden, "welch"));

  testGolden("nps.test.oneSample", ({ input, options }) => {
    const byZ = compareToBenchmark(nps(answersOf(input)), options.benchmark, { method: "wald" });
    const byT = compareToBenchmark(nps(answersOf(input)), options.benchmark, { method: "t" });
    return {
      diff: byZ.difference,
      z: byZ.statistic,
      pValueZ: byZ.pValue,
      t: byT.statistic,
      df: byT.df,
      pValueT: byT.pValue,
    };
  });

  testGolden("nps.test.paired", ({ input, options }) => {
    const pairs = input.before.map((before: number, index: number) => [before, input.after[index]]);
    const got = comparePaired(pairs, NPS, { level: options.confidence });
    return {
      npsBefore: got.before.score,
      npsAfter: got.after.score,
      diff: got.difference,
      se: got.standardError,
      t: got.statistic,
      df: got.df,
      pValue: got.pValue,
      lower: got.interval?.low,
      upper: got.interval?.high,
      transition: Object.values(got.transition).map((row) => Object.values(row)),
    };
  });

  testGolden("nps.chisq", ({ input: { table } }) => {
    const [a, b] = (table as [number, number, number][]).map(([detractors, passives, promoters]) =>
      nps(answersOf({ detractors, passives, promoters })),
    );
    const { bands } =
      table.length === 2
        ? compareDistributions(a!, b!)
        : compareGroups(
            table.map((row: number[]) =>
              nps(answersOf({ detractors: row[0]!, passives: row[1]!, promoters: row[2]! })),
            ),
          );
    return {
      statistic: bands.statistic,
      df: bands.df,
      pValue: bands.pValue,
      cramersV: bands.cramersV,
      minExpected: bands.minExpected,
    };
  });

  testGolden("nps.groups", ({ input: { groups }, expected }) => {
    const measurements = Object.fromEntries(
      Object.entries<number[]>(groups).map(([name, scores]) => [name, nps(scores)]),
    );
    const { scores } = compareGroups(Object.values(measurements));
    const pairs = (adjust: "holm" | "bh" | "none") => compareAll(measurements, { adjust, method: "welch" });
    return {
      npsByGroup: Object.fromEntries(Object.entries(measurements).map(([name, { score }]) => [name, score])),
      welchF: scores.statistic,
      welchDf2: scores.df2,
      welchP: scores.pValue,
      pairs: pairs("none").map(({ before, after }) => `${before}-${after}`),
      pairwiseWelchP: pairs("none").map((pair) => pair.adjustedPValue),
      ...("holm" in expected ? { holm: pairs("holm").map((pair) => pair.adjustedPValue) } : {}),
      ...("bh" in expected ? { bh: pairs("bh").map((pair) => pair.adjustedPValue) } : {}),
    };
  });
});

describe("comparisons of proportions agree with R", () => {
  const share = ({ successes, n }: { successes: number; n: number }) =>
    csat([
      { score: 5, n: successes },
      { score: 1, n: n - successes },
    ]);

  testGolden("prop.ci.difference", ({ input: { a, b }, options, expected }) => {
    for (const field of ["waldLower", "waldUpper", "agrestiCaffoLower", "agrestiCaffoUpper"])
      expected[field] = Math.max(-1, Math.min(1, expected[field]));
    const limits = (method: CompareMethod) => {
      const { low, high } = compare(share(b), share(a), { method, level: options.confidence }).interval!;
      return [low / 100, high / 100];
    };
    const [waldLower, waldUpper] = limits("wald");
    const [newcombeLower, newcombeUpper] = limits("newcombe");
    const [agrestiCaffoLower, agrestiCaffoUpper] = limits("adjusted-wald");
    return { waldLower, waldUpper, newcombeLower, newcombeUpper, agrestiCaffoLower, agrestiCaffoUpper };
  });

  testGolden("prop.test.oneSample", ({ input, options }) => {
    const { statistic, pValue } = compareToBenchmark(share(input), 100 * options.p0);
    return { scoreZ: statistic, scoreP: pValue };
  });

  testGolden("prop.test.two", (golden) => {
    const { a, b } = golden.input;
    const { difference } = compare(share(b), share(a));
    const { statistic } = compareDistributions(share(a), share(b)).bands;
    return withoutSpread({ diff: difference! / 100, chisq: statistic }, golden);
  });

  testGolden("prop.test.k", ({ input: { successes, n } }) => {
    const groups = (successes as number[]).map((count, index) => share({ successes: count, n: n[index] }));
    const { statistic, df, pValue } = compareGroups(groups).bands;
    return { chisq: statistic, df, p: pValue };
  });

  testGolden("prop.test.mcnemar", ({ input: { table } }) => {
    const [[both, lost], [gained, neither]] = table;
    const times = (n: number, pair: [number, number]) => Array.from({ length: n }, () => pair);
    const pairs = [...times(both, [1, 1]), ...times(lost, [1, 0]), ...times(gained, [0, 1]), ...times(neither, [0, 0])];
    const { mcnemar } = comparePaired(pairs, THUMBS);
    return { chisq: mcnemar.statistic, p: mcnemar.pValue, exactP: mcnemar.exactPValue };
  });

  testGolden("effect.cohenH", ({ input: { p1, p2 } }) => {
    const of = (p: number) =>
      csat(
        [
          { score: 5, weight: p },
          { score: 1, weight: 1 - p },
        ].filter(({ weight }) => weight > 0),
      );
    return { h: compare(of(p2), of(p1)).effect.value };
  });
});

describe("comparisons of means agree with R", () => {
  testGolden("mean.test.oneSample", ({ input: { x }, options: { mu } }) => {
    const { statistic, df, pValue } = compareToBenchmark(measure(x, NUMBERS), mu);
    return { t: statistic, df, p: pValue };
  });

  testGolden("mean.test.two", ({ input: { a, b }, options }) => {
    const got = compare(measure(b, NUMBERS), measure(a, NUMBERS), { level: options.confidence });
    const { ratings } = compareDistributions(b, a, NUMBERS);
    return {
      diff: got.difference,
      welchT: got.statistic,
      welchDf: got.df,
      welchP: got.pValue,
      welchSe: got.standardError,
      welchLower: got.interval?.low,
      welchUpper: got.interval?.high,
      hedgesG: got.effect.value,
      mannWhitneyU: ratings.statistic,
      mannWhitneyP: ratings.pValue,
    };
  });

  testGolden("mean.test.paired", ({ input: { a, b }, options }) => {
    const pairs = (a as number[]).map((value, index): [number, number] => [b[index], value]);
    const got = comparePaired(pairs, NUMBERS, { level: options.confidence });
    return {
      meanDiff: got.difference,
      t: got.statistic,
      df: got.df,
      p: got.pValue,
      lower: got.interval?.low,
      upper: got.interval?.high,
    };
  });

  testGolden("mean.test.k", ({ input: { groups } }) => {
    const { scores } = compareGroups(Object.values<number[]>(groups).map((group) => measure(group, NUMBERS)));
    return { welchF: scores.statistic, welchDf2: scores.df2, welchP: scores.pValue, df1: scores.df1 };
  });
});

describe("adjusted p-values agree with R's p.adjust", () => {
  testGolden("padjust.holm", ({ input: { p } }) => ({ adjusted: adjustPValues(p) }));
  testGolden("padjust.BH", ({ input: { p } }) => ({ adjusted: adjustPValues(p, { method: "bh" }) }));
  testGolden("padjust.bonferroni", ({ input: { p } }) => ({ adjusted: adjustPValues(p, { method: "bonferroni" }) }));
});

describe("sample sizes agree with R", () => {
  const percent = (p: number) => ({ definition: CSAT, expected: { positive: p } });

  testGolden("samplesize.proportion", ({ input, options, expected }) => {
    const { p, margin, population } = input;
    const plan = { ...percent(p), margin: 100 * margin, level: options.confidence };
    if ("nRounded" in expected) return { nRounded: sampleSize({ ...plan, population }) };
    const all = { n0Ceil: sampleSize(plan) };
    return population === null ? all : { ...all, nFpcCeil: sampleSize({ ...plan, population }) };
  });

  testGolden("moe.proportion", ({ input: { p, n, population }, options }) => ({
    moe: marginOfError({ ...percent(p), n, level: options.confidence, population: population ?? undefined }) / 100,
  }));

  const net = ({ promoters, detractors }: { promoters: number; detractors: number }) => ({
    definition: NPS,
    expected: { positive: promoters, negative: detractors },
  });

  testGolden("samplesize.nps", ({ input, options }) => {
    const plan = { ...net(input), margin: input.marginPoints, level: options.confidence };
    const all = { n0Ceil: sampleSize(plan) };
    return input.population === null
      ? all
      : { ...all, nFpcCeil: sampleSize({ ...plan, population: input.population }) };
  });

  testGolden("samplesize.npsTwoSample", ({ input, options: { alpha, power }, expected }) => {
    const plan = { ...net(input), level: 1 - alpha, power };
    const found = detectableDifference({ ...plan, n: expected.nPerGroup });
    expected.diffPoints = input.diffPoints;
    return { nPerGroupCeil: sampleSizeToDetect({ ...plan, difference: input.diffPoints }), diffPoints: found };
  });

  testGolden("samplesize.twoProportions", ({ input: { p1, p2 }, options: { alpha, power }, expected }) => {
    expected.nCeil = Math.ceil(expected.nPerGroup);
    return {
      nCeil: sampleSizeToDetect({ ...percent(p1), difference: 100 * (p2 - p1), level: 1 - alpha, power }),
    };
  });

  testGolden("samplesize.twoMeans", ({ input: { delta, sd }, options: { alpha, power }, expected }) => {
    expected.nCeil = Math.ceil(expected.nPerGroupNormalApprox);
    const expectation = { standardDeviation: sd };
    return {
      nCeil: sampleSizeToDetect({
        definition: NUMBERS,
        expected: expectation,
        difference: delta,
        level: 1 - alpha,
        power,
      }),
    };
  });
});

describe("weighted designs agree with R survey", () => {
  interface Row {
    readonly score: number;
    readonly weight: number;
    readonly group: string;
  }
  const rowsOf = ({ scores, weights, ...rest }: Record<string, (number & string)[]>): Row[] =>
    scores!.map((score, index) => ({
      score,
      weight: weights![index]!,
      group: (rest.group ?? rest.stratum ?? rest.cluster)![index]!,
    }));

  testGolden("weighted.nps.test", ({ input }) => {
    const rows = rowsOf(input);
    const [a, b] = ["A", "B"].map((group) => nps(rows.filter((row) => row.group === group)));
    const got = compare(b!, a!, { method: "z" });
    return {
      npsA: a!.score,
      npsB: b!.score,
      indepDiffAminusB: got.difference,
      indepSe: got.standardError,
      indepZ: got.statistic,
      indepP: got.pValue,
    };
  });

  const accessors = { definition: NPS, score: (row: Row) => row.score, weight: (row: Row) => row.weight };

  testGolden("weighted.nps.clustered", ({ input }) => {
    const got = measureClustered(rowsOf(input), { ...accessors, cluster: (row) => row.group });
    return { estimate: got.score, se: got.standardError, df: got.df };
  });

  testGolden("weighted.nps.stratified", ({ input }) => {
    const got = measureClustered(rowsOf(input), { ...accessors, stratum: (row) => row.group });
    return { estimate: got.score, seNoFpc: got.standardError, df: got.df };
  });
});
