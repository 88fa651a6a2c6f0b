import type { CountedAnswer } from "../answers/answer.js";
import { assertIterable, wrong } from "../answers/wrong.js";
import type { SegmentKey } from "../segment/group-rows.js";

/** A row as a driver gives it: an object with a value for each column. */
export type DriverRow = object;

/** A row of a tally with what it is a tally of. */
export interface ReadRow {
  readonly answer: CountedAnswer;
  /** The values of the columns whose names start with `by_`, without that, and spelt as in the first row that has them. */
  readonly keys: Readonly<Record<string, SegmentKey>>;
  /** The local start of the period, as `tallyQuery` writes it; undefined where there is no such column. */
  readonly period: unknown;
  /** Whether it counts the latest answer of each respondent. */
  readonly isLatest: boolean;
}

/** Reads driver rows: numbers, bigints and decimal text, under column names in any case. */
export function readRows(rows: Iterable<DriverRow>): ReadRow[] {
  assertIterable("rows", rows, "an iterable of rows, as a driver gives them");
  const spelt = firstSpelling();
  return Array.from(rows, (row, index) => {
    if (typeof row !== "object" || row === null)
      throw wrong(`row ${index}`, row, "an object with the columns score and n");
    const entries = Object.entries(row);
    const columns = new Map(entries.map(([name, value]) => [name.toLowerCase(), value]));
    if (columns.size < entries.length)
      throw wrong(
        `the columns of row ${index}`,
        entries.map(([name]) => name).join(", "),
        "names that differ by more than capitals",
      );
    for (const name of ["score", "n"])
      if (!columns.has(name))
        throw wrong(
          `row ${index}`,
          row,
          `one with the columns score and n, not ${[...columns.keys()].join(", ") || "none"}`,
        );
    return {
      answer: answerOf(columns, index),
      keys: keysOf(entries, index, spelt),
      period: columns.get("period"),
      isLatest: columns.has("latest"),
    };
  });
}

function answerOf(columns: ReadonlyMap<string, unknown>, row: number): CountedAnswer {
  const read = (name: string) => numberOf(`${name} of row ${row}`, columns.get(name));
  const score = columns.get("score") === null ? null : read("score");
  const n = countOf(`n of row ${row}`, columns.get("n"));
  const timed = columns.has("latest") ? countOf(`latest of row ${row}`, columns.get("latest")) : n;
  if (timed !== n)
    throw wrong(`the number of times in row ${row}`, timed, `that of answers, ${n}: some times are null, or no times`);
  if (!columns.has("weight")) return { score, n };
  if (columns.has("weighted") && countOf(`weighted of row ${row}`, columns.get("weighted")) !== n)
    throw wrong(
      `the number of weights in row ${row}`,
      read("weighted"),
      `that of answers, ${n}: some weights are null`,
    );
  if (columns.has("least_weight") && read("least_weight") < 0)
    throw wrong(`the least weight in row ${row}`, read("least_weight"), "0 or more");
  const weightSq = columns.has("weight_sq") ? read("weight_sq") : undefined;
  return { score, n, weight: read("weight"), weightSq };
}

function numberOf(what: string, value: unknown): number {
  const isNumeric = typeof value === "string" && /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value);
  if (typeof value === "number") return value;
  if (typeof value === "bigint" || isNumeric) return Number(value);
  throw wrong(what, value, "a number, a bigint or decimal text");
}

/** A count that is exact; drivers differ in whether they give more than 2^53 as a rounded number, a bigint or text. */
function countOf(what: string, value: unknown): number {
  const count = numberOf(what, value);
  if (!Number.isSafeInteger(count) || count < 0)
    throw wrong(what, value, "a whole number from 0 to 2^53 - 1, to be exact");
  return count;
}

function keysOf(
  entries: readonly (readonly [name: string, value: unknown])[],
  index: number,
  spelt: (name: string) => string,
): Record<string, SegmentKey> {
  const keys = entries.filter(([name]) => /^by_/i.test(name));
  return Object.fromEntries(
    keys.map(([name, value]) => [spelt(name.slice(3)), keyOf(`${name} of row ${index}`, value)]),
  );
}

/** Spells a name as it was spelt first: where rows of several databases are put together, their drivers differ in case. */
function firstSpelling(): (name: string) => string {
  const names = new Map<string, string>();
  return (name) => {
    const lower = name.toLowerCase();
    const first = names.get(lower) ?? name;
    names.set(lower, first);
    return first;
  };
}

function keyOf(what: string, value: unknown): SegmentKey {
  if (value === null || typeof value === "string" || typeof value === "boolean") return value;
  const number = typeof value === "bigint" ? Number(value) : value;
  // Beyond 2^53 a number could stand for several keys.
  if (
    typeof number === "number" &&
    Number.isFinite(number) &&
    (typeof value === "number" || Number.isSafeInteger(number))
  )
    return number;
  if (typeof value === "bigint") return String(value);
  throw wrong(what, value, "text, a number, true, false or null; turn other types into text in the query");
}
