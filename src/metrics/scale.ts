import { show } from "../answers/show.js";
import type { Scale } from "./definition.js";

/** A scale with its step said: 1 where the definition leaves it out. */
export function withStep({ min, max, step = 1 }: Scale): Required<Scale> & { step: number | null } {
  return { min, max, step };
}

/** Whether an answer can be given on a scale. */
export function isOnScale(score: number, { min, max, step = 1 }: Scale): boolean {
  return score >= min && score <= max && (step === null || isWhole((score - min) / step));
}

/** A scale in words, for messages: "0 to 10 in steps of 1". */
export function showScale({ min, max, step = 1 }: Scale): string {
  return `${min} to ${max}${step === null ? "" : ` in steps of ${step}`}`;
}

/** Throws unless a scale has a lower and an upper end and a step that leads from one to the other. */
export function assertScale(where: string, scale: Scale): void {
  if (typeof scale !== "object" || scale === null)
    throw new TypeError(`${where}: scale must be { min, max, step }, got ${show(scale)}`);
  const { min, max, step = 1 } = scale;
  for (const end of [min, max])
    if (!(typeof end === "number" && Math.abs(end) <= 1e15))
      throw new TypeError(`${where}: an end of the scale must be a number within ±1e15, got ${show(end)}`);
  if (min >= max) throw new RangeError(`${where}: the scale must have min below max, got ${min} to ${max}`);
  if (step !== null && !(typeof step === "number" && step > 0 && isWhole((max - min) / step)))
    throw new RangeError(`${where}: step must be null or divide ${min} to ${max} evenly, got ${show(step)}`);
}

/** A number of steps is whole up to the rounding of decimal steps such as 0.1. */
function isWhole(steps: number): boolean {
  return Math.abs(steps - Math.round(steps)) < 1e-9;
}
