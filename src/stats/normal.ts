import { studentQuantile } from "./student-t.js";
import type { Tails } from "./tails.js";

/** Standard normal density at z. */
function density(z: number): number {
  // exp(−z²/2) with z split in a short head and a rest, so that the square of a large z loses no digits.
  const head = Math.trunc(z * 16) / 16;
  const rest = (z - head) * (z + head);
  return (Math.exp(-0.5 * head * head) * Math.exp(-0.5 * rest)) / Math.sqrt(2 * Math.PI);
}

/** Area between 0 and z ≥ 0: density × (z + z³/3 + z⁵/(3·5) + …), Abramowitz & Stegun 26.2.11. */
function areaFromCentre(z: number): number {
  let term = z;
  let sum = z;
  for (let odd = 3; term > sum * 1e-17; odd += 2) {
    term *= (z * z) / odd;
    sum += term;
  }
  return density(z) * sum;
}

/** Area beyond z ≥ 2: density / (z + 1/(z + 2/(z + …))), Abramowitz & Stegun 26.2.14. */
function areaBeyond(z: number): number {
  let fraction = z;
  for (let k = 80; k > 0; k--) fraction = z + k / fraction;
  return density(z) / fraction;
}

/** Lower and upper tail of the standard normal distribution at z. */
export function normalTails(z: number): Tails {
  const size = Math.abs(z);
  const tail = size < 2 ? 0.5 - areaFromCentre(size) : areaBeyond(size);
  return z < 0 ? { lower: tail, upper: 1 - tail } : { lower: 1 - tail, upper: tail };
}

/** The z below which a share p of the standard normal distribution lies, 0 < p < 1. */
export function normalQuantile(p: number): number {
  // No double can tell t with so many degrees of freedom from z.
  return studentQuantile(p, 1e20);
}
