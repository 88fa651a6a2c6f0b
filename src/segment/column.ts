import { assertIterable, wrong } from "../answers/wrong.js";

/** Rows of any kind, or the number of rows where all accessors are columns. */
export type Rows<Row> = Iterable<Row> | number;

/** A value of each row: a function of the row, or a column that holds the values in the order of the rows. */
export type Accessor<Row, Value> = ((row: Row, index: number) => Value) | (ArrayLike<Value> & object);

/** The rows as an array; of a number of rows, their positions. */
export function readRows<Row>(rows: Rows<Row>): ArrayLike<Row> {
  if (typeof rows === "number") {
    if (!(Number.isSafeInteger(rows) && rows >= 0 && rows < 2 ** 32))
      throw wrong("rows", rows, "an iterable of rows, or their number from 0 to 2^32 - 1");
    return { length: rows };
  }
  assertIterable("rows", rows, "an iterable of rows, or their number where accessors are columns");
  return Array.isArray(rows) ? rows : Array.from(rows);
}

/**
 * The values that an accessor gives for all rows.
 *
 * @throws TypeError for something that is no accessor; what a function throws, with the name of the accessor and the row
 */
export function readColumn<Row, Value>(
  what: string,
  rows: ArrayLike<Row>,
  accessor: Accessor<Row, Value>,
): ArrayLike<Value> {
  if (typeof accessor === "function") return computeColumn(what, rows, accessor);
  if (!isColumn(accessor)) throw wrong(what, accessor, "a function of a row, or a column of values");
  if (accessor.length !== rows.length)
    throw wrong(`number of values in the column ${what}`, accessor.length, `the number of rows, ${rows.length}`);
  return accessor;
}

/** Whether something holds values one after the other; an object of accessors does not, even with one that is called length. */
export function isColumn(value: unknown): value is ArrayLike<never> {
  return typeof value === "object" && value !== null && Number.isSafeInteger((value as { length?: unknown }).length);
}

function computeColumn<Row, Value>(
  what: string,
  rows: ArrayLike<Row>,
  compute: (row: Row, index: number) => Value,
): Value[] {
  const column: Value[] = [];
  const { length } = rows;
  // Where only a number of rows was given, a row is its position.
  const isCounted = !Array.isArray(rows);
  try {
    while (column.length < length) {
      const index = column.length;
      column.push(compute(isCounted ? (index as Row) : rows[index]!, index));
    }
  } catch (cause) {
    const reason = (cause as Error | undefined)?.message ?? String(cause);
    throw new Error(`${what} of row ${column.length} cannot be read: ${reason}`, { cause });
  }
  return column;
}
