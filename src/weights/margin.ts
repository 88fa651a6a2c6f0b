import { isKey } from "../answers/key.js";
import { assertWeight } from "../answers/weight.js";
import { show, wrong } from "../answers/wrong.js";

/** What a row is, under the name of its target: `true` stands for "true" and 1 for "1". */
export type Category = string | number | boolean;

/** How rows fall into categories, and how much each category has to weigh. */
export interface Margin<Row> {
  /** The category of a row. */
  readonly by: (row: Row, index: number) => Category;
  /**
   * Target of each category, 0 or from 1e-100 to 1e100. Targets that add up to 1 (within 1e-6) are shares of the total
   * weight, any others are counts: what the weights of the category add up to.
   */
  readonly targets: Readonly<Record<string, number>>;
}

/** A margin as read. Categories have the number of their place among the targets. */
export interface Strata {
  /** The category of each row. */
  readonly codes: readonly number[];
  /** The targets as given. */
  readonly targets: readonly number[];
  /** What the targets add up to. */
  readonly total: number;
  readonly isShares: boolean;
}

/**
 * Reads the categories and the targets of a margin, and throws where a row has no target or a target has no rows.
 *
 * @param base - the base weight of each row
 * @param at - the beginning of each message: which margin it is
 */
export function readMargin<Row>(
  rows: readonly Row[],
  base: readonly number[],
  margin: Margin<Row>,
  at: string,
): Strata {
  const { by, targets } = margin;
  if (typeof by !== "function") throw wrong(`${at}by`, by, "a function of a row");
  if (typeof targets !== "object" || targets === null || Array.isArray(targets))
    throw wrong(`${at}targets`, targets, "an object with the target of each category");
  const names = Object.keys(targets);
  for (const name of names) assertWeight(`${at}target of ${show(name)}`, targets[name]!);
  const wanted = Object.values(targets);
  const total = sum(wanted);
  if (total === 0) throw wrong(`${at}sum of the targets`, total, "above 0");

  const codeOf = new Map(names.map((name, code) => [name, code]));
  const codes = rows.map((row, index) => {
    const category = by(row, index);
    const code = isKey(category) ? codeOf.get(String(category)) : undefined;
    if (code === undefined) throw wrong(`${at}category of row ${index}`, category, `one with a target: ${list(names)}`);
    return code;
  });
  const held = sumsOf(base, codes, names.length);
  const lost = names.findIndex((_, code) => wanted[code]! > 0 && held[code] === 0);
  if (lost >= 0) {
    const n = codes.filter((code) => code === lost).length;
    const [what, allowed] = n === 0 ? ["number of rows", "1 or more"] : ["weight of the rows", "above 0"];
    throw wrong(`${at}${what} of ${show(names[lost])}`, 0, `${allowed}, as its target is ${wanted[lost]}`);
  }
  return { codes, targets: wanted, total, isShares: Math.abs(total - 1) <= 1e-6 };
}

/** The targets of a margin as weights that add up to a total. */
export function targetsOf({ targets, total }: Strata, wanted: number): number[] {
  return targets.map((target) => target * (wanted / total));
}

/** The weights, with those of each category scaled to add up to its target; a category without weight stays without. */
export function scaledTo(weights: readonly number[], codes: readonly number[], targets: readonly number[]): number[] {
  const factors = sumsOf(weights, codes, targets.length).map((held, code) => (held === 0 ? 0 : targets[code]! / held));
  return weights.map((weight, index) => asWeight(weight * factors[codes[index]!]!));
}

/** What the weights of each category add up to. */
export function sumsOf(weights: readonly number[], codes: readonly number[], categories: number): number[] {
  const sums = Array<number>(categories).fill(0);
  for (const [index, code] of codes.entries()) sums[code]! += weights[index]!;
  return sums;
}

/** What numbers add up to. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

/** A weight that answers can have: what is too small for one is 0. */
export function asWeight(weight: number): number {
  return weight < 1e-100 ? 0 : weight;
}

function list(names: readonly string[]): string {
  return `${names.slice(0, 10).map(show).join(", ")}${names.length > 10 ? ", …" : ""}`;
}
