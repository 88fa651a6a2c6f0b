import type { CountedAnswer } from "../answers/answer.js";
import { add, addAnswer, type Groups, type Problem } from "../answers/group.js";
import { rowsOf } from "../answers/tally.js";
import type { SegmentKey } from "../segment/group-rows.js";

/** Answers that have segment, time and score in common: a row for `segment` and `trend`. */
export interface AnswerRow {
  readonly keys: readonly SegmentKey[];
  /** A moment of the period, in milliseconds since 1970; 0 where time does not matter. */
  readonly time: number;
  readonly respondent: SegmentKey;
  /** The answers; with the score NaN those that cannot be read. */
  readonly answer: CountedAnswer;
}

/** Where rows are gathered. */
export interface Gathered {
  /** Takes an answer, NaN for one that cannot be read, or as many of them as there are. */
  add(row: Omit<AnswerRow, "answer">, score: number | null, weight: number, n?: number): void;
  rows(): AnswerRow[];
}

/** The answers with some keys in one period. */
interface Cell {
  readonly keys: readonly SegmentKey[];
  readonly time: number;
  readonly groups: Groups;
  invalid: number;
}

/** Cells by their keys and their period, one level each. */
interface Branch extends Map<SegmentKey, Branch | Cell> {}

/**
 * Sums rows up as they come, in memory that does not grow with their number: what is left is a row for each segment, period and score.
 * Scores of these rows are those of all rows.
 *
 * @param periodOf - numbers the period of a time; times of one period are taken as equal
 */
export function summedUp(periodOf: (time: number) => number): Gathered {
  const root: Branch = new Map();
  const cells: Cell[] = [];
  return {
    add: (row, score, weight, n = 1) => {
      const cell = cellOf(root, cells, row, periodOf(row.time));
      if (Number.isNaN(score)) cell.invalid += n;
      else if (n === 0) return;
      else if (weight === 1) add(cell.groups, score, n);
      else addAnswer(cell.groups, { score, weight }, 0, throwIt);
    },
    rows: () => cells.flatMap(rowsOfCell),
  };
}

/** Keeps all rows, for what depends on each of them, such as the latest one of a respondent. */
export function kept(): Gathered {
  const rows: AnswerRow[] = [];
  return {
    add: (row, score, weight) => rows.push({ ...row, answer: { score, weight } }),
    rows: () => rows,
  };
}

function cellOf(root: Branch, cells: Cell[], { keys, time }: Omit<AnswerRow, "answer">, period: number): Cell {
  let branch = root;
  for (const key of keys) {
    let next = branch.get(key) as Branch | undefined;
    if (next === undefined) {
      next = new Map();
      branch.set(key, next);
    }
    branch = next;
  }
  let cell = branch.get(period) as Cell | undefined;
  if (cell === undefined) {
    cell = { keys, time, groups: new Map(), invalid: 0 };
    cells.push(cell);
    branch.set(period, cell);
  }
  return cell;
}

function rowsOfCell({ keys, time, groups, invalid }: Cell): AnswerRow[] {
  const answers: CountedAnswer[] = [...rowsOf(groups), ...(invalid > 0 ? [{ score: Number.NaN, n: invalid }] : [])];
  return answers.map((answer) => ({ keys, time, respondent: null, answer }));
}

function throwIt(problem: Problem): never {
  throw problem();
}
