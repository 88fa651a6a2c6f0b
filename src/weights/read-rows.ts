import { assertIterable, wrong } from "../answers/wrong.js";
import { readWeights } from "./read-weights.js";

/** The rows as an array, with the base weight of each: 1 where no accessor is given. */
export function readRows<Row>(
  rows: Iterable<Row>,
  weight: ((row: Row, index: number) => number) | undefined,
): { readonly all: readonly Row[]; readonly base: readonly number[] } {
  assertIterable("rows", rows, "an iterable of objects");
  if (weight !== undefined && typeof weight !== "function") throw wrong("weight", weight, "a function of a row");
  const all = Array.from(rows);
  const base = weight === undefined ? all.map(() => 1) : readWeights(all.map(weight), "weight of row");
  return { all, base };
}
