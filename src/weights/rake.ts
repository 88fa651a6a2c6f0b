import { assertOptions, show, wrong } from "../answers/wrong.js";
import { asWeight, type Margin, readMargin, type Strata, scaledTo, sum, sumsOf, targetsOf } from "./margin.js";
import { readRows } from "./read-rows.js";

/** How to rake. */
export interface RakeOptions<Row> {
  /** What is known of the population, by name: the categories of each margin and their targets. */
  readonly margins: Readonly<Record<string, Margin<Row>>>;
  /** Base weight of a row: 0, or from 1e-100 to 1e100. @defaultValue 1 each */
  readonly weight?: ((row: Row, index: number) => number) | undefined;
  /** The largest relative error of a category's weight at which to stop, from 0 up to below 1. @defaultValue 1e-10 */
  readonly tolerance?: number | undefined;
  /** How often to go through the margins at most, a whole number from 1 to 1,000,000. @defaultValue 1000 */
  readonly maxIterations?: number | undefined;
}

/** Weights that reach the targets of several margins. */
export interface Raking {
  /** A weight for each row, in the order of the rows. */
  readonly weights: number[];
  /** Whether every category is within the tolerance of its target. */
  readonly converged: boolean;
  /** How often the margins were gone through; 0 where the base weights reach the targets as they are. */
  readonly iterations: number;
  /** The largest relative error of a category's weight, of all margins. */
  readonly largestError: number;
}

/**
 * Weights that make the answers match the population in several margins at once (raking, iterative proportional
 * fitting): scales the base weights to the targets of one margin after another, until all are reached.
 *
 * @param rows - an iterable of anything; the options say what is in a row
 * @param options - the margins, each with the category of a row and targets as shares or as counts; base weights; when
 *   to stop. Margins in counts must have the same total, which the weights will have; where all are shares, the total
 *   of the base weights is kept
 * @returns the weights, and how well they reach the targets. `converged` is false where `maxIterations` were not enough,
 *   mostly because no weights can reach all targets: two margins contradict each other in the combinations that the rows
 *   have. The weights then match the last margin
 * @throws TypeError or RangeError for a row whose category has no target or is missing, a target above 0 without a row
 *   of base weight above 0, a negative or infinite target, targets that add up to 0, counts with unequal totals, no
 *   margins at all, and an invalid base weight
 *
 * @remarks
 * Source: Deming & Stephan (1940), "On a Least Squares Adjustment of a Sampled Frequency Table When the Expected
 * Marginal Totals are Known", Annals of Mathematical Statistics 11; R's `survey::rake` gives the same. Standard errors
 * of a metric take the weights as given. Look at {@link effectiveSampleSize} for what the weights cost, and at
 * {@link trimWeights} for heavy ones.
 *
 * @example
 * ```ts
 * import { rake } from "cx-metrics";
 *
 * const rows = [
 *   { gender: "f", age: "young", score: 9 },
 *   { gender: "f", age: "old", score: 6 },
 *   { gender: "m", age: "young", score: 10 },
 *   { gender: "m", age: "old", score: 8 },
 *   { gender: "m", age: "old", score: 7 },
 * ];
 * const { weights, converged } = rake(rows, {
 *   margins: {
 *     gender: { by: (row) => row.gender, targets: { f: 0.5, m: 0.5 } },
 *     age: { by: (row) => row.age, targets: { young: 0.4, old: 0.6 } },
 *   },
 * });
 * weights; // → [1.206, 1.294, 0.794, 0.853, 0.853]
 * converged; // → true
 * ```
 */
export function rake<Row>(rows: Iterable<Row>, options: RakeOptions<Row>): Raking {
  assertOptions(options);
  const { margins, weight, tolerance = 1e-10, maxIterations = 1000 } = options;
  if (!(Number.isFinite(tolerance) && tolerance >= 0 && tolerance < 1))
    throw wrong("tolerance", tolerance, "from 0 up to below 1");
  if (!(Number.isInteger(maxIterations) && maxIterations >= 1 && maxIterations <= 1e6))
    throw wrong("maxIterations", maxIterations, "a whole number from 1 to 1000000");
  const { all, base } = readRows(rows, weight);
  const strata = readMargins(all, base, margins);
  const total = totalOfCounts(strata) ?? sum(base);

  // The rows of a cell, a combination of categories, stay in proportion: what is fitted is their sum.
  const { cells, cellOfRow } = cellsOf([...strata.values()], all.length);
  const start = sumsOf(base, cellOfRow, cells.length);
  const fits = Array.from(strata.values(), (margin, index) => ({
    codes: cells.map((codes) => codes[index]!),
    targets: targetsOf(margin, total),
  }));
  const errorOf = (weights: readonly number[]) =>
    Math.max(...fits.map(({ codes, targets }) => largestErrorOf(sumsOf(weights, codes, targets.length), targets)));

  let fitted: readonly number[] = start;
  let largestError = errorOf(fitted);
  let iterations = 0;
  while (largestError > tolerance && iterations < maxIterations) {
    fitted = fits.reduce((weights, { codes, targets }) => scaledTo(weights, codes, targets), fitted);
    largestError = errorOf(fitted);
    iterations++;
  }
  const factors = fitted.map((sum, cell) => (sum === 0 ? 0 : sum / start[cell]!));
  const weights = base.map((own, row) => asWeight(own * factors[cellOfRow[row]!]!));
  return { weights, converged: largestError <= tolerance, iterations, largestError };
}

function readMargins<Row>(
  rows: readonly Row[],
  base: readonly number[],
  margins: Readonly<Record<string, Margin<Row>>>,
): Map<string, Strata> {
  const isObject = (value: unknown) => typeof value === "object" && value !== null && !Array.isArray(value);
  if (!isObject(margins) || Object.keys(margins).length === 0)
    throw wrong("margins", margins, "an object with one margin or more");
  return new Map(
    Object.entries(margins).map(([name, margin]) => {
      if (!isObject(margin)) throw wrong(`margin ${show(name)}`, margin, "an object with by and targets");
      return [name, readMargin(rows, base, margin, `margin ${show(name)}: `)];
    }),
  );
}

/** The total of the margins in counts; undefined where there are none. */
function totalOfCounts(strata: ReadonlyMap<string, Strata>): number | undefined {
  const counts = [...strata].filter(([, { isShares }]) => !isShares);
  const total = counts[0]?.[1].total;
  // Counts with decimals may differ in the last digits of their sums.
  if (counts.some(([, margin]) => Math.abs(margin.total - total!) > 1e-9 * total!)) {
    const totals = counts.map(([name, margin]) => `${margin.total} for ${show(name)}`);
    throw new RangeError(`margins in counts must have the same total, got ${totals.join(", ")}`);
  }
  return total;
}

/** The combinations of categories that there are, and which of them each row is. */
function cellsOf(strata: readonly Strata[], rows: number) {
  const cells: number[][] = [];
  const known = new Map<string, number>();
  const cellOfRow = Array.from({ length: rows }, (_, row) => {
    const codes = strata.map((margin) => margin.codes[row]!);
    const key = codes.join();
    let cell = known.get(key);
    if (cell === undefined) {
      cell = cells.push(codes) - 1;
      known.set(key, cell);
    }
    return cell;
  });
  return { cells, cellOfRow };
}

function largestErrorOf(sums: readonly number[], targets: readonly number[]): number {
  return targets.reduce((largest, target, code) => {
    const off = Math.abs(sums[code]! - target);
    return Math.max(largest, off === 0 ? 0 : off / target);
  }, 0);
}
