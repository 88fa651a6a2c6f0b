import { betaCdf, betaOdds } from "./beta.js";
import type { Tails } from "./tails.js";

/** Lower and upper tail of Student's t distribution, df > 0: df / t² are the odds of a beta(df / 2, ½) variable. */
export function studentTails(t: number, df: number): Tails {
  const all = df + t * t;
  const tail = betaCdf(df / all, (t * t) / all, df / 2, 0.5) / 2;
  return t < 0 ? { lower: tail, upper: 1 - tail } : { lower: 1 - tail, upper: tail };
}

/** The t below which a share p of Student's t distribution lies, 0 < p < 1, df > 0. */
export function studentQuantile(p: number, df: number): number {
  if (p === 0.5) return 0;
  const size = Math.sqrt(df / betaOdds(2 * Math.min(p, 1 - p), df / 2, 0.5));
  return p < 0.5 ? -size : size;
}
