import { betaOdds, logBetaTails } from "./beta.js";
import type { Tails } from "./tails.js";

/** Lower and upper tail of the F distribution: f × df1 / df2 are the odds of a beta(df1 / 2, df2 / 2) variable. */
export function fTails(f: number, df1: number, df2: number): Tails {
  const all = df1 * f + df2;
  const { lower, upper } = logBetaTails((df1 * f) / all, df2 / all, df1 / 2, df2 / 2);
  return { lower: Math.exp(lower), upper: Math.exp(upper) };
}

/** The f below which a share p of the F distribution lies, 0 < p < 1. */
export function fQuantile(p: number, df1: number, df2: number): number {
  const [a, b] = [df1 / 2, df2 / 2];
  const odds = p <= 0.5 ? betaOdds("lower", p, a, b) : betaOdds("upper", 1 - p, a, b);
  return (odds * df2) / df1;
}
