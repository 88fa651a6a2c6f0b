import type { Tally } from "../answers/answer.js";
import { tally } from "../answers/tally.js";
import { type Adjustment, adjustPValues } from "../inference/adjust-p-values.js";
import { type CompareMethod, compare } from "../inference/compare.js";
import type { Comparison } from "../inference/comparison.js";
import type { Measurement } from "../metrics/measurement.js";
import type { Metric } from "./measure-group.js";
import type { SegmentNode } from "./segment-tree.js";

/** How a segment differs from all other rows. */
export interface RestComparison extends Comparison<CompareMethod> {
  /** The p-value, adjusted for the number of segments compared; null where it could not be said. */
  readonly adjustedPValue: number | null;
}

/** Compares segments with all rows that are not in them; the whole has no such rows and is left out. */
export function compareWithRest<Result extends Measurement>(
  root: SegmentNode,
  segments: readonly SegmentNode[],
  measured: ReadonlyMap<SegmentNode, Result>,
  metric: Metric<Result>,
  adjust: Adjustment | undefined,
): ReadonlyMap<SegmentNode, RestComparison> {
  const restOf = restFinder(root);
  const compared = segments.filter((node) => node !== root);
  // The whole has an interval wherever a part has one.
  const level = measured.get(root)!.interval?.level;
  const comparisons = compared.map((node) => compare(metric(restOf(node)), measured.get(node)!, { level }));
  const adjusted = adjustPValues(
    comparisons.map(({ pValue }) => pValue),
    { method: adjust },
  );
  return new Map(
    compared.map((node, index) => [node, { ...comparisons[index]!, adjustedPValue: adjusted[index]! }] as const),
  );
}

/** Finds the tally of all rows outside a segment: of those in front of it and of those behind it, each summed up once. */
function restFinder(root: SegmentNode): (node: SegmentNode) => Tally {
  const before = new Map<SegmentNode, Tally>();
  const after = new Map<SegmentNode, Tally>();
  const spread = (
    node: SegmentNode,
    outside: Map<SegmentNode, Tally>,
    inOrder: (nodes: SegmentNode[]) => SegmentNode[],
  ) => {
    let sum = outside.get(node)!;
    for (const child of inOrder([...node.children])) {
      outside.set(child, sum);
      spread(child, outside, inOrder);
      sum = tally([...sum, ...child.answers.tally]);
    }
  };
  before.set(root, []);
  after.set(root, []);
  spread(root, before, (nodes) => nodes);
  spread(root, after, (nodes) => nodes.reverse());
  return (node) => tally([...before.get(node)!, ...after.get(node)!]);
}
