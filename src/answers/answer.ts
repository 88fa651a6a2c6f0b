/**
 * Several equal answers in one, or one answer with a survey weight.
 *
 * `n` answers (default 1) share the `score`; `weight` is the sum of their weights (default `n`) and `weightSq` the sum of
 * the squares of their weights (default `weight² / n`, which is right where all weigh the same).
 */
export interface CountedAnswer {
  /** The rating on the metric's own scale, or `null` where the question was asked and not answered. */
  readonly score: number | null;
  /** How many answers: a whole number from 0. @defaultValue 1 */
  readonly n?: number | undefined;
  /** Sum of their weights: 0, or from 1e-100 to 1e100 for each of them. @defaultValue `n` */
  readonly weight?: number | undefined;
  /** Sum of the squares of their weights. @defaultValue `weight² / n` */
  readonly weightSq?: number | undefined;
}

/** What one respondent gave: a rating, `null` or `undefined` for no answer, or a counted or weighted answer. */
export type Answer = number | null | undefined | CountedAnswer;

/** Any iterable of answers: an array, a typed array, a generator, a column of a data frame, a tally. */
export type Answers = Iterable<Answer>;

/** All answers with one score. The row with score `null` holds the missing ones. */
export interface TallyRow {
  /** The rating, or `null` for missing answers. */
  readonly score: number | null;
  /** How many answers. */
  readonly n: number;
  /** Sum of their weights. */
  readonly weight: number;
  /** Sum of the squares of their weights. */
  readonly weightSq: number;
}

/** Answers grouped by score, in ascending order, missing ones last: all that a one-question metric needs to know. */
export type Tally = readonly TallyRow[];
