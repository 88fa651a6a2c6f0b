import type { MetricDefinition } from "../../../src/index.js";
import type { Table } from "../data/table.js";
import type { Settings } from "../settings.js";
import { readRatings } from "./read-ratings.js";
import { readWeights } from "./read-weights.js";
import type { UnreadableBuilder } from "./unreadable.js";

/** The answers of a table, row by row. */
export interface AnswerColumns {
  /** Null where nothing was answered, NaN where it cannot be read. */
  readonly scores: (number | null)[];
  readonly weights: Float64Array | undefined;
}

/** Reads ratings and weights. A row whose weight cannot be read has no answer that could be scored either. */
export function readAnswers(
  { columns }: Table,
  definition: MetricDefinition,
  { rating, weight, missing }: Settings,
  unreadable: UnreadableBuilder,
): AnswerColumns {
  const scores = readRatings(columns[rating]!, definition, missing, unreadable);
  if (weight === null) return { scores, weights: undefined };
  const weights = readWeights(columns[weight]!, unreadable);
  weights.forEach((value, row) => {
    if (!Number.isNaN(value)) return;
    scores[row] = Number.NaN;
    weights[row] = 1;
  });
  return { scores, weights };
}

/** The answers that can be read, for a tally. */
export function* readableAnswers({ scores, weights }: AnswerColumns) {
  for (const [row, score] of scores.entries()) {
    if (Number.isNaN(score)) continue;
    yield weights === undefined ? score : { score, weight: weights[row]! };
  }
}
