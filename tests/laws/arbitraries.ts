import fc from "fast-check";
import {
  type Answer,
  type Band,
  CES,
  CES_1,
  type CountedAnswer,
  CSAT,
  CSAT_3,
  CSAT_7,
  CSAT_10,
  type IntervalMethod,
  type MetricDefinition,
  NPS,
  POLARITY,
  SENTIMENT,
  type Sentiment,
  STARS_HALF,
  type Statistic,
  THUMBS,
} from "../../src/index.js";

/** Every preset under its exported name. */
export const PRESETS: Readonly<Record<string, MetricDefinition>> = {
  NPS,
  CSAT,
  CSAT_3,
  CSAT_7,
  CSAT_10,
  STARS_HALF,
  THUMBS,
  CES,
  CES_1,
  SENTIMENT,
  POLARITY,
};

/** The intervals of each statistic, the default one first. */
export const METHODS: Readonly<Record<Statistic, readonly IntervalMethod[]>> = {
  net: ["score", "adjusted-wald", "wald", "t"],
  share: ["wilson", "agresti-coull", "clopper-pearson", "jeffreys", "wald"],
  mean: ["t", "wald"],
  index: ["t", "wald"],
};

const statistics = fc.constantFrom<Statistic[]>("net", "share", "mean", "index");

/** A statistic with one of its intervals. */
export const methods: fc.Arbitrary<{ statistic: Statistic; interval: IntervalMethod }> = statistics.chain((statistic) =>
  fc.record({ statistic: fc.constant(statistic), interval: fc.constantFrom(...METHODS[statistic]) }),
);

/** Weights of which all sums and squares are exact, so that laws hold to the last bit in any order. */
export const weights: fc.Arbitrary<number> = fc.integer({ min: 0, max: 640 }).map((k) => k / 64);

/** Answers of every kind with the given scores. */
export function answersOf(scores: fc.Arbitrary<number>): fc.Arbitrary<Answer> {
  const score = fc.oneof({ arbitrary: scores, weight: 4 }, { arbitrary: fc.constant(null), weight: 1 });
  const n = fc.nat({ max: 50 });
  return fc.oneof(
    { arbitrary: scores, weight: 5 },
    fc.constantFrom(null, undefined),
    fc.record({ score }),
    fc.record({ score, n }),
    fc.record({ score, weight: weights }),
    fc.record({ score, n, weight: weights }).map((answer) => ({ ...answer, weight: answer.n * answer.weight })),
    fc
      .record({ score, n: fc.integer({ min: 1, max: 50 }), weight: weights })
      .map((answer) => ({ ...answer, weightSq: answer.weight ** 2 })),
  );
}

/** Answers without regard to a scale: whole numbers inside and outside of a byte, and fractions. */
export const anyAnswers: fc.Arbitrary<Answer[]> = fc.array(
  answersOf(
    fc.oneof(
      fc.integer({ min: 0, max: 10 }),
      fc.integer({ min: -300, max: 300 }),
      fc.integer({ min: -80, max: 80 }).map((k) => k / 8),
      fc.constantFrom(1e15, -1e15, 255, 256, Number.MAX_VALUE, 5e-324),
    ),
  ),
  { maxLength: 30 },
);

/** Ratings on the scale of a definition; where it is continuous, edges of bands come up often. */
export function ratingsOn({ scale: { min, max, step = 1 }, bands }: MetricDefinition): fc.Arbitrary<number> {
  if (step !== null) return fc.nat({ max: Math.round((max - min) / step) }).map((k) => min + k * step);
  const edges = bands.map(({ from, above }) => from ?? above ?? min);
  return fc.oneof(
    fc.nat({ max: 1024 }).map((k) => min + ((max - min) * k) / 1024),
    fc.constantFrom(...edges, max),
  );
}

/** Edges between bands, on ratings and halfway between them: each begins a band from it, one above it, or both. */
function cutsOf(steps: number) {
  const cut = fc.record({ at: fc.integer({ min: 1, max: 2 * steps }), kind: fc.constantFrom("from", "above", "both") });
  return fc
    .uniqueArray(cut, { minLength: 1, maxLength: 5, selector: ({ at }) => at })
    .map((cuts) =>
      cuts.sort((a, b) => a.at - b.at).map(({ at, kind }) => ({ at, kind: at < 2 * steps ? kind : "from" })),
    );
}

/** Definitions of a user's own: any scale, any bands, either direction, with the bands that every statistic needs. */
export const userDefinitions: fc.Arbitrary<MetricDefinition> = fc
  .integer({ min: 2, max: 24 })
  .chain((steps) =>
    fc.record({
      min: fc.integer({ min: -20, max: 20 }).map((k) => k / 2),
      steps: fc.constant(steps),
      step: fc.constantFrom(undefined, 1, 0.5, null),
      better: fc.constantFrom("higher" as const, "lower" as const),
      statistic: statistics,
      cuts: cutsOf(steps),
      namesFirstEdge: fc.boolean(),
      goodFirst: fc.boolean(),
      others: fc.array(fc.constantFrom<Sentiment[]>("negative", "neutral", "positive"), {
        minLength: 11,
        maxLength: 11,
      }),
    }),
  )
  .map(({ min, steps, step, better, statistic, cuts, namesFirstEdge, goodFirst, others }) => {
    const distance = step ?? 1;
    const edges = cuts.flatMap(({ at, kind }): Pick<Band, "from" | "above">[] => {
      const edge = min + (at * distance) / 2;
      return [...(kind === "above" ? [] : [{ from: edge }]), ...(kind === "from" ? [] : [{ above: edge }])];
    });
    const [first, last]: Sentiment[] = goodFirst ? ["positive", "negative"] : ["negative", "positive"];
    return {
      metric: "own",
      scale: { min, max: min + steps * distance, ...(step !== undefined && { step }) },
      better,
      statistic,
      bands: [namesFirstEdge ? { from: min } : {}, ...edges].map((edge, index) => ({
        name: `band ${index}`,
        sentiment: index === 0 ? first! : index === edges.length ? last! : others[index]!,
        ...edge,
      })),
    };
  });

/** How many answers an answer stands for. */
export function countOf(answer: Answer): number {
  return typeof answer === "object" && answer !== null ? (answer.n ?? 1) : 1;
}

/** An answer in its fullest form; −0 and 0 are one score. */
export function fullForm(answer: Answer): CountedAnswer & { n: number; weight: number; weightSq: number } {
  const {
    score,
    n = 1,
    weight = n,
    weightSq = n === 0 ? 0 : weight ** 2 / n,
  } = typeof answer === "object" && answer !== null ? answer : { score: answer ?? null };
  return { score: score === 0 ? 0 : score, n, weight, weightSq };
}

/** Freezes a value, and all that it holds. */
export function deepFrozen<T>(value: T): T {
  if (typeof value === "object" && value !== null) {
    Object.freeze(value);
    Object.values(value).forEach(deepFrozen);
  }
  return value;
}

/** Something that is no answer on a scale, how many answers it stands for, and the class of the error it deserves. */
export interface Rubbish {
  readonly answer: unknown;
  readonly count: number;
  readonly error: typeof TypeError | typeof RangeError;
}

/** Everything that survey data should not hold and does. */
export function rubbishFor({ scale: { min, max, step = 1 } }: MetricDefinition): fc.Arbitrary<Rubbish> {
  const betweenSteps = step === null ? [] : [min + step / 2];
  const offScale = [min - 1, max + 1, max + 1e-3, 1e300, -1e300, ...betweenSteps];
  const numbers = [...offScale, Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  const others = ["9", "", "n/a", true, false, 9n, Symbol("9"), () => 9, {}, [], [9], new Date(0), new Map()];
  const counts = [1.5, -1, Number.NaN, 2 ** 53];
  const sums = [-1, Number.NaN, Number.POSITIVE_INFINITY, 1e101, 1e-101];
  const squares = [1.9, 4.1, -1, Number.NaN];
  const noNumbers = ["2", null, true, {}];
  const groups: readonly (readonly [Rubbish["error"], count: number, answers: readonly unknown[]])[] = [
    [RangeError, 1, numbers],
    [RangeError, 1, numbers.map((score) => ({ score }))],
    [RangeError, 4, numbers.map((score) => ({ score, n: 4 }))],
    [TypeError, 1, others],
    [TypeError, 3, ["9", "", true, 9n].map((score) => ({ score, n: 3 }))],
    [RangeError, 1, counts.map((n) => ({ score: min, n }))],
    [TypeError, 1, noNumbers.map((n) => ({ score: min, n }))],
    [RangeError, 1, sums.map((weight) => ({ score: max, weight }))],
    [RangeError, 3, sums.map((weight) => ({ score: null, n: 3, weight }))],
    [TypeError, 1, noNumbers.map((weight) => ({ score: max, weight }))],
    [RangeError, 0, [{ score: min, n: 0, weight: 1 }]],
    [RangeError, 2, squares.map((weightSq) => ({ score: min, n: 2, weight: 2, weightSq }))],
  ];
  return fc.constantFrom(
    ...groups.flatMap(([error, count, answers]) => answers.map((answer) => ({ answer, count, error }))),
  );
}
