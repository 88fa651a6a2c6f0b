import { wrong } from "./wrong.js";

/**
 * Whether a number can weigh an answer, or be what n answers weigh together: squares of such weights, and sums of them, stay within the
 * range of a double.
 */
export function isWeight(weight: number, n = 1): boolean {
  // A sum may be above n times the largest by its rounding.
  return weight === 0 || (Number.isFinite(weight) && weight >= 1e-100 && weight <= (n > 1 ? 1.000001e100 : 1e100) * n);
}

/** Throws unless a number can weigh an answer. */
export function assertWeight(what: string, weight: number): void {
  if (!isWeight(weight)) throw wrong(what, weight, "0, or from 1e-100 to 1e100");
}
