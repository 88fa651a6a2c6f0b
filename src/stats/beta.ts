import { deviance } from "./deviance.js";
import { newton } from "./newton.js";
import { stirlingRemainder } from "./stirling.js";

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
  let m = 1;
  do {
    const root = x / (a + 2 * m - 1);
    const numerator = (a + m - 1) * (a + b + m - 1) * m * (b - m) * root * root;
    const next = denominator(m);
    c = next + numerator / c;
    d = 1 / (next + numerator * d);
    fraction *= c * d;
  } while (Math.abs(c * d - 1) > 4e-16 && ++m < 1e6);
  return 1 / fraction;
}

/**
 * Lower tail of the beta distribution at x: its logarithm, and its ratio to the density in ln(x / y).
 *
 * @param y - 1 − x, given apart so that neither loses digits
 */
export function betaTail(x: number, y: number, a: number, b: number): { log: number; ratio: number } {
  const density = logDensity(x, y, a, b);
  if (b * x - a * y < 1 - 2 * x) {
    const ratio = continuedFraction(x, y, a, b);
    return { log: density + Math.log(ratio), ratio };
  }
  const log = Math.log1p(-Math.exp(density) * continuedFraction(y, x, b, a));
  return { log, ratio: Math.exp(log - density) };
}

/** I_x(a, b), the lower tail of the beta distribution at x. The upper tail is `betaCdf(y, x, b, a)`. */
export function betaCdf(x: number, y: number, a: number, b: number): number {
  return x <= 0 ? 0 : y <= 0 ? 1 : Math.exp(betaTail(x, y, a, b).log);
}

/**
 * The odds x / (1 − x) below which a share p of the beta distribution lies, precise where p is not close to 1.
 *
 * Odds, because t and F are odds times a constant, and because ln(odds) has a log-concave density for every a and b.
 */
export function betaOdds(p: number, a: number, b: number): number {
  const logOdds = newton(Math.log(a / b), (u) => {
    const { log, ratio } = betaTail(1 / (1 + Math.exp(-u)), 1 / (1 + Math.exp(u)), a, b);
    return (log - Math.log(p)) * ratio;
  });
  return Math.exp(logOdds);
}

/** The x below which a share p of the beta distribution lies, 0 < p < 1. */
export function betaQuantile(p: number, a: number, b: number): number {
  return p > 0.5 ? 1 / (1 + betaOdds(1 - p, b, a)) : 1 / (1 + 1 / betaOdds(p, a, b));
}
