import { assertOptions, wrong } from "../answers/wrong.js";
import { normal } from "../stats/interval.js";
import { within } from "../stats/within.js";
import { assertMeasurement } from "./assert-measurement.js";
import { intervalWithin } from "./interval-within.js";
import { assertLevel } from "./level.js";
import type { Measurement } from "./measurement.js";

/** A part of a composite index. */
export interface CompositePart {
  /** A measurement of any metric, fresh or stored. */
  readonly measurement: Measurement;
  /** How much the part counts, above 0; only the proportion of the weights matters. @defaultValue 1 */
  readonly weight?: number | undefined;
}

/** How to compute a composite index. */
export interface CompositeOptions {
  /** Confidence level of the interval, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
}

/** A part of a composite index as it counts. */
export interface CompositeShare {
  /** The part's score from 0 to 100, 100 being its good end; null where nobody answered. */
  readonly score: number | null;
  /** Its weight, as a share of all weights, 0 to 1. */
  readonly weight: number;
  /** How many points of the composite it gives: weight × score. */
  readonly contribution: number | null;
  /** Its contribution as a share of the composite, 0 to 1; null where the composite is null or 0. */
  readonly share: number | null;
}

/** A composite index. Plain JSON. */
export interface Composite<Name extends string = string> {
  /** From 0 to 100; null where a part has no score. */
  readonly score: number | null;
  /** From the parts' standard errors, taken as independent; null where one has none. */
  readonly standardError: number | null;
  /** Confidence interval, within 0 to 100; null where the standard error is. */
  readonly interval: {
    /** Lower limit. */
    readonly low: number;
    /** Upper limit. */
    readonly high: number;
    /** Confidence level, 0 to 1. */
    readonly level: number;
    /** The normal distribution with the standard error. */
    readonly method: "wald";
  } | null;
  /** What each part contributes, under its name. */
  readonly parts: Readonly<Record<Name, CompositeShare>>;
}

/**
 * One figure of several metrics on different scales: each brought to 0 to 100, with 100 at its good end, then weighted.
 * Companies call it an evaluation index or a scorecard.
 *
 * @param parts - measurements under names of your own, each with a weight
 * @param options - confidence level
 * @returns the weighted mean with its standard error and interval, and what each part contributes
 * @throws TypeError for no parts and for a part that is no measurement; RangeError for a weight that is not above 0, and for a
 *   level outside 0 to 1
 *
 * @remarks
 * A net score from -100 to 100 becomes (score + 100) / 2, a mean (score − min) / (max − min), turned round where lower is better.
 * The interval takes the parts as independent; where the same people answered all questions it is usually too narrow.
 * Source: min-max normalisation and weighted mean as in OECD & JRC (2008), "Handbook on Constructing Composite Indicators".
 *
 * @example
 * ```ts
 * import { ces, composite, csat, nps } from "cx-metrics";
 *
 * const { score, parts } = composite({
 *   recommendation: { measurement: nps([10, 9, 7, 3]), weight: 2 },
 *   satisfaction: { measurement: csat([5, 4, 4, 1]) },
 *   ease: { measurement: ces([7, 6, 4, 3]) },
 * });
 * score; // → 66.7
 * parts.recommendation; // → { score: 62.5, weight: 0.5, contribution: 31.25, share: 0.469 }
 * ```
 */
export function composite<Name extends string>(
  parts: Readonly<Record<Name, CompositePart>>,
  options: CompositeOptions = {},
): Composite<Name> {
  assertOptions(options);
  const { level = 0.95 } = options;
  assertLevel(level);
  const entries = Object.entries<CompositePart>(parts ?? {}).map(([name, part]) => read(name, part));
  if (entries.length === 0) throw wrong("parts", parts, "an object of at least one measurement");
  const total = entries.reduce((sum, { weight }) => sum + weight, 0);
  const shares = entries.map((entry) => ({ ...entry, weight: entry.weight / total }));
  const scores = shares.map((part) => part.score).filter((own) => own !== null);
  const sum = sumOf(shares.map((part) => part.score && part.weight * part.score));
  const score = sum === null ? null : within(scores, sum);
  const variance = sumOf(shares.map((part) => part.standardError && (part.weight * part.standardError) ** 2));
  const standardError = score === null || variance === null ? null : Math.sqrt(variance);
  return {
    score,
    standardError,
    interval:
      score === null || standardError === null
        ? null
        : intervalWithin([0, 100], normal({ mean: score, standardError }, level), level, "wald"),
    parts: Object.fromEntries(
      shares.map(({ name, weight, score: own }) => {
        const contribution = own === null ? null : weight * own;
        return [
          name,
          { score: own, weight, contribution, share: contribution !== null && score ? contribution / score : null },
        ];
      }),
    ) as Record<Name, CompositeShare>,
  };
}

function read(name: string, part: CompositePart) {
  const { measurement, weight = 1 } = part ?? {};
  assertMeasurement(`measurement of part ${name}`, measurement);
  if (!(Number.isFinite(weight) && weight >= 1e-100 && weight <= 1e100))
    throw wrong(`weight of part ${name}`, weight, "above 0, from 1e-100 to 1e100");
  const { statistic, better, scale } = measurement;
  const [worst, best] =
    statistic === "net"
      ? [-100, 100]
      : statistic !== "mean"
        ? [0, 100]
        : better === "higher"
          ? [scale.min, scale.max]
          : [scale.max, scale.min];
  const { score, standardError } = measurement;
  return {
    name,
    weight,
    // Never −0, where the worst score is the highest.
    score: score === null ? null : (100 * (score - worst)) / (best - worst) + 0,
    standardError: standardError === null ? null : (100 * standardError) / Math.abs(best - worst),
  };
}

function sumOf(values: readonly (number | null)[]): number | null {
  return values.reduce((sum, value) => (sum === null || value === null ? null : sum + value), 0);
}
