import type { Answer, Answers } from "./answer.js";
import { countArray, countBytes, type Other } from "./dense.js";
import { add, addAnswer, type Groups, type Refuse } from "./group.js";
import { assertIterable } from "./wrong.js";

/**
 * Groups answers by score, by the fastest way that their container allows.
 *
 * @param refuse - is called for each answer that cannot be read; it throws, or counts and goes on
 */
export function collect(answers: Answers, refuse: Refuse): Groups {
  const groups: Groups = new Map();
  const other: Other = (answer, index) => addAnswer(groups, answer as Answer, index, refuse);
  const array = answers as unknown as Uint8Array;
  // Of the views of a buffer, all but a DataView are arrays; one of bigints has no answer that is a number.
  const kind: string = ArrayBuffer.isView(array) ? array[Symbol.toStringTag] : "";
  if (Array.isArray(array) || kind.endsWith("Array")) {
    const counts = new Float64Array(257);
    // Filling and reading the table of pairs costs more than it saves on a short array.
    if (kind === "Uint8Array" && array.length > 65536) countBytes(array, counts);
    else countArray(array, counts, other);
    counts.forEach((n, score) => {
      if (n > 0) add(groups, score === 256 ? null : score, n);
    });
  } else {
    assertIterable("answers", answers, "an iterable of numbers, null or { score }");
    let index = 0;
    for (const answer of answers) other(answer, index++);
  }
  return groups;
}
