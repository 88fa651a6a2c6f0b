import type { Shares } from "../stats/interval.js";
import type { Statistic } from "./definition.js";
import type { BandShare } from "./measurement.js";

/** Shares of the weight of all answers: of positive ones, of negative ones for a net score, and of all others. */
export function sharesOf(bands: Readonly<Record<string, BandShare>>, statistic: Statistic): Shares {
  const shares = { p: 0, d: 0, s: 0 };
  const parts = { positive: "p", neutral: "s", negative: statistic === "net" ? "d" : "s" } as const;
  for (const { sentiment, share } of Object.values(bands)) {
    const part = parts[sentiment];
    shares[part] = Math.min(1, shares[part] + (share ?? 0));
  }
  return shares;
}
