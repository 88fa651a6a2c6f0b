import { wrong } from "../answers/wrong.js";
import type { Scale } from "./definition.js";

/** Whether an answer can be given on a scale. */
export function isOnScale(score: number, { min, max, step = 1 }: Scale): boolean {
  if (!(score >= min && score <= max)) return false;
  if (step === null) return true;
  // A whole number of steps leads from min to it, up to the rounding of decimals such as 0.1.
  const steps = (score - min) / step;
  return Math.abs(steps - Math.round(steps)) <= (1e-15 * (Math.abs(score) + Math.abs(min))) / step;
}

/** By how much a score may miss its step at most: far less than a step, and more than decimals are ever rounded by. */
export function roundingOf({ step = 1 }: Scale): number {
  return 1e-6 * (step ?? 0);
}

/** The rating that is meant by a score on the scale, which may miss it by the rounding of decimals: 100 × 0.57 is 57. */
export function ratingAt(score: number, scale: Scale): number {
  const { min, step = 1 } = scale;
  if (step === null || Number.isInteger(score)) return score;
  const rating = Number((min + Math.round((score - min) / step) * step).toPrecision(15));
  return Math.abs(rating - score) <= roundingOf(scale) ? rating : score;
}

/** A scale in words, for messages: "from 0 to 10 in steps of 1". */
export function showScale({ min, max, step = 1 }: Scale): string {
  return `from ${min} to ${max}${step === null ? "" : ` in steps of ${step}`}`;
}

/** Throws unless a scale has a lower and an upper end, and a step that leads from one to the other. */
export function assertScale(of: string, scale: Scale): void {
  const { min, max, step = 1 } = scale ?? {};
  // Within ±1e15 whole numbers are exact, and no sum of weighted squares leaves the range of a double.
  if (!isEnd(min)) throw wrong(`${of}: scale.min`, min, "within ±1e15");
  if (!(isEnd(max) && min < max)) throw wrong(`${of}: scale.max`, max, `above scale.min ${min}, both within ±1e15`);
  if (step !== null && !(Number.isFinite(step) && step > 0 && isOnScale(max, scale)))
    throw wrong(`${of}: scale.step`, step, `null or a number that divides ${min} to ${max}`);
}

function isEnd(end: number): boolean {
  return Number.isFinite(end) && Math.abs(end) <= 1e15;
}
