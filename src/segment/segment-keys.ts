import type { SegmentKey, SegmentKeys } from "./group-rows.js";

/** What a segment is called by its values: by one alone itself, by several all of them, by none the total. */
export function keyOf(values: readonly SegmentKey[]): SegmentKey {
  if (values.length === 0) return "total";
  return values.length === 1 ? values[0]! : values.map((value) => value ?? "–").join(" / ");
}

/** The values of a segment under the names of their dimensions. */
export function keysOf<Dimension extends string>(
  values: readonly SegmentKey[],
  dimensions: readonly string[],
): SegmentKeys<Dimension> {
  const entries = values.map((value, level) => [dimensions[level], value]);
  return Object.fromEntries(entries) as SegmentKeys<Dimension>;
}

/** Numbers by size, text by code unit, which is alike in every language; null last. */
export function compareKeys(a: SegmentKey, b: SegmentKey): number {
  const byRank = rank(a) - rank(b);
  if (byRank !== 0 || a === b) return byRank;
  return (a as string) < (b as string) ? -1 : 1;
}

/** By the first dimension in which two segments differ. */
export function compareAllKeys(a: readonly SegmentKey[], b: readonly SegmentKey[]): number {
  for (const [level, value] of a.entries()) {
    const order = compareKeys(value, b[level]!);
    if (order !== 0) return order;
  }
  return 0;
}

function rank(key: SegmentKey): number {
  return ["boolean", "number", "string", "object"].indexOf(typeof key);
}
