import type { Answer } from "../answers/answer.js";
import { assertOptions, oneOf, wrong } from "../answers/wrong.js";
import { ADJUSTMENTS, type Adjustment } from "../inference/adjust-p-values.js";
import type { Measurement } from "../metrics/measurement.js";
import { type Accessor, type Rows, readColumn, readRows } from "./column.js";
import { compareWithRest, type RestComparison } from "./compare-with-rest.js";
import { type By, type DimensionOf, groupRows, type SegmentKey, type SegmentKeys } from "./group-rows.js";
import { type Hidden, hide } from "./hide.js";
import { answersInPlace, assertMetric, type Metric, measureGroup } from "./measure-group.js";
import { ORDERS, type SegmentOrder, sorter } from "./order.js";
import { keyOf, keysOf } from "./segment-keys.js";
import { type SegmentNode, segmentTree } from "./segment-tree.js";
import { suppressed } from "./suppress.js";
import { tallyGroups } from "./tally-groups.js";

/** How to segment. Each accessor is a function of a row, or a column of values in the order of the rows. */
export interface SegmentOptions<Row, Result extends Measurement, B extends By<Row> = By<Row>> {
  /**
   * What divides the rows: one accessor, or several under names of your own for each combination of their values. A row without a
   * value (null or undefined) belongs to the segment null.
   */
  readonly by: B;
  /** The answer of a row: a rating, null where it is missing (which a typed array cannot hold), or `{ score, n, weight }`. */
  readonly score: Accessor<Row, Answer>;
  /** The survey weight of a row whose answer is a rating or missing: 0, or from 1e-100 to 1e100. @defaultValue 1 */
  readonly weight?: Accessor<Row, number> | undefined;
  /** What scores the answers of a segment, such as `nps`. */
  readonly metric: Metric<Result>;
  /**
   * Segments with fewer valid answers are suppressed, and others from which they could be worked out: a whole number
   * from 0.
   * @defaultValue 0
   */
  readonly minN?: number | undefined;
  /** Whether each segment is compared with all other rows. @defaultValue true */
  readonly vsRest?: boolean | undefined;
  /** How the p-values of these comparisons are adjusted for their number. @defaultValue "holm" */
  readonly adjust?: Adjustment | undefined;
  /**
   * The order of segments under one total: by `key` ascending (false and true, numbers, text, null), by `score` or `n` descending
   * with those that show none last, or by a function as `Array.sort` takes it. Ties are in the order of keys. @defaultValue "key"
   */
  readonly order?: SegmentOrder<Segment<Result, DimensionOf<B>>> | undefined;
  /** Whether the whole, and with several dimensions each level of totals, is reported too. @defaultValue false */
  readonly totals?: boolean | undefined;
}

/** Which rows a segment is made of. */
export interface SegmentIdentity<Dimension extends string> {
  /** Its value; with several dimensions their values with " / " between them, "–" for null; "total" for the whole. */
  readonly key: SegmentKey;
  /** Its value in each dimension, under the dimension's name; of one accessor alone under `key`. A total has fewer. */
  readonly keys: SegmentKeys<Dimension>;
  /** How many dimensions it has values of; 0 for the whole. */
  readonly level: number;
}

/** A segment whose numbers may be seen. */
export interface SegmentFigures {
  /** False: its numbers are shown. */
  readonly suppressed: false;
  /** Its part of the weight of all valid answers, 0 to 1; null where there is none. */
  readonly share: number | null;
  /** Its score less that of all other rows; null for the whole, and where `vsRest` is false. */
  readonly vsRest: RestComparison | null;
}

/** A segment whose numbers are null, because it is too small or would give another one away. */
export interface SuppressedFigures {
  /** True: its numbers are hidden. */
  readonly suppressed: true;
  /** Hidden. */
  readonly share: null;
  /** Hidden. */
  readonly vsRest: null;
}

/** A measurement of a segment; where it is suppressed, all its numbers are null. */
export type Segment<Result extends Measurement = Measurement, Dimension extends string = string> =
  | (SegmentIdentity<Dimension> & Result & SegmentFigures)
  | (SegmentIdentity<Dimension> & Hidden<Result> & SuppressedFigures);

/**
 * Scores each group of rows: by region, by plan, by both.
 *
 * @param rows - any iterable of rows, or their number where all accessors are columns
 * @param options - accessors, metric, privacy, comparisons and order
 * @returns a measurement for each segment, with its key, its share of the answers and its comparison with the rest. No row is
 *   dropped: one without a value makes the segment null
 * @throws what the metric throws, with the index of the row; TypeError for an invalid option, a column of another length than the
 *   rows, a key that is neither text, number, boolean nor null; Error, naming the row, for an accessor that throws
 *
 * @remarks
 * With `minN`, a segment of fewer valid answers is suppressed, and the smallest others of the same total with it until they are two
 * or more with `minN` answers together, so that subtracting what is shown from the total gives no small group away. The comparison
 * is that of `compare` at the level of the measurement's interval; its p-values are adjusted over all comparisons shown. Source:
 * complementary suppression as in Hundepool et al. (2012), "Statistical Disclosure Control".
 *
 * @example
 * ```ts
 * import { nps, segment } from "cx-metrics";
 *
 * const rows = [
 *   { region: "north", score: 10 }, { region: "north", score: 9 }, { region: "north", score: 6 },
 *   { region: "south", score: 7 }, { region: "south", score: 3 }, { region: null, score: 9 },
 * ];
 * const segments = segment(rows, { by: (row) => row.region, score: (row) => row.score, metric: nps });
 * segments.map(({ key, n, score }) => [key, n, score]); // → [["north", 3, 33.3], ["south", 2, -50], [null, 1, 100]]
 * segments[0]?.share; // → 0.5
 * ```
 */
export function segment<Row, Result extends Measurement, B extends By<Row>>(
  rows: Rows<Row>,
  options: SegmentOptions<Row, Result, B>,
): Segment<Result, DimensionOf<B>>[] {
  checkOptions(options);
  const { by, metric, minN = 0, vsRest = true, adjust, order = "key", totals = false } = options;
  const all = readRows(rows);
  const groups = groupRows(all, by);
  const scores = readColumn("score", all, options.score);
  const weights = options.weight === undefined ? undefined : readColumn("weight", all, options.weight);
  const { groupOf, values } = groups;
  const groupsOf = (from: number, to: number) => groupOf.subarray(from, to);
  const answers = tallyGroups({ groupsOf, groups: values.length, scores, weights });
  return segmentsOf(segmentTree(groups, answers), {
    dimensions: groups.dimensions,
    // An answer that the metric refuses in a part, it refuses in the whole.
    measure: (node) => measureGroup(metric, [node.answers], () => answersInPlace(scores, weights, () => true)),
    metric,
    minN,
    vsRest,
    adjust,
    order,
    totals,
  });
}

const SUPPRESSED: SuppressedFigures = { suppressed: true, share: null, vsRest: null };

/** What makes segments of a tree. */
export interface SegmentTreeOptions<Result extends Measurement, Dimension extends string>
  extends Pick<SegmentOptions<never, Result>, "metric" | "adjust"> {
  readonly dimensions: readonly string[];
  readonly measure: (node: SegmentNode) => Result;
  readonly minN: number;
  readonly vsRest: boolean;
  readonly order: SegmentOrder<Segment<Result, Dimension>>;
  readonly totals: boolean;
}

/** The segments of a tree, each total before the segments under it. */
export function segmentsOf<Result extends Measurement, Dimension extends string>(
  root: SegmentNode,
  options: SegmentTreeOptions<Result, Dimension>,
): Segment<Result, Dimension>[] {
  const { dimensions, minN, totals, measure, metric, adjust } = options;
  const all = nodesUnder(root);
  const measured = new Map(all.map((node) => [node, measure(node)]));
  const hidden = suppressed(root, (node) => measured.get(node)!.n, minN);
  const shown = all.filter((node) => !hidden.has(node) && (totals || node.children.length === 0));
  const comparisons = options.vsRest ? compareWithRest(root, shown, measured, metric, adjust) : new Map();
  const whole = measured.get(root)!.weight;

  const describe = (node: SegmentNode): Segment<Result, Dimension> => {
    const { values } = node;
    const key = keyOf(values);
    const keys = keysOf<Dimension>(values, dimensions);
    const level = values.length;
    const result = measured.get(node)!;
    // An object that starts with named fields takes a twentieth of the time of one that starts with a spread.
    if (hidden.has(node)) return { key, keys, level, ...hide(result), ...SUPPRESSED };
    const share = whole === 0 ? null : result.weight / whole;
    return { key, keys, level, ...result, suppressed: false, share, vsRest: comparisons.get(node) ?? null };
  };
  const compareSegments = sorter(options.order);
  const listed = (node: SegmentNode): Segment<Result, Dimension>[] => {
    const children = node.children.map((child) => ({ child, segment: describe(child) }));
    children.sort((a, b) => compareSegments(a.segment, b.segment));
    return children.flatMap(({ child, segment }) =>
      child.children.length === 0 ? [segment] : [...(totals ? [segment] : []), ...listed(child)],
    );
  };
  return [...(totals ? [describe(root)] : []), ...listed(root)];
}

function nodesUnder(node: SegmentNode): SegmentNode[] {
  return [node, ...node.children.flatMap(nodesUnder)];
}

function checkOptions(options: Partial<Record<keyof SegmentOptions<never, Measurement>, unknown>>): void {
  assertOptions(options);
  const { metric, minN = 0, vsRest = true, totals = false, adjust = "holm", order = "key" } = options;
  assertMetric(metric);
  if (!(Number.isSafeInteger(minN) && (minN as number) >= 0)) throw wrong("minN", minN, "a whole number from 0");
  for (const [name, value] of Object.entries({ vsRest, totals }))
    if (typeof value !== "boolean") throw wrong(name, value, "true or false");
  oneOf("adjust", adjust, ADJUSTMENTS);
  if (typeof order !== "function") oneOf("order", order, [...ORDERS, "a function"]);
}
