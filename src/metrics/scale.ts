import type { Scale } from "./definition.js";

/** Whether an answer can be given on a scale. */
export function isOnScale(score: number, { min, max, step = 1 }: Scale): boolean {
  return score >= min && score <= max && (step === null || isWhole((score - min) / step));
}

/** A scale in words, for messages: "from 0 to 10 in steps of 1". */
export function showScale({ min, max, step = 1 }: Scale): string {
  return `from ${min} to ${max}${step === null ? "" : ` in steps of ${step}`}`;
}

/** A number of steps is whole up to the rounding of decimal steps such as 0.1. */
function isWhole(steps: number): boolean {
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}
