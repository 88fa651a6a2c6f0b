import type { Answer, Answers } from "../answers/answer.js";
import { wrong } from "../answers/wrong.js";
import { assertMeasurement } from "../metrics/assert-measurement.js";
import type { Measurement } from "../metrics/measurement.js";
import { answersOf, type GroupAnswers } from "./tally-groups.js";

/** A metric, as a function of answers: `nps`, or `(answers) => csat(answers, { definition: CSAT_7 })`. */
export type Metric<Result extends Measurement = Measurement> = (answers: Answers) => Result;

/** Throws unless a value is a function. */
export function assertMetric(metric: unknown): void {
  if (typeof metric !== "function") throw wrong("metric", metric, "a function of answers, such as nps");
}

/**
 * Scores the answers of one or several groups together.
 *
 * @param ofRows - the same answers, each at the position of its row, with missing ones in between: where the metric refuses an
 *   answer, it is asked again with these, so that its error names the row
 */
export function measureGroup<Result extends Measurement>(
  metric: Metric<Result>,
  groups: readonly GroupAnswers[],
  ofRows: () => Answers,
): Result {
  let measured: Result;
  try {
    measured = metric(answersOf(groups));
  } catch (error) {
    metric(ofRows());
    throw error;
  }
  assertMeasurement("what the metric returns", measured);
  return measured;
}

/** The answers of some rows, each at its row's position. */
export function answersInPlace(
  scores: ArrayLike<Answer>,
  weights: ArrayLike<number> | undefined,
  isWanted: (row: number) => boolean,
): Answers {
  return Array.from({ length: scores.length }, (_, row) => {
    if (!isWanted(row)) return null;
    return weights === undefined ? scores[row] : ({ score: scores[row], weight: weights[row] ?? null } as Answer);
  });
}
