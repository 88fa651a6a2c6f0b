import { assertOptions, oneOf, wrong } from "../answers/wrong.js";
import type { BandShare, Measurement } from "../metrics/measurement.js";
import { type Adjustment, adjustPValues } from "./adjust-p-values.js";
import { type CompareMethod, type CompareOptions, compare } from "./compare.js";
import { assertAlike, assertSameBands, type Comparison, type Measurements, type Named, namedOf } from "./comparison.js";

/** Half a million comparisons, which take half a gigabyte of memory. */
const MOST_IN_PAIRS = 1000;

/** How to compare several measurements. */
export interface CompareAllOptions extends CompareOptions {
  /** Each pair, or each against all others together. @defaultValue "pairs" */
  readonly against?: "pairs" | "rest" | undefined;
  /** How p-values are adjusted for the number of comparisons. @defaultValue "holm" */
  readonly adjust?: Adjustment | undefined;
}

/** One of several comparisons. */
export interface NamedComparison extends Comparison<CompareMethod> {
  /** Name of the measurement that is compared with, or "rest". */
  readonly before: string;
  /** Name of the measurement whose difference is reported. */
  readonly after: string;
  /** The p-value, adjusted for the number of comparisons. */
  readonly adjustedPValue: number | null;
}

/**
 * Compares each pair of several measurements, or each with all others, with p-values adjusted for the number of comparisons.
 *
 * @param measurements - measurements of one metric under names of your own, or a list of them, named "0", "1", …
 * @param options - pairs or rest, adjustment, method and level. Intervals are those of each comparison alone
 * @returns a comparison for each pair, or for each measurement against the rest, in order
 * @throws what `compare` throws; in pairs, RangeError for more than 1000 measurements; against the rest, TypeError for weighted or
 *   clustered measurements, whose pooled standard error is not known from them, and for measurements with different bands
 *
 * @remarks Source: that of `compare` for each; Holm (1979) and Benjamini & Hochberg (1995) for the adjustment.
 *
 * @example
 * ```ts
 * import { compareAll, csat } from "cx-metrics";
 *
 * const shop = (satisfied: number) => csat([{ score: 5, n: satisfied }, { score: 1, n: 100 - satisfied }]);
 * const all = compareAll({ north: shop(80), south: shop(78), west: shop(60) });
 * all.map(({ before, after, adjustedPValue }) => [before, after, adjustedPValue]);
 * // → [["north", "south", 0.733], ["north", "west", 0.0055], ["south", "west", 0.0113]]
 * ```
 *
 * Segments go by their keys, without those that are suppressed:
 *
 * ```ts
 * import { compareAll, nps, segment } from "cx-metrics";
 *
 * const rows = [["north", 9], ["north", 3], ["south", 9], ["south", 10], ["west", 1]] as const;
 * const parts = segment(rows, { by: ([shop]) => shop, score: ([, score]) => score, metric: nps, minN: 1 });
 * const shown = parts.flatMap((part) => (part.suppressed ? [] : [[String(part.key), part] as const]));
 *
 * compareAll(Object.fromEntries(shown)).map(({ before, after }) => `${before}, ${after}`);
 * // → ["north, south", "north, west", "south, west"]
 * ```
 */
export function compareAll(measurements: Measurements, options: CompareAllOptions = {}): NamedComparison[] {
  assertOptions(options);
  const { against = "pairs", adjust = "holm", method, level } = options;
  oneOf("against", against, ["pairs", "rest"]);
  const entries = namedOf(measurements);
  assertAlike(entries.map(([, measurement]) => measurement));
  const comparisons = (against === "pairs" ? pairsOf(entries) : restsOf(entries)).map(([before, after]) => ({
    before: before[0],
    after: after[0],
    ...compare(before[1], after[1], { method, level }),
  }));
  const adjusted = adjustPValues(
    comparisons.map(({ pValue }) => pValue),
    { method: adjust },
  );
  return comparisons.map((comparison, index) => ({ ...comparison, adjustedPValue: adjusted[index]! }));
}

function pairsOf(entries: readonly Named[]): [Named, Named][] {
  if (entries.length > MOST_IN_PAIRS)
    throw wrong("the number of measurements", entries.length, `at most ${MOST_IN_PAIRS} in pairs`);
  return entries.flatMap((before, index) => entries.slice(index + 1).map((after): [Named, Named] => [before, after]));
}

function restsOf(entries: readonly Named[]): [Named, Named][] {
  const measurements = entries.map(([, measurement]) => measurement);
  assertSameBands(measurements);
  if (entries.length > 1 && measurements.some(isWeighted))
    throw new TypeError(
      "clustered or weighted measurements can be compared in pairs only: their rest is not known from them",
    );
  // What is in front of each and what is behind it, each pooled once.
  const inFront = runningPools(measurements);
  const behind = runningPools([...measurements].reverse()).reverse();
  return entries.map((after, index) => [["rest", pooled([inFront[index]!, behind[index]!], after[1])], after]);
}

/** All respondents in front of each measurement, as a measurement of its kind. */
function runningPools(measurements: readonly Measurement[]): Measurement[] {
  let pool: Measurement | undefined;
  return measurements.map((measurement) => {
    const inFront = pool ?? pooled([], measurement);
    pool = pooled([inFront, measurement], measurement);
    return inFront;
  });
}

/** The measurement of all respondents of several unweighted measurements together, of the same metric as another one. */
function pooled(measurements: readonly Measurement[], like: Measurement): Measurement & { readonly df: number } {
  const counted = measurements.filter(({ n }) => n > 0);
  const n = total(counted, (part) => part.n);
  const score = n === 0 ? null : total(counted, (part) => part.n * part.score!) / n;
  // Sums of squares within the parts, from their standard errors, and between them.
  const within = total(counted, (part) => (part.standardError ?? 0) ** 2 * part.n * (part.n - 1));
  const between = total(counted, (part) => part.n * (part.score! - score!) ** 2);
  return {
    ...like,
    score,
    n,
    missing: total(measurements, (part) => part.missing),
    invalid: total(measurements, (part) => part.invalid),
    mean: n === 0 ? null : total(counted, (part) => part.n * part.mean!) / n,
    weight: n,
    effectiveN: n === 0 ? null : n,
    standardError: n < 2 ? null : Math.sqrt((within + between) / (n - 1) / n),
    // Not those of one clustered measurement.
    df: n - 1,
    interval: null,
    bands: Object.fromEntries(
      Object.entries(like.bands).map(([name, { sentiment }]) => {
        const inBand = total(measurements, (part) => part.bands[name]!.n);
        return [name, { sentiment, n: inBand, weight: inBand, share: n === 0 ? null : inBand / n } satisfies BandShare];
      }),
    ),
  };
}

function isWeighted({ n, weight, effectiveN }: Measurement): boolean {
  return weight !== n || Math.abs(effectiveN! - n) > 1e-9 * n;
}

function total(measurements: readonly Measurement[], part: (measurement: Measurement) => number): number {
  return measurements.reduce((sum, measurement) => sum + part(measurement), 0);
}
