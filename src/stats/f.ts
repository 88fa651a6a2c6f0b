import { betaCdf, betaOdds } from "./beta.js";
import type { Tails } from "./tails.js";

/** Lower and upper tail of the F distribution: f × df1 / df2 are the odds of a beta(df1 / 2, df2 / 2) variable. */
export function fTails(f: number, df1: number, df2: number): Tails {
  const [x, y, a, b] = [(df1 * f) / (df1 * f + df2), df2 / (df1 * f + df2), df1 / 2, df2 / 2];
  return { lower: betaCdf(x, y, a, b), upper: betaCdf(y, x, b, a) };
}

/** The f below which a share p of the F distribution lies, 0 < p < 1. */
export function fQuantile(p: number, df1: number, df2: number): number {
  const odds = p > 0.5 ? 1 / betaOdds(1 - p, df2 / 2, df1 / 2) : betaOdds(p, df1 / 2, df2 / 2);
  return (odds * df2) / df1;
}
