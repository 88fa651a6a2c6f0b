import { wrong } from "../answers/wrong.js";
import type { CoMoments, Moments } from "../stats/co-moments.js";
import type { CovarianceSums } from "../stats/covariance.js";
import type { Limits } from "../stats/interval.js";
import { assertWithin } from "./assert-measurement.js";

/** The fields of sums that count respondents. */
const COUNTS = ["responses", "n", "any", "incomplete"];

/**
 * Throws unless sums have the shape of those of nobody; whoever is counted is among the responses.
 *
 * @param field - the name that the sums stand under; parts of a list stand under that of the list
 */
export function assertSums(what: string, sums: unknown, empty: unknown, responses: number, field = ""): void {
  if (typeof empty === "number") {
    assertFigure(what, sums as number, field, responses);
    return;
  }
  const isList = Array.isArray(empty);
  const shape = isList ? `a list of ${empty.length}` : `an object with ${Object.keys(empty as object)}`;
  if (typeof sums !== "object" || sums === null || Array.isArray(sums) !== isList) throw wrong(what, sums, shape);
  const parts = sums as Readonly<Record<string, unknown>>;
  if (isList && parts.length !== empty.length) throw wrong(`the length of ${what}`, parts.length, String(empty.length));
  for (const [name, part] of Object.entries(empty as object))
    assertSums(`${what}.${name}`, parts[name], part, responses, isList ? field : name);
}

function assertFigure(what: string, figure: number, field: string, responses: number): void {
  if (COUNTS.includes(field) && !(Number.isSafeInteger(figure) && figure >= 0 && figure <= responses))
    throw wrong(what, figure, "a whole number from 0 to that of the responses");
  if (!Number.isFinite(figure)) throw wrong(what, figure, "a finite number");
  if (field === "weight" && figure !== 0 && !(figure >= 1e-100 && figure <= 1e120))
    throw wrong(what, figure, "0, or from 1e-100 to 1e120");
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
