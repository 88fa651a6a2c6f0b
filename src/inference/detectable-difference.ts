import { assertOptions, wrong } from "../answers/wrong.js";
import { assertAboveZero, type PlanOptions } from "./planned-variance.js";
import { planToDetect, possibleDifferences } from "./sample-size-to-detect.js";

/** Two groups whose difference is to be found. */
export interface DetectableDifferenceOptions extends PlanOptions {
  /** How many answers each group has, above 0. */
  readonly n: number;
  /** The chance to find the difference if it is there, between 0 and 1. @defaultValue 0.8 */
  readonly power?: number | undefined;
}

/**
 * The smallest difference between two groups that a number of answers is likely to find.
 *
 * @param options - metric, number of answers in each group, and what is known: level, power, expected answers
 * @returns the difference in units of the score: NPS points, percentage points, scale points
 * @throws RangeError for a number of answers that is not above 0 or too small for any difference, and for a level or power outside
 *   0 to 1; TypeError for expectations that do not belong to the statistic
 *
 * @remarks
 * Source: (z₁ + z₂) √(2 V / n), where z₁ belongs to the level and z₂ to the power. For a share whose expected value is given, the
 * difference towards the middle of the scale for which `sampleSizeToDetect` asks for n answers, as Fleiss, Levin & Paik (2003),
 * "Statistical Methods for Rates and Proportions".
 *
 * @example
 * ```ts
 * import { detectableDifference, NPS } from "cx-metrics";
 *
 * detectableDifference({ definition: NPS, n: 958, expected: { positive: 0.5, negative: 0.2 } }); // → 10.0
 * ```
 */
export function detectableDifference(options: DetectableDifferenceOptions): number {
  assertOptions(options);
  const { definition, statistic = definition?.statistic, expected, n } = options;
  const needed = planToDetect(options);
  assertAboveZero("n", n);
  const [down, up] = possibleDifferences(options);
  const furthest = up >= -down ? up : down;
  const least = needed(furthest);
  if (least > n) throw wrong("n", n, `${Math.ceil(least)} or more, to detect any difference`);
  if (statistic !== "share" || expected?.positive === undefined) return Math.sqrt(needed(1) / n);
  // A larger difference takes fewer answers: the one that takes n lies between none and the whole way to 100 %, or to 0.
  let [tooSmall, enough] = [0, furthest];
  for (;;) {
    const middle = (tooSmall + enough) / 2;
    if (middle === tooSmall || middle === enough) return Math.abs(enough);
    if (needed(middle) > n) tooSmall = middle;
    else enough = middle;
  }
}
