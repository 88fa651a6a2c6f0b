import { wrong } from "../answers/wrong.js";
import type { CoMoments, Moments } from "../stats/co-moments.js";
import type { CovarianceSums } from "../stats/covariance.js";
import type { Limits } from "../stats/interval.js";
import { assertWithin } from "./assert-measurement.js";

/** Throws unless sums have the shape of those of nobody; whoever is counted is among the responses. */
export function assertSums(what: string, sums: unknown, empty: unknown, responses: number): void {
  if (typeof empty === "number") {
    const isCount = /(responses|\.n(\.\d+)?|any|incomplete\.\d+)$/.test(what);
    if (isCount && !(Number.isSafeInteger(sums) && (sums as number) >= 0 && (sums as number) <= responses))
      throw wrong(what, sums, "a whole number from 0 to that of the responses");
    if (!Number.isFinite(sums)) throw wrong(what, sums, "a finite number");
    const isWeight = /weight(\.\d+)?$/.test(what);
    if (isWeight && sums !== 0 && !((sums as number) >= 1e-100 && (sums as number) <= 1e120))
      throw wrong(what, sums, "0, or from 1e-100 to 1e120");
    return;
  }
  const shape = Array.isArray(empty) ? `a list of ${empty.length}` : `an object with ${Object.keys(empty as object)}`;
  if (typeof sums !== "object" || sums === null || Array.isArray(sums) !== Array.isArray(empty))
    throw wrong(what, sums, shape);
  if (Array.isArray(sums) && sums.length !== (empty as unknown[]).length)
    throw wrong(`the length of ${what}`, sums.length, String((empty as unknown[]).length));
  for (const [name, part] of Object.entries(empty as object))
    assertSums(`${what}.${name}`, (sums as Readonly<Record<string, unknown>>)[name], part, responses);
}

/** Throws unless sums can be those of weighted values between two limits. */
export function assertMoments(what: string, moments: Moments | CoMoments, limits: Limits): void {
  const { weight, sum, squares, firsts, products } = moments;
  const squared = squaresOf(limits);
  for (const [i, total] of weight.entries()) {
    assertSum(`${what}.sum.${i}`, sum[i]!, total, limits);
    assertSum(`${what}.squares.${i}`, squares[i]!, total * total, [0, 1]);
    assertSum(`${what}.firsts.${i}`, firsts[i]!, squares[i]!, limits);
    assertSum(`${what}.products.${i}`, products[i]!, squares[i]!, squared);
    if (!("pairSquares" in moments)) continue;
    for (const [j, both] of moments.pairSquares[i]!.entries()) {
      assertSum(`${what}.pairSquares.${i}.${j}`, both, total * weight[j]!, [0, 1]);
      assertSum(`${what}.pairFirsts.${i}.${j}`, moments.pairFirsts[i]![j]!, both, limits);
      assertSum(`${what}.pairProducts.${i}.${j}`, moments.pairProducts[i]![j]!, both, squared);
    }
  }
}

/** The same, for sums from which covariances follow. */
export function assertCovariances(what: string, { weight, sum, products }: CovarianceSums, limits: Limits): void {
  for (const [i, row] of products.entries()) {
    assertSum(`${what}.sum.${i}`, sum[i]!, weight, limits);
    for (const [j, product] of row.entries())
      assertSum(`${what}.products.${i}.${j}`, product, weight, squaresOf(limits));
  }
}

/** Between which numbers the product of two values is that are between these. */
function squaresOf(limits: Limits): Limits {
  const furthest = Math.max(...limits.map(Math.abs)) ** 2;
  return [-furthest, furthest];
}

/** Throws unless a sum is of values between two limits, with weights that add up to `weight`. */
function assertSum(what: string, sum: number, weight: number, [low, high]: Limits): void {
  // What billions of additions may miss by their rounding.
  const slack = 1e-6 * (Math.abs(low) + Math.abs(high)) * weight;
  assertWithin(what, sum, low * weight, high * weight, slack);
}
