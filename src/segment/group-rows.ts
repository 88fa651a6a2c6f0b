import { isKey } from "../answers/key.js";
import { wrong } from "../answers/wrong.js";
import { type Accessor, isColumn, readColumn } from "./column.js";

/** What a segment is called: the value that rows have in common; null where a row has none. */
export type SegmentKey = string | number | boolean | null;

/** What an accessor of segments may return; undefined is null. */
export type SegmentKeyValue = SegmentKey | undefined;

/** Accessors of segments under names of your own. */
export type Dimensions<Row> = { readonly [dimension: string]: Accessor<Row, SegmentKeyValue> };

/** One accessor of segments, or several under names of your own. */
export type By<Row> = Accessor<Row, SegmentKeyValue> | Dimensions<Row>;

/** The names of the dimensions; of one accessor alone it is `key`. */
export type DimensionOf<B> = B extends ((...values: never[]) => unknown) | ArrayLike<unknown>
  ? "key"
  : keyof B & string;

/** The value of each dimension that makes a segment; a total has fewer of them. */
export type SegmentKeys<Dimension extends string> = { readonly [dimension in Dimension]?: SegmentKey };

/** A number of each row, in as few bytes as it takes. */
export type GroupCodes = Uint8Array | Uint32Array;

/** Rows parted into groups that have the same values in all dimensions. */
export interface RowGroups {
  /** The names of the dimensions. */
  readonly dimensions: readonly string[];
  /** The group of each row, from 0. */
  readonly groupOf: GroupCodes;
  /** The values of each group, one a dimension. */
  readonly values: readonly (readonly SegmentKey[])[];
}

/** The name of the only dimension where `by` is one accessor. */
const ONE_DIMENSION = "key";

/** Parts rows by the values of one accessor, or by those of several at once. */
export function groupRows<Row>(rows: ArrayLike<Row>, by: By<Row>): RowGroups {
  return entriesOf(by)
    .map(([dimension, accessor]) => oneDimension(dimension, rows, accessor))
    .reduce(crossed);
}

function entriesOf<Row>(by: By<Row>): [string, Accessor<Row, SegmentKeyValue>][] {
  if (typeof by === "function" || isColumn(by)) return [[ONE_DIMENSION, by]];
  if (typeof by !== "object" || by === null || Object.keys(by).length === 0)
    throw wrong("by", by, "a function of a row, a column of values, or an object of such under their names");
  return Object.entries(by);
}

function oneDimension<Row>(
  dimension: string,
  rows: ArrayLike<Row>,
  accessor: Accessor<Row, SegmentKeyValue>,
): RowGroups {
  const name = dimension === ONE_DIMENSION ? "by" : `by.${dimension}`;
  const column = readColumn(name, rows, accessor);
  const isTyped = ArrayBuffer.isView(column) && typeof column[0] === "number";
  const { codes, values } = isTyped ? codesOfNumbers(name, column as ArrayLike<number>) : codesOf(name, column);
  return { dimensions: [dimension], groupOf: codes, values: values.map((value) => [value]) };
}

/**
 * Numbers the different values of a column from 0, in the order they appear.
 *
 * @param name - of the accessor, for the error
 * @throws TypeError for a value that is neither text, number, boolean nor null, naming the row
 */
export function codesOf(
  name: string,
  column: ArrayLike<SegmentKeyValue>,
): { codes: Uint32Array; values: SegmentKey[] } {
  const codes = new Uint32Array(column.length);
  const values: SegmentKey[] = [];
  const known = new Map<SegmentKeyValue, number>();
  for (let row = 0; row < column.length; row++) {
    const value = column[row];
    let code = known.get(value);
    if (code === undefined) {
      const key = readKey(name, value, row);
      code = known.get(key) ?? values.push(key) - 1;
      known.set(key, code).set(value, code);
    }
    codes[row] = code;
  }
  return { codes, values };
}

/** The same for a typed array, in which small whole numbers are looked up by themselves. */
function codesOfNumbers(name: string, column: ArrayLike<number>): { codes: GroupCodes; values: SegmentKey[] } {
  const codes = new Uint8Array(column.length);
  const table = new Uint16Array(256);
  const values: SegmentKey[] = [];
  for (let row = 0; row < column.length; row++) {
    const value = column[row]!;
    if ((value & 255) !== value) return codesOf(name, column);
    // −0 and 0 are one key, as they are one score.
    if (table[value] === 0) table[value] = values.push(value + 0);
    codes[row] = table[value]! - 1;
  }
  return { codes, values };
}

function readKey(name: string, value: unknown, row: number): SegmentKey {
  if (value === null || value === undefined) return null;
  // −0 and 0 are one key.
  if (isKey(value)) return value === 0 ? 0 : value;
  throw wrong(`${name} of row ${row}`, value, "text, a finite number, true, false, or null where there is none");
}

/** The groups of rows that are in one group here and in one group there. */
function crossed(here: RowGroups, there: RowGroups): RowGroups {
  const groupOf = new Uint32Array(here.groupOf.length);
  const values: SegmentKey[][] = [];
  const known = new Map<number, number>();
  for (let row = 0; row < groupOf.length; row++) {
    const pair = here.groupOf[row]! * there.values.length + there.groupOf[row]!;
    let group = known.get(pair);
    if (group === undefined) {
      group = values.push([...here.values[here.groupOf[row]!]!, ...there.values[there.groupOf[row]!]!]) - 1;
      known.set(pair, group);
    }
    groupOf[row] = group;
  }
  return { dimensions: [...here.dimensions, ...there.dimensions], groupOf, values };
}
