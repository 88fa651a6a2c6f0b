import type { Answers } from "../answers/answer.js";
import { estimate } from "../stats/estimate.js";
import { bandOf } from "./bands.js";
import { assertDefinition } from "./define-metric.js";
import type { Band, MetricDefinition, Sentiment, Statistic } from "./definition.js";
import { intervalOf, scoreRange } from "./interval.js";
import type { BandShare, IntervalMethod, Measurement } from "./measurement.js";
import { oneOf } from "./one-of.js";
import { withStep } from "./scale.js";
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
  /** What an answer that cannot be read or is off the scale does: throw, or be counted in `invalid`. @defaultValue "throw" */
  readonly invalid?: "throw" | "exclude" | undefined;
  /** Report another statistic than the definition's. @defaultValue the definition's */
  readonly statistic?: Statistic | undefined;
}

/**
 * Scores answers by a metric's definition, with the uncertainty of the score: the engine under `nps`, `csat`, `ces` and
 * `sentiment`, and under any metric of your own.
 *
 * With weights, the score is Σwy / Σw, its standard error is linearised as R's `survey::svymean` does, and intervals that rest
 * on counts take Kish's effective number of answers for n.
 *
 * @param answers - ratings on the definition's scale, or a tally of them
 * @param definition - the metric
 * @param options - level and method of the interval, treatment of invalid answers, statistic
 * @returns the score (null where nobody answered) with n, missing, invalid, standard error, interval and bands
 * @throws TypeError for an answer that is no number, and for a definition or an option that is none
 * @throws RangeError for an answer off the scale, a wrong weight or count, a level outside 0 to 1, a contradictory definition
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
  const { statistic = definition?.statistic, invalid = "throw" } = options;
  assertDefinition(definition, statistic);
  const { metric, better, bands } = definition;
  oneOf(metric, "invalid", invalid, ["throw", "exclude"]);
  const scale = withStep(definition.scale);

  const valid = validRows(answers, definition, invalid);
  const banded = valid.rows.map((row) => ({ ...row, band: bandOf(row.score, bands) }));
  const value = valueIn(statistic, definition);
  const scored = estimate(banded.map((row) => ({ ...row, value: value(row) })));
  const ratings = estimate(valid.rows.map((row) => ({ ...row, value: row.score })));
  const shares = bands.map((band) => shareOf(band, banded, scored.weight));
  const total = (sentiment: Sentiment) =>
    Math.min(1, shares.reduce((sum, band) => (band.sentiment === sentiment ? sum + (band.share ?? 0) : sum), 0));

  return {
    metric,
    statistic,
    better,
    scale,
    score: scored.mean,
    n: scored.n,
    missing: valid.missing,
    invalid: valid.invalid,
    mean: ratings.mean,
    weight: scored.weight,
    effectiveN: scored.effectiveN,
    standardError: scored.standardError,
    interval: intervalOf(
      { ...scored, positive: total("positive"), negative: total("negative") },
      statistic,
      scoreRange(statistic, scale),
      options,
    ),
    bands: Object.fromEntries(bands.map(({ name }, index) => [name, shares[index]])) as Record<Name, BandShare>,
  };
}

interface BandedRow extends ValidRow {
  readonly band: Band;
}

/** What one answer contributes to the statistic, of which the score is the mean. */
function valueIn(statistic: Statistic, { scale, better }: MetricDefinition): (row: BandedRow) => number {
  const { min, max } = scale;
  switch (statistic) {
    case "mean":
      return ({ score }) => score;
    case "index":
      return ({ score }) => (100 * (better === "higher" ? score - min : max - score)) / (max - min);
    case "share":
      return ({ band }) => (band.sentiment === "positive" ? 100 : 0);
    case "net":
      return ({ band }) => ({ positive: 100, neutral: 0, negative: -100 })[band.sentiment];
  }
}

function shareOf(band: Band, rows: readonly BandedRow[], total: number): BandShare {
  let n = 0;
  let weight = 0;
  for (const row of rows) {
    if (row.band !== band) continue;
    n += row.n;
    weight += row.weight;
  }
  return { sentiment: band.sentiment, n, weight, share: total === 0 ? null : weight / total };
}
