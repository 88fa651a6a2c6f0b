import type { Measurement } from "../metrics/measurement.js";
import type { Shares } from "../stats/interval.js";
import { stirlingRemainder } from "../stats/stirling.js";
import type { EffectSize } from "./comparison.js";
import { sampleOf } from "./sample-of.js";

/** The effect size that suits the statistic of two measurements. */
export function effectSize(before: Measurement, after: Measurement): EffectSize {
  if (before.statistic === "share") {
    const known = before.score !== null && after.score !== null;
    const [a, b] = [before, after].map(sampleOf);
    return { name: "cohens-h", value: known ? cohensH(a!, b!) : null };
  }
  const [a, b] = [spread(before), spread(after)];
  if (a === null || b === null) return { name: "hedges-g", value: null };
  const df = a.n + b.n - 2;
  return hedgesG(b.score - a.score, Math.sqrt(((a.n - 1) * a.variance + (b.n - 1) * b.variance) / df), df);
}

/**
 * Cohen's h of two shares p (Cohen 1988): the difference of their angles 2 asin √p, of which the tangents are √(p / s). Taken as one
 * angle, it is precise where both are close to 1.
 */
export function cohensH(before: Pick<Shares, "p" | "s">, after: Pick<Shares, "p" | "s">): number {
  const sine = Math.sqrt(after.p * before.s) - Math.sqrt(before.p * after.s);
  return 2 * Math.atan2(sine, Math.sqrt(after.p * before.p) + Math.sqrt(after.s * before.s)) + 0;
}

/**
 * Hedges' g (1981): a difference over the standard deviation of the answers, with the exact correction for small samples.
 * There is none of answers that are all the same, or so few that the correction is 0.
 */
export function hedgesG(difference: number, deviation: number, df: number): EffectSize {
  const exists = deviation > 0 && df > 1;
  return { name: "hedges-g", value: exists ? (difference / deviation) * smallSampleCorrection(df) + 0 : null };
}

/** Score, effective number of answers and variance of one answer, from the standard error. */
function spread({ score, effectiveN, standardError }: Measurement) {
  if (score === null || effectiveN === null || standardError === null) return null;
  return { score, n: effectiveN, variance: standardError ** 2 * effectiveN };
}

/** Γ(df / 2) / (Γ((df − 1) / 2) √(df / 2)) for df > 1, by which a standardised difference of small samples is too large. */
export function smallSampleCorrection(df: number): number {
  // Stirling's formula for both, in which what cancels is left out: this is precise for any df.
  const x = df / 2;
  return Math.exp((1 - x) * Math.log1p(-0.5 / x) - 0.5 + stirlingRemainder(x) - stirlingRemainder(x - 0.5));
}
