import type { Answers } from "../answers/answer.js";
import { assertOptions, oneOf } from "../answers/wrong.js";
import { estimate } from "../stats/estimate.js";
import { bandOf } from "./band-of.js";
import { contributionOf } from "./contribution-of.js";
import { assertDefinition } from "./define-metric.js";
import type { MetricDefinition, Statistic } from "./definition.js";
import { intervalOf } from "./interval.js";
import type { BandShare, IntervalMethod, Measurement } from "./measurement.js";
import { type ValidRow, validRows } from "./valid-rows.js";

/** How to measure. */
export interface MeasureOptions {
  /** Confidence level of the interval, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
  /**
   * How the interval is computed. For a net score `score`, `adjusted-wald`, `wald` or `t`; for a share `wilson`,
   * `agresti-coull`, `clopper-pearson`, `jeffreys` or `wald`; for a mean or an index `t` or `wald`.
   * @defaultValue the first one named
   */
  readonly interval?: IntervalMethod | undefined;
  /**
   * What happens to an answer that cannot be read or is off the scale: it throws, or is counted in `invalid`.
   * @defaultValue "throw"
   */
  readonly invalid?: "throw" | "exclude" | undefined;
  /** Report another statistic than the definition's. @defaultValue the definition's */
  readonly statistic?: Statistic | undefined;
}

/**
 * Scores answers by a metric's definition, with the uncertainty of the score: the engine under `nps`, `csat`, `ces` and
 * `sentiment`, and under any metric of your own.
 *
 * With weights, the score is Σwy / Σw, its standard error is linearised as R's `survey::svymean` does, and intervals that
 * rest on counts use Kish's effective number of answers in place of n.
 *
 * @param answers - ratings on the definition's scale, or a tally of them
 * @param definition - the metric
 * @param options - level and method of the interval, treatment of invalid answers, statistic
 * @returns the score (null where nobody answered) with n, missing, invalid, standard error, interval and bands
 * @throws TypeError for an answer that is no number, and for something that is no definition or option
 * @throws RangeError for an answer off the scale, a wrong weight or count, a level outside 0 to 1, a contradictory definition
 *
 * @remarks
 * Source of the intervals: `score` Tango (1998); `adjusted-wald` Rocks (2016); `wilson` Wilson (1927); `agresti-coull`
 * Agresti & Coull (1998); `clopper-pearson` Clopper & Pearson (1934); `jeffreys` Brown, Cai & DasGupta (2001); `wald` the
 * textbook; `t` Student (1908).
 *
 * @example
 * ```ts
 * import { CES, measure } from "cx-metrics";
 *
 * const effort = measure([7, 6, 7, 4, null], CES);
 * effort.score; // → 6
 * effort.n; // → 4
 * effort.missing; // → 1
 * effort.bands.easy.share; // → 0.75
 * ```
 */
export function measure<Name extends string>(
  answers: Answers,
  definition: MetricDefinition<Name>,
  options: MeasureOptions = {},
): Measurement<Name> {
  assertOptions(options);
  const { statistic = definition?.statistic, invalid: whenInvalid = "throw" } = options;
  assertDefinition(definition, statistic);
  oneOf("invalid", whenInvalid, ["throw", "exclude"]);
  const { metric, better, scale } = definition;
  const { min, max, step = 1 } = scale;

  const { rows, missing, invalid } = validRows(answers, definition, whenInvalid);
  const contribution = contributionOf(statistic, definition);
  const estimated = estimate(rows, (row) => contribution(row.score));
  const { mean: score, n, weight, effectiveN, standardError } = estimated;
  const bands = bandShares(rows, definition, weight);
  return {
    metric,
    statistic,
    better,
    scale: { min, max, step },
    score,
    n,
    missing,
    invalid,
    mean: estimate(rows, (row) => row.score).mean,
    weight,
    effectiveN,
    standardError,
    interval: intervalOf(estimated, bands, statistic, scale, options),
    bands,
  };
}

function bandShares<Name extends string>(
  rows: readonly ValidRow[],
  { bands, scale }: MetricDefinition<Name>,
  total: number,
): Record<Name, BandShare> {
  const bandOfRow = rows.map(({ score }) => bandOf(score, bands, scale));
  const shares = bands.map((band) => {
    let n = 0;
    let weight = 0;
    rows.forEach((row, index) => {
      if (bandOfRow[index] !== band) return;
      n += row.n;
      weight += row.weight;
    });
    return [band.name, { sentiment: band.sentiment, n, weight, share: total === 0 ? null : weight / total }];
  });
  return Object.fromEntries(shares);
}
