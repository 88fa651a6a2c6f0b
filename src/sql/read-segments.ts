import { wrong } from "../answers/wrong.js";
import type { Measurement } from "../metrics/measurement.js";
import { type Segment, type SegmentOptions, segment } from "../segment/segment.js";
import { compareKeys } from "../segment/segment-keys.js";
import { byOf } from "./by-of.js";
import { type DriverRow, type ReadRow, readRows } from "./read-rows.js";

/** How to segment tallied rows: the options of `segment` but its accessors. */
export type ReadSegmentsOptions<Result extends Measurement> = Omit<
  SegmentOptions<never, Result>,
  "by" | "score" | "weight"
>;

/**
 * Turns the rows of a `tallyQuery` with `by` into what `segment` gives for the answers themselves.
 *
 * @param rows - as a driver gives them, with the columns of `readTally` and those whose names start with `by_`
 * @param options - metric, and the other options of `segment`
 * @returns a measurement for each segment
 * @throws what `readTally` and `segment` throw; TypeError for rows without a column of keys, or with others than the first row
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { readSegments } from "cx-metrics/sql";
 *
 * const rows = [{ by_key: "north", score: 10, n: 5 }, { by_key: "south", score: 6, n: 3 }];
 * readSegments(rows, { metric: nps }).map(({ key, score }) => [key, score]); // → [["north", 100], ["south", -100]]
 * ```
 */
export function readSegments<Result extends Measurement>(
  rows: Iterable<DriverRow>,
  options: ReadSegmentsOptions<Result>,
): Segment<Result>[] {
  const read = readRows(rows);
  const by = byOf(read);
  if (by === undefined && read.length > 0)
    throw wrong("rows", rows, "those of a query with by, which have columns whose names start with by_");
  return segment(read.sort(rowOrder(read)), { ...options, by: by ?? (() => null), score: (row) => row.answer });
}

/** By keys: the order in which an engine returns rows may change, and must not change which of equal segments is suppressed. */
function rowOrder([first]: readonly ReadRow[]): (a: ReadRow, b: ReadRow) => number {
  const names = Object.keys(first?.keys ?? {});
  return (a, b) => names.reduce((order, name) => order || compareKeys(a.keys[name]!, b.keys[name]!), 0);
}
