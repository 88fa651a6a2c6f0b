import { betaOdds } from "./beta.js";
import { normalQuantile } from "./normal.js";
import { studentQuantile } from "./student-t.js";

/** Lower and upper confidence limit. */
export type Limits = readonly [low: number, high: number];

/** Shares of the answers, 0 to 1, which add up to 1: each is given, as 1 less the others has few digits where it is small. */
export interface Shares {
  /** Share of positive answers. */
  readonly p: number;
  /** Share of negative answers; 0 where p is the score. */
  readonly d: number;
  /** Share of all others. */
  readonly s: number;
}

/** What is known of a sample. Limits of shares are from 0 to 1, of net shares from −1 to 1, of a mean in its own unit. */
export interface Sample extends Shares {
  /** Effective number of answers. */
  readonly n: number;
  readonly mean: number;
  readonly standardError: number;
  /** Degrees of freedom of the standard error. */
  readonly df: number;
}

/** Confidence limits at a level between 0 and 1. They may leave the scale; whoever shows them clips them. */
export type LimitsOf<Part extends keyof Sample = keyof Sample> = (sample: Pick<Sample, Part>, level: number) => Limits;

/** Student: t standard errors around the mean. */
export const t: LimitsOf<"mean" | "standardError" | "df"> = ({ mean, standardError, df }, level) =>
  around(mean, criticalT(level, df) * standardError);

/** Normal approximation: z standard errors around the mean. */
export const normal: LimitsOf<"mean" | "standardError"> = ({ mean, standardError }, level) =>
  around(mean, criticalZ(level) * standardError);

/** Wald: the normal approximation for p − d, with the variance divided by n. */
export const wald: LimitsOf<"p" | "d" | "s" | "n"> = ({ n, ...shares }, level) =>
  around(shares.p - shares.d, criticalZ(level) * Math.sqrt(netVariance(shares) / n));

/** Rocks (2016), "Interval estimation for the Net Promoter Score": Wald with ¾ positive, 1½ neutral and ¾ negative answers added. */
export const adjustedWald: LimitsOf<"p" | "d" | "s" | "n"> = (sample, level) =>
  wald(withAnswers(sample, { p: 0.75, d: 0.75, s: 1.5 }), level);

/** Agresti & Coull (1998): Wald with z² answers added, half of them positive. */
export const agrestiCoull: LimitsOf<"p" | "d" | "s" | "n"> = (sample, level) => {
  const half = criticalZ(level) ** 2 / 2;
  return wald(withAnswers(sample, { p: half, d: 0, s: half }), level);
};

/** Wilson (1927): the shares p that a score test does not reject. */
export const wilson: LimitsOf<"p" | "s" | "n"> = (sample, level) => wilsonAt(sample, criticalZ(level));

/** Wilson's limits at a critical value z. */
export function wilsonAt({ p, s, n }: Pick<Sample, "p" | "s" | "n">, z: number): Limits {
  const added = (z * z) / n;
  const half = z * Math.sqrt((p * s) / n + added / (4 * n));
  const [low, high] = around(p + added / 2, half);
  return [Math.min(p, low / (1 + added)), Math.max(p, high / (1 + added))];
}

/** Clopper & Pearson (1934): the shares p that an exact binomial test does not reject. */
export const clopperPearson: LimitsOf<"p" | "s" | "n"> = (sample, level) => betaLimits(sample, level, 0, 1);

/** Jeffreys: quantiles of the posterior under a beta(½, ½) prior; 0 or 1 where p is (Brown, Cai & DasGupta 2001). */
export const jeffreys: LimitsOf<"p" | "s" | "n"> = (sample, level) => betaLimits(sample, level, 0.5, 0.5);

/** Tango (1998), Rocks' "iterative": the net shares p − d that a score test does not reject. */
export const netScore: LimitsOf<"p" | "d" | "n"> = ({ p, d, n }, level) => {
  const zPerRoot = criticalZ(level) / Math.sqrt(n);
  return [-upperScoreLimit(d, p, zPerRoot), upperScoreLimit(p, d, zPerRoot)];
};

/** Variance of one answer's +1, 0 or −1, which loses no digits where all but a few answers agree. */
export function netVariance({ p, d, s }: Shares): number {
  return (p + d) * s + 4 * p * d;
}

/** A sample to which answers are added: so many positive, negative and other ones. */
export function withAnswers({ p, d, s, n }: Pick<Sample, "p" | "d" | "s" | "n">, added: Shares) {
  const all = n + added.p + added.d + added.s;
  return { p: (p * n + added.p) / all, d: (d * n + added.d) / all, s: (s * n + added.s) / all, n: all };
}

function around(centre: number, half: number): Limits {
  return [centre - half, centre + half];
}

/** The t within which a Student t variable lies with probability `level`. */
export function criticalT(level: number, df: number): number {
  return -studentQuantile((1 - level) / 2, df);
}

/** The z within which a standard normal variable lies with probability `level`. */
export function criticalZ(level: number): number {
  return -normalQuantile((1 - level) / 2);
}

/** Beta quantiles, with `near` added to the count that a limit moves away from and `far` to the other one. */
function betaLimits({ p, s, n }: Pick<Sample, "p" | "s" | "n">, level: number, near: number, far: number): Limits {
  const odds = (share: number, rest: number) =>
    share === 0 ? 0 : betaOdds((1 - level) / 2, share * n + near, rest * n + far);
  const low = odds(p, s);
  const high = odds(s, p);
  return [1 / (1 + 1 / low), 1 / (1 + high)];
}

/** The largest net share whose distance from p − d is within z of its own standard errors, by bisection to the last bit. */
function upperScoreLimit(p: number, d: number, zPerRoot: number): number {
  let inside = p - d;
  let outside = 1;
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle <= inside || middle >= outside) return outside;
    if (middle - p + d < zPerRoot * Math.sqrt(varianceUnder(middle, p, d))) inside = middle;
    else outside = middle;
  }
}

/**
 * Variance of one answer if the net share were `net`, with the likeliest share q of answers on the smaller side under that
 * hypothesis: taken from there, no two terms cancel.
 */
export function varianceUnder(net: number, p: number, d: number): number {
  const size = Math.abs(net);
  const lead = net < 0 ? d - p : p - d;
  const b = (2 - lead) * size - p - d;
  const c = -(net < 0 ? p : d) * size * (1 - size);
  const root = Math.sqrt(b * b - 8 * c);
  const q = b > 0 ? (-2 * c) / (b + root) : (root - b) / 4;
  return 2 * q + size * (1 - size);
}
