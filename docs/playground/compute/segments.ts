import { type Metric, type Segment, segment } from "../../../src/index.js";
import type { Table } from "../data/table.js";
import { readColumn } from "../data/text-column.js";
import type { TooMany } from "./compute.js";
import type { AnswerColumns } from "./read-answers.js";

/** More segments than these are no segments, but ids or comments. */
const MOST_SEGMENTS = 100;

/** Scores each segment that a column names; a blank cell is the segment without a name. */
export function scoreSegments(
  { columns, rows }: Table,
  { scores, weights }: AnswerColumns,
  metric: Metric,
  place: number,
  minN: number,
): readonly Segment[] | TooMany {
  const column = columns[place]!;
  if (column.texts.length > MOST_SEGMENTS) return { tooMany: column.texts.length, most: MOST_SEGMENTS };
  const by = readColumn(column, (text) => (text.trim() === "" ? null : text));
  return segment(rows, { by, score: scores, weight: weights, metric, minN });
}
