import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type Answer,
  classify,
  type IntervalMethod,
  type Measurement,
  type MetricDefinition,
  measure,
  merge,
  type Statistic,
  tally,
} from "../../src/index.js";
import {
  answersOf,
  countOf,
  METHODS,
  methods,
  PRESETS,
  type Rubbish,
  ratingsOn,
  rubbishFor,
  userDefinitions,
  weights,
} from "./arbitraries.js";

const numRuns = 300;

const METRICS: Readonly<Record<string, fc.Arbitrary<MetricDefinition>>> = {
  ...Object.fromEntries(Object.entries(PRESETS).map(([name, preset]) => [name, fc.constant(preset)])),
  "definitions of a user's own": userDefinitions,
};

describe.each(Object.entries(METRICS))("%s", (_, definitions) => {
  /** A definition, a way to measure by it, and answers on its scale. */
  const cases = (
    toAnswers: (ratings: fc.Arbitrary<number>) => fc.Arbitrary<Answer> = answersOf,
    length: fc.ArrayConstraints = { maxLength: 20 },
  ) =>
    definitions.chain((definition) =>
      fc.record({
        definition: fc.constant(definition),
        options: methods,
        answers: fc.array(toAnswers(ratingsOn(definition)), length),
      }),
    );
  const levels = fc.double({ min: 0.01, max: 0.9999, noNaN: true });

  it("measures a tally as the answers, in any order, in parts, and after JSON", () => {
    const reordered = cases().chain((given) =>
      fc.record({
        given: fc.constant(given),
        shuffled: fc.shuffledSubarray(given.answers, { minLength: given.answers.length }),
        cut: fc.nat({ max: given.answers.length }),
      }),
    );
    fc.assert(
      fc.property(reordered, ({ given: { definition, options, answers }, shuffled, cut }) => {
        const whole = measure(answers, definition, options);
        const parts = [tally(answers.slice(0, cut)), tally(answers.slice(cut))] as const;
        for (const same of [
          tally(answers),
          shuffled,
          answers.values(),
          merge(...parts),
          [...parts[1], ...parts[0]],
          JSON.parse(JSON.stringify(tally(answers))),
        ])
          expect(measure(same, definition, options)).toStrictEqual(whole);
      }),
      { numRuns },
    );
  });

  it("divides the answers among the bands", () => {
    fc.assert(
      fc.property(cases(), ({ definition, options, answers }) => {
        const result = measure(answers, definition, options);
        expectPartition(result);
        expect(Object.keys(result.bands)).toEqual(definition.bands.map(({ name }) => name));
        expect(result.n + result.missing).toBe(answers.reduce<number>((sum, answer) => sum + countOf(answer), 0));
      }),
      { numRuns },
    );
  });

  it("counts each answer in the band that classify names", () => {
    fc.assert(
      fc.property(
        cases((ratings) => ratings),
        ({ definition, answers }) => {
          const { bands } = measure(answers, definition);
          const classes = answers.map((answer) => classify(answer as number, definition));
          for (const [name, { sentiment, n }] of Object.entries(bands)) {
            const same = classes.filter(({ band }) => band === name);
            expect(n).toBe(same.length);
            for (const one of same) expect(one.sentiment).toBe(sentiment);
          }
        },
      ),
      { numRuns },
    );
  });

  it("keeps score, mean and interval in range, and the score in the default interval", () => {
    fc.assert(
      fc.property(cases(), levels, ({ definition, options, answers }, level) => {
        const result = measure(answers, definition, { ...options, level });
        expectPlain(result);
        expectInRange(result, options.interval);
      }),
      { numRuns },
    );
  });

  it("stays plain and in range for extreme counts, weights and levels", () => {
    const extreme = (ratings: fc.Arbitrary<number>) =>
      fc
        .record({
          score: ratings,
          n: fc.constantFrom(1, 2, 1e6, 1e12),
          weight: fc.option(fc.constantFrom(0, 1e-90, 1e-3, 1, 1e90), { nil: undefined }),
        })
        .map(({ score, n, weight = n }) => ({ score, n, weight }));
    fc.assert(
      fc.property(
        cases(extreme, { maxLength: 5 }),
        fc.constantFrom(0.001, 0.5, 0.95, 0.9999999),
        ({ definition, options, answers }, level) => {
          const result = measure(answers, definition, { ...options, level });
          expectPlain(result);
          expectInRange(result, options.interval);
          expectPartition(result);
        },
      ),
      { numRuns },
    );
  });

  it("is surer of the same answers four times over", () => {
    fc.assert(
      fc.property(cases(), ({ definition, options, answers }) => {
        const once = measure(answers, definition, options);
        const often = measure([answers, answers, answers, answers].flat(), definition, options);
        if (once.score === null) return;
        expectNear(often.score, once.score);
        expectNear(often.effectiveN, 4 * once.effectiveN!);
        // Variances divide by n − 1, so a quarter of it is not the whole difference.
        if (once.n > 1)
          expectNear(often.standardError, once.standardError! * Math.sqrt((once.n - 1) / (4 * once.n - 1)));
        if (once.interval === null) return;
        const [wide, narrow] = [widthOf(once), widthOf(often)];
        expect(narrow).toBeLessThanOrEqual(wide + 1e-9);
        if (["score", "wilson"].includes(options.interval)) expect(narrow).toBeLessThan(wide);
      }),
      { numRuns },
    );
  });

  it("has a wider interval at a higher level, and by default around the narrower one", () => {
    fc.assert(
      fc.property(cases(), levels, levels, ({ definition, options, answers }, level, otherLevel) => {
        const [low, high] = [Math.min(level, otherLevel), Math.max(level, otherLevel)];
        const inner = measure(answers, definition, { ...options, level: low });
        const outer = measure(answers, definition, { ...options, level: high });
        if (inner.interval === null || outer.interval === null || high - low < 0.001) return;
        expect(widthOf(outer)).toBeGreaterThanOrEqual(widthOf(inner) - 1e-9);
        if (options.interval !== METHODS[options.statistic][0]) return;
        expect(outer.interval.low).toBeLessThanOrEqual(inner.interval.low);
        expect(outer.interval.high).toBeGreaterThanOrEqual(inner.interval.high);
        if (options.statistic === "net" || options.statistic === "share")
          expect(widthOf(outer)).toBeGreaterThan(widthOf(inner));
      }),
      { numRuns },
    );
  });

  it("gives the unweighted result where all weigh the same", () => {
    fc.assert(
      fc.property(
        cases((ratings) => fc.option(ratings)),
        weights.filter((weight) => weight > 0),
        ({ definition, options, answers }, weight) => {
          const plain = measure(answers, definition, options);
          const weighted = answers.map((score) => ({ score: score as number | null, weight }));
          const timesWeight = <T extends { weight: number }>(part: T) => ({ ...part, weight: weight * part.weight });
          const bands = Object.entries(plain.bands).map(([name, band]) => [name, timesWeight(band)]);
          expectNear(measure(weighted, definition, options), {
            ...timesWeight(plain),
            bands: Object.fromEntries(bands),
          });
        },
      ),
      { numRuns },
    );
  });

  const withRubbish = cases().chain((given) =>
    fc.record({ given: fc.constant(given), rubbish: fc.array(rubbishFor(given.definition), { minLength: 1 }) }),
  );

  it("counts what it cannot read as invalid, when told to exclude it, and measures the rest", () => {
    fc.assert(
      fc.property(withRubbish, fc.nat(), ({ given: { definition, options, answers }, rubbish }, at) => {
        const cut = at % (answers.length + 1);
        const all = [...answers.slice(0, cut), ...rubbish.map(({ answer }) => answer), ...answers.slice(cut)];
        const invalid = rubbish.reduce((sum, { count }) => sum + count, 0);
        expect(measure(all as Answer[], definition, { ...options, invalid: "exclude" })).toStrictEqual({
          ...measure(answers, definition, options),
          invalid,
        });
      }),
      { numRuns },
    );
  });

  it("throws otherwise, naming the metric and the place", () => {
    fc.assert(
      fc.property(withRubbish, ({ given: { definition, options, answers }, rubbish }) => {
        const { answer, error } = rubbish[0] as Rubbish;
        const call = () => measure([...answers, answer as Answer], definition, options);
        expect(call).toThrow(error);
        expect(call).toThrow(new RegExp(`^${definition.metric}: .* at index ${answers.length} must be `));
      }),
      { numRuns },
    );
  });

  it("moves a mean and an index with every answer", () => {
    fc.assert(
      fc.property(
        cases((ratings) => ratings, { minLength: 2, maxLength: 20 }),
        ({ definition, answers }) => {
          const [from, to] = [answers[0] as number, answers[1] as number];
          if (from >= to) return;
          const change = (statistic: Statistic) =>
            measure([to, ...answers.slice(1)], definition, { statistic }).score! -
            measure(answers, definition, { statistic }).score!;
          const { min, max } = definition.scale;
          expectNear(change("mean"), (to - from) / answers.length);
          const direction = definition.better === "higher" ? 1 : -1;
          expectNear(change("index"), (direction * 100 * (to - from)) / (max - min) / answers.length);
        },
      ),
      { numRuns },
    );
  });
});

describe.each(Object.entries(PRESETS))("%s", (_, definition) => {
  it("scores a better answer no worse", () => {
    const worseAndBetter = fc
      .tuple(ratingsOn(definition), ratingsOn(definition))
      .map(([a, b]) =>
        definition.better === "higher" ? [Math.min(a, b), Math.max(a, b)] : [Math.max(a, b), Math.min(a, b)],
      );
    fc.assert(
      fc.property(
        worseAndBetter,
        weights,
        fc.array(answersOf(ratingsOn(definition)), { maxLength: 20 }),
        methods,
        ([worse, better], weight, others, options) => {
          const scoreWith = (score: number | undefined) =>
            measure([{ score: score!, weight }, ...others], definition, options).score;
          // The mean rating goes the way of the ratings, down where lower is better.
          const sign = options.statistic === "mean" && definition.better === "lower" ? -1 : 1;
          const gain = sign * (scoreWith(better)! - scoreWith(worse)!);
          expect(gain).toBeGreaterThanOrEqual(-1e-9);
        },
      ),
      { numRuns },
    );
  });
});

const widthOf = ({ interval }: Measurement) => interval!.high - interval!.low;

/** Fails on anything that JSON would not give back: NaN, infinities, −0, undefined. */
function expectPlain(value: unknown, path = "measurement"): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) expectPlain(part, `${path}.${key}`);
  } else if (typeof value === "number") {
    expect(Object.is(JSON.parse(JSON.stringify(value)), value), `${path}: ${value}`).toBe(true);
  } else {
    expect(value, path).toBeDefined();
  }
}

/** Fails unless score, mean and interval lie where they must, and are there when they can be. */
function expectInRange(result: Measurement, method: IntervalMethod): void {
  const { statistic, score, mean, n, weight, scale, interval } = result;
  const [lowest, highest] =
    statistic === "mean" ? [scale.min, scale.max] : statistic === "net" ? [-100, 100] : [0, 100];
  expect(score === null).toBe(weight === 0);
  expect(mean === null).toBe(weight === 0);
  const needsTwo = statistic === "mean" || statistic === "index" || method === "t";
  expect(interval === null).toBe(score === null || (needsTwo && n < 2));
  if (score === null || mean === null) return;
  expectWithin(score, lowest, highest);
  expectWithin(mean, scale.min, scale.max);
  if (interval === null) return;
  expect(interval.method).toBe(method);
  expectWithin(interval.low, lowest, interval.high);
  expectWithin(interval.high, interval.low, highest);
  if (method === METHODS[statistic][0]) expectWithin(score, interval.low, interval.high);
}

function expectWithin(value: number, low: number, high: number): void {
  expect(value).toBeGreaterThanOrEqual(low);
  expect(value).toBeLessThanOrEqual(high);
}

/** Fails unless the bands divide the answers among them. */
function expectPartition({ bands, n, weight, score }: Measurement): void {
  const parts = Object.values(bands);
  expect(parts.reduce((sum, band) => sum + band.n, 0)).toBe(n);
  expectNear(parts.reduce((sum, band) => sum + band.weight, 0) / (weight || 1), weight === 0 ? 0 : 1);
  if (score === null) for (const { share } of parts) expect(share).toBeNull();
  else expect(Math.abs(parts.reduce((sum, { share }) => sum + share!, 0) - 1)).toBeLessThanOrEqual(1e-12);
}

/** Fails unless two values are the same up to rounding. */
function expectNear(actual: unknown, expected: unknown, path = "value"): void {
  if (typeof expected === "number" && typeof actual === "number") {
    const error = Math.abs(actual - expected);
    expect(error <= 1e-9 * Math.max(1, Math.abs(expected)), `${path}: ${actual}, not ${expected}`).toBe(true);
  } else if (typeof expected === "object" && expected !== null) {
    expect(Object.keys(actual as object), path).toEqual(Object.keys(expected));
    for (const [key, part] of Object.entries(expected))
      expectNear((actual as Record<string, unknown>)[key], part, `${path}.${key}`);
  } else {
    expect(actual, path).toBe(expected);
  }
}
