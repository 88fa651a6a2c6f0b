import { merge } from "../answers/merge.js";
import type { RowGroups, SegmentKey } from "./group-rows.js";
import type { GroupAnswers } from "./tally-groups.js";

/** A segment among the others: the whole at the top, with the segments of one more dimension under each. */
export interface SegmentNode {
  /** The values of the first dimensions, as many as it is levels below the whole. */
  readonly values: readonly SegmentKey[];
  readonly children: readonly SegmentNode[];
  readonly answers: GroupAnswers;
  /** The groups of rows it is made of. */
  readonly groups: ReadonlySet<number>;
}

/** Arranges groups of rows under their totals, one level a dimension. */
export function segmentTree({ dimensions, values }: RowGroups, answers: readonly GroupAnswers[]): SegmentNode {
  const nodeOf = (path: readonly SegmentKey[], groups: readonly number[]): SegmentNode => {
    const level = path.length;
    const isLeaf = level === dimensions.length;
    const byValue = new Map<SegmentKey, number[]>();
    for (const group of isLeaf ? [] : groups) {
      const value = values[group]![level]!;
      const known = byValue.get(value);
      if (known === undefined) byValue.set(value, [group]);
      else known.push(group);
    }
    const children = [...byValue].map(([value, inside]) => nodeOf([...path, value], inside));
    const parts = isLeaf ? groups.map((group) => answers[group]!) : children.map((child) => child.answers);
    return { values: path, children, answers: pooled(parts), groups: new Set(groups) };
  };
  return nodeOf([], [...values.keys()]);
}

function pooled(parts: readonly GroupAnswers[]): GroupAnswers {
  if (parts.length === 1) return parts[0]!;
  return {
    tally: merge(...parts.map((part) => part.tally)),
    unreadable: parts.flatMap((part) => part.unreadable),
  };
}
