import { assertAsyncIterable, assertOptions, wrong } from "./wrong.js";

/** How to sum a stream up. */
export interface TallyChunksOptions<Row, Summary> {
  /** Sums the rows of a chunk up, such as `tallyServqual`, or `(rows) => tallyBy(rows, options)`. */
  readonly tally: (rows: Row[]) => Summary;
  /** Adds summaries up, such as `mergeServqual` or `mergeBy`. */
  readonly merge: (sum: NoInfer<Summary>, next: NoInfer<Summary>) => NoInfer<Summary>;
  /** How many rows a chunk has, 1 or more. @defaultValue 10 000 */
  readonly size?: number | undefined;
}

/**
 * Sums up rows as they arrive, chunk by chunk, in memory that does not grow with their number: the streaming form of
 * everything that can be tallied and merged.
 *
 * @param rows - an async iterable (a Node stream in object mode, a web `ReadableStream`, an async generator), or a plain one
 * @param options - how a chunk is tallied, how summaries are merged, and how many rows a chunk has
 * @returns a promise of the summary of all rows
 * @throws what `tally` and `merge` throw, as a rejection that says at which row the chunk began; the stream is closed then
 *
 * @example
 * ```ts
 * import { mergeBy, nps, segment, tallyBy, tallyChunks } from "cx-metrics";
 *
 * async function* feedback() {
 *   yield { region: "north", score: 10 };
 *   yield { region: "south", score: 6 };
 *   yield { region: "north", score: 8 };
 * }
 *
 * const stored = await tallyChunks(feedback(), {
 *   tally: (rows) => tallyBy(rows, { by: { region: (row) => row.region }, score: (row) => row.score }),
 *   merge: mergeBy,
 * });
 * const segments = segment(stored, { by: (row) => row.keys.region, score: (row) => row, metric: nps });
 * segments.map(({ key, score }) => [key, score]); // → [["north", 50], ["south", -100]]
 * ```
 */
export async function tallyChunks<Row, Summary>(
  rows: AsyncIterable<Row> | Iterable<Row>,
  options: TallyChunksOptions<Row, Summary>,
): Promise<Summary> {
  assertOptions(options);
  const { tally, merge, size = 10_000 } = options;
  for (const [name, value] of Object.entries({ tally, merge }))
    if (typeof value !== "function") throw wrong(name, value, "a function");
  if (!(Number.isSafeInteger(size) && size > 0)) throw wrong("size", size, "a whole number from 1");
  assertAsyncIterable("rows", rows, "an async iterable of rows");
  let sum: Summary | undefined;
  let chunk: Row[] = [];
  let start = 0;
  const add = () => {
    try {
      const next = tally(chunk);
      sum = start === 0 ? next : merge(sum as Summary, next);
    } catch (cause) {
      const reason = (cause as Error | undefined)?.message ?? String(cause);
      throw new Error(`in the chunk that begins at row ${start}: ${reason}`, { cause });
    }
    start += chunk.length;
    chunk = [];
  };
  for await (const row of rows) if (chunk.push(row) === size) add();
  // Of no rows at all, the summary is that of an empty chunk.
  if (chunk.length > 0 || start === 0) add();
  return sum as Summary;
}
