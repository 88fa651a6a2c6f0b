import { wrong } from "../answers/wrong.js";
import { assertMeasurement, showPart } from "../metrics/assert-measurement.js";
import { intervalWithin } from "../metrics/interval-within.js";
import type { Measurement } from "../metrics/measurement.js";
import { scoreRange } from "../metrics/score-range.js";
import { criticalT, criticalZ, type Limits } from "../stats/interval.js";
import { normalTails } from "../stats/normal.js";
import { studentTails } from "../stats/student-t.js";

/** How large a difference is compared with the spread of the answers, however certain it is. */
export interface EffectSize {
  /** Cohen's h (1988) for shares, Hedges' g (1981) for everything else. */
  readonly name: "cohens-h" | "hedges-g";
  /** About 0.2 is called small, 0.5 medium, 0.8 large; null where there is no spread to compare with. */
  readonly value: number | null;
}

/** A difference of two scores, and whether it is more than noise. Plain JSON. */
export interface Comparison<Method extends string = string> {
  /** The second score less the first one, in units of the score; null where one of them is null. */
  readonly difference: number | null;
  /** Standard error of the difference by the method; null where the answers do not allow one. */
  readonly standardError: number | null;
  /** Confidence interval of the difference; it excludes 0 exactly where the p-value is below 1 − level. */
  readonly interval: {
    /** Lower limit, in units of the score. */
    readonly low: number;
    /** Upper limit, in units of the score. */
    readonly high: number;
    /** Confidence level, 0 to 1. */
    readonly level: number;
    /** How the limits were computed. */
    readonly method: Method;
  } | null;
  /** The test statistic, z or t; null where the standard error is null or 0. */
  readonly statistic: number | null;
  /** Degrees of freedom of t; null for z. */
  readonly df: number | null;
  /**
   * Two-sided p-value, 0 to 1: how often noise alone gives a difference at least as large; null where the answers do
   * not allow one.
   */
  readonly pValue: number | null;
  /** How standard error, interval and p-value were computed. */
  readonly method: Method;
  /** How large the difference is, compared with the spread of the answers. */
  readonly effect: EffectSize;
}

/** What a test rests on. */
export interface TestInput {
  /** The difference that is tested and in the middle of the interval, in units of the score. */
  readonly centre: number;
  readonly standardError: number;
  /** Degrees of freedom; null for the normal distribution. */
  readonly df: number | null;
}

/** The part of a comparison that follows from a normal or t test. */
export function conclude<Method extends string>(
  input: TestInput | null,
  range: Limits,
  level: number,
  method: Method,
): Pick<Comparison<Method>, "standardError" | "interval" | "statistic" | "df" | "pValue" | "method"> {
  if (input === null) return { standardError: null, interval: null, statistic: null, df: null, pValue: null, method };
  const { centre, standardError, df } = input;
  const half = standardError * (df === null ? criticalZ(level) : criticalT(level, df));
  const interval = intervalWithin(range, [centre - half, centre + half], level, method);
  const statistic = centre / standardError + 0;
  // Without any spread, a difference is certain, and so is equality.
  if (!Number.isFinite(statistic))
    return { standardError, interval, statistic: null, df, pValue: centre === 0 ? 1 : 0, method };
  const tails = df === null ? normalTails(-Math.abs(statistic)) : studentTails(-Math.abs(statistic), df);
  return { standardError, interval, statistic, df, pValue: 2 * tails.lower, method };
}

/** Degrees of freedom of a standard error: those of the design, where the measurement knows of one. */
export function degreesOf(measurement: Measurement & { readonly df?: number }): number {
  return measurement.df ?? measurement.n - 1;
}

/** The smallest and largest difference between two scores of a statistic. */
export function differenceRange({ statistic, scale }: Measurement): Limits {
  const [lowest, highest] = scoreRange(statistic, scale);
  return [lowest - highest, highest - lowest];
}

/**
 * Several measurements, under names of the caller's own or in a list.
 *
 * @inline
 */
export type Measurements = Readonly<Record<string, Measurement>> | readonly Measurement[];

/** A measurement under its name. */
export type Named = readonly [name: string, measurement: Measurement];

/** Measurements with their names: in a list "0", "1", … Throws for other collections, which have no entries to be found. */
export function namedOf(measurements: Measurements): Named[] {
  const isList = Array.isArray(measurements);
  if (typeof measurements !== "object" || measurements === null || (!isList && Symbol.iterator in measurements))
    throw wrong("measurements", measurements, "an object or a list of measurements");
  // A hole of a list is no measurement, and not to be passed over.
  return Object.entries<Measurement>(
    isList ? [...measurements] : (measurements as Readonly<Record<string, Measurement>>),
  );
}

/** Throws unless measurements are of one metric on one scale, so that their scores can be compared. */
export function assertAlike(measurements: readonly Measurement[]): void {
  const [first, ...others] = measurements;
  for (const [index, measurement] of measurements.entries()) assertMeasurement(`measurement ${index}`, measurement);
  for (const other of others)
    for (const part of ["metric", "statistic", "better", "scale"] as const) {
      const [a, b] = [showPart(first!, part), showPart(other, part)];
      if (a !== b) throw new TypeError(`only measurements of one ${part} can be compared, got ${a} and ${b}`);
    }
}

/** Throws unless measurements have the same bands, in any order, so that what they counted in them can be put together. */
export function assertSameBands(measurements: readonly Measurement[]): void {
  const [first, ...others] = measurements.map(({ bands }) => {
    const named = Object.entries(bands).map(([name, { sentiment }]) => `${name} (${sentiment})`);
    return named.sort().join(", ");
  });
  for (const other of others)
    if (other !== first)
      throw new TypeError(`only measurements of one set of bands can be compared, got ${first} and ${other}`);
}
