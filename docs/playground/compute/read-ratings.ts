import type { MetricDefinition } from "../../../src/index.js";
import { ratingFromText } from "../../../src/schema/rating-from-text.js";
import { readColumn, type TextColumn } from "../data/text-column.js";
import type { UnreadableBuilder } from "./unreadable.js";

/** Makes a reader of ratings written as text: null for no answer, NaN for what is no rating of the metric. */
export function ratingReader(
  definition: MetricDefinition,
  missing: readonly string[],
): (text: string) => number | null {
  const schema = ratingFromText(definition);
  const none = new Set(missing.map(folded));
  return (text) => {
    if (none.has(folded(text))) return null;
    const { success, data } = schema.safeParse(text);
    return success ? data : Number.NaN;
  };
}

/** Reads a column of ratings, and keeps what is none. */
export function readRatings(
  column: TextColumn,
  definition: MetricDefinition,
  missing: readonly string[],
  unreadable: UnreadableBuilder,
): (number | null)[] {
  const ratings = readColumn(column, ratingReader(definition, missing));
  const { min, max } = definition.scale;
  ratings.forEach((rating, row) => {
    if (Number.isNaN(rating))
      unreadable.add(row, column.name, column.texts[column.codes[row]!]!, { kind: "rating", min, max });
  });
  return ratings;
}

function folded(text: string): string {
  return text.trim().toLowerCase();
}
