import type { Tally } from "../answers/answer.js";
import { normalTails } from "../stats/normal.js";

/** The Mann-Whitney (Wilcoxon rank-sum) test: whether one group gives higher ratings than the other. */
export interface MannWhitneyTest {
  /** Pairs of one answer each in which the second group's is higher, ties counting half; null where a group is empty. */
  readonly statistic: number | null;
  /** Two-sided, with correction for ties and continuity; null where all ratings are equal. */
  readonly pValue: number | null;
  /** The chance that an answer of the second group is higher than one of the first, ties counting half: 0.5 where alike. */
  readonly superiority: number | null;
}

/** Compares the ratings of two tallies by their ranks. Source: Mann & Whitney (1947), as R's `wilcox.test(exact = FALSE)`. */
export function mannWhitney(before: Tally, after: Tally): MannWhitneyTest {
  const [a, b] = [before, after].map(
    (tally) => new Map(tally.flatMap(({ score, n }) => (score === null ? [] : [[score, n]]))),
  );
  const scores = [...new Set([...a!.keys(), ...b!.keys()])].sort((x, y) => x - y);
  const inAll = (tally: ReadonlyMap<number, number>) => [...tally.values()].reduce((sum, count) => sum + count, 0);
  const [allA, allB] = [inAll(a!), inAll(b!)];
  if (allA === 0 || allB === 0) return { statistic: null, pValue: null, superiority: null };
  // Twice the distance from what is to be expected, and the variance n³ − n − Σ (t³ − t) of the ranks, both summed up from parts that
  // do not cancel where nearly all ratings are equal.
  let [nA, nB, higher, twice, spread] = [0, 0, 0, 0, 0];
  for (const score of scores) {
    const [inA, inB] = [a!.get(score) ?? 0, b!.get(score) ?? 0];
    higher += inB * (nA + inA / 2);
    twice += inB * (nA - (allA - nA - inA));
    spread += 3 * (nA + nB) * (inA + inB) * (nA + nB + inA + inB);
    nA += inA;
    nB += inB;
  }
  const n = nA + nB;
  const variance = ((nA * nB) / 12) * (spread / (n * (n - 1)));
  const z = Math.max(0, Math.abs(twice) - 1) / 2 / Math.sqrt(variance);
  const pValue = variance > 0 ? 2 * normalTails(-z).lower : null;
  return { statistic: higher, pValue, superiority: higher / nA / nB };
}
