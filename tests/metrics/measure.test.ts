import { describe, expect, it } from "vitest";
import {
  type Answers,
  CSAT,
  type IntervalMethod,
  type MeasureOptions,
  type MetricDefinition,
  measure,
  NPS,
  type Statistic,
  tally,
} from "../../src/index.js";
import { METHODS } from "../laws/arbitraries.js";

const answers = [10, 9, 9, 8, 6, null];

describe("measure", () => {
  it("returns the score with all that is known of it", () => {
    expect(measure(answers, NPS)).toStrictEqual({
      metric: "nps",
      statistic: "net",
      better: "higher",
      scale: { min: 0, max: 10, step: 1 },
      score: 40,
      n: 5,
      missing: 1,
      invalid: 0,
      mean: 8.4,
      weight: 5,
      effectiveN: 5,
      // The squares of 60, 60, 60, −40 and −140 add up to 32 000: √(32 000 / 4 / 5).
      standardError: 40,
      interval: { low: expect.closeTo(-34.93, 2), high: expect.closeTo(82.64, 2), level: 0.95, method: "score" },
      bands: {
        detractor: { sentiment: "negative", n: 1, weight: 1, share: 0.2 },
        passive: { sentiment: "neutral", n: 1, weight: 1, share: 0.2 },
        promoter: { sentiment: "positive", n: 3, weight: 3, share: 0.6 },
      },
    });
  });

  it("weighs answers", () => {
    const weighted = [
      { score: 10, weight: 3 },
      { score: 6, weight: 1 },
      { score: null, weight: 5 },
    ];
    const { score, mean, n, missing, weight, effectiveN, bands } = measure(weighted, NPS);
    expect({ score, mean, n, missing, weight }).toEqual({ score: 50, mean: 9, n: 2, missing: 1, weight: 4 });
    expect(effectiveN).toBe(16 / 10);
    expect(bands.promoter).toEqual({ sentiment: "positive", n: 1, weight: 3, share: 0.75 });
  });

  it("takes answers of unequal weight for fewer of equal weight in its intervals", () => {
    // By Kish's formula 20² / 40 = 10 of 20.
    const unequal = [5, 1].map((score) => ({ score, n: 10, weight: 10, weightSq: 20 }));
    const equal = [5, 1].map((score) => ({ score, n: 5 }));
    for (const interval of ["wilson", "agresti-coull", "clopper-pearson", "jeffreys", "wald"] as const)
      expect(measure(unequal, CSAT, { interval }).interval).toEqual(measure(equal, CSAT, { interval }).interval);
    for (const interval of ["score", "adjusted-wald", "wald"] as const) {
      const options = { statistic: "net", interval } as const;
      expect(measure(unequal, CSAT, options).interval).toEqual(measure(equal, CSAT, options).interval);
    }
  });

  it("has n − 1 degrees of freedom in Student's interval", () => {
    const hours: MetricDefinition = {
      metric: "hours of sleep gained",
      scale: { min: -24, max: 24, step: null },
      better: "higher",
      statistic: "mean",
      bands: [{ name: "any", sentiment: "neutral" }],
    };
    // Student (1908), The probable error of a mean; R's t.test prints these limits.
    const { low, high } = measure([1.2, 2.4, 1.3, 1.3, 0, 1, 1.8, 0.8, 4.6, 1.4], hours).interval!;
    expect(low).toBeCloseTo(0.7001142, 7);
    expect(high).toBeCloseTo(2.4598858, 7);
  });

  it("fills in the step of a scale that names none", () => {
    const { metric, better, statistic, bands } = NPS;
    const scale = { min: 0, max: 10 };
    expect(measure([9], { metric, better, statistic, bands, scale }).scale).toEqual({ min: 0, max: 10, step: 1 });
    expect(measure([9], { metric, better, statistic, bands, scale: { ...scale, step: null } }).scale.step).toBeNull();
  });

  it("tells bands apart that have one sentiment", () => {
    const definition = {
      metric: "mood",
      scale: { min: 1, max: 4 },
      better: "higher",
      statistic: "share",
      bands: [
        { name: "bad", sentiment: "negative" },
        { name: "good", sentiment: "positive", from: 3 },
        { name: "great", sentiment: "positive", from: 4 },
      ],
    } as const;
    const { score, bands } = measure([4, 3, 3, 1], definition);
    expect(score).toBe(75);
    expect([bands.good.n, bands.great.n]).toEqual([2, 1]);
  });
});

describe("what a score is", () => {
  const lower: MetricDefinition = {
    metric: "effort",
    scale: { min: 1, max: 5 },
    better: "lower",
    statistic: "index",
    bands: [
      { name: "easy", sentiment: "positive" },
      { name: "hard", sentiment: "negative", from: 3 },
    ],
  };

  it.each([
    ["net", NPS, [10, 9, 0, 8], 25],
    ["share", NPS, [10, 9, 0, 8], 50],
    ["mean", NPS, [10, 9, 0, 8], 6.75],
    ["index", NPS, [10, 9, 0, 8], 67.5],
    ["index", CSAT, [1, 5, 2], 100 * (5 / 12)],
    ["net", lower, [1, 2, 2, 5], 50],
    ["share", lower, [1, 2, 2, 5], 75],
    ["mean", lower, [1, 2, 2, 5], 2.5],
    ["index", lower, [1, 2, 2, 5], 62.5],
  ] as const)("%s", (statistic, definition, ratings, score) => {
    expect(measure(ratings, definition as MetricDefinition, { statistic }).score).toBeCloseTo(score, 12);
  });
});

describe("every option changes the result", () => {
  it("level", () => {
    const [usual, sure] = [measure(answers, NPS), measure(answers, NPS, { level: 0.99 })];
    expect(sure.interval?.level).toBe(0.99);
    expect(sure.interval!.low).toBeLessThan(usual.interval!.low);
    expect(sure.interval!.high).toBeGreaterThan(usual.interval!.high);
    expect({ ...sure, interval: null }).toEqual({ ...usual, interval: null });
  });

  const byStatistic = Object.entries(METHODS) as [Statistic, IntervalMethod[]][];
  it.each(byStatistic)("interval, of a %s", (statistic, methods) => {
    const many = [...answers, 3, 7, 9, 10, 10];
    const results = methods.map((interval) => measure(many, NPS, { statistic, interval }));
    expect(results.map((result) => result.interval?.method)).toEqual(methods);
    expect(new Set(results.map((result) => result.interval?.low)).size).toBe(methods.length);
    expect(measure(many, NPS, { statistic })).toEqual(results[0]);
    for (const result of results) expect({ ...result, interval: null }).toEqual({ ...results[0], interval: null });
  });

  it.each(byStatistic)("interval, of a %s, though hardly where answers are many", (statistic, methods) => {
    const many = [0, 7, 8, 9, 10].map((score, index) => ({ score, n: 1e6 * (index + 1) }));
    for (const interval of methods) {
      const result = measure(many, NPS, { statistic, interval });
      const half = 1.959964 * result.standardError!;
      expect(result.interval!.low, interval).toBeCloseTo(result.score! - half, 4);
      expect(result.interval!.high, interval).toBeCloseTo(result.score! + half, 4);
    }
  });

  it("invalid", () => {
    expect(() => measure([9, 11], NPS)).toThrow(RangeError);
    expect(() => measure([9, 11], NPS, { invalid: "throw" })).toThrow(RangeError);
    expect(measure([9, 11], NPS, { invalid: "exclude" })).toEqual({ ...measure([9], NPS), invalid: 1 });
  });

  it("statistic", () => {
    expect(measure(answers, NPS)).toMatchObject({ statistic: "net", score: 40 });
    expect(measure(answers, NPS, { statistic: "share" })).toMatchObject({ statistic: "share", score: 60 });
  });

  it("unless it is left undefined", () => {
    const options = { level: undefined, interval: undefined, invalid: undefined, statistic: undefined };
    expect(measure(answers, NPS, options)).toEqual(measure(answers, NPS));
  });
});

describe("thin data give null instead of a number", () => {
  const nothing = { score: null, mean: null, effectiveN: null, standardError: null, interval: null };

  it.each([
    ["no answers", [], { ...nothing, n: 0, missing: 0, weight: 0 }],
    ["only missing ones", [null, undefined], { ...nothing, n: 0, missing: 2, weight: 0 }],
    [
      "weight 0 everywhere",
      [
        { score: 9, weight: 0 },
        { score: 3, weight: 0 },
      ],
      { ...nothing, n: 2, weight: 0 },
    ],
    ["counts of 0 everywhere", [{ score: 9, n: 0 }], { ...nothing, n: 0, missing: 0 }],
    ["a single answer", [9], { score: 100, mean: 9, n: 1, effectiveN: 1, standardError: null }],
  ])("%s", (_, thin, expected) => {
    expect(measure(thin, NPS)).toMatchObject(expected);
  });

  it("shares of nobody", () => {
    const { bands } = measure([{ score: 9, weight: 0 }], NPS);
    expect(bands.promoter).toEqual({ sentiment: "positive", n: 1, weight: 0, share: null });
    expect(bands.passive).toEqual({ sentiment: "neutral", n: 0, weight: 0, share: null });
  });

  it("an interval that rests on a standard error, of a single answer", () => {
    expect(measure([9], NPS, { statistic: "mean" }).interval).toBeNull();
    expect(measure([9], NPS, { statistic: "index", interval: "wald" }).interval).toBeNull();
    expect(measure([9], NPS, { interval: "t" }).interval).toBeNull();
    expect(measure([9], NPS, { interval: "wald" }).interval).toMatchObject({ low: 100, high: 100 });
    expect(measure([9], NPS).interval?.high).toBe(100);
  });

  it("counts a hole in an array as missing", () => {
    // biome-ignore lint/suspicious/noSparseArray: that is what is tested
    expect(measure([9, , 8], NPS)).toMatchObject({ n: 2, missing: 1 });
  });
});

describe("wrong calls", () => {
  it.each([
    [[9, 11], RangeError, "nps: score at index 1 must be from 0 to 10 in steps of 1, got 11"],
    [[9, 9, -1], RangeError, "nps: score at index 2 must be from 0 to 10 in steps of 1, got -1"],
    [[8.5], RangeError, "nps: score at index 0 must be from 0 to 10 in steps of 1, got 8.5"],
    [new Uint8Array([9, 10, 11]), RangeError, "nps: score at index 2 must be from 0 to 10 in steps of 1, got 11"],
    [new Set([9, 300]), RangeError, "nps: score at index 1 must be from 0 to 10 in steps of 1, got 300"],
    [tally([9, 11, 11]), RangeError, "nps: score at index 1 must be from 0 to 10 in steps of 1, got 11"],
    [[9, Number.NaN], RangeError, "nps: score at index 1 must be a finite number or null, got NaN"],
    [[Number.POSITIVE_INFINITY], RangeError, "nps: score at index 0 must be a finite number or null, got Infinity"],
    [[9, "9"], TypeError, 'nps: score at index 1 must be a finite number or null, got "9"'],
    [[true], TypeError, "nps: score at index 0 must be a finite number or null, got true"],
    [[9n], TypeError, "nps: score at index 0 must be a finite number or null, got 9n"],
    [[{ score: 9, n: 1.5 }], RangeError, "nps: n at index 0 must be a whole number from 0 to 2^53 - 1, got 1.5"],
    [[9, { score: 9, weight: -2 }], RangeError, /^nps: weight at index 1 must be 0, or from 1e-100 .*, got -2$/],
    [[{ score: 9, weight: Number.POSITIVE_INFINITY }], RangeError, /^nps: weight at index 0 .*, got Infinity$/],
    ["99", TypeError, 'answers must be an iterable of numbers, null or { score }, got "99"'],
    [null, TypeError, "answers must be an iterable of numbers, null or { score }, got null"],
    [{ score: 9 }, TypeError, "answers must be an iterable of numbers, null or { score }, got an object"],
  ])("refuses %o", (wrong, error, message) => {
    const call = () => measure(wrong as Answers, NPS);
    expect(call).toThrow(error);
    expect(call).toThrow(message);
  });

  it("says where a wrong answer is among many", () => {
    const answers = new Uint8Array(70_000).fill(11, 69_999);
    expect(() => measure(answers, NPS)).toThrow("nps: score at index 69999 must be from 0 to 10");
  });

  it("refuses what is next to a rating and not one", () => {
    for (const score of [9 - 2e-10, 9 + 2e-10, 1e-10])
      expect(() => measure([score], NPS), `${score}`).toThrow(RangeError);
  });

  it.each([
    [{ level: 95 }, RangeError, "level must be between 0 and 1, such as 0.95, got 95"],
    [{ level: 0 }, RangeError, "level must be between 0 and 1, such as 0.95, got 0"],
    [{ level: 1 }, RangeError, "level must be between 0 and 1, such as 0.95, got 1"],
    [{ level: Number.NaN }, RangeError, "level must be between 0 and 1, such as 0.95, got NaN"],
    [{ level: "0.9" }, TypeError, 'level must be between 0 and 1, such as 0.95, got "0.9"'],
    [
      { interval: "wilson" },
      TypeError,
      /interval of net scores must be score or adjusted-wald or wald or t, got "wilson"/,
    ],
    [{ interval: "wilson", statistic: "mean" }, TypeError, /interval of mean scores must be t or wald, got "wilson"/],
    [{ interval: "wilson", statistic: "index" }, TypeError, /interval of index scores must be t or wald, got "wilson"/],
    [{ statistic: "median" }, TypeError, /statistic must be net or share or mean or index, got "median"/],
    [{ invalid: "skip" }, TypeError, /invalid must be throw or exclude, got "skip"/],
  ])("refuses the options %o, whatever the answers", (options, error, message) => {
    for (const some of [[], [9, 10]]) {
      const call = () => measure(some, NPS, options as MeasureOptions);
      expect(call).toThrow(error);
      expect(call).toThrow(message);
    }
  });

  it("refuses a definition without the bands that a statistic counts", () => {
    const onlyGood: MetricDefinition = { ...NPS, statistic: "mean", bands: [{ name: "any", sentiment: "positive" }] };
    expect(measure([9], onlyGood).score).toBe(9);
    expect(() => measure([9], onlyGood, { statistic: "net" })).toThrow("one is negative, for net scores");
  });

  it.each([
    [null, TypeError, "definition must be a metric definition, such as NPS, got null"],
    [undefined, TypeError, "definition must be a metric definition, such as NPS, got undefined"],
    ["CSAT_10", TypeError, 'definition must be a metric definition, such as NPS, got "CSAT_10"'],
    [9, RangeError, "definition must be a metric definition, such as NPS, got 9"],
    [{}, TypeError, "metric must be a name, got undefined"],
  ])("refuses %o for a definition", (definition, error, message) => {
    const call = () => measure([9], definition as unknown as MetricDefinition);
    expect(call).toThrow(error);
    expect(call).toThrow(message);
  });
});

describe("more answers than can be counted exactly", () => {
  const most = { score: 9, n: 2 ** 53 - 1 };
  it.each<[string, Answers]>([
    ["of two scores", [most, 8]],
    ["with those that are missing", [most, null]],
    ["with those that are invalid", [{ score: 11, n: 2 ** 53 - 1 }, 9]],
  ])("are refused %s", (_, answers) => {
    expect(() => measure(answers, NPS, { invalid: "exclude" })).toThrow(
      new RangeError("nps: the number of answers must be below 2^53, to be counted exactly, got 9007199254740992"),
    );
    expect(measure([most], NPS).n).toBe(2 ** 53 - 1);
  });
});

describe("invalid answers that are excluded", () => {
  it.each([
    [[9, 11, -1, 8.5], 3],
    [[9, { score: 11, n: 40 }], 40],
    [[9, "9", true, 9n, Symbol("9"), Number.NaN], 5],
    [[9, {}, [9], new Date(0), () => 9], 4],
    [[9, { score: 9, n: 1.5 }, { score: 9, n: -3 }], 2],
    [[9, { score: 9, weight: -1 }, { score: 9, n: 3, weight: Number.NaN }], 4],
    [[9, { score: 9, n: 2n }, { score: 9, weight: 2n }], 2],
    [new Uint8Array([9, 11, 11]), 2],
  ])("%o: %d", (mixed, invalid) => {
    const result = measure(mixed as Answers, NPS, { invalid: "exclude" });
    expect(result).toEqual({ ...measure([9], NPS), invalid });
  });

  it("do not excuse what is no list of answers", () => {
    expect(() => measure("99" as unknown as Answers, NPS, { invalid: "exclude" })).toThrow(TypeError);
  });
});

describe("scores and limits to the last digit", () => {
  const percent: MetricDefinition = {
    metric: "percent",
    scale: { min: 0, max: 100 },
    better: "higher",
    statistic: "index",
    bands: [{ name: "any", sentiment: "neutral" }],
  };

  it("holds the index of equal answers in its interval", () => {
    for (let rating = 0; rating <= 100; rating++) {
      const { score, interval } = measure([rating, rating], percent);
      expect(interval!.low, `${rating}`).toBeLessThanOrEqual(score!);
      expect(interval!.high, `${rating}`).toBeGreaterThanOrEqual(score!);
    }
  });

  it("holds the smallest share in its interval", () => {
    const { score, interval } = measure(
      [
        { score: 1, n: 1_000_001 },
        { score: 4, weight: 1e-90 },
      ],
      CSAT,
    );
    expect(interval!.low).toBeLessThanOrEqual(score!);
    expect(interval!.high).toBeGreaterThanOrEqual(score!);
  });

  it("keeps apart the limits of the smallest share", () => {
    const few = [
      { score: 1, n: 1e12 },
      { score: 5, n: 2 },
    ];
    const { low, high } = measure(few, CSAT, { interval: "jeffreys", level: 1e-9 }).interval!;
    expect(low).toBeLessThan(high);
  });

  it("keeps limits in order, however close together", () => {
    const weighted = [
      { score: 5, weight: 5.15625 },
      { score: 1, weight: 17.125 },
    ];
    for (let level = 1e-300; level < 1e-9; level *= 10)
      for (let weight = 1; weight < 20; weight++) {
        const { low, high } = measure([...weighted, { score: 3, weight }], CSAT, { interval: "jeffreys", level })
          .interval!;
        expect(low).toBeLessThanOrEqual(high);
      }
  });

  it("never returns −0", () => {
    expect(Object.is(measure([-0], NPS, { statistic: "mean" }).score, 0)).toBe(true);
    const interval = measure([1, 10], { ...NPS, statistic: "mean", scale: { min: -0, max: 10 } }).interval!;
    expect(Object.is(interval.low, 0)).toBe(true);
    expect(Object.is(measure([10, 0], NPS).score, 0)).toBe(true);
  });
});
