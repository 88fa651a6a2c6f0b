import { deviance } from "./deviance.js";
import { newton } from "./newton.js";
import { stirlingRemainder } from "./stirling.js";
import type { Tails } from "./tails.js";

/** Logarithm of x^a y^b / B(a, b), where y = 1 − x: the density in the coordinate ln(x / y). Loader (2000). */
function logDensity(x: number, y: number, a: number, b: number): number {
  const n = a + b;
  return (
    0.5 * Math.log(a / n) +
    0.5 * Math.log(b / (2 * Math.PI)) +
    (stirlingRemainder(n) - stirlingRemainder(a) - stirlingRemainder(b)) -
    deviance(n * x, a) -
    deviance(n * y, b)
  );
}

/**
 * I_x(a, b) / density: the even part of the continued fraction DLMF 8.17.22, evaluated by Lentz's method.
 *
 * In this form (Didonato & Morris 1992, BFRAC) the only difference of near-equal numbers is a·y − b·x, which stays precise
 * where y is tiny and a is huge: a t quantile with a thousand million degrees of freedom.
 */
function continuedFraction(x: number, y: number, a: number, b: number): number {
  const fromMean = a * y - b * x;
  const denominator = (m: number) =>
    m + (m * (b - m) * x) / (a + 2 * m - 1) + ((a + m) * (fromMean + 1 + m * (1 + y))) / (a + 2 * m + 1);
  let fraction = (a * (fromMean + 1)) / (a + 1);
  let c = fraction;
  let d = 0;
  for (let m = 1; m < 1e6; m++) {
    const root = x / (a + 2 * m - 1);
    const numerator = (a + m - 1) * (a + b + m - 1) * m * (b - m) * root * root;
    const next = denominator(m);
    c = next + numerator / c;
    d = 1 / (next + numerator * d);
    fraction *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return 1 / fraction;
}

/** Logarithms of both tails of the beta distribution at x; y must be 1 − x, given apart so that neither loses digits. */
export function logBetaTails(x: number, y: number, a: number, b: number): Tails {
  if (x <= 0) return { lower: -Infinity, upper: 0 };
  if (y <= 0) return { lower: 0, upper: -Infinity };
  const log = logDensity(x, y, a, b);
  if (b * x - a * y < 1 - 2 * x) {
    const lower = log + Math.log(continuedFraction(x, y, a, b));
    return { lower, upper: Math.log1p(-Math.exp(lower)) };
  }
  const upper = log + Math.log(continuedFraction(y, x, b, a));
  return { lower: Math.log1p(-Math.exp(upper)), upper };
}

/** Lower and upper tail of the beta distribution at x, 0 ≤ x ≤ 1, a and b > 0: the regularised incomplete beta function. */
export function betaTails(x: number, a: number, b: number): Tails {
  const { lower, upper } = logBetaTails(x, 1 - x, a, b);
  return { lower: Math.exp(lower), upper: Math.exp(upper) };
}

/**
 * The odds x / (1 − x) at which one tail of the beta distribution takes the given value.
 *
 * Odds, because t and F are odds times a constant, and because ln(odds) has a log-concave density for every a and b.
 */
export function betaOdds(tail: keyof Tails, p: number, a: number, b: number): number {
  const sign = tail === "lower" ? 1 : -1;
  const logOdds = newton(Math.log(a / b), (u) => {
    const x = 1 / (1 + Math.exp(-u));
    const y = 1 / (1 + Math.exp(u));
    const logTail = logBetaTails(x, y, a, b)[tail];
    return sign * (logTail - Math.log(p)) * Math.exp(logTail - logDensity(x, y, a, b));
  });
  return Math.exp(logOdds);
}

/** The x below which a share p of the beta distribution lies, 0 < p < 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  const odds = p <= 0.5 ? betaOdds("lower", p, a, b) : betaOdds("upper", 1 - p, a, b);
  return odds / (1 + odds);
}
