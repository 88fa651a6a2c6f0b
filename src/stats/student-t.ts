import { betaOdds, logBetaTails } from "./beta.js";
import type { Tails } from "./tails.js";

/** Lower and upper tail of Student's t distribution, df > 0. t² / df are the odds of a beta(½, df / 2) variable. */
export function studentTails(t: number, df: number): Tails {
  const square = t * t;
  const beyond = logBetaTails(square / (df + square), df / (df + square), 0.5, df / 2).upper;
  const tail = 0.5 * Math.exp(beyond);
  return t < 0 ? { lower: tail, upper: 1 - tail } : { lower: 1 - tail, upper: tail };
}

/** The t below which a share p of Student's t distribution lies, 0 < p < 1, df > 0. */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  const tail = Math.min(p, 1 - p);
  const odds =
    tail < 0.25 ? betaOdds("upper", 2 * tail, 0.5, df / 2) : betaOdds("lower", 2 * Math.abs(0.5 - p), 0.5, df / 2);
  const size = Math.sqrt(odds * df);
  return p < 0.5 ? -size : size;
}
