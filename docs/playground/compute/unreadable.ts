import { MOST_LISTED, type Reason, type Table } from "../data/table.js";

/** A value that is not read. */
export interface UnreadableValue {
  readonly line: number;
  /** The name of its column; null for a whole row. */
  readonly column: string | null;
  readonly value: string;
  readonly reason: Reason;
}

/** A text that is no rating, and how often it stands there. */
export interface UnreadableText {
  readonly text: string;
  readonly n: number;
}

/** All that is not read: counted, the first ones listed. */
export interface Unreadable {
  readonly count: number;
  readonly listed: readonly UnreadableValue[];
  /** Texts that are no ratings, the most common first. */
  readonly ratings: readonly UnreadableText[];
}

/** Keeps what is not read. */
export interface UnreadableBuilder {
  readonly add: (row: number, column: string, value: string, reason: Reason) => void;
  readonly end: () => Unreadable;
}

/** Different texts that are counted one by one. */
const MOST_TEXTS = 20;

/** Begins with the rows of a table that are none. */
export function unreadableValues({ lines, bad, badCount }: Table): UnreadableBuilder {
  let count = badCount;
  const listed: UnreadableValue[] = bad.map((row) => ({ ...row, column: null }));
  const ratings = new Map<string, number>();
  return {
    add(row, column, value, reason) {
      count++;
      if (listed.length < MOST_LISTED) listed.push({ line: lines[row]!, column, value: value.slice(0, 80), reason });
      if (reason.kind === "rating") ratings.set(value, (ratings.get(value) ?? 0) + 1);
    },
    end: () => ({
      count,
      listed: listed.sort((a, b) => a.line - b.line),
      ratings: [...ratings]
        .map(([text, n]) => ({ text, n }))
        .sort((a, b) => b.n - a.n)
        .slice(0, MOST_TEXTS),
    }),
  };
}
