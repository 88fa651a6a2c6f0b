import type { Answer, CountedAnswer } from "./answer.js";
import { isWeight } from "./weight.js";
import { wrong } from "./wrong.js";

/** The answers with one score, in the making. */
export interface Group {
  readonly score: number | null;
  n: number;
  weight: number;
  weightSq: number;
  /** Where its first answer was, for error messages; left out where answers were counted without looking at each. */
  readonly index?: number | undefined;
}

/** Groups by score; the missing answers have the key `null`. */
export type Groups = Map<number | null, Group>;

/** Makes the error that says what is wrong with an answer, after words of whoever throws it. */
export type Problem = (before?: string) => Error;

/** Takes an answer that cannot be read, and how many answers it stands for. */
export type Refuse = (problem: Problem, n: number) => void;

/** Reads one answer into its group: the one place that decides what an answer is. */
export function addAnswer(groups: Groups, answer: Answer, index: number, refuse: Refuse): void {
  const counted: CountedAnswer = typeof answer === "object" && answer !== null ? answer : { score: answer ?? null };
  const { score = "score" in counted ? null : undefined, n = 1, weight = n, weightSq } = counted;
  const part = wrongPart(score, n, weight, weightSq);
  if (part) refuse(problemOf(counted, part, index), isCount(n) ? n : 1);
  else if (n > 0) add(groups, score as number | null, n, weight, weightSq ?? weight * (weight / n), index);
}

/** Apart from where answers are read, which would else have its variables on the heap for each of them. */
function problemOf(counted: CountedAnswer, part: keyof CountedAnswer, index: number): Problem {
  return (before = "") => wrong(`${before}${part} at index ${index}`, counted[part], ALLOWED[part]);
}

/** What each part of an answer must be. */
const ALLOWED: Record<keyof CountedAnswer, string> = {
  score: "a finite number or null",
  n: "a whole number from 0 to 2^53 - 1",
  weight: "0, or from 1e-100 to 1e100 for each of n answers",
  weightSq: "from weight^2 / n to weight^2",
};

/** Adds n answers that can be read, of weight 1 each where nothing else is said. */
export function add(
  groups: Groups,
  score: number | null,
  n: number,
  weight: number = n,
  weightSq: number = n,
  index?: number,
): void {
  let group = groups.get(score);
  if (group === undefined) {
    // −0 and 0 are one score.
    group = { score: score === null ? null : score + 0, n: 0, weight: 0, weightSq: 0, index };
    groups.set(score, group);
  }
  group.n += n;
  group.weight += weight;
  group.weightSq += weightSq;
}

/** The first part of an answer that is wrong. */
function wrongPart(
  score: unknown,
  n: number,
  weight: number,
  weightSq: number | undefined,
): keyof CountedAnswer | undefined {
  if (score !== null && !Number.isFinite(score)) return "score";
  if (!isCount(n)) return "n";
  if (!isWeight(weight, n)) return "weight";
  return weightSq === undefined || isSumOfSquares(weightSq, n, weight) ? undefined : "weightSq";
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

/** Whether n weights that add up to `weight` can have these squares: from n equal weights to one alone, up to rounding. */
function isSumOfSquares(squares: number, n: number, weight: number): boolean {
  if (weight === 0 || !Number.isFinite(squares)) return squares === 0;
  const share = squares / weight / weight;
  return share * n >= 1 - 1e-9 && share <= 1 + 1e-9;
}
