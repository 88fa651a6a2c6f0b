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

/** Takes an answer that cannot be read: what is wrong with it, and how many answers it stands for. */
export type Refuse = (problem: Error, n: number) => void;

/** Reads one answer into its group: the one place that decides what an answer is. */
export function addAnswer(groups: Groups, answer: Answer, index: number, refuse: Refuse): void {
  const counted: CountedAnswer = typeof answer === "object" && answer !== null ? answer : { score: answer ?? null };
  const { score, n = 1, weight = n, weightSq = n && weight * (weight / n) } = counted;
  const problem = problemOf("score" in counted ? (score ?? null) : score, n, weight, weightSq);
  if (problem) refuse(wrong(`${problem[0]} at index ${index}`, counted[problem[0]], problem[1]), isCount(n) ? n : 1);
  else if (n > 0) add(groups, score ?? null, n, weight, weightSq, index);
}

/** Adds n answers of weight 1. */
export function addUnweighted(groups: Groups, score: number | null, n: number): void {
  add(groups, score, n, n, n);
}

function add(groups: Groups, score: number | null, n: number, weight: number, weightSq: number, index?: number): void {
  let group = groups.get(score);
  if (group === undefined) {
    // −0 and 0 are one score.
    group = { score: score && score + 0, n: 0, weight: 0, weightSq: 0, index };
    groups.set(score, group);
  }
  group.n += n;
  group.weight += weight;
  group.weightSq += weightSq;
}

/** The part of an answer that is wrong, and what it must be. */
function problemOf(
  score: unknown,
  n: number,
  weight: number,
  weightSq: number,
): [keyof CountedAnswer, string] | undefined {
  if (score !== null && !Number.isFinite(score)) return ["score", "a finite number or null"];
  if (!isCount(n)) return ["n", "a whole number from 0 to 2^53 - 1"];
  if (!isWeight(weight) || (n === 0 && weight > 0)) return ["weight", "0, or from 1e-100 to 1e100 where n is above 0"];
  // From that of n equal weights to that of one weight, up to rounding.
  const squares = weight && weightSq / weight / weight;
  if (!Number.isFinite(weightSq) || (weight ? !(squares * n >= 1 - 1e-9 && squares <= 1 + 1e-9) : weightSq !== 0))
    return ["weightSq", "from weight^2 / n to weight^2"];
  return undefined;
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}
