import { wrong } from "../answers/wrong.js";
import type { By } from "../segment/group-rows.js";
import type { ReadRow } from "./read-rows.js";

/**
 * The accessors of the keys that rows have: one alone where it is called `key`, as `tallyQuery` does for a single column. Throws where
 * rows have other keys than the first one: they are of several queries, and none of them would be a row without a value.
 */
export function byOf(rows: readonly ReadRow[]): By<ReadRow> | undefined {
  const dimensions = Object.keys(rows[0]?.keys ?? {});
  for (const [index, { keys }] of rows.entries())
    if (Object.keys(keys).length !== dimensions.length || !dimensions.every((name) => Object.hasOwn(keys, name)))
      throw wrong(`the columns of keys in row ${index}`, columns(keys), `those of row 0, ${columns(rows[0]!.keys)}`);
  if (dimensions.length === 0) return undefined;
  if (dimensions.length === 1 && dimensions[0]!.toLowerCase() === "key") return (row) => row.keys[dimensions[0]!];
  return Object.fromEntries(dimensions.map((dimension) => [dimension, (row: ReadRow) => row.keys[dimension]]));
}

function columns(keys: ReadRow["keys"]): string {
  return (
    Object.keys(keys)
      .map((name) => `by_${name}`)
      .join(", ") || "none"
  );
}
