import { betaQuantile } from "./beta.js";
import { criticalZ } from "./critical.js";
import type { Limits } from "./interval.js";

/**
 * Confidence limits of a proportion: a share p of n answers, where n may be an effective number.
 *
 * Source of all but Wald's: Brown, Cai & DasGupta (2001), "Interval estimation for a binomial proportion".
 */
export type ProportionInterval = (p: number, n: number, level: number) => Limits;

/** Wilson (1927): the proportions that a score test does not reject. Always holds p. */
export function wilson(p: number, n: number, level: number): Limits {
  const z = criticalZ(level);
  const centre = p + (z * z) / (2 * n);
  const half = z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  const scale = 1 + (z * z) / n;
  return [Math.min(p, (centre - half) / scale), Math.max(p, (centre + half) / scale)];
}

/** Agresti & Coull (1998): Wald's limits after adding z² answers, half of them positive. */
export function agrestiCoull(p: number, n: number, level: number): Limits {
  const z = criticalZ(level);
  const adjusted = (p * n + (z * z) / 2) / (n + z * z);
  return wald(adjusted, n + z * z, level);
}

/** Wald: the normal approximation, with the variance p (1 − p) / n. */
export function wald(p: number, n: number, level: number): Limits {
  const half = criticalZ(level) * Math.sqrt((p * (1 - p)) / n);
  return [p - half, p + half];
}

/** Clopper & Pearson (1934): the proportions that an exact binomial test does not reject. */
export function clopperPearson(p: number, n: number, level: number): Limits {
  return betaLimits(p, n, level, 0, 1);
}

/** Jeffreys: quantiles of the posterior under a beta(½, ½) prior; 0 and 1 where no or all answers are positive. */
export function jeffreys(p: number, n: number, level: number): Limits {
  return betaLimits(p, n, level, 0.5, 0.5);
}

/** Beta quantiles with `same` added to the count on the limit's own side and `other` to the count on the other side. */
function betaLimits(p: number, n: number, level: number, same: number, other: number): Limits {
  const tail = (1 - level) / 2;
  const positive = p * n;
  const rest = (1 - p) * n;
  return [
    p === 0 ? 0 : betaQuantile(tail, positive + same, rest + other),
    p === 1 ? 1 : 1 - betaQuantile(tail, rest + same, positive + other),
  ];
}
