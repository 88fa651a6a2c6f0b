import type { Answer, TallyRow } from "../answers/answer.js";
import { tally } from "../answers/tally.js";
import { assertOptions, wrong } from "../answers/wrong.js";
import { type Accessor, type Rows, readColumn, readRows } from "./column.js";
import { type By, type DimensionOf, groupRows, type SegmentKey } from "./group-rows.js";
import { answersInPlace } from "./measure-group.js";
import { compareAllKeys, keysOf } from "./segment-keys.js";
import { tallyGroups } from "./tally-groups.js";

/** All answers of one segment with one score. */
export interface KeyedTallyRow<Dimension extends string = string> extends TallyRow {
  /** The segment's value in each dimension, under its name; of one accessor alone under `key`. */
  readonly keys: { readonly [dimension in Dimension]: SegmentKey };
}

/** Answers grouped by segment and score: all that segments and trends need to know, and what `GROUP BY` returns. Plain JSON. */
export type KeyedTally<Dimension extends string = string> = readonly KeyedTallyRow<Dimension>[];

/** How to tally by segment. Each accessor is a function of a row, or a column of values in the order of the rows. */
export interface TallyByOptions<Row, B extends By<Row> = By<Row>> {
  /** What parts the rows: one accessor, or several under names of your own. */
  readonly by: B;
  /** The answer of a row: a rating, null where it is missing, or `{ score, n, weight }`. */
  readonly score: Accessor<Row, Answer>;
  /** The survey weight of a row: 0, or from 1e-100 to 1e100. @defaultValue 1 */
  readonly weight?: Accessor<Row, number> | undefined;
}

/**
 * Tallies each segment: what can be stored by day, sent between machines and added up with `mergeBy`, and scored with `segment` or
 * `trend` at any time.
 *
 * @param rows - any iterable of rows, or their number where all accessors are columns
 * @param options - accessors of keys, answer and weight
 * @returns a row for each segment and score, in ascending order of the keys; its rows are answers, so that
 *   `segment(rows, { by: (row) => row.keys.region, score: (row) => row, … })` gives what it gives for the answers themselves
 * @throws what `tally` throws, with the index of the row, and what `segment` throws for accessors and keys
 *
 * @example
 * ```ts
 * import { nps, segment, tallyBy } from "cx-metrics";
 *
 * const rows = [
 *   { region: "north", score: 10 }, { region: "south", score: 7 }, { region: "north", score: 10 },
 * ];
 * const stored = tallyBy(rows, { by: { region: (row) => row.region }, score: (row) => row.score });
 * stored;
 * // → [
 * //   { keys: { region: "north" }, score: 10, n: 2, weight: 2, weightSq: 2 },
 * //   { keys: { region: "south" }, score: 7, n: 1, weight: 1, weightSq: 1 },
 * // ]
 * const segments = segment(stored, { by: (row) => row.keys.region, score: (row) => row, metric: nps });
 * segments.map(({ key, score }) => [key, score]); // → [["north", 100], ["south", 0]]
 * ```
 */
export function tallyBy<Row, B extends By<Row>>(
  rows: Rows<Row>,
  options: TallyByOptions<Row, B>,
): KeyedTally<DimensionOf<B>> {
  assertOptions(options);
  const all = readRows(rows);
  const { dimensions, groupOf, values } = groupRows(all, options.by);
  const scores = readColumn("score", all, options.score);
  const weights = options.weight === undefined ? undefined : readColumn("weight", all, options.weight);
  const groupsOf = (from: number, to: number) => groupOf.subarray(from, to);
  const groups = tallyGroups({ groupsOf, groups: values.length, scores, weights });
  // What could not be read is tallied once more, to be refused with the index of its row.
  if (groups.some(({ unreadable }) => unreadable.length > 0)) tally(answersInPlace(scores, weights, () => true));
  return [...values.keys()]
    .sort((a, b) => compareAllKeys(values[a]!, values[b]!))
    .flatMap((group) => {
      const keys = keysOf(values[group]!, dimensions) as KeyedTallyRow<DimensionOf<B>>["keys"];
      return groups[group]!.tally.map((row) => ({ keys, ...row }));
    });
}

/**
 * Adds up tallies by segment: of days to a month, of shards to a whole.
 *
 * @param parts - any number of them, with the same dimensions
 * @returns the tally of all their answers; `[]` for no parts
 * @throws TypeError for rows without keys and for other dimensions than those of the first row
 *
 * @example
 * ```ts
 * import { mergeBy, tallyBy } from "cx-metrics";
 *
 * const monday = tallyBy([{ shop: "a", score: 5 }], { by: (row) => row.shop, score: (row) => row.score });
 * const tuesday = tallyBy([{ shop: "a", score: 5 }], { by: (row) => row.shop, score: (row) => row.score });
 * mergeBy(monday, tuesday); // → [{ keys: { key: "a" }, score: 5, n: 2, weight: 2, weightSq: 2 }]
 * ```
 */
export function mergeBy<Dimension extends string = string>(
  ...parts: readonly KeyedTally<Dimension>[]
): KeyedTally<Dimension> {
  const rows = parts.flat();
  const dimensions = dimensionsOf(rows);
  if (dimensions.length === 0) return [];
  const by = Object.fromEntries(dimensions.map((name) => [name, (row: KeyedTallyRow<Dimension>) => row.keys[name]]));
  return tallyBy(rows, { by, score: (row) => row }) as KeyedTally<Dimension>;
}

function dimensionsOf<Dimension extends string>(rows: KeyedTally<Dimension>): Dimension[] {
  const dimensions = Object.keys(rows[0]?.keys ?? {}) as Dimension[];
  // Databases store the names of an object in an order of their own.
  const inOrder = (names: readonly string[]) => names.toSorted().join("\n");
  const expected = inOrder(dimensions);
  for (const [index, row] of rows.entries()) {
    const names = Object.keys(row?.keys ?? {});
    if (names.length === 0) throw wrong(`keys of row ${index}`, row?.keys, "an object with the keys of a segment");
    if (inOrder(names) !== expected)
      throw wrong(`keys of row ${index}`, names.join(", "), `${dimensions.join(", ")}, as in the first row`);
  }
  return dimensions;
}
