import { assertOptions, wrong } from "../answers/wrong.js";
import { sum } from "./margin.js";
import { readWeights } from "./read-weights.js";

/** How to trim weights. */
export interface TrimWeightsOptions {
  /** The smallest weight there should be, a finite number from 0. @defaultValue 0 */
  readonly lower?: number | undefined;
  /** The largest weight there should be, not below `lower`. @defaultValue no limit */
  readonly upper?: number | undefined;
  /** Whether to go on until all weights are within the limits; otherwise trimming may push some out again. @defaultValue false */
  readonly strict?: boolean | undefined;
}

/**
 * Cuts weights to limits and keeps their total: what is cut off is spread equally over the weights that were not cut.
 *
 * @param weights - an iterable of weights, each 0 or from 1e-100 to 1e100
 * @param options - the limits, and whether to keep to them strictly
 * @returns the trimmed weights, in the order of the weights
 * @throws TypeError for a weight or limit that is no number; RangeError for a weight that is negative or not finite,
 *   for a lower limit above the upper one, and where the total cannot be kept: with `strict` if the mean weight is
 *   outside the limits, else if no weight is within them, or those within cannot give what is missing
 *
 * @remarks
 * Source: Potter (1990), "A Study of Procedures to Identify and Trim Extreme Sampling Weights"; as R's
 * `survey::trimWeights`. Trimmed weights no longer reach the targets of {@link rake} exactly: the gain in variance is
 * paid with some bias.
 *
 * @example
 * ```ts
 * import { trimWeights } from "cx-metrics";
 *
 * trimWeights([0.5, 0.5, 1, 6], { upper: 3 }); // → [1.5, 1.5, 2, 3]
 * trimWeights([1, 2.5, 6], { upper: 3.5 }); // → [2.25, 3.75, 3.5]
 * trimWeights([1, 2.5, 6], { upper: 3.5, strict: true }); // → [2.5, 3.5, 3.5]
 * ```
 */
export function trimWeights(weights: Iterable<number>, options: TrimWeightsOptions = {}): number[] {
  assertOptions(options);
  const { lower = 0, upper = Infinity, strict = false } = options;
  if (!(Number.isFinite(lower) && lower >= 0)) throw wrong("lower", lower, "a finite number from 0");
  if (typeof upper !== "number" || !(upper >= lower))
    throw wrong("upper", upper, `a number not below lower (${lower})`);
  if (typeof strict !== "boolean") throw wrong("strict", strict, "true or false");
  const given = readWeights(weights);
  const clip = (weight: number) => Math.min(upper, Math.max(lower, weight));
  const isInside = (weight: number) => clip(weight) === weight;
  if (given.every(isInside)) return given;

  const total = sum(given);
  const mean = total / given.length;
  // Rounding may take a mean that is just at a limit past it.
  if (strict && (mean < lower * (1 - 1e-12) || mean > upper * (1 + 1e-12)))
    throw wrong("mean of the weights", mean, `from ${lower} to ${upper}, for all to fit there`);
  const trimmed = spread(given, clip, isInside);
  if (!strict) {
    if (trimmed === null)
      throw wrong("number of weights within the limits", 0, `1 or more, to keep the total of ${total}`);
    const negative = trimmed.find((weight) => weight < 0);
    if (negative !== undefined) throw wrong("trimmed weights", negative, `0 or more, to keep the total of ${total}`);
    return trimmed;
  }

  let current = trimmed ?? given;
  while (!current.every(isInside)) {
    // Those that were pushed out are all on one side. What is cut off them goes to those with room on that side, so
    // that none is pushed out twice.
    const isUp = cutOff(current, clip) > 0;
    const hasRoom = (weight: number) => (isUp ? clip(weight) < upper : clip(weight) > lower);
    current = spread(current, clip, hasRoom) ?? current.map(clip);
  }
  return current;
}

/** How much clipping takes off weights in total. */
function cutOff(weights: readonly number[], clip: (weight: number) => number): number {
  return sum(weights.map((weight) => weight - clip(weight)));
}

/** Clips weights and spreads what was cut off equally over those that take it; null where none does. */
function spread(
  weights: readonly number[],
  clip: (weight: number) => number,
  takes: (weight: number) => boolean,
): number[] | null {
  const cut = cutOff(weights, clip);
  const takers = weights.filter(takes).length;
  if (takers === 0) return cut === 0 ? weights.map(clip) : null;
  return weights.map((weight) => clip(weight) + (takes(weight) ? cut / takers : 0));
}
