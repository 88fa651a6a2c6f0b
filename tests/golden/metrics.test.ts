import { describe } from "vitest";
import {
  type Answers,
  CES_1,
  ces,
  csat,
  type Interval,
  type MeasureOptions,
  type MetricDefinition,
  measure,
  nps,
  sentiment,
} from "../../src/index.js";
import { type GoldenCase, testGolden } from "../support/golden.js";

/** A definition with the bands negative, neutral and positive on a scale of whole numbers. */
function banded(
  [min, max]: [number, number],
  neutralFrom: number,
  positiveFrom: number,
  more: Partial<MetricDefinition> = {},
): MetricDefinition {
  return {
    metric: "golden",
    scale: { min, max },
    better: "higher",
    statistic: "net",
    bands: [
      { name: "negative", sentiment: "negative", from: min },
      { name: "neutral", sentiment: "neutral", from: neutralFrom },
      { name: "positive", sentiment: "positive", from: positiveFrom },
    ],
    ...more,
  };
}

interface Counts {
  readonly detractors: number;
  readonly passives: number;
  readonly promoters: number;
}

function answersOf({ detractors, passives, promoters }: Counts): Answers {
  return [
    { score: 3, n: detractors },
    { score: 8, n: passives },
    { score: 10, n: promoters },
  ];
}

const percent = (share: number | null) => (share === null ? null : 100 * share);

/** Variances from the standard error, which divides by n − 1. */
function variances({ n, standardError }: { n: number; standardError: number | null }) {
  if (standardError === null) return { varSample: null, seSample: null };
  return {
    varSample: standardError ** 2 * n,
    varPopulation: standardError ** 2 * (n - 1),
    seSample: standardError,
    sePopulation: standardError * Math.sqrt((n - 1) / n),
  };
}

/** Those figures that a case expects, where not every case of a method expects all. */
function expected(golden: GoldenCase, figures: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(figures).filter(([field]) => field in golden.expected));
}

const clip = (limit: number, low: number, high: number) => Math.max(low, Math.min(high, limit));

/** The limits of a case, moved inside the scale as all our intervals are. */
function clipExpected(golden: GoldenCase, fields: string[], low: number, high: number): void {
  for (const field of fields) golden.expected[field] = clip(golden.expected[field], low, high);
}

describe("NPS agrees with R", () => {
  testGolden("nps.score.counts", (golden) => {
    const got = nps(answersOf(golden.input));
    return expected(golden, {
      n: got.n,
      nps: got.score,
      promotersPct: percent(got.bands.promoter.share),
      passivesPct: percent(got.bands.passive.share),
      detractorsPct: percent(got.bands.detractor.share),
      ...variances(got),
    });
  });

  testGolden("nps.score.raw", (golden) => {
    const { scaleMin, scaleMax, detractorMax, passiveMax } = golden.options;
    const got = measure(golden.input.scores, banded([scaleMin, scaleMax], detractorMax + 1, passiveMax + 1));
    const { negative, neutral, positive } = got.bands as Record<string, { n: number; share: number | null }>;
    return expected(golden, {
      n: got.n,
      nps: got.score,
      missing: got.missing,
      meanScore: got.mean,
      detractors: negative?.n,
      passives: neutral?.n,
      promoters: positive?.n,
      promotersPct: percent(positive?.share ?? null),
      ...variances(got),
    });
  });

  const limits = ({ input, options }: GoldenCase, interval: MeasureOptions["interval"]) => {
    const got = nps(answersOf(input), { interval, level: options.confidence });
    return { nps: got.score, lowerClipped: got.interval?.low, upperClipped: got.interval?.high };
  };
  testGolden("nps.ci.wald", (golden) => limits(golden, "wald"));
  testGolden("nps.ci.score", (golden) => limits(golden, "score"));
  testGolden("nps.ci.t", (golden) => limits(golden, "t"));
  testGolden("nps.ci.adjustedWald", (golden) =>
    // Other pseudo-counts than Rocks' are not offered.
    golden.options.pseudo.passives === 1.5
      ? limits(golden, "adjusted-wald")
      : { nps: nps(answersOf(golden.input)).score },
  );
});

describe("proportions agree with R", () => {
  const limits = ({ input: { successes, n }, options }: GoldenCase, interval: MeasureOptions["interval"]) => {
    const answers = [
      { score: 5, n: successes },
      { score: 1, n: n - successes },
    ];
    const got = csat(answers, { interval, level: options.confidence });
    return { estimate: got.score! / 100, lower: got.interval!.low / 100, upper: got.interval!.high / 100 };
  };
  const clipped = (golden: GoldenCase, interval: MeasureOptions["interval"]) => {
    const { estimate, lower, upper } = limits(golden, interval);
    return { estimate, lowerClipped: lower, upperClipped: upper };
  };
  testGolden("prop.ci.wilson", (golden) => limits(golden, "wilson"));
  testGolden("prop.ci.agrestiCoull", (golden) => clipped(golden, "agresti-coull"));
  testGolden("prop.ci.clopperPearson", (golden) => limits(golden, "clopper-pearson"));
  testGolden("prop.ci.jeffreys", (golden) => limits(golden, "jeffreys"));
  testGolden("prop.ci.wald", (golden) => {
    const { estimate, lower, upper } = limits(golden, "wald");
    const inside = golden.expected.lower >= 0 && golden.expected.upper <= 1;
    return inside ? { estimate, lower, upper } : { estimate };
  });
});

describe("means, satisfaction and effort agree with R", () => {
  const wide = (x: readonly number[]) =>
    banded([Math.min(...x) - 100, Math.max(...x) + 100], 0, 0.5, {
      scale: { min: -1000, max: 1000, step: null },
      bands: [{ name: "any", sentiment: "neutral" }],
      statistic: "mean",
    });

  testGolden("mean.ci.t", ({ input: { x }, options }) => {
    const got = measure(x, wide(x), { level: options.confidence });
    return { mean: got.mean, se: got.standardError, lower: got.interval?.low, upper: got.interval?.high };
  });

  testGolden("csat", ({ input: { x }, options: { scaleMin, scaleMax, topBox, confidence } }) => {
    const scale = { min: scaleMin, max: scaleMax };
    const topFrom = scaleMax - topBox + 1;
    const bands = [
      { name: "rest", sentiment: "neutral" },
      { name: "top", sentiment: "positive", from: topFrom },
    ] as const;
    const definition: MetricDefinition = { metric: "csat", scale, better: "higher", statistic: "share", bands };
    const got = measure(x, definition, { level: confidence });
    // On three points, the top two and the bottom two boxes overlap.
    const both = topFrom > scaleMin + 2 ? banded([scaleMin, scaleMax], scaleMin + 2, topFrom) : undefined;
    return {
      n: got.n,
      csatPct: got.score,
      mean: got.mean,
      index0to100: measure(x, definition, { statistic: "index" }).score,
      wilsonLowerPct: got.interval?.low,
      wilsonUpperPct: got.interval?.high,
      ...(both && { bottom2Pct: percent(measure(x, both).bands.negative!.share) }),
      ...(both && { netSatisfaction: measure(x, both).score }),
      topBoxPct: csat(x, { definition, satisfiedFrom: scaleMax }).score,
    };
  });

  testGolden("ces.v2", (golden) => {
    const { x } = golden.input;
    const got = ces(x);
    clipExpected(golden, ["lower", "upper"], 1, 7);
    const strict = banded([1, 7], 4, 6);
    return {
      n: got.n,
      mean: got.score,
      easyPct57: ces(x, { statistic: "share" }).score,
      easyPct67: ces(x, { definition: strict, statistic: "share" }).score,
      difficultPct13: percent(got.bands.difficult.share),
      net57minus13: ces(x, { statistic: "net" }).score,
      net67minus13: ces(x, { definition: strict, statistic: "net" }).score,
      lower: got.interval?.low,
      upper: got.interval?.high,
    };
  });

  testGolden("ces.v2.counts", ({ input: { counts } }) => ({
    mean: ces((counts as number[]).map((n, index) => ({ score: index + 1, n }))).score,
  }));

  testGolden("ces.v1", (golden) => {
    const { x } = golden.input;
    clipExpected(golden, ["lower", "upper"], 1, 5);
    const got = ces(x, { definition: CES_1 });
    return {
      n: got.n,
      mean: got.score,
      lowEffortPct12: ces(x, { definition: CES_1, statistic: "share" }).score,
      highEffortPct45: percent(got.bands.difficult.share),
      net12minus45: ces(x, { definition: CES_1, statistic: "net" }).score,
      lower: got.interval?.low,
      upper: got.interval?.high,
    };
  });

  testGolden("classify", ({ input: { x }, options: { scaleMin, scaleMax, negativeMax, positiveMin } }) => {
    const definition = banded([scaleMin, scaleMax], negativeMax + 1, positiveMin);
    const got = sentiment(x, { definition });
    const { negative, neutral, positive } = got.bands as Record<string, { n: number; share: number | null }>;
    return {
      negative: negative!.n,
      neutral: neutral!.n,
      positive: positive!.n,
      negativePct: percent(negative!.share),
      neutralPct: percent(neutral!.share),
      positivePct: percent(positive!.share),
      net: got.score,
    };
  });
});

describe("weighted estimates agree with R survey", () => {
  const weightedAnswers = ({ scores, weights }: { scores: (number | null)[]; weights: number[] }) =>
    scores.map((score, index) => ({ score, weight: weights[index] }));
  const kish = (got: { n: number; weight: number; effectiveN: number | null }) => ({
    n: got.n,
    sumWeights: got.weight,
    nKish: got.effectiveN,
    deffKish: got.n / got.effectiveN!,
  });
  // R takes answers of weight 0 out of the degrees of freedom, which a tally cannot tell from the others.
  const tLimits = (golden: GoldenCase, { interval }: { interval: Interval | null }) =>
    golden.input.weights.includes(0) ? {} : { tLower: interval?.low, tUpper: interval?.high };

  testGolden("weighted.nps", (golden) => {
    clipExpected(golden, ["tLower", "tUpper"], -100, 100);
    const got = nps(weightedAnswers(golden.input), { interval: "t", level: golden.options.confidence });
    return { estimate: got.score, se: got.standardError, ...tLimits(golden, got), ...kish(got) };
  });

  testGolden("weighted.proportion", ({ input, options }) => {
    const definition = banded([0, 10], options.topBoxMin - 1, options.topBoxMin, { statistic: "share" });
    const got = measure(weightedAnswers(input), definition);
    return { estimate: got.score! / 100, se: got.standardError! / 100, ...kish(got) };
  });

  testGolden("weighted.mean", (golden) => {
    clipExpected(golden, ["tLower", "tUpper", "zLower", "zUpper"], 0, 10);
    const answers = weightedAnswers(golden.input);
    const level = golden.options.confidence;
    const byT = nps(answers, { statistic: "mean", level });
    const byZ = nps(answers, { statistic: "mean", level, interval: "wald" });
    return {
      estimate: byT.score,
      se: byT.standardError,
      ...tLimits(golden, byT),
      zLower: byZ.interval?.low,
      zUpper: byZ.interval?.high,
      ...kish(byT),
    };
  });
});
