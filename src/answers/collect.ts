import type { Answer, Answers } from "./answer.js";
import { countArray, countBytes, countTypedArray, MISSING, type NumericArray } from "./dense.js";
import { addAnswer, addUnweighted, type Groups, groupOf, type Refuse } from "./group.js";
import { show } from "./show.js";

/**
 * Groups answers by score, by the fastest way that their container allows.
 *
 * @param refuse - is told of each answer that cannot be read; it throws, or counts and goes on
 */
export function collect(answers: Answers, refuse: Refuse): Groups {
  const groups: Groups = new Map();
  const add = (answer: unknown, index: number) => addAnswer(groups, answer as Answer, index, refuse);
  const counts = new Float64Array(MISSING + 1);
  const kind = typedArrayKind(answers);
  if (Array.isArray(answers)) {
    countArray(answers, counts, add);
  } else if (kind === "Uint8Array" || kind === "Uint8ClampedArray") {
    countBytes(answers as Iterable<number> as Uint8Array, counts);
  } else if (kind !== undefined) {
    countTypedArray(answers as Iterable<number> as NumericArray, counts, add);
  } else {
    let index = 0;
    for (const answer of assertIterable(answers)) add(answer, index++);
  }
  counts.forEach((n, slot) => {
    if (n > 0) addUnweighted(groupOf(groups, slot === MISSING ? null : slot), n);
  });
  return groups;
}

/** The name of a typed array's kind; undefined for bigint arrays, whose answers are no numbers, and for all else. */
function typedArrayKind(answers: Answers): string | undefined {
  if (!ArrayBuffer.isView(answers)) return undefined;
  const kind = (answers as Uint8Array)[Symbol.toStringTag] as string;
  return kind.endsWith("Array") && !kind.startsWith("Big") ? kind : undefined;
}

function assertIterable(answers: Answers): Answers {
  if (typeof answers !== "string" && typeof answers?.[Symbol.iterator] === "function") return answers;
  throw new TypeError(`answers must be an iterable of numbers, null or { score }, got ${show(answers)}`);
}
