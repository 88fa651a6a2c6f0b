/** Whether a number can weigh an answer: squares of such weights, and sums of them, stay within the range of a double. */
export function isWeight(weight: number): boolean {
  return weight === 0 || (Number.isFinite(weight) && weight >= 1e-100 && weight <= 1e100);
}
