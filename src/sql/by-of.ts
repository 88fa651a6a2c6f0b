import type { By } from "../segment/group-rows.js";
import type { ReadRow } from "./read-rows.js";

/** The accessors of the keys that rows have: one alone where it is called `key`, as `tallyQuery` does for a single column. */
export function byOf(rows: readonly ReadRow[]): By<ReadRow> | undefined {
  const dimensions = Object.keys(rows[0]?.keys ?? {});
  if (dimensions.length === 0) return undefined;
  if (dimensions.length === 1 && dimensions[0]!.toLowerCase() === "key") return (row) => row.keys[dimensions[0]!];
  return Object.fromEntries(dimensions.map((dimension) => [dimension, (row: ReadRow) => row.keys[dimension]]));
}
