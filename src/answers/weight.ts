import { wrong } from "./wrong.js";

/** Whether a number can weigh an answer: squares of such weights, and sums of them, stay within the range of a double. */
export function isWeight(weight: number): boolean {
  return weight === 0 || (Number.isFinite(weight) && weight >= 1e-100 && weight <= 1e100);
}

/** Throws unless a number can weigh an answer. */
export function assertWeight(what: string, weight: number): void {
  if (!isWeight(weight)) throw wrong(what, weight, "0, or from 1e-100 to 1e100");
}
