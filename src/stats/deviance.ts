/**
 * How unlikely a gamma or beta variable finds it to be at x: mean × (r − 1 − ln r) with r = x / mean.
 *
 * Loader (2000), "Fast and accurate computation of binomial probabilities", where it is called bd0.
 */
export function deviance(x: number, mean: number): number {
  const u = (x - mean) / mean;
  return Math.abs(u) < 0.5 ? mean * (u - Math.log1p(u)) : x - mean - mean * Math.log(x / mean);
}
