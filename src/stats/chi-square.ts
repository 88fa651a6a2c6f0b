import { deviance } from "./deviance.js";
import { newton } from "./newton.js";
import { stirlingRemainder } from "./stirling.js";
import type { Tails } from "./tails.js";

/** Logarithm of x^a e^−x / Γ(a): the density of the gamma distribution in the coordinate ln x. Loader (2000). */
function logDensity(x: number, a: number): number {
  return 0.5 * Math.log(a / (2 * Math.PI)) - stirlingRemainder(a) - deviance(x, a);
}

/** P(a, x) / density: the series DLMF 8.7.1. */
function lowerSeries(x: number, a: number): number {
  let term = 1 / a;
  let sum = term;
  for (let k = 1; term > sum * 1e-17; k++) {
    term *= x / (a + k);
    sum += term;
  }
  return sum;
}

/** Q(a, x) / density: the continued fraction DLMF 8.9.2, evaluated by Lentz's method. */
function upperFraction(x: number, a: number): number {
  let b = x + 1 - a;
  let c = Infinity;
  let d = 1 / b;
  let product = d;
  let k = 1;
  do {
    const numerator = -k * (k - a);
    b += 2;
    d = 1 / (numerator * d + b);
    c = b + numerator / c;
    product *= c * d;
  } while (Math.abs(c * d - 1) > 4e-16 && ++k < 1e6);
  return product;
}

/** A tail of the gamma distribution: its logarithm, and its ratio to the density in ln x. */
interface GammaTail {
  readonly log: number;
  readonly ratio: number;
}

/** Both tails of the gamma distribution of shape a at x > 0. */
function gammaTails(x: number, a: number): { lower: GammaTail; upper: GammaTail } {
  const density = logDensity(x, a);
  const near = (ratio: number): GammaTail => ({ log: density + Math.log(ratio), ratio });
  const beyond = (tail: GammaTail): GammaTail => {
    const log = Math.log1p(-Math.exp(tail.log));
    return { log, ratio: Math.exp(log - density) };
  };
  if (x < a + 1) {
    const lower = near(lowerSeries(x, a));
    return { lower, upper: beyond(lower) };
  }
  const upper = near(upperFraction(x, a));
  return { lower: beyond(upper), upper };
}

/** Lower and upper tail of the chi-square distribution at x ≥ 0, df > 0: the regularised incomplete gamma functions. */
export function chiSquareTails(x: number, df: number): Tails {
  if (x <= 0) return { lower: 0, upper: 1 };
  const { lower, upper } = gammaTails(x / 2, df / 2);
  return { lower: Math.exp(lower.log), upper: Math.exp(upper.log) };
}

/** The x below which a share p of the chi-square distribution lies, 0 < p < 1, df > 0. */
export function chiSquareQuantile(p: number, df: number): number {
  const a = df / 2;
  const [tail, sign, target] = p <= 0.5 ? (["lower", 1, p] as const) : (["upper", -1, 1 - p] as const);
  const logX = newton(Math.log(a), (u) => {
    const { log, ratio } = gammaTails(Math.exp(u), a)[tail];
    return sign * (log - Math.log(target)) * ratio;
  });
  return 2 * Math.exp(logX);
}
