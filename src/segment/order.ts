/** The named orders of segments. */
export const ORDERS = ["key", "score", "n"] as const;

/**
 * An order of segments: a named one, or a function as `Array.sort` takes it.
 *
 * @useDeclaredType
 */
export type SegmentOrder<Segment> = (typeof ORDERS)[number] | ((a: Segment, b: Segment) => number);

interface Sortable {
  readonly score: number | null;
  readonly n: number | null;
}

/** The function that sorts by an order. Segments come in the order of their keys, and stay in it where there is no difference. */
export function sorter<Segment extends Sortable>(order: SegmentOrder<Segment>): (a: Segment, b: Segment) => number {
  if (typeof order === "function") return order;
  if (order === "key") return () => 0;
  // Suppressed segments have no number that their place could tell. Two without one differ by NaN, which sorts as 0.
  const placeOf = (segment: Segment) => segment[order] ?? -Infinity;
  return (a, b) => placeOf(b) - placeOf(a);
}
