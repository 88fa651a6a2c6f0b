import type { SegmentNode } from "./segment-tree.js";

/**
 * The segments whose numbers must not be shown, so that none of a group of fewer than `minN` answers can be found out.
 *
 * Hidden is each group that is too small, and then the smallest others of the same total until those hidden are two or more with
 * `minN` answers together: what is left when the shown ones are subtracted from the total is then never one group, nor a small
 * one. What lies under a hidden total is hidden with it.
 *
 * @param root - the whole
 * @param answersOf - how many valid answers a segment has
 * @param minN - the least number of answers that may be shown
 */
export function suppressed(
  root: SegmentNode,
  answersOf: (node: SegmentNode) => number,
  minN: number,
): ReadonlySet<SegmentNode> {
  const hidden = new Set<SegmentNode>();
  const hideUnder = ({ children }: SegmentNode, all: boolean): void => {
    const ascending = [...children].sort((a, b) => answersOf(a) - answersOf(b));
    let together = 0;
    for (const [index, child] of ascending.entries()) {
      // Each that is too small has fewer alone, so that this takes two.
      const isEnough = index === 0 || together >= minN;
      if (!all && answersOf(child) >= minN && isEnough) break;
      hidden.add(child);
      together += answersOf(child);
    }
    for (const child of children) hideUnder(child, hidden.has(child));
  };
  if (answersOf(root) < minN) hidden.add(root);
  hideUnder(root, false);
  return hidden;
}
