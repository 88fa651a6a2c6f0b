import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CSAT, type Measurement, type MetricDefinition, measure, NPS, type Statistic } from "../../src/index.js";
import {
  type ControlChart,
  type ControlChartMethod,
  type ControlChartOptions,
  type ControlSignal,
  controlChart,
  type SeriesPoint,
} from "../../src/trend/index.js";
import { answersOf, deepFrozen, ratingsOn } from "./arbitraries.js";

const numRuns = 300;
const law = <T>(arbitrary: fc.Arbitrary<T>, holds: (value: T) => void) =>
  fc.assert(fc.property(arbitrary, holds), { numRuns });

const OF_SCORES = ["xmr", "xmr-median", "ewma", "cusum"] as const;
const METHODS: Readonly<Record<Statistic, readonly ControlChartMethod[]>> = {
  net: ["nps", "laney-p", ...OF_SCORES],
  share: ["p", "laney-p", ...OF_SCORES],
  mean: OF_SCORES,
  index: OF_SCORES,
};
const BY_ANSWERS: readonly ControlChartMethod[] = ["p", "laney-p", "nps"];
const WITH_RUNS: readonly ControlChartMethod[] = [...BY_ANSWERS, "xmr", "xmr-median"];
const OPPOSITE: Readonly<Record<ControlSignal, ControlSignal>> = {
  "above-limit": "below-limit",
  "below-limit": "above-limit",
  "run-above": "run-below",
  "run-below": "run-above",
  "moving-range": "moving-range",
};

/** What a method is told, of all that it uses. */
const optionsOf = (method: ControlChartMethod): fc.Arbitrary<ControlChartOptions> => {
  const baseline = fc.option(fc.integer({ min: 1, max: 20 }), { nil: undefined });
  const sigmas = fc.constantFrom(undefined, 1, 2, 3);
  const runLength = fc.constantFrom(undefined, 2, 3, 8, Number.POSITIVE_INFINITY);
  const d2 = fc.constantFrom(undefined, 2 / Math.sqrt(Math.PI));
  const common = { method: fc.constant(method), baseline };
  if (method === "ewma") return fc.record({ ...common, sigmas, d2, lambda: fc.constantFrom(undefined, 1e-9, 0.4, 1) });
  if (method === "cusum")
    return fc.record({
      ...common,
      d2,
      referenceValue: fc.constantFrom(undefined, 0, 1),
      decisionInterval: fc.constantFrom(undefined, 1, 4),
    });
  return fc.record({ ...common, sigmas, runLength });
};

/** Scores with gaps: few different ones, so that some are on the centre or alike; ordinary ones; all sizes. */
const gap = { arbitrary: fc.constant(null), weight: 1 };
const scoresOf = (score: fc.Arbitrary<number>) =>
  fc.array(fc.oneof(gap, { arbitrary: score, weight: 6 }), { maxLength: 40 });
const plain: fc.Arbitrary<(number | null)[]> = fc.oneof(
  scoresOf(fc.integer({ min: 48, max: 52 })),
  scoresOf(fc.integer({ min: -3000, max: 3000 }).map((k) => k / 30)),
  scoresOf(fc.double({ min: -1e15, max: 1e15, noNaN: true })),
  scoresOf(fc.constantFrom(0, -0, 1e15, -1e15, 5e-324, 0.1, 0.3, 0.1 + 0.2)),
);

const period = (definition: MetricDefinition, statistic: Statistic): fc.Arbitrary<Measurement> => {
  const rating = ratingsOn(definition);
  const answers = fc.oneof(
    fc.array(fc.record({ score: rating, n: fc.integer({ min: 1, max: 200 }) }), { maxLength: 5 }),
    fc.array(answersOf(rating), { maxLength: 8 }),
    fc.constantFrom(definition.scale.min, definition.scale.max).map((score) => [{ score, n: 9 }]),
  );
  return answers.map((given) => measure(given, definition, { statistic }));
};
const measured = fc
  .constantFrom<[MetricDefinition, Statistic][]>([NPS, "net"], [CSAT, "share"], [CSAT, "mean"], [NPS, "index"])
  .chain(([definition, statistic]) =>
    fc.record({
      points: fc.oneof(
        fc.array(period(definition, statistic), { maxLength: 15 }),
        // Periods that are all alike.
        period(definition, statistic).chain((one) => fc.array(fc.constant(one), { maxLength: 15 })),
      ),
      options: fc.constantFrom(...METHODS[statistic]).chain(optionsOf),
    }),
  );
const ofScores = fc.record({ points: plain, options: fc.constantFrom(...OF_SCORES).chain(optionsOf) });
interface Given {
  readonly points: readonly SeriesPoint[];
  readonly options: ControlChartOptions;
}
const any: fc.Arbitrary<Given> = fc.oneof(measured, ofScores);

const scoreOf = (point: SeriesPoint) => (typeof point === "object" && point !== null ? point.score : point);
const methodOf = ({ options }: Given) => options.method!;
const signalsOf = ({ points }: ControlChart) => points.map(({ signals }) => signals);

describe("a control chart of anything", () => {
  it("has one shape and plain figures, whatever the method, and leaves what it is given alone", () => {
    law(any, (given) => {
      const { points, ...chart } = controlChart(deepFrozen(given.points), given.options);
      expect(Object.keys(chart)).toEqual(["method", "center", "movingRange", "sigmaZ", "decisionInterval"]);
      expectPlain(chart);
      for (const [index, point] of points.entries()) {
        const { value, sigma, limits, movingRange, sums, signals } = point;
        expectPlain({ value, sigma, limits, movingRange, sums, signals });
        expect(point.score).toBe(scoreOf(given.points[index]!));
      }
    });
  });

  it("is the same for numbers and for objects", () => {
    law(ofScores, ({ points, options }) => {
      const chart = controlChart(points, options);
      const scored = points.map((score) => ({ score }));
      expect(controlChart(scored, options)).toStrictEqual(chart);
    });
  });

  it("has limits so many sigmas around the centre, within the range of the score", () => {
    law(any, (given) => {
      const { center, points } = controlChart(given.points, given.options);
      const { sigmas = 3 } = given.options;
      const first = given.points.find((point): point is Measurement => typeof point === "object" && point !== null);
      const [lowest, highest] =
        first === undefined
          ? [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY]
          : { net: [-100, 100], share: [0, 100], mean: [1, 5], index: [0, 100] }[first.statistic];
      for (const { limits, sigma, value } of points) {
        if (methodOf(given) !== "cusum") expect(limits === null).toBe(sigma === null);
        if (BY_ANSWERS.includes(methodOf(given)) && value === null) expect(sigma).toBeNull();
        if (["p", "nps"].includes(methodOf(given)) && value !== null) expect(sigma === null).toBe(center === null);
        if (limits === null) continue;
        expect(limits.center).toBe(center);
        expectClose(limits.low, Math.max(lowest!, center! - sigmas * sigma!));
        expectClose(limits.high, Math.min(highest!, center! + sigmas * sigma!));
      }
    });
  });

  it("marks a point for the reasons that its figures give", () => {
    law(any, (given) => {
      const chart = controlChart(given.points, given.options);
      const { decisionInterval = 5 } = given.options;
      for (const { value, limits, sums, movingRange, signals } of chart.points) {
        const above = limits !== null && value !== null && isAbove(given, value, limits.high);
        const below = limits !== null && value !== null && isAbove(given, -value, -limits.low);
        expect(signals.includes("above-limit")).toBe(above || (sums !== null && sums.above > decisionInterval));
        expect(signals.includes("below-limit")).toBe(below || (sums !== null && sums.below > decisionInterval));
        const high = chart.movingRange?.high ?? Number.POSITIVE_INFINITY;
        expect(signals.includes("moving-range")).toBe(movingRange !== null && isAbove(given, movingRange, high));
        expect(Number.isFinite(high)).toBe(chart.movingRange !== null && methodOf(given) === "xmr");
      }
    });
  });

  it("marks every point of a run, and no other", () => {
    law(any, (given) => {
      const { center, points } = controlChart(given.points, given.options);
      const filled = points.filter(({ value }) => value !== null);
      const sideOf = (value: number) =>
        isAbove(given, value, center!) ? "a" : isAbove(given, -value, -center!) ? "b" : "|";
      const sides = filled.map(({ value }) => (center === null ? "|" : sideOf(value!))).join("");
      const { runLength = 8 } = given.options;
      const hasRule = WITH_RUNS.includes(methodOf(given)) && Number.isFinite(runLength);
      const runs = new RegExp(`a{${runLength},}|b{${runLength},}`, "g");
      const marked = hasRule ? sides.replaceAll(runs, (run) => run.toUpperCase()) : sides;
      const got = filled.map(({ signals }, index) => {
        const signal = signals.includes("run-above") ? "A" : signals.includes("run-below") ? "B" : null;
        return signal ?? sides[index];
      });
      expect(got.join("")).toBe(marked);
      for (const { value, signals } of points) if (value === null) expect(signals).toEqual([]);
    });
  });

  it("is the same without the empty periods", () => {
    law(any, (given) => {
      const filled = given.points.filter((point) => scoreOf(point) !== null);
      const { baseline } = given.options;
      const inBaseline = given.points.slice(0, baseline).filter((point) => scoreOf(point) !== null).length;
      // A baseline of nothing but empty periods has no counterpart without them.
      if (baseline !== undefined && inBaseline === 0) return;
      const options = { ...given.options, baseline: baseline && inBaseline };
      const { points, ...chart } = controlChart(given.points, given.options);
      const dense = controlChart(filled, options);
      expect(chart).toEqual({ ...dense, points: undefined, method: chart.method });
      expect(points.filter(({ score }) => score !== null)).toEqual(dense.points);
      for (const { score, value, movingRange, sums, signals } of points)
        if (score === null) expect([value, movingRange, sums, signals]).toEqual([null, null, null, []]);
    });
  });

  it("does not change its limits for points after the baseline", () => {
    const longer = any.chain((given) =>
      fc.record({ given: fc.constant(given), baseline: fc.integer({ min: 1, max: 40 }), more: fc.nat({ max: 40 }) }),
    );
    law(longer, ({ given, baseline, more }) => {
      const options = { ...given.options, baseline };
      const [some, all] = [given.points.slice(0, baseline + more), given.points].map((points) =>
        controlChart(points, options),
      );
      expect([all!.center, all!.movingRange, all!.sigmaZ]).toEqual([some!.center, some!.movingRange, some!.sigmaZ]);
      for (const [index, { signals, ...point }] of some!.points.entries()) {
        const { signals: _, ...later } = all!.points[index]!;
        expect(later).toEqual(point);
      }
    });
  });

  it("never signals where all periods are alike", () => {
    const alike = fc.record({
      score: fc.double({ min: -1e15, max: 1e15, noNaN: true }),
      n: fc.integer({ min: 1, max: 40 }),
      options: fc.constantFrom(...OF_SCORES).chain(optionsOf),
    });
    law(alike, ({ score, n, options }) => {
      expect(signalsOf(controlChart(Array<number>(n).fill(score), options)).flat()).toEqual([]);
    });
    law(measured, ({ points, options }) => {
      const one = points.find(({ score }) => score !== null);
      if (one === undefined) return;
      const many = controlChart(Array<Measurement>(20).fill(one), options);
      expect(signalsOf(many).flat()).toEqual([]);
      expect(many.center).toBe(one.score! + 0);
    });
  });
});

describe("a control chart of scores", () => {
  /** Scores of which sums are exact, so that a chart of other units agrees with it in every signal. */
  const exact = fc.record({
    points: scoresOf(fc.integer({ min: -20, max: 20 })),
    options: fc.constantFrom(...OF_SCORES).chain(optionsOf),
  });

  it("says the same in other units", () => {
    const units = fc.record({
      given: exact,
      factor: fc.constantFrom(0.5, 2, 1024),
      shift: fc.integer({ min: -64, max: 64 }),
    });
    law(units, ({ given: { points, options }, factor, shift }) => {
      const chart = controlChart(points, options);
      const other = controlChart(
        points.map((score) => score && score * factor),
        options,
      );
      const moved = controlChart(
        points.map((score) => (score === null ? null : score + shift)),
        options,
      );
      expect(signalsOf(other)).toEqual(signalsOf(chart));
      for (const [index, { limits, value, sigma }] of chart.points.entries()) {
        const [scaled, raised] = [other.points[index]!, moved.points[index]!];
        expectClose(scaled.value, value && value * factor);
        expectClose(scaled.sigma, sigma && sigma * factor);
        expectClose(scaled.limits?.high, limits ? limits.high * factor : undefined);
        expectClose(raised.value, value === null ? null : value + shift);
        expectClose(raised.sigma, sigma);
        expectClose(raised.limits?.low, limits ? limits.low + shift : undefined);
      }
    });
  });

  it("says the opposite of the scores turned round", () => {
    law(exact, ({ points, options }) => {
      const chart = controlChart(points, options);
      const turned = controlChart(
        points.map((score) => score && -score),
        options,
      );
      expectClose(turned.center, chart.center && -chart.center);
      expect(turned.movingRange).toEqual(chart.movingRange);
      for (const [index, { signals, limits, sums }] of chart.points.entries()) {
        const other = turned.points[index]!;
        expect([...other.signals].sort()).toEqual(signals.map((signal) => OPPOSITE[signal]).sort());
        expectClose(other.limits?.low, limits ? -limits.high : undefined);
        expectClose(other.sums?.above, sums?.below);
      }
    });
  });

  it("has a mean and a median moving range of what changes from each score to the next", () => {
    law(exact, ({ points, options }) => {
      const chart = controlChart(points, options);
      const scores = points.slice(0, options.baseline).filter((score) => score !== null);
      const ranges = scores.slice(1).map((score, index) => Math.abs(score - scores[index]!));
      expect(chart.movingRange === null).toBe(ranges.length === 0);
      if (chart.movingRange === null) return;
      expectClose(chart.movingRange.mean, ranges.reduce((sum, range) => sum + range, 0) / ranges.length);
      const { median } = chart.movingRange;
      expect(ranges.filter((range) => range < median).length * 2).toBeLessThanOrEqual(ranges.length);
      expect(ranges.filter((range) => range > median).length * 2).toBeLessThanOrEqual(ranges.length);
      const [, changed] = points.flatMap((score, index) => (score === null ? [] : [index]));
      if (changed !== undefined) expect(chart.points[changed]!.movingRange).not.toBeNull();
    });
  });

  it("by EWMA with all weight on the newest point is the XmR chart", () => {
    law(exact, ({ points, options: { baseline } }) => {
      const [moving, single] = [
        controlChart(points, { method: "ewma", baseline, lambda: 1 }),
        controlChart(points, { method: "xmr", baseline }),
      ];
      for (const [index, { value, limits, score }] of moving.points.entries()) {
        expect(value).toBe(single.center === null ? null : score && score + 0);
        if (score !== null) expectClose(limits?.high, single.points[index]!.limits?.high);
      }
    });
  });

  it("by EWMA weighs each point λ (1 − λ)^age, and the centre with the rest", () => {
    const lambdas = fc.record({
      points: exact.map(({ points }) => points),
      lambda: fc.double({ min: 0.01, max: 1, noNaN: true }),
    });
    law(lambdas, ({ points, lambda }) => {
      const { center, points: charted } = controlChart(points, { method: "ewma", lambda });
      const scores = points.filter((score) => score !== null);
      const values = charted.flatMap(({ value }) => (value === null ? [] : [value]));
      for (const [index, value] of values.entries()) {
        const weighted = scores
          .slice(0, index + 1)
          .reduce((sum, score, at) => sum + lambda * (1 - lambda) ** (index - at) * score, 0);
        expectClose(value, weighted + (1 - lambda) ** (index + 1) * center!);
      }
    });
  });

  it("by CUSUM has the largest sum of the last deviations, or 0", () => {
    const reference = fc.record({ points: exact.map(({ points }) => points), k: fc.constantFrom(0, 0.5, 1) });
    law(reference, ({ points, k }) => {
      const { center, points: charted } = controlChart(points, { method: "cusum", referenceValue: k });
      const filled = charted.filter(({ value, sigma }) => value !== null && sigma !== null && sigma > 0);
      const z = filled.map(({ value, sigma }) => (value! - center!) / sigma!);
      for (const [index, { sums }] of filled.entries())
        for (const [arm, sign] of [
          ["above", 1],
          ["below", -1],
        ] as const) {
          const ends = z
            .slice(0, index + 1)
            .map((_, from) => z.slice(from, index + 1).reduce((sum, one) => sum + sign * one - k, 0));
          expectClose(sums![arm], Math.max(0, ...ends));
        }
    });
  });
});

describe("a control chart of answers", () => {
  const counted = fc
    .constantFrom<[MetricDefinition, Statistic][]>([NPS, "net"], [CSAT, "share"])
    .chain(([definition, statistic]) => {
      const answers = fc.array(fc.record({ score: ratingsOn(definition), n: fc.integer({ min: 1, max: 300 }) }), {
        maxLength: 5,
      });
      return fc.record({
        definition: fc.constant(definition),
        statistic: fc.constant(statistic),
        periods: fc.array(answers, { maxLength: 12 }),
      });
    });

  it("has the centre and the variance of all answers pooled", () => {
    law(counted, ({ definition, periods }) => {
      const all = measure(periods.flat(), definition);
      const { center, points } = controlChart(periods.map((answers) => measure(answers, definition)));
      expectClose(center, all.score);
      const variance = all.n < 2 ? null : all.standardError! ** 2 * (all.n - 1);
      for (const { sigma, n } of points) {
        expect(sigma === null).toBe(n === 0);
        if (variance !== null && sigma !== null) expectClose(sigma ** 2 * n, variance, 1e-6);
      }
    });
  });

  it("by Laney widens every sigma of the plain chart by the same factor", () => {
    law(counted, ({ definition, statistic, periods }) => {
      const measurements = periods.map((answers) => measure(answers, definition));
      const plainChart = controlChart(measurements);
      if (measurements.length > 0) expect(plainChart.method).toBe(statistic === "net" ? "nps" : "p");
      const { sigmaZ, center, points } = controlChart(measurements, { method: "laney-p" });
      expect(center).toBe(plainChart.center);
      for (const [index, { sigma }] of points.entries()) {
        const plainSigma = plainChart.points[index]!.sigma;
        if (!plainSigma) expect(sigma).toBe(plainSigma);
        else expectClose(sigma, sigmaZ === null ? null : plainSigma * sigmaZ);
      }
    });
  });
});

/** Whether a figure is above a line by more than rounding. */
function isAbove({ points, options: { baseline } }: Given, figure: number, line: number): boolean {
  const isMeasured = points.some((point) => typeof point === "object" && point !== null);
  const [first] = points as Measurement[];
  const largest = isMeasured ? (first!.statistic === "mean" ? 5 : 100) : 0;
  const figures = isMeasured ? [] : points.slice(0, baseline).map((point) => Math.abs(scoreOf(point) ?? 0));
  return figure - line > Math.max(1e-100, 1e-12 * Math.max(largest, Math.abs(figure), ...figures));
}

function expectClose(actual: number | null | undefined, expected: number | null | undefined, relative = 1e-9): void {
  if (typeof expected !== "number" || typeof actual !== "number") {
    expect(actual).toBe(expected);
    return;
  }
  const error = Math.abs(actual - expected);
  expect(error <= relative * Math.max(1, Math.abs(expected)), `${actual}, not ${expected}`).toBe(true);
}

/** Fails unless a value survives JSON as it is. */
function expectPlain(value: unknown, path = "chart"): void {
  if (typeof value === "object" && value !== null) {
    for (const [key, part] of Object.entries(value)) expectPlain(part, `${path}.${key}`);
  } else if (typeof value === "number") {
    expect(Object.is(JSON.parse(JSON.stringify(value)), value), `${path}: ${value}`).toBe(true);
  } else {
    expect(value, path).toBeDefined();
  }
}
