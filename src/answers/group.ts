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
  const { score = "score" in counted ? null : undefined, n = 1, weight = n, weightSq } = counted;
  const wrongPart = wrongPartOf(score, n, weight, weightSq);
  if (wrongPart !== undefined) {
    const [part, allowed] = wrongPart;
    refuse(wrong(`${part} at index ${index}`, counted[part], allowed), isCount(n) ? n : 1);
  } else if (n > 0) {
    add(groups, score as number | null, n, weight, weightSq ?? weight * (weight / n), index);
  }
}

/** Adds n answers of weight 1. */
export function addUnweighted(groups: Groups, score: number | null, n: number): void {
  add(groups, score, n, n, n);
}

function add(groups: Groups, score: number | null, n: number, weight: number, weightSq: number, index?: number): void {
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

/** The part of an answer that is wrong, and what it must be. */
function wrongPartOf(
  score: unknown,
  n: number,
  weight: number,
  weightSq: number | undefined,
): [part: keyof CountedAnswer, allowed: string] | undefined {
  if (score !== null && !Number.isFinite(score)) return ["score", "a finite number or null"];
  if (!isCount(n)) return ["n", "a whole number from 0 to 2^53 - 1"];
  if (!isWeight(weight) || (n === 0 && weight > 0)) return ["weight", "0, or from 1e-100 to 1e100 where n is above 0"];
  if (weightSq !== undefined && !isSumOfSquares(weightSq, n, weight))
    return ["weightSq", "from weight^2 / n to weight^2"];
  return undefined;
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
