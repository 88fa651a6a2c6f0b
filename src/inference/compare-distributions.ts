import type { Answers, TallyRow } from "../answers/answer.js";
import { tally } from "../answers/tally.js";
import type { MetricDefinition, Scale } from "../metrics/definition.js";
import { measure } from "../metrics/measure.js";
import type { Measurement } from "../metrics/measurement.js";
import { ratingAt } from "../metrics/scale.js";
import { type ChiSquareTest, chiSquareTest } from "./chi-square-test.js";
import { assertAlike, assertSameBands } from "./comparison.js";
import { type MannWhitneyTest, mannWhitney } from "./mann-whitney.js";

/** Whether two groups answered differently, whatever their scores. Plain JSON. */
export interface DistributionComparison {
  /** Chi-square test of the bands. */
  readonly bands: ChiSquareTest;
  /** Mann-Whitney test of the ratings; null for measurements, which do not hold the ratings. */
  readonly ratings: MannWhitneyTest | null;
}

/**
 * Says whether two groups answered differently: two equal scores can hide that one group is lukewarm and the other divided.
 *
 * @param before - answers, or a measurement
 * @param after - answers of other respondents, or another measurement of the same metric
 * @param definition - the metric, for answers
 * @returns a chi-square test of the bands with Cramér's V and the smallest expected count, and for answers a Mann-Whitney
 *   test of the ratings; null where nothing can be said. Weighted answers count by their number, not by their weight
 * @throws what `measure` throws for answers; TypeError for measurements of different metrics or bands
 *
 * @remarks Source: Pearson (1900); Cramér (1946); Mann & Whitney (1947).
 *
 * @example
 * ```ts
 * import { compareDistributions, NPS } from "cx-metrics";
 *
 * const lukewarm = [{ score: 8, n: 60 }];
 * const divided = [{ score: 10, n: 30 }, { score: 2, n: 30 }];
 * const { bands, ratings } = compareDistributions(lukewarm, divided, NPS);
 * bands.cramersV; // → 1
 * ratings.superiority; // → 0.5
 * ```
 */
export function compareDistributions(
  before: Answers,
  after: Answers,
  definition: MetricDefinition,
): DistributionComparison & { readonly ratings: MannWhitneyTest };
export function compareDistributions(before: Measurement, after: Measurement): DistributionComparison;
export function compareDistributions(
  before: Answers | Measurement,
  after: Answers | Measurement,
  definition?: MetricDefinition,
): DistributionComparison {
  if (definition === undefined) {
    assertAlike([before as Measurement, after as Measurement]);
    return { bands: testBands([before as Measurement, after as Measurement]), ratings: null };
  }
  const tallies = [before, after].map((answers) => tally(answers as Answers));
  const measurements = tallies.map((part) => measure(part, definition));
  // What stands for the same rating is a tie.
  const [a, b] = tallies.map((part) => tally(part.map((row) => ratedAt(row, definition.scale))));
  return { bands: testBands(measurements), ratings: mannWhitney(a!, b!) };
}

function ratedAt(row: TallyRow, scale: Scale): TallyRow {
  return row.score === null ? row : { ...row, score: ratingAt(row.score, scale) };
}

/** Tests whether the bands of measurements hold the same shares of answers. */
export function testBands(measurements: readonly Measurement[]): ChiSquareTest {
  assertSameBands(measurements);
  const names = Object.keys(measurements[0]?.bands ?? {});
  return chiSquareTest(measurements.map(({ bands }) => names.map((name) => bands[name]!.n)));
}
