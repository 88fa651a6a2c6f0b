import type { SegmentKey } from "./group-rows.js";
import { compareKeys } from "./segment-keys.js";

/** The named orders of segments. */
export const ORDERS = ["key", "score", "n"] as const;

/** An order of segments: a named one, or a function as `Array.sort` takes it. */
export type SegmentOrder<Segment> = (typeof ORDERS)[number] | ((a: Segment, b: Segment) => number);

interface Sortable {
  readonly key: SegmentKey;
  readonly suppressed: boolean;
  readonly score: number | null;
  readonly n: number | null;
}

/** The function that sorts by an order. */
export function sorter<Segment extends Sortable>(order: SegmentOrder<Segment>): (a: Segment, b: Segment) => number {
  if (typeof order === "function") return order;
  return (a, b) => {
    if (order === "key") return compareKeys(a.key, b.key);
    // The place of a suppressed segment among the others would tell its number.
    if (a.suppressed !== b.suppressed) return a.suppressed ? 1 : -1;
    return (b[order] ?? Number.NEGATIVE_INFINITY) - (a[order] ?? Number.NEGATIVE_INFINITY) || compareKeys(a.key, b.key);
  };
}
