import { assertIterable, assertOptions, wrong } from "../answers/wrong.js";
import { bandOf } from "../metrics/band-of.js";
import { contributionOf } from "../metrics/contribution-of.js";
import { assertDefinition } from "../metrics/define-metric.js";
import type { MetricDefinition, Statistic } from "../metrics/definition.js";
import { assertLevel } from "../metrics/level.js";
import { measure } from "../metrics/measure.js";
import type { Measurement } from "../metrics/measurement.js";
import { isOnScale, showScale } from "../metrics/scale.js";
import { betaCdf } from "../stats/beta.js";
import { chiSquareTails } from "../stats/chi-square.js";
import { estimate } from "../stats/estimate.js";
import { type Comparison, conclude, differenceRange } from "./comparison.js";
import { hedgesG } from "./effect-size.js";

/** How to compare answers of the same respondents. */
export interface ComparePairedOptions {
  /** Compare another statistic than the definition's. @defaultValue the definition's */
  readonly statistic?: Statistic | undefined;
  /** Confidence level of the interval, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
}

/** McNemar's test: whether as many respondents became positive as ceased to be. */
export interface McNemarTest {
  /** How many became positive. */
  readonly gained: number;
  /** How many ceased to be. */
  readonly lost: number;
  /** Chi-square without continuity correction; null, as its p-value, where nobody changed. */
  readonly statistic: number | null;
  /** The p-value of this chi-square, 0 to 1. */
  readonly pValue: number | null;
  /** From the binomial distribution, to be used below about 25 changes; 1 where nobody changed. */
  readonly exactPValue: number;
}

/** A comparison of the same respondents asked twice. Plain JSON. */
export interface PairedComparison<Name extends string = string> extends Comparison<"paired-t"> {
  /** How many respondents answered both times. */
  readonly n: number;
  /** How many did not, and are left out. */
  readonly missing: number;
  /** The first answers of those who answered both times. */
  readonly before: Measurement<Name>;
  /** Their second answers. */
  readonly after: Measurement<Name>;
  /** How many went from each band (the outer name) to each band (the inner one). */
  readonly transition: Readonly<Record<Name, Readonly<Record<Name, number>>>>;
  /** For bands with a positive and another sentiment. */
  readonly mcnemar: McNemarTest;
}

/**
 * Says whether the same respondents, asked twice, changed by more than noise: much surer than comparing two samples.
 *
 * @param pairs - the answers `[before, after]` of each respondent, ratings on the definition's scale, `null` where one is missing
 * @param definition - the metric
 * @param options - statistic and level
 * @returns the difference after − before with a paired t interval and p-value, the transitions between bands, and McNemar's test
 * @throws TypeError for something that is no pair; what `measure` throws for answers and definitions
 *
 * @remarks Source: Student (1908) on the respondents' own differences; McNemar (1947).
 *
 * @example
 * ```ts
 * import { comparePaired, NPS } from "cx-metrics";
 *
 * const { difference, n, missing, transition } = comparePaired([[6, 9], [9, 9], [8, 10], [3, 3], [7, null]], NPS);
 * difference; // → 75
 * n; // → 4
 * missing; // → 1
 * transition.detractor.promoter; // → 1
 * ```
 */
export function comparePaired<Name extends string>(
  pairs: Iterable<readonly [number | null | undefined, number | null | undefined]>,
  definition: MetricDefinition<Name>,
  options: ComparePairedOptions = {},
): PairedComparison<Name> {
  assertOptions(options);
  const { statistic = definition?.statistic, level = 0.95 } = options;
  assertDefinition(definition, statistic);
  assertLevel(level);
  const { complete, missing } = completePairs(pairs, definition);
  const [before, after] = [0, 1].map((side) =>
    measure(
      complete.map((pair) => pair[side]!),
      definition,
      { statistic, level },
    ),
  );
  const value = contributionOf(statistic, definition);
  const changes = complete.map((pair) => ({ n: 1, weight: 1, weightSq: 1, change: value(pair[1]) - value(pair[0]) }));
  const { n, mean, standardError } = estimate(changes, ({ change }) => change);
  const test = mean === null || standardError === null ? null : { centre: mean, standardError, df: n - 1 };
  const deviation = (standardError ?? 0) * Math.sqrt(n);
  return {
    difference: mean,
    ...conclude(test, differenceRange(before!), level, "paired-t"),
    effect: hedgesG(mean ?? 0, deviation, n - 1),
    n,
    missing,
    before: before!,
    after: after!,
    transition: transitions(complete, definition),
    mcnemar: mcnemar(complete, definition),
  };
}

type Pair = readonly [before: number, after: number];

function completePairs(
  pairs: Iterable<readonly [number | null | undefined, number | null | undefined]>,
  { metric, scale }: MetricDefinition,
) {
  const complete: Pair[] = [];
  let missing = 0;
  let index = 0;
  assertIterable("pairs", pairs, "an iterable of [before, after]");
  for (const pair of pairs) {
    if (!Array.isArray(pair) || pair.length !== 2)
      throw wrong(`pair ${index}`, pair, "a list of two ratings, [before, after]");
    // A hole is a missing answer, too.
    const [before, after] = Array.from(pair as readonly unknown[], (rating) => {
      if (rating === null || rating === undefined) return null;
      // Unlike an answer, a rating of a pair is of one respondent; a wrong one is no less so where the other is missing.
      if (typeof rating === "number" && isOnScale(rating, scale)) return rating;
      throw wrong(`${metric}: rating of pair ${index}`, rating, `${showScale(scale)} or null`);
    });
    if (before === null || after === null) missing++;
    else complete.push([before!, after!]);
    index++;
  }
  return { complete, missing };
}

function transitions<Name extends string>(
  pairs: readonly Pair[],
  { bands, scale }: MetricDefinition<Name>,
): Record<Name, Record<Name, number>> {
  const names = bands.map((band) => band.name);
  const nameOf = (rating: number) => bandOf(rating, bands, scale).name;
  const moves = pairs.map(([before, after]) => [nameOf(before), nameOf(after)] as const);
  const count = (from: Name, to: Name) => moves.filter((move) => move[0] === from && move[1] === to).length;
  return Object.fromEntries(
    names.map((from) => [from, Object.fromEntries(names.map((to) => [to, count(from, to)]))]),
  ) as Record<Name, Record<Name, number>>;
}

function mcnemar(pairs: readonly Pair[], { bands, scale }: MetricDefinition): McNemarTest {
  const isPositive = (rating: number) => bandOf(rating, bands, scale).sentiment === "positive";
  const gained = pairs.filter(([before, after]) => !isPositive(before) && isPositive(after)).length;
  const lost = pairs.filter(([before, after]) => isPositive(before) && !isPositive(after)).length;
  const changed = gained + lost;
  const statistic = changed === 0 ? null : (gained - lost) ** 2 / changed;
  const fewer = Math.min(gained, lost);
  // The binomial tail P(X <= k) of n fair tosses is I_½(n − k, k + 1). Where neither side is fewer, both tails are all there is.
  const tail = 2 * fewer === changed ? 0.5 : betaCdf(0.5, 0.5, changed - fewer, fewer + 1);
  return {
    gained,
    lost,
    statistic,
    pValue: statistic === null ? null : chiSquareTails(statistic, 1).upper,
    exactPValue: Math.min(1, 2 * tail),
  };
}
