import { criticalZ } from "./critical.js";
import type { Limits } from "./interval.js";

/** Confidence limits of a net share, p − d, of n answers, where n may be an effective number. */
export type NetInterval = (p: number, d: number, n: number, level: number) => Limits;

/** Variance of one answer's +1, 0 or −1: (p + d) s + 4 p d, which loses no digits where all but a few answers agree. */
export function netVariance(p: number, d: number): number {
  return (p + d) * Math.max(0, 1 - p - d) + 4 * p * d;
}

/** Wald: the normal approximation with the variance divided by n, as in Rocks' R package NPS. */
export function netWald(p: number, d: number, n: number, level: number): Limits {
  const half = criticalZ(level) * Math.sqrt(netVariance(p, d) / n);
  return [p - d - half, p - d + half];
}

/** Rocks (2016): Wald's limits after adding ¾ positive, 1½ neutral and ¾ negative answers. */
export function netAdjustedWald(p: number, d: number, n: number, level: number): Limits {
  return netWald((p * n + 0.75) / (n + 3), (d * n + 0.75) / (n + 3), n + 3, level);
}

/** Tango (1998), Rocks' "iterative": the net shares that a score test does not reject. Always holds p − d. */
export function netScore(p: number, d: number, n: number, level: number): Limits {
  const z = criticalZ(level);
  return [-upperScoreLimit(d, p, n, z), upperScoreLimit(p, d, n, z)];
}

/** The largest net share whose distance from p − d is within z standard errors under the hypothesis that it is true. */
function upperScoreLimit(p: number, d: number, n: number, z: number): number {
  const net = p - d;
  let inside = net;
  let outside = 1;
  for (;;) {
    const middle = (inside + outside) / 2;
    if (middle <= inside || middle >= outside) return outside;
    if ((middle - net) * Math.sqrt(n) < z * Math.sqrt(varianceUnder(middle, p, d))) inside = middle;
    else outside = middle;
  }
}

/** Variance of one answer if the net share were `net`, with the likeliest negative share q under that hypothesis. */
function varianceUnder(net: number, p: number, d: number): number {
  const b = (2 - p + d) * net - p - d;
  const c = -d * net * (1 - net);
  const root = Math.sqrt(Math.max(0, b * b - 8 * c));
  const q = b > 0 ? (-2 * c) / (b + root) : (root - b) / 4;
  return Math.max(0, 2 * q + net * (1 - net));
}
