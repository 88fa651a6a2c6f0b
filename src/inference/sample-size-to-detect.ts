import { assertOptions, wrong } from "../answers/wrong.js";
import { assertLevel } from "../metrics/level.js";
import { scoreRange } from "../metrics/score-range.js";
import { criticalZ, type Limits } from "../stats/interval.js";
import { normalQuantile } from "../stats/normal.js";
import { type PlanOptions, plannedVariance } from "./planned-variance.js";
import { ceil } from "./sample-size.js";

/** A difference between two groups that is to be found. */
export interface SampleSizeToDetectOptions extends PlanOptions {
  /** The smallest difference worth finding, in units of the score; below 0 for a decline, which matters for a share. */
  readonly difference: number;
  /** The chance to find it if it is there, between 0 and 1. @defaultValue 0.8 */
  readonly power?: number | undefined;
}

/**
 * How many answers each of two groups needs, so that a difference between them is likely to be found.
 *
 * @param options - metric, difference, and what is known: level, power, expected answers
 * @returns the number of answers in each group, rounded up
 * @throws RangeError for a difference of 0 or one that leads off the scale, and for a level or power outside 0 to 1; TypeError for
 *   expectations that do not belong to the statistic
 *
 * @remarks
 * Source: n = 2 V (z₁ + z₂)² / difference², where z₁ belongs to the level and z₂ to the power. For a share whose expected
 * value is given, with the two variances that go with it and with the value after the difference, as R's `power.prop.test`
 * and Fleiss, Levin & Paik (2003), "Statistical Methods for Rates and Proportions", without continuity correction.
 *
 * @example
 * ```ts
 * import { CSAT, NPS, sampleSizeToDetect } from "cx-metrics";
 *
 * sampleSizeToDetect({ definition: NPS, difference: 10, expected: { positive: 0.5, negative: 0.2 } }); // → 958
 * sampleSizeToDetect({ definition: CSAT, difference: 10, expected: { positive: 0.5 } }); // → 388
 * ```
 */
export function sampleSizeToDetect(options: SampleSizeToDetectOptions): number {
  assertOptions(options);
  const { difference } = options;
  const plan = planToDetect(options);
  const [lowest, highest] = possibleDifferences(options);
  const isNumber = typeof difference === "number" && Math.abs(difference) >= 1e-70;
  if (!(isNumber && difference >= lowest && difference <= highest))
    throw wrong("difference", difference, `other than 0, from ${lowest} to ${highest}`);
  return ceil(plan(difference));
}

/** The furthest that a score can go down and up: from what is expected, if that is known, or else from one end to the other. */
export function possibleDifferences({ definition, statistic = definition.statistic, expected }: PlanOptions): Limits {
  const [lowest, highest] = scoreRange(statistic, definition.scale);
  if (expected?.positive === undefined) return [lowest - highest, highest - lowest];
  const score = 100 * (expected.positive - (expected.negative ?? 0));
  // Without the last digits of decimals such as 1 − 0.8.
  return [Number((lowest - score).toPrecision(12)) + 0, Number((highest - score).toPrecision(12)) + 0];
}

/** How many answers a difference takes in each group, by its size; not rounded. */
export function planToDetect(
  options: PlanOptions & { readonly power?: number | undefined },
): (difference: number) => number {
  const { definition, statistic = definition?.statistic, expected, level = 0.95, power = 0.8 } = options;
  const variance = plannedVariance(options);
  assertLevel(level);
  const [zLevel, zPower] = [criticalZ(level), normalQuantile(assertPower(power, level))];
  if (statistic !== "share" || expected?.positive === undefined)
    return (difference) => (2 * variance * (zLevel + zPower) ** 2) / difference ** 2;

  const before = expected.positive;
  return (difference) => {
    const after = Math.max(0, Math.min(1, before + difference / 100));
    const both = (before + after) / 2;
    const ifEqual = zLevel * Math.sqrt(2 * both * (1 - both));
    const ifNot = zPower * Math.sqrt(before * (1 - before) + after * (1 - after));
    return ((ifEqual + ifNot) / (difference / 100)) ** 2;
  };
}

function assertPower(power: number, level: number): number {
  const falseAlarms = (1 - level) / 2;
  if (Number.isFinite(power) && power > falseAlarms && power < 1) return power;
  throw wrong("power", power, `above ${falseAlarms.toPrecision(3)}, the power to find nothing, and below 1`);
}
