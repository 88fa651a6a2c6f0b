import type { Answer, Tally } from "./answer.js";
import { addAnswer, type Groups } from "./group.js";
import { rowsOf } from "./tally.js";
import { assertAsyncIterable } from "./wrong.js";

/**
 * Tallies answers as they arrive, in memory that does not grow with their number.
 *
 * @param answers - an async iterable (a Node stream in object mode, a web `ReadableStream`, an async generator), or a plain one
 * @returns a promise of the tally that `tally` gives for the same answers
 * @throws what `tally` throws, as a rejection; the stream is closed then
 *
 * @example
 * ```ts
 * import { nps, tallyAsync } from "cx-metrics";
 *
 * async function* answers() {
 *   yield 10;
 *   yield 9;
 *   yield null;
 * }
 *
 * nps(await tallyAsync(answers())).score; // → 100
 * ```
 */
export async function tallyAsync(answers: AsyncIterable<Answer> | Iterable<Answer>): Promise<Tally> {
  const groups: Groups = new Map();
  let index = 0;
  assertAsyncIterable("answers", answers, "an async iterable of numbers, null or { score }");
  for await (const answer of answers) {
    addAnswer(groups, answer, index++, (problem) => {
      throw problem();
    });
  }
  return rowsOf(groups);
}
