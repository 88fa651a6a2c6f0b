import { oneOf, wrong } from "../answers/wrong.js";
import { assertDefinition } from "../metrics/define-metric.js";
import type { MetricDefinition, Statistic } from "../metrics/definition.js";
import { netVariance } from "../stats/interval.js";

/** What is expected of the answers, for planning a survey. */
export interface Expected {
  /** Share of positive answers, 0 to 1: for a net score or a share. */
  readonly positive?: number | undefined;
  /** Share of negative answers, 0 to 1: for a net score. */
  readonly negative?: number | undefined;
  /** Standard deviation of one answer, in units of the score: for a mean or an index. */
  readonly standardDeviation?: number | undefined;
}

/** The metric that a survey is planned for. */
export interface PlanOptions {
  /** The metric. */
  readonly definition: MetricDefinition;
  /** Plan for another statistic than the definition's. @defaultValue the definition's */
  readonly statistic?: Statistic | undefined;
  /**
   * What earlier surveys lead you to expect.
   * @defaultValue the worst case: answers half at one end of the scale, half at the other
   */
  readonly expected?: Expected | undefined;
  /** Confidence level, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
}

/** Variance of one answer, in units of the score squared: as expected, or the largest there can be. */
export function plannedVariance({ definition, statistic = definition?.statistic, expected = {} }: PlanOptions): number {
  assertDefinition(definition, statistic);
  if (typeof expected !== "object" || expected === null) throw wrong("expected", expected, "an object");
  const { positive, negative, standardDeviation } = expected;
  for (const [name, share] of Object.entries({ positive, negative }))
    if (share !== undefined && !(Number.isFinite(share) && share >= 0 && share <= 1))
      throw wrong(`expected.${name}`, share, "a share from 0 to 1");
  if (standardDeviation !== undefined) assertAboveZero("expected.standardDeviation", standardDeviation);
  assertOnly(expected, statistic);
  if (statistic === "net") {
    if (positive === undefined && negative === undefined) return 10_000;
    if (positive === undefined || negative === undefined)
      throw wrong("expected", positive ?? negative, "both positive and negative, together at most 1");
    const together = Number((positive + negative).toPrecision(12));
    if (together > 1) throw wrong("expected.positive and negative together", together, "at most 1");
    return 10_000 * netVariance({ p: positive, d: negative, s: Math.max(0, 1 - positive - negative) });
  }
  if (statistic === "share") {
    const p = positive ?? 0.5;
    return 10_000 * p * (1 - p);
  }
  const { min, max } = definition.scale;
  return standardDeviation === undefined ? ((statistic === "mean" ? max - min : 100) / 2) ** 2 : standardDeviation ** 2;
}

/** Throws for expectations that do not belong to the statistic. */
function assertOnly(expected: Expected, statistic: Statistic): void {
  const belongs = {
    net: ["positive", "negative"],
    share: ["positive"],
    mean: ["standardDeviation"],
    index: ["standardDeviation"],
  };
  const given = Object.entries(expected).filter(([, value]) => value !== undefined);
  for (const [name] of given) oneOf(`what is expected of ${statistic} scores`, name, belongs[statistic]);
}

/** Throws unless a wanted margin or difference is a number above 0. */
export function assertAboveZero(what: string, value: number): void {
  if (!(Number.isFinite(value) && value > 0)) throw wrong(what, value, "a number above 0");
  // Within these the square of one over that of another is a number, too.
  if (value < 1e-70 || value > 1e70) throw wrong(what, value, "from 1e-70 to 1e70");
}

/** Throws unless a population has a size of 1 or more; one without limits is `Infinity`. */
export function assertPopulation(population: number, atLeast: number): void {
  if (!(typeof population === "number" && population >= Math.max(1, atLeast)))
    throw wrong("population", population, `a number from ${Math.max(1, atLeast)}`);
}
