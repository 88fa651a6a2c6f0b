import type { Answer, Answers, Tally } from "../answers/answer.js";
import { add, addAnswer, type Groups } from "../answers/group.js";
import { rowsOf, tally } from "../answers/tally.js";

/** The answers of a group, summed up; what cannot be read is kept as it is, for the metric to refuse or to count. */
export interface GroupAnswers {
  readonly tally: Tally;
  readonly unreadable: readonly Answer[];
}

/** What is counted in which group. */
export interface GroupedScores {
  /** The groups of the rows from one to before another, counted from 0; −1 for a row that belongs to none. */
  readonly groupsOf: (from: number, to: number) => ArrayLike<number>;
  readonly groups: number;
  readonly scores: ArrayLike<Answer>;
  readonly weights?: ArrayLike<number> | undefined;
}

/** The answers of a group that no counter takes. */
interface Others {
  readonly groups: Groups;
  readonly unreadable: Answer[];
}

/** Whole scores below this one have a counter in each group, and so have missing answers, in its own place. */
const DENSE = 15;

/** So many rows that their groups stay in the processor's cache. */
const CHUNK = 8192;

/** Tallies the answers of each group in one pass. */
export function tallyGroups({ groupsOf, groups, scores, weights }: GroupedScores): GroupAnswers[] {
  const others = new Map<number, Others>();
  const addOther: AddOther = (group, answer, index) => {
    const other: Others = others.get(group) ?? { groups: new Map(), unreadable: [] };
    others.set(group, other);
    addAnswer(other.groups, answer, index, () => other.unreadable.push(answer));
  };
  const counts = new Uint32Array(groups * (DENSE + 1));
  for (let from = 0; from < scores.length; from += CHUNK) {
    const groupOf = groupsOf(from, Math.min(from + CHUNK, scores.length));
    if (weights === undefined) countScores(groupOf, from, scores, counts, addOther);
    else addWeighted(groupOf, from, scores, weights, addOther);
  }
  return Array.from({ length: groups }, (_, group) => {
    const other = others.get(group);
    const counted: Groups = other?.groups ?? new Map();
    for (let score = 0; score <= DENSE; score++) {
      const n = counts[group * (DENSE + 1) + score]!;
      if (n > 0) add(counted, score === DENSE ? null : score, n);
    }
    return { tally: rowsOf(counted), unreadable: other?.unreadable ?? [] };
  });
}

type AddOther = (group: number, answer: Answer, index: number) => void;

function countScores(
  groupOf: ArrayLike<number>,
  from: number,
  scores: ArrayLike<Answer>,
  counts: Uint32Array,
  addOther: AddOther,
): void {
  for (let index = 0; index < groupOf.length; index++) {
    const group = groupOf[index]!;
    if (group < 0) continue;
    const score = scores[from + index];
    // A number that equals its own lowest four bits is a whole number from 0 to 15.
    if (typeof score === "number" && (score & DENSE) === score && score < DENSE) counts[group * (DENSE + 1) + score]!++;
    else if (score === null || score === undefined) counts[group * (DENSE + 1) + DENSE]!++;
    else addOther(group, score, from + index);
  }
}

function addWeighted(
  groupOf: ArrayLike<number>,
  from: number,
  scores: ArrayLike<Answer>,
  weights: ArrayLike<number>,
  addOther: AddOther,
): void {
  for (let index = 0; index < groupOf.length; index++) {
    const row = from + index;
    // A weight that is not there is a mistake, and not the default of 1.
    const answer = { score: scores[row], weight: weights[row] ?? null } as Answer;
    if (groupOf[index]! >= 0) addOther(groupOf[index]!, answer, row);
  }
}

/** The answers of several groups, summed up. */
export function pooled(groups: readonly GroupAnswers[]): GroupAnswers {
  if (groups.length === 1) return groups[0]!;
  return {
    tally: tally(groups.flatMap((group) => group.tally)),
    unreadable: groups.flatMap((group) => group.unreadable),
  };
}

/** The answers of several groups together, for a metric. */
export function answersOf(groups: readonly GroupAnswers[]): Answers {
  return groups.flatMap(({ tally, unreadable }): Answer[] => [...tally, ...unreadable]);
}
