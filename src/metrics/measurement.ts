import type { Sentiment, Statistic } from "./definition.js";

/** Every way to compute the limits of an interval. */
export const INTERVAL_METHODS = [
  "score",
  "adjusted-wald",
  "wald",
  "t",
  "wilson",
  "agresti-coull",
  "clopper-pearson",
  "jeffreys",
] as const;

/**
 * How the limits of an interval are computed; which methods suit depends on the statistic.
 *
 * @useDeclaredType
 */
export type IntervalMethod = (typeof INTERVAL_METHODS)[number];

/** A confidence interval, in units of the score. */
export interface Interval {
  /** Lower limit. */
  readonly low: number;
  /** Upper limit. */
  readonly high: number;
  /** Confidence level, 0 to 1. */
  readonly level: number;
  /** How the limits were computed. */
  readonly method: IntervalMethod;
}

/** The answers in one band. */
export interface BandShare {
  /** How good an answer in the band is. */
  readonly sentiment: Sentiment;
  /** How many answers. */
  readonly n: number;
  /** Sum of their weights. */
  readonly weight: number;
  /** Their share of the weight of all valid answers, 0 to 1; null where there is none. */
  readonly share: number | null;
}

/** A score with its uncertainty, and all that a comparison or a chart needs to know of it. Plain JSON. */
export interface Measurement<Name extends string = string> {
  /** Name of the metric. */
  readonly metric: string;
  /** What the score is: see `MetricDefinition`. */
  readonly statistic: Statistic;
  /** Which end of the scale is the good one. */
  readonly better: "higher" | "lower";
  /** The scale of the ratings. */
  readonly scale: {
    /** The lowest rating. */
    readonly min: number;
    /** The highest rating. */
    readonly max: number;
    /** The distance between two ratings; null where every number between the ends is a rating. */
    readonly step: number | null;
  };
  /** The score, not rounded; null where nobody answered. */
  readonly score: number | null;
  /** How many valid answers. */
  readonly n: number;
  /** How many were asked and gave no answer. */
  readonly missing: number;
  /** How many answers were left out because they cannot be read or are off the scale. */
  readonly invalid: number;
  /** Mean of the ratings, on the scale; null where nobody answered. */
  readonly mean: number | null;
  /** Sum of the weights of the valid answers. */
  readonly weight: number;
  /** Kish's effective number of answers: how many unweighted answers would say as much; null where nobody answered. */
  readonly effectiveN: number | null;
  /** Standard error of the score, linearised; null below two answers. */
  readonly standardError: number | null;
  /** Confidence interval of the score, always inside its range; null where the answers do not allow one. */
  readonly interval: Interval | null;
  /** The answers in each band, in ascending order. Their `n` add up to the measurement's. */
  readonly bands: Readonly<Record<Name, BandShare>>;
}
