import type { Answer, CountedAnswer } from "./answer.js";
import { show } from "./show.js";

/** The answers with one score, in the making. */
export interface Group {
  readonly score: number | null;
  n: number;
  weight: number;
  weightSq: number;
  /** Where its first answer was, for error messages; left out where answers were counted without looking at each. */
  readonly firstIndex?: number | undefined;
}

/** Groups by score; the missing answers have the key `null`. */
export type Groups = Map<number | null, Group>;

/** Takes an answer that cannot be read: what is wrong with it, and how many answers it stands for. */
export type Refuse = (problem: Error, n: number) => void;

/** The group of a score, made when it is first asked for. */
export function groupOf(groups: Groups, score: number | null, firstIndex?: number): Group {
  let group = groups.get(score);
  if (group === undefined) {
    // −0 and 0 are one score.
    group = { score: score === 0 ? 0 : score, n: 0, weight: 0, weightSq: 0, firstIndex };
    groups.set(score, group);
  }
  return group;
}

/** Adds n answers of weight 1. */
export function addUnweighted(group: Group, n: number): void {
  group.n += n;
  group.weight += n;
  group.weightSq += n;
}

/** Reads one answer into its group: the one place that decides what an answer is. */
export function addAnswer(groups: Groups, answer: Answer, index: number, refuse: Refuse): void {
  if (answer === null || answer === undefined || (typeof answer === "number" && Number.isFinite(answer))) {
    addUnweighted(groupOf(groups, answer ?? null, index), 1);
  } else if (typeof answer === "object" && "score" in answer) {
    addCounted(groups, answer, index, refuse);
  } else {
    const allowed = "an answer is a finite number, null, or an object with a score";
    refuse(problem(answer, `answer ${show(answer)} at index ${index}: ${allowed}`), 1);
  }
}

function addCounted(groups: Groups, answer: CountedAnswer, index: number, refuse: Refuse): void {
  const { score = null, n = 1 } = answer;
  const { weight = n } = answer;
  const { weightSq = n === 0 ? 0 : weight * (weight / n) } = answer;
  const wrong = wrongPart(score, n, weight, weightSq);
  if (wrong !== undefined) {
    refuse(problem(wrong.value, `${wrong.name} ${show(wrong.value)} at index ${index}: ${wrong.allowed}`), isCount(n) ? n : 1);
  } else if (n > 0) {
    const group = groupOf(groups, score, index);
    group.n += n;
    group.weight += weight;
    group.weightSq += weightSq;
  }
}

interface WrongPart {
  readonly name: keyof CountedAnswer;
  readonly value: unknown;
  readonly allowed: string;
}

function wrongPart(score: number | null, n: number, weight: number, weightSq: number): WrongPart | undefined {
  if (score !== null && !Number.isFinite(score))
    return { name: "score", value: score, allowed: "a score is a finite number or null" };
  if (!isCount(n)) return { name: "n", value: n, allowed: "a count is a whole number from 0 to 2^53 − 1" };
  if (!isWeight(weight, n))
    return { name: "weight", value: weight, allowed: "a weight is 0 or from 1e-100 to 1e100, and 0 where n is 0" };
  if (!isWeightSq(weightSq, weight, n))
    return { name: "weightSq", value: weightSq, allowed: "a sum of squared weights is from weight² / n to weight²" };
  return undefined;
}

function isCount(n: number): boolean {
  return Number.isSafeInteger(n) && n >= 0;
}

/** Squares of weights from 1e-100 to 1e100 stay within the range of a double, and so do sums of a billion of them. */
function isWeight(weight: number, n: number): boolean {
  return weight === 0 || (typeof weight === "number" && n > 0 && weight >= 1e-100 && weight <= 1e100);
}

/** A sum of squares lies between that of n equal weights and that of one weight, up to rounding. */
function isWeightSq(weightSq: number, weight: number, n: number): boolean {
  const ofOne = weight * weight;
  return typeof weightSq === "number" && weightSq <= ofOne * (1 + 1e-9) && weightSq * n >= ofOne * (1 - 1e-9);
}

function problem(value: unknown, message: string): Error {
  return typeof value === "number" ? new RangeError(message) : new TypeError(message);
}
