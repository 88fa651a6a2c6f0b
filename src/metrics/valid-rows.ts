import type { Answers, TallyRow } from "../answers/answer.js";
import { collect } from "../answers/collect.js";
import type { Refuse } from "../answers/group.js";
import { rowsOf } from "../answers/tally.js";
import { wrong } from "../answers/wrong.js";
import type { MetricDefinition } from "./definition.js";
import { isOnScale, showScale } from "./scale.js";

/** A row of a tally whose score is on the scale. */
export interface ValidRow extends TallyRow {
  readonly score: number;
}

/** The answers that count, by score in ascending order, and how many do not count. */
export interface ValidRows {
  readonly rows: readonly ValidRow[];
  readonly missing: number;
  readonly invalid: number;
}

/** Tallies answers and parts those on the definition's scale from the others, which throw or are counted. */
export function validRows(
  answers: Answers,
  { metric, scale }: MetricDefinition,
  whenInvalid: "throw" | "exclude",
): ValidRows {
  const rows: ValidRow[] = [];
  let missing = 0;
  let invalid = 0;
  const refuse: Refuse = (problem, n) => {
    if (whenInvalid === "throw") throw problem(`${metric}: `);
    invalid += n;
  };
  const groups = collect(answers, refuse);
  for (const row of rowsOf(groups)) {
    const { score, n } = row;
    if (score === null) missing = n;
    else if (isOnScale(score, scale)) rows.push({ ...row, score });
    else
      refuse((before) => {
        // Where answers were counted without looking at each, the place of this one is still to be found.
        const index = groups.get(score)?.index ?? Array.prototype.indexOf.call(answers, score);
        return wrong(`${before}score at index ${index}`, score, showScale(scale));
      }, n);
  }
  const total = rows.reduce((sum, { n }) => sum + n, missing + invalid);
  if (!Number.isSafeInteger(total))
    throw wrong(`${metric}: the number of answers`, total, "below 2^53, to be counted exactly");
  return { rows, missing, invalid };
}
