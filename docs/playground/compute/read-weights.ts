import { weightOf } from "../../../src/cli/cells.js";
import { readColumn, type TextColumn } from "../data/text-column.js";
import type { UnreadableBuilder } from "./unreadable.js";

/** Reads a column of survey weights, and keeps what is none: NaN. */
export function readWeights(column: TextColumn, unreadable: UnreadableBuilder): Float64Array {
  const weights = readColumn(column, (text) => {
    const weight = weightOf(text);
    return typeof weight === "number" ? weight : Number.NaN;
  });
  weights.forEach((weight, row) => {
    if (Number.isNaN(weight)) unreadable.add(row, column.name, column.texts[column.codes[row]!]!, { kind: "weight" });
  });
  return Float64Array.from(weights);
}
