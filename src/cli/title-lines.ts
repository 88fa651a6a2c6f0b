import { badData } from "./problem.js";
import { restOf } from "./rest-of.js";
import type { Row } from "./table.js";

/** A text without its first lines. */
export async function* withoutLines(text: AsyncIterable<string>, count: number): AsyncGenerator<string> {
  const parts = text[Symbol.asyncIterator]();
  let head = "";
  for (let lines = 0; lines < count; ) {
    const { value, done } = await parts.next();
    if (done) break;
    head += value;
    lines += value.split("\n").length - 1;
  }
  // Files of old Macs have carriage returns only.
  const lineEnd = head.includes("\n") ? "\n" : "\r";
  if (count > 0) yield head.split(lineEnd).slice(count).join(lineEnd);
  yield* restOf(parts);
}

/**
 * Throws where the first row is a title rather than a header: one of the next rows has at least twice as many fields with something in
 * them, mostly words, and rows like it follow.
 *
 * @param head - the first rows of a table
 */
export function assertNoTitle(name: string, head: readonly Row[]): void {
  const filled = head.map(({ values }) => values.filter((value) => value !== ""));
  const least = Math.max(2, 2 * (filled[0]?.length ?? 0));
  const header = filled.findIndex(({ length }) => length >= least);
  const isWord = (value: unknown) => /\p{L}/u.test(String(value));
  if (header < 0 || filled[header]!.filter(isWord).length <= filled[header]!.length / 2) return;
  const below = filled.slice(header + 1);
  if (below.filter(({ length }) => length >= least).length <= below.length / 2) return;
  const { line } = head[header]!;
  throw badData(
    `${name} begins with a title, and its header seems to be line ${line}: say --skip-lines ${line - 1}, or --skip-lines 0 if line ${head[0]!.line} is the header`,
  );
}
