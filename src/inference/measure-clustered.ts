import { isKey } from "../answers/key.js";
import { assertWeight } from "../answers/weight.js";
import { assertIterable, assertOptions, wrong } from "../answers/wrong.js";
import { contributionOf } from "../metrics/contribution-of.js";
import type { MetricDefinition, Statistic } from "../metrics/definition.js";
import { intervalWithin } from "../metrics/interval-within.js";
import { assertLevel } from "../metrics/level.js";
import { measure } from "../metrics/measure.js";
import type { Measurement } from "../metrics/measurement.js";
import { scoreRange } from "../metrics/score-range.js";
import { t } from "../stats/interval.js";

/** A group as an accessor names it; null or undefined where there is none. */
export type GroupKey = string | number | boolean | null | undefined;

/** How to measure answers that are not independent. */
export interface MeasureClusteredOptions<Row, Name extends string> {
  /** The metric. */
  readonly definition: MetricDefinition<Name>;
  /** The rating of a row; null or undefined where it is missing. */
  readonly score: (row: Row, index: number) => number | null | undefined;
  /** The survey weight of a row. @defaultValue 1 */
  readonly weight?: ((row: Row, index: number) => number) | undefined;
  /**
   * Whose answers belong together, such as an account's; a row with null or undefined stands by itself.
   * @defaultValue each row by itself
   */
  readonly cluster?: ((row: Row, index: number) => GroupKey) | undefined;
  /** In which part of the population a row was drawn; those with null or undefined are of one stratum. @defaultValue one for all */
  readonly stratum?: ((row: Row, index: number) => GroupKey) | undefined;
  /** Report another statistic than the definition's. @defaultValue the definition's */
  readonly statistic?: Statistic | undefined;
  /** Confidence level of the interval, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
}

/** A measurement whose standard error knows of clusters and strata. */
export interface ClusteredMeasurement<Name extends string = string> extends Measurement<Name> {
  /** How many clusters have valid answers. */
  readonly clusters: number;
  /** How many strata have valid answers. */
  readonly strata: number;
  /** Degrees of freedom of the interval: clusters less strata. */
  readonly df: number;
}

/**
 * Scores answers of which several come from one account, or that were drawn in strata. Twenty answers of one big customer
 * say less than those of twenty customers: taken as independent, they make an interval that is too narrow.
 *
 * @param rows - any iterable of rows
 * @param options - metric, and accessors of score, weight, cluster and stratum
 * @returns a measurement with the standard error of the design; null, with the interval, where a stratum has but one cluster. Its
 *   `effectiveN` is the number of independent answers that would say as much, so `compare` allows for the design too; where
 *   no standard error gives it, at most the number of clusters
 * @throws what `measure` throws for scores; TypeError or RangeError for an invalid weight, cluster or stratum, naming the row
 *
 * @remarks
 * Source: Taylor linearisation with replacement, √ Σₕ nₕ/(nₕ−1) Σ (z − z̄ₕ)² over the clusters of each stratum, as R's
 * `survey::svymean` (Lumley 2004); a cluster belongs to a stratum, so equal names in two strata are two clusters. The
 * interval is Student's t.
 *
 * @example
 * ```ts
 * import { measureClustered, NPS } from "cx-metrics";
 *
 * const rows = [
 *   { account: "a", score: 10 }, { account: "a", score: 10 }, { account: "a", score: 9 },
 *   { account: "b", score: 3 }, { account: "b", score: 5 }, { account: "c", score: 9 },
 * ];
 * const { score, standardError, clusters } = measureClustered(rows, {
 *   definition: NPS,
 *   score: (row) => row.score,
 *   cluster: (row) => row.account,
 * });
 * score; // → 33.3
 * standardError; // → 69.4
 * clusters; // → 3
 * ```
 */
export function measureClustered<Row, Name extends string>(
  rows: Iterable<Row>,
  options: MeasureClusteredOptions<Row, Name>,
): ClusteredMeasurement<Name> {
  assertOptions(options);
  const { definition, statistic = definition?.statistic, level = 0.95 } = options;
  assertLevel(level);
  assertIterable("rows", rows, "an iterable of rows");
  const { score, weight, cluster, stratum } = options;
  for (const [name, value] of Object.entries({ score, weight, cluster, stratum }))
    if (typeof value !== "function" && (value !== undefined || name === "score"))
      throw wrong(name, value, "a function of a row");
  const answers = Array.from(rows, (row, index) => readRow(row, index, options));
  const measured = measure(answers, definition, { statistic, level });
  const strata = deviationsOf(answers, measured, contributionOf(statistic, definition));
  const clusters = strata.reduce((sum, deviations) => sum + deviations.length, 0);
  const standardError = measured.score === null ? null : designError(strata);
  const df = clusters - strata.length;
  const range = scoreRange(measured.statistic, measured.scale);
  return {
    ...measured,
    effectiveN: effectiveNumber(measured, standardError, clusters),
    standardError,
    interval:
      standardError === null
        ? null
        : intervalWithin(range, t({ mean: measured.score!, standardError, df }, level), level, "t"),
    clusters,
    strata: strata.length,
    df,
  };
}

/** How many independent answers would have the design's standard error; where that cannot be said, one for each cluster at most. */
function effectiveNumber(
  { effectiveN, standardError }: Measurement,
  ofDesign: number | null,
  clusters: number,
): number | null {
  if (effectiveN === null) return null;
  return standardError && ofDesign ? effectiveN * (standardError / ofDesign) ** 2 : Math.min(effectiveN, clusters);
}

interface ClusteredAnswer {
  readonly score: number | null;
  readonly weight: number;
  /** Equal for the answers of one cluster. */
  readonly cluster: unknown;
  readonly stratum: GroupKey;
}

function readRow<Row, Name extends string>(
  row: Row,
  index: number,
  options: MeasureClusteredOptions<Row, Name>,
): ClusteredAnswer {
  const weight = options.weight ? options.weight(row, index) : 1;
  assertWeight(`weight of row ${index}`, weight);
  return {
    score: options.score(row, index) ?? null,
    weight,
    // Who belongs to no cluster is one.
    cluster: readKey("cluster", options.cluster?.(row, index), index) ?? Symbol(),
    stratum: readKey("stratum", options.stratum?.(row, index), index),
  };
}

function readKey(name: string, key: unknown, row: number): GroupKey {
  if (key === null || key === undefined) return null;
  if (isKey(key)) return key;
  throw wrong(`${name} of row ${row}`, key, "text, a finite number, true, false or null");
}

/** By how much the valid answers of a cluster move the score, together and without regard to the direction. */
interface Deviation {
  readonly sum: number;
  readonly size: number;
}

/** The deviations of the clusters, in a list for each stratum. */
function deviationsOf(
  answers: readonly ClusteredAnswer[],
  measured: Measurement,
  contribution: (rating: number) => number,
): Deviation[][] {
  const strata = new Map<GroupKey, Map<unknown, Deviation>>();
  for (const { score, weight, cluster, stratum } of answers) {
    if (score === null) continue;
    const clusters = strata.get(stratum) ?? new Map<unknown, Deviation>();
    strata.set(stratum, clusters);
    // Not a number where no answer has weight, and not read then.
    const deviation = (weight * (contribution(score) - measured.score!)) / measured.weight;
    const { sum, size } = clusters.get(cluster) ?? { sum: 0, size: 0 };
    clusters.set(cluster, { sum: sum + deviation, size: size + Math.abs(deviation) });
  }
  return Array.from(strata.values(), (clusters) => [...clusters.values()]);
}

/** The standard error from the deviations of the clusters of each stratum; null where one has a single cluster. */
function designError(strata: readonly (readonly Deviation[])[]): number | null {
  let variance = 0;
  for (const deviations of strata) {
    const n = deviations.length;
    if (n < 2) return null;
    const mean = deviations.reduce((total, { sum }) => total + sum, 0) / n;
    const squares = deviations.reduce((total, { sum }) => total + (sum - mean) ** 2, 0);
    const magnitude = deviations.reduce((total, { size }) => total + size ** 2, 0);
    // What is left of deviations that cancel, or are alike, is their rounding, and no variance.
    if (squares > 1e-26 * magnitude) variance += (n / (n - 1)) * squares;
  }
  return Math.sqrt(variance);
}
