import type { Statistic } from "../metrics/definition.js";
import {
  type ControlChartMethod,
  type ControlChartOptions,
  type ControlChartSettings,
  readSettings,
} from "./control-chart-options.js";
import { type ControlLimits, controlLimits } from "./control-limits.js";
import { type ControlSignal, controlSignals } from "./control-signals.js";
import { cusum } from "./cusum.js";
import type { CusumSums, Drawing, MovingRanges } from "./drawing.js";
import { ewma } from "./ewma.js";
import { individuals } from "./individuals.js";
import { laney } from "./laney.js";
import { pooled } from "./pooled.js";
import { readSeries, type Series, type SeriesPoint } from "./series.js";

/** What a control chart says of one point. */
export interface ControlFigures {
  /** What is plotted, in units of the score: the score, or of `ewma` the moving average; null for an empty period. */
  readonly value: number | null;
  /** One sigma of that value, as the limits take it; null where it cannot be said. */
  readonly sigma: number | null;
  /**
   * Between which values a point is no signal; null where they cannot be said. Of `cusum` they are null as long as the
   * scores vary: its limit is the decision interval, for the sums.
   */
  readonly limits: ControlLimits | null;
  /**
   * How far the score is from the one before it; null for the first one, for an empty period, and for `p`, `laney-p`
   * and `nps`.
   */
  readonly movingRange: number | null;
  /** The sums of `cusum`; null for an empty period, where the scores do not vary, and for all other methods. */
  readonly sums: CusumSums | null;
  /** Why the point is unusual: empty for an ordinary one. */
  readonly signals: readonly ControlSignal[];
}

/** A point as it was given, a plain number as `{ score }`, with what the chart says of it. */
export type ControlPoint<Point extends SeriesPoint = SeriesPoint> = (Point extends number | null
  ? {
      /** The number as it was given; null for an empty period. */
      readonly score: Point;
    }
  : Omit<Point, keyof ControlFigures>) &
  ControlFigures;

/** A control chart. What is added to the points is plain JSON. */
export interface ControlChart<Point extends SeriesPoint = SeriesPoint> {
  /** How the limits were computed. */
  readonly method: ControlChartMethod;
  /** The score to expect, from all answers of the baseline, or as the mean of its scores; null where it has none. */
  readonly center: number | null;
  /** Mean and median moving range of the baseline; null below two scores, and for `p`, `laney-p` and `nps`. */
  readonly movingRange: MovingRanges | null;
  /**
   * Of `laney-p`, how many times as much the scores vary as the answers alone make them; null where it cannot be said.
   */
  readonly sigmaZ: number | null;
  /** Of `cusum`, the sum in sigmas above which there is a signal; null for all other methods. */
  readonly decisionInterval: number | null;
  /** In the order given. */
  readonly points: readonly ControlPoint<Point>[];
}

/** How each method draws its chart. */
const DRAW: Record<ControlChartMethod, (series: Series, settings: ControlChartSettings) => Drawing> = {
  p: pooled,
  nps: pooled,
  "laney-p": laney,
  xmr: individuals,
  "xmr-median": individuals,
  ewma,
  cusum,
};

/**
 * Says which periods of a series are unusual, and which vary no more than they always do: a control chart.
 *
 * @param points - the periods in the order of time: points of a trend, measurements of one metric, other objects with a
 *   score, or plain numbers. A score of null is an empty period: it is neither in the centre nor in a moving range, and
 *   does not end a run. The periods must not share answers: **points of a rolling window overlap and must not go in**,
 *   as each repeats most of the one before it, so that moving ranges are too small and runs mean nothing
 * @param options - method, baseline, and what the method uses
 * @returns centre and limits in units of the score, and each point with the reasons why it is unusual; null where the
 *   points are too few. Scores that do not vary have limits equal to the centre, and any other score is a signal
 * @throws TypeError for points that are no array, for a point that has no score, for measurements of different metrics,
 *   statistics or scales, for a method that does not suit them, and for an option that the method does not use;
 *   RangeError for a score that is not within ±1e15 and an option outside its range
 *
 * @remarks
 * Source: Shewhart's charts as in Montgomery, "Introduction to Statistical Quality Control" (`p`, `xmr`; the
 * figures are those of R's qcc); Laney (2002) for `laney-p`; Roberts (1959) for `ewma`; Page (1954) for `cusum`. `nps`
 * is the p chart's construction on the net score: pooled score ± 3 √(pooled variance of one answer / n). `laney-p`
 * multiplies its sigma too.
 *
 * All points of a long enough run are marked, not only those from the eighth on. Limits of measurements stay within the
 * range of the score. With weights, n is the effective number of answers. A last period that is still `partial` suits
 * `p`, `laney-p` and `nps`, which know its n, but is better left out of the other methods, which do not.
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { controlChart } from "cx-metrics/trend";
 *
 * const counts = [[62, 21, 17], [58, 26, 16], [121, 49, 30], [60, 22, 18], [35, 28, 37], [59, 24, 17]] as const;
 * const months = counts.map(([promoters, passives, detractors]) =>
 *   nps([{ score: 10, n: promoters }, { score: 8, n: passives }, { score: 3, n: detractors }]),
 * );
 * const { center, points } = controlChart(months);
 * center; // → 37.1
 * points.map(({ signals }) => signals); // → [[], [], [], [], ["below-limit"], []]
 * points[4]?.limits; // → { low: 13.5, center: 37.1, high: 60.7 }
 * points[2]?.limits; // → { low: 20.5, center: 37.1, high: 53.8 }
 * ```
 *
 * @example A slow drift, in which no single period is unusual
 * ```ts
 * import { controlChart } from "cx-metrics/trend";
 *
 * const ratings = [4.3, 4.4, 4.2, 4.3, 4.4, 4.3, 4.2, 4.2, 4.1, 4.2, 4.1, 4.1];
 * const signalsOf = (method: "xmr" | "cusum") =>
 *   controlChart(ratings, { method, baseline: 6 }).points.flatMap(({ signals }) => signals);
 * signalsOf("xmr"); // → []
 * signalsOf("cusum"); // → ["below-limit"]
 * ```
 */
export function controlChart<Point extends SeriesPoint>(
  points: readonly Point[],
  options: ControlChartOptions = {},
): ControlChart<Point> {
  const series = readSeries(points);
  const settings = readSettings(options, kindOf(series));
  const drawing = DRAW[settings.method](series, settings);
  const limits = controlLimits(drawing, series, settings);
  const signals = controlSignals(drawing, limits, series, settings);
  const figuresOf = (index: number): ControlFigures => ({
    value: plain(drawing.values[index]!),
    sigma: drawing.sigma[index]!,
    limits: limits[index]!,
    movingRange: drawing.movingRanges[index]!,
    sums: drawing.sums[index]!,
    signals: signals[index]!,
  });
  return {
    method: settings.method,
    center: drawing.center,
    movingRange: drawing.movingRange,
    sigmaZ: drawing.sigmaZ,
    decisionInterval: settings.method === "cusum" ? settings.decisionInterval : null,
    points: points.map((point, index) => withFigures(point, figuresOf(index))),
  };
}

function withFigures<Point extends SeriesPoint>(point: Point, figures: ControlFigures): ControlPoint<Point> {
  const given: object = typeof point === "object" && point !== null ? point : { score: point };
  return { ...given, ...figures } as ControlPoint<Point>;
}

/** What the scores are; null where there is none. */
function kindOf({ first, scores }: Series): Statistic | "plain" | null {
  return first?.statistic ?? (scores.some((score) => score !== null) ? "plain" : null);
}

/** Without the −0 that JSON does not know. */
function plain(value: number | null): number | null {
  return value === null ? null : value + 0;
}
