import type * as z from "zod";
import { assertIterable, wrong } from "../answers/wrong.js";

/** A row that a schema refused, and why. */
export interface Rejected {
  /** Where the row was, counted from 0. */
  readonly index: number;
  /** What is wrong with it. */
  readonly issues: readonly {
    /** The keys that lead to the wrong value. */
    readonly path: readonly PropertyKey[];
    /** What was expected there, and what came instead. */
    readonly message: string;
  }[];
}

/** Rows divided into those that fit a schema and those that do not; together they are all rows. */
export interface ParsedResponses<Output> {
  /** What the schema made of the rows that fit it, in their order. */
  readonly valid: Output[];
  /** The rows that do not fit, in their order. */
  readonly rejected: Rejected[];
}

/**
 * Validates rows one by one and loses none: each is among the valid or among the rejected, with reasons.
 *
 * @param schema - a zod schema of one row
 * @param rows - any iterable of rows
 * @returns the parsed rows, and the index and issues of each row that does not fit
 * @throws TypeError where the schema is none, or rows are not iterable
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { npsResponseSchema, parseResponses } from "cx-metrics/schema";
 *
 * const { valid, rejected } = parseResponses(npsResponseSchema, [{ score: 10 }, { score: "9" }, { score: null }]);
 *
 * nps(valid).n; // → 1
 * rejected[0]?.index; // → 1
 * rejected[0]?.issues[0]?.path; // → ["score"]
 * ```
 */
export function parseResponses<Schema extends z.ZodType>(
  schema: Schema,
  rows: Iterable<unknown>,
): ParsedResponses<z.output<Schema>> {
  if (typeof schema?.safeParse !== "function") throw wrong("schema", schema, "a zod schema of one row");
  assertIterable("rows", rows, "an iterable of responses");
  const valid: z.output<Schema>[] = [];
  const rejected: Rejected[] = [];
  let index = 0;
  for (const row of rows) {
    const result = schema.safeParse(row);
    if (result.success) valid.push(result.data);
    else rejected.push({ index, issues: result.error.issues.map(({ path, message }) => ({ path, message })) });
    index++;
  }
  return { valid, rejected };
}
