import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  adjustPValues,
  type BenchmarkMethod,
  type CompareMethod,
  type Comparison,
  compare,
  compareAll,
  compareDistributions,
  compareGroups,
  comparePaired,
  compareToBenchmark,
  defineMetric,
  detectableDifference,
  type Expected,
  type Measurement,
  marginOfError,
  measure,
  measureClustered,
  NPS,
  type Statistic,
  sampleSize,
  sampleSizeToDetect,
} from "../../src/index.js";

const numRuns = 200;

/** Several bands of each sentiment, so that shares of sentiments are sums. */
const MANY = defineMetric({
  metric: "many bands",
  scale: { min: 0, max: 10 },
  better: "higher",
  statistic: "net",
  bands: [
    { name: "awful", sentiment: "negative" },
    { name: "bad", sentiment: "negative", from: 2 },
    { name: "fair", sentiment: "neutral", from: 4 },
    { name: "good", sentiment: "positive", from: 6 },
    { name: "better", sentiment: "positive", from: 8 },
    { name: "best", sentiment: "positive", from: 10 },
  ],
});

const COMPARE: Readonly<Record<Statistic, readonly CompareMethod[]>> = {
  net: ["adjusted-wald", "wald", "welch", "z"],
  share: ["adjusted-wald", "wald", "welch", "z", "newcombe"],
  mean: ["welch", "z"],
  index: ["welch", "z"],
};
const BENCHMARK: Readonly<Record<Statistic, readonly BenchmarkMethod[]>> = {
  net: ["score", "wald", "t"],
  share: ["score", "wald", "t"],
  mean: ["t", "wald"],
  index: ["t", "wald"],
};
const RANGE: Readonly<Record<Statistic, readonly [number, number]>> = {
  net: [-100, 100],
  share: [0, 100],
  mean: [0, 10],
  index: [0, 100],
};

const statistics = fc.constantFrom<Statistic[]>("net", "share", "mean", "index");
const levels = fc.constantFrom(0.5, 0.8, 0.95, 0.999);
const rating = fc.nat({ max: 10 });
const n = fc.integer({ min: 1, max: 200 });
const unweighted: fc.Arbitrary<Answer[]> = fc.array(fc.oneof(rating, fc.record({ score: rating, n })), {
  maxLength: 12,
});
const weighted: fc.Arbitrary<Answer[]> = fc.array(
  fc
    .record({ score: rating, n: fc.integer({ min: 1, max: 20 }), each: fc.integer({ min: 0, max: 256 }) })
    .map(({ score, n, each }) => ({ score, n, weight: (n * each) / 64 })),
  { maxLength: 12 },
);
/** Ratings of one sentiment only, huge counts, nobody at all. */
const degenerate: fc.Arbitrary<Answer[]> = fc.oneof(
  fc.constant<Answer[]>([]),
  rating.map((score) => [score]),
  fc.record({ score: fc.constantFrom(0, 5, 10), n }).map((answer) => [answer]),
  fc.array(fc.record({ score: fc.constantFrom(6, 8, 10), n }), { minLength: 1, maxLength: 4 }),
  fc.array(fc.record({ score: rating, n: fc.constantFrom(1, 1e6, 1e12, 999_999_999_989) }), { maxLength: 4 }),
  fc.array(fc.record({ score: rating, weight: fc.constant(0) }), { minLength: 1, maxLength: 3 }),
);
const answers = fc.oneof(unweighted, weighted, degenerate);

/** A statistic and one of its methods, with a level. */
function methodsOf<Method>(methods: Readonly<Record<Statistic, readonly Method[]>>) {
  return statistics.chain((statistic) =>
    fc.record({ statistic: fc.constant(statistic), method: fc.constantFrom(...methods[statistic]), level: levels }),
  );
}

const two = fc.record({ a: answers, b: answers, how: methodsOf(COMPARE) });
const one = fc.record({ a: answers, how: methodsOf(BENCHMARK), at: fc.nat({ max: 20 }) }).map(({ a, how, at }) => {
  const [lowest, highest] = RANGE[how.statistic];
  return { a, how, benchmark: lowest + ((highest - lowest) * at) / 20 };
});
const pairs = fc.array(fc.tuple(fc.option(rating, { freq: 8 }), fc.option(rating, { freq: 8 })), { maxLength: 30 });

const measured = (given: readonly Answer[], statistic: Statistic) => measure(given, MANY, { statistic });
const stored = <T>(value: T): T => JSON.parse(JSON.stringify(value));
const law = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns });

describe("compare", () => {
  it("says the opposite of the groups the other way round", () => {
    law(two, ({ a, b, how }) => {
      const [x, y] = [measured(a, how.statistic), measured(b, how.statistic)];
      const [there, back] = [compare(x, y, how), compare(y, x, how)];
      const { interval } = back;
      expectNear(there, {
        ...back,
        difference: negative(back.difference),
        statistic: negative(back.statistic),
        interval: interval && { ...interval, low: negative(interval.high), high: negative(interval.low) },
        effect: { ...back.effect, value: negative(back.effect.value) },
      });
    });
  });

  it("has an interval that excludes 0 exactly where the p-value says so", () => {
    law(two, ({ a, b, how }) => {
      expectAgreement(compare(measured(a, how.statistic), measured(b, how.statistic), how), how.level);
    });
  });

  it("finds no difference between a measurement and its copy", () => {
    law(two, ({ a, how }) => {
      const x = measured(a, how.statistic);
      const { difference, pValue } = compare(x, stored(x), how);
      if (difference !== null) expect(difference).toBe(0);
      if (pValue !== null) expect(pValue).toBe(1);
    });
  });

  it("is surer of the same answers four times over", () => {
    law(two, ({ a, b, how }) => {
      if (how.method === "z") return;
      const once = [a, b].map((given) => measured(given, how.statistic));
      const often = [a, b].map((given) => measured([given, given, given, given].flat(), how.statistic));
      const [few, many] = [once, often].map(([x, y]) => compare(x!, y!, how));
      if (few!.interval === null) return;
      const [wide, narrow] = [few!, many!].map(({ interval }) => interval!.high - interval!.low);
      expect(narrow!).toBeLessThanOrEqual(wide! + 1e-9);
      // Added answers move two groups of different size by different steps, which can make a difference where there is none.
      if (how.method === "adjusted-wald" && once[0]!.effectiveN !== once[1]!.effectiveN) return;
      expect(many!.pValue!).toBeLessThanOrEqual(few!.pValue! + 1e-9);
    });
  });

  it("is plain, and the same for measurements stored as JSON", () => {
    law(two, ({ a, b, how }) => {
      const [x, y] = [measured(a, how.statistic), measured(b, how.statistic)];
      const result = compare(x, y, how);
      expectPlain(result);
      expectProbabilities(result);
      expect(compare(stored(x), stored(y), how)).toStrictEqual(result);
    });
  });
});

describe("compareToBenchmark", () => {
  it("has an interval that excludes 0 exactly where the p-value says so", () => {
    law(one, ({ a, how, benchmark }) => {
      expectAgreement(compareToBenchmark(measured(a, how.statistic), benchmark, how), how.level);
    });
  });

  it("is plain, and the same for a measurement stored as JSON", () => {
    law(one, ({ a, how, benchmark }) => {
      const x = measured(a, how.statistic);
      const result = compareToBenchmark(x, benchmark, how);
      expectPlain(result);
      expectProbabilities(result);
      expect(compareToBenchmark(stored(x), benchmark, how)).toStrictEqual(result);
    });
  });

  it("finds no difference from the score itself", () => {
    law(one, ({ a, how }) => {
      const x = measured(a, how.statistic);
      if (x.score === null) return;
      const { difference, pValue } = compareToBenchmark(x, x.score, how);
      expect(difference).toBe(0);
      if (pValue !== null) expect(pValue).toBe(1);
    });
  });
});

describe("comparePaired", () => {
  const given = fc.record({ all: pairs, statistic: statistics, level: levels });

  it("has an interval that excludes 0 exactly where the p-value says so, and is plain", () => {
    law(given, ({ all, statistic, level }) => {
      const result = comparePaired(all, MANY, { statistic, level });
      expectAgreement(result, level);
      expectPlain(result);
      expectProbabilities(result);
    });
  });

  it("says the opposite of the answers the other way round", () => {
    law(given, ({ all, statistic, level }) => {
      const there = comparePaired(all, MANY, { statistic, level });
      const back = comparePaired(
        all.map(([before, after]) => [after, before] as const),
        MANY,
        { statistic, level },
      );
      expectNear(there.difference, negative(back.difference));
      expectNear(there.pValue, back.pValue);
      expectNear(there.interval?.low ?? null, negative(back.interval?.high ?? null));
      expectNear(there.mcnemar, { ...back.mcnemar, gained: back.mcnemar.lost, lost: back.mcnemar.gained });
    });
  });

  it("has the pairs in the transition table, and the difference between the two scores", () => {
    law(given, ({ all, statistic }) => {
      const { n, missing, before, after, difference, transition } = comparePaired(all, MANY, { statistic });
      const cells = Object.values(transition).flatMap((row) => Object.values(row));
      expect(cells.reduce((sum, count) => sum + count, 0)).toBe(n);
      expect(n + missing).toBe(all.length);
      for (const [name, row] of Object.entries(transition))
        expect(Object.values(row).reduce((sum, count) => sum + count, 0)).toBe(
          before.bands[name as keyof typeof before.bands].n,
        );
      if (difference !== null) expectNear(difference, after.score! - before.score!);
    });
  });
});

describe("several groups", () => {
  const groups = fc.record({ all: fc.array(unweighted, { minLength: 2, maxLength: 5 }), how: methodsOf(COMPARE) });

  it("against the rest are compared with the others' answers together", () => {
    law(groups, ({ all, how }) => {
      const results = compareAll(
        all.map((given) => measured(given, how.statistic)),
        { ...how, against: "rest" },
      );
      expect(results).toHaveLength(all.length);
      for (const [index, { before, after, adjustedPValue: _, ...result }] of results.entries()) {
        expect([before, after]).toEqual(["rest", `${index}`]);
        const others = measured(
          all.flatMap((given, other) => (other === index ? [] : given)),
          how.statistic,
        );
        expectNear(result, compare(others, measured(all[index]!, how.statistic), how));
      }
    });
  });

  it("in pairs are compared as two are, with adjusted p-values", () => {
    law(groups, ({ all, how }) => {
      const measurements = all.map((given) => measured(given, how.statistic));
      const results = compareAll(measurements, how);
      expect(results).toHaveLength((all.length * (all.length - 1)) / 2);
      expect(results.map((result) => result.adjustedPValue)).toEqual(
        adjustPValues(results.map(({ pValue }) => pValue)),
      );
      for (const { before, after, adjustedPValue: _, ...result } of results)
        expect(result).toStrictEqual(compare(measurements[+before]!, measurements[+after]!, how));
    });
  });

  it("are plain, and the same for measurements stored as JSON", () => {
    law(fc.record({ all: fc.array(answers, { maxLength: 4 }), how: methodsOf(COMPARE) }), ({ all, how }) => {
      const measurements = all.map((given) => measured(given, how.statistic));
      for (const of of [compareGroups, (list: Measurement[]) => compareAll(list, how)]) {
        const result = of(measurements);
        expectPlain(result);
        expectProbabilities(result);
        expect(of(stored(measurements))).toStrictEqual(result);
      }
    });
  });

  it("are plain by their distributions, and alike the other way round", () => {
    law(fc.tuple(answers, answers), ([a, b]) => {
      const there = compareDistributions(a, b, MANY);
      const back = compareDistributions(b, a, MANY);
      expectPlain(there);
      expectProbabilities(there);
      expectNear(there.bands, back.bands);
      expectNear(there.ratings.pValue, back.ratings.pValue);
      if (there.ratings.superiority !== null) expectNear(there.ratings.superiority, 1 - back.ratings.superiority!);
      const [x, y] = [measure(a, MANY), measure(b, MANY)];
      expect(compareDistributions(stored(x), stored(y))).toStrictEqual({ bands: there.bands, ratings: null });
    });
  });
});

describe("extreme weights", () => {
  const extreme = fc.array(
    fc.record({ score: rating, weight: fc.constantFrom(1e-100, 1e-90, 1e-40, 1, 1e40, 1e90, 1e100) }),
    { maxLength: 4 },
  );

  it("leave comparisons plain", () => {
    law(fc.record({ a: extreme, b: extreme, how: methodsOf(COMPARE) }), ({ a, b, how }) => {
      expectPlain(compare(measured(a, how.statistic), measured(b, how.statistic), how));
    });
  });

  it("leave comparisons with a benchmark plain", () => {
    law(fc.record({ a: extreme, how: methodsOf(BENCHMARK) }), ({ a, how }) => {
      expectPlain(compareToBenchmark(measured(a, how.statistic), 5, how));
    });
  });

  it("leave comparisons of several groups plain", () => {
    law(fc.record({ all: fc.array(extreme, { maxLength: 4 }), statistic: statistics }), ({ all, statistic }) => {
      expectPlain(compareGroups(all.map((given) => measured(given, statistic))));
    });
  });
});

describe("adjustPValues", () => {
  const adjustments = fc.constantFrom("holm" as const, "bh" as const, "bonferroni" as const, "none" as const);
  const p = fc.oneof(fc.double({ min: 0, max: 1, noNaN: true }), fc.constantFrom(0, 0.01, 0.05, 1));
  const some = fc.array(fc.option(p, { freq: 5 }), { maxLength: 12 });

  it("raises p-values, to 1 at most, and keeps their order", () => {
    law(fc.tuple(some, adjustments), ([raw, method]) => {
      const adjusted = adjustPValues(raw, { method });
      expect(adjusted).toHaveLength(raw.length);
      raw.forEach((p, i) => {
        if (p === null) {
          expect(adjusted[i]).toBeNull();
          return;
        }
        expect(adjusted[i]!).toBeGreaterThanOrEqual(p);
        expect(adjusted[i]!).toBeLessThanOrEqual(1);
        raw.forEach((other, j) => {
          if (other !== null && other >= p) expect(adjusted[j]!).toBeGreaterThanOrEqual(adjusted[i]!);
        });
      });
    });
  });

  it("does not count nulls", () => {
    law(fc.tuple(some, adjustments), ([raw, method]) => {
      const known = (all: (number | null)[]) => all.filter((one) => one !== null);
      expect(known(adjustPValues(raw, { method }))).toEqual(adjustPValues(known(raw), { method }));
    });
  });

  it("gives the same in any order", () => {
    const shuffled = some.chain((raw) =>
      fc.record({
        raw: fc.constant(raw),
        order: fc.shuffledSubarray([...raw.keys()], { minLength: raw.length }),
        method: adjustments,
      }),
    );
    law(shuffled, ({ raw, order, method }) => {
      const adjusted = adjustPValues(raw, { method });
      const other = adjustPValues(
        order.map((index) => raw[index]!),
        { method },
      );
      expect(other).toEqual(order.map((index) => adjusted[index]));
    });
  });

  it("is strictest with bonferroni and laxest with bh", () => {
    law(some, (raw) => {
      const [bonferroni, holm, bh] = (["bonferroni", "holm", "bh"] as const).map((method) =>
        adjustPValues(raw, { method }),
      );
      raw.forEach((p, index) => {
        if (p === null) return;
        expect(holm![index]!).toBeLessThanOrEqual(bonferroni![index]!);
        expect(bh![index]!).toBeLessThanOrEqual(holm![index]! + 1e-12);
      });
    });
  });
});

describe("planning", () => {
  const expectations: Readonly<Record<Statistic, fc.Arbitrary<Expected>>> = {
    net: fc
      .tuple(fc.nat({ max: 100 }), fc.nat({ max: 100 }))
      .map(([a, b]) => ({ positive: Math.min(a, b) / 100, negative: (100 - Math.max(a, b)) / 100 })),
    share: fc.nat({ max: 100 }).map((percent) => ({ positive: percent / 100 })),
    mean: fc.integer({ min: 1, max: 50 }).map((tenths) => ({ standardDeviation: tenths / 10 })),
    index: fc.integer({ min: 1, max: 50 }).map((standardDeviation) => ({ standardDeviation })),
  };
  const plan = statistics.chain((statistic) =>
    fc.record({
      definition: fc.constant(MANY),
      statistic: fc.constant(statistic),
      expected: fc.option(expectations[statistic], { nil: undefined }),
      level: fc.constantFrom(0.8, 0.9, 0.95, 0.99),
    }),
  );
  const size = fc.integer({ min: 1, max: 400 }).map((k) => k / 20);

  it("takes as many answers as a margin needs, and none more", () => {
    law(fc.tuple(plan, size), ([given, margin]) => {
      const n = sampleSize({ ...given, margin });
      expect(Number.isSafeInteger(n)).toBe(true);
      expect(marginOfError({ ...given, n })).toBeLessThanOrEqual(margin * (1 + 1e-9));
      if (n > 1) expect(marginOfError({ ...given, n: n - 1 })).toBeGreaterThan(margin);
    });
  });

  it("takes fewer answers of a small population, and never more than there are", () => {
    law(fc.tuple(plan, size, fc.integer({ min: 1, max: 2000 })), ([given, margin, population]) => {
      const n = sampleSize({ ...given, margin, population });
      expect(n).toBeLessThanOrEqual(population);
      expect(n).toBeLessThanOrEqual(sampleSize({ ...given, margin }));
    });
  });

  it("finds the difference that the number of answers was planned for", () => {
    const power = fc.constantFrom(0.5, 0.8, 0.9, 0.99);
    law(fc.tuple(plan, size, power), ([given, difference, power]) => {
      // Of a share that is given, the difference towards the middle of the scale is found, which takes the most answers.
      if (given.statistic === "share" && given.expected !== undefined) return;
      if (difference > (given.statistic === "mean" ? 10 : 100)) return;
      // Where a score cannot rise so far, it can fall.
      const { positive = 0.5, negative = 0.5 } = given.expected ?? {};
      const isTooFar = given.statistic === "net" && 100 * (positive - negative) + difference > 100;
      const n = sampleSizeToDetect({ ...given, difference: isTooFar ? -difference : difference, power });
      expect(detectableDifference({ ...given, n, power })).toBeLessThanOrEqual(difference * (1 + 1e-9));
    });
  });
});

describe("measureClustered", () => {
  const row = fc.record({ score: fc.option(rating, { freq: 8 }), weight: fc.integer({ min: 0, max: 256 }) });
  const rows = fc.array(
    row.map(({ score, weight }) => ({ score, weight: weight / 64 })),
    { maxLength: 25 },
  );

  it("is measure where each row is a cluster", () => {
    law(fc.tuple(rows, statistics, levels, fc.boolean()), ([all, statistic, level, isWeighted]) => {
      const weight = isWeighted ? { weight: (row: { weight: number }) => row.weight } : {};
      const clustered = measureClustered(all, {
        definition: MANY,
        score: (row) => row.score,
        cluster: (_, index) => index,
        statistic,
        level,
        ...weight,
      });
      const interval = statistic === "share" ? {} : { interval: "t" as const };
      const given = isWeighted ? all : all.map(({ score }) => score);
      const plain = measure(given, MANY, { statistic, level, ...interval });
      // There is no t interval of a share to compare with.
      const { clusters, strata, df, ...rest } = clustered;
      expectNear({ ...rest, interval: null }, { ...plain, interval: null });
      if (statistic !== "share") expectNear(rest.interval, plain.interval);
      expect([clusters, strata, df]).toEqual([plain.n, Math.min(1, plain.n), Math.max(0, plain.n - 1)]);
    });
  });

  it("is plain, and the same in any order and without names of clusters", () => {
    const keyed = fc.array(
      fc.record({ score: fc.option(rating, { freq: 8 }), cluster: fc.nat({ max: 5 }), stratum: fc.nat({ max: 2 }) }),
      { maxLength: 25 },
    );
    law(fc.tuple(keyed, statistics), ([all, statistic]) => {
      const of = (given: typeof all) =>
        measureClustered(given, {
          definition: MANY,
          statistic,
          score: (row) => row.score,
          cluster: (row) => row.cluster,
          stratum: (row) => row.stratum,
        });
      const result = of(all);
      expectPlain(result);
      expectNear(of([...all].reverse()), result);
      const renamed = all.map((row) => ({ ...row, cluster: 100 - row.cluster }));
      expectNear(of(renamed), result);
    });
  });

  it("can be compared", () => {
    law(fc.tuple(rows, rows), ([a, b]) => {
      const [x, y] = [a, b].map((all) => measureClustered(all, { definition: NPS, score: (row) => row.score }));
      const result = compare(x!, y!, { method: "z" });
      expectPlain(result);
      expectAgreement(result, 0.95);
    });
  });
});

/** The other sign, but no −0. */
function negative(value: number | null): number | null {
  return value === null ? null : 0 - value;
}

/** Fails unless the interval excludes 0 exactly where the p-value is below 1 − level. */
function expectAgreement({ interval, pValue }: Comparison, level: number): void {
  expect(interval === null).toBe(pValue === null);
  if (interval === null || pValue === null || Math.abs(pValue - (1 - level)) <= 1e-9) return;
  const excludes = interval.low > 0 || interval.high < 0;
  expect(excludes, `${interval.low} to ${interval.high}, p ${pValue}`).toBe(pValue < 1 - level);
  expect(interval.low).toBeLessThanOrEqual(interval.high);
}

/** Fails unless every p-value is null or from 0 to 1. */
function expectProbabilities(value: unknown): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (/pValue$/i.test(key) && part !== null) {
      expect(part, key).toBeGreaterThanOrEqual(0);
      expect(part, key).toBeLessThanOrEqual(1);
    }
    expectProbabilities(part);
  }
}

/** Fails unless JSON keeps a value as it is: no NaN, no infinity, no −0, nothing undefined. */
function expectPlain(value: unknown, path = "result"): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) expectPlain(part, `${path}.${key}`);
  } else if (typeof value === "number") {
    expect(Object.is(JSON.parse(JSON.stringify(value)), value), `${path}: ${value}`).toBe(true);
  } else {
    expect(value, path).toBeDefined();
  }
}

/** Fails unless two values are the same up to rounding. */
function expectNear(actual: unknown, expected: unknown, path = "value"): void {
  if (typeof expected === "number" && typeof actual === "number") {
    const error = Math.abs(actual - expected);
    expect(error <= 1e-7 * Math.max(1, Math.abs(expected)), `${path}: ${actual}, not ${expected}`).toBe(true);
  } else if (typeof expected === "object" && expected !== null) {
    expect(Object.keys(actual as object).sort(), path).toEqual(Object.keys(expected).sort());
    for (const [key, part] of Object.entries(expected))
      expectNear((actual as Record<string, unknown>)[key], part, `${path}.${key}`);
  } else {
    expect(actual, path).toBe(expected);
  }
}
