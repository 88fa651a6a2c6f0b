import { newton } from "./newton.js";
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

/** Mills' ratio, tail / density, for z ≥ 2: the continued fraction of Abramowitz & Stegun 26.2.14. */
function millsRatio(z: number): number {
  let fraction = z;
  for (let k = 80; k > 0; k--) fraction = z + k / fraction;
  return 1 / fraction;
}

/** Lower and upper tail of the standard normal distribution at z, each with full relative precision. */
export function normalTails(z: number): Tails {
  const size = Math.abs(z);
  const tail = size < 2 ? 0.5 - areaFromCentre(size) : density(size) * millsRatio(size);
  return z < 0 ? { lower: tail, upper: 1 - tail } : { lower: 1 - tail, upper: tail };
}

/** The z below which a share p of the standard normal distribution lies, 0 < p < 1. */
export function normalQuantile(p: number): number {
  const fromCentre = p - 0.5;
  if (fromCentre === 0) return 0;
  const size =
    Math.abs(fromCentre) < 0.4
      ? newton(0, (z) => (areaFromCentre(z) - Math.abs(fromCentre)) / density(z))
      : tailQuantile(Math.log(Math.min(p, 1 - p)));
  return fromCentre < 0 ? -size : size;
}

/** The z > 1.2 whose upper tail has the given logarithm. */
function tailQuantile(logTail: number): number {
  return newton(Math.sqrt(-2 * logTail), (z) => {
    const mills = z < 2 ? normalTails(z).upper / density(z) : millsRatio(z);
    const logUpper = Math.log(mills) - 0.5 * z * z - 0.5 * Math.log(2 * Math.PI);
    return (logTail - logUpper) * mills;
  });
}
