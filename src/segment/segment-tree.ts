import type { RowGroups, SegmentKey } from "./group-rows.js";
import { compareKeys } from "./segment-keys.js";
import { type GroupAnswers, pooled } from "./tally-groups.js";

/** A segment among the others: the whole at the top, with the segments of one more dimension under each. */
export interface SegmentNode {
  /** The values of the first dimensions, as many as it is levels below the whole. */
  readonly values: readonly SegmentKey[];
  /** In the order of their keys, whatever the order of the rows. */
  readonly children: readonly SegmentNode[];
  readonly answers: GroupAnswers;
}

/** Arranges groups of rows under their totals, one level a dimension. */
export function segmentTree({ dimensions, values }: RowGroups, answers: readonly GroupAnswers[]): SegmentNode {
  const nodeOf = (path: readonly SegmentKey[], groups: readonly number[]): SegmentNode => {
    const level = path.length;
    const byValue = new Map<SegmentKey, number[]>();
    for (const group of level === dimensions.length ? [] : groups) {
      const value = values[group]![level]!;
      const known = byValue.get(value);
      if (known === undefined) byValue.set(value, [group]);
      else known.push(group);
    }
    const inOrder = [...byValue].sort(([a], [b]) => compareKeys(a, b));
    const children = inOrder.map(([value, inside]) => nodeOf([...path, value], inside));
    return { values: path, children, answers: pooled(groups.map((group) => answers[group]!)) };
  };
  return nodeOf([], [...values.keys()]);
}
