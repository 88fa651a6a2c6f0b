export const SENTIMENTS = ["negative", "neutral", "positive"] as const;
export const STATISTICS = ["net", "share", "mean", "index"] as const;

/**
 * How good an answer is, whatever the metric.
 *
 * @useDeclaredType
 */
export type Sentiment = (typeof SENTIMENTS)[number];

/**
 * What a metric reports of its answers.
 *
 * @useDeclaredType
 */
export type Statistic = (typeof STATISTICS)[number];

/** The scale on which answers are given. */
export interface Scale {
  /** The lowest rating. */
  readonly min: number;
  /** The highest rating. */
  readonly max: number;
  /** The distance between two ratings, counted from `min`; `null` where every number between the ends is a rating. @defaultValue 1 */
  readonly step?: number | null | undefined;
}

/**
 * A range of scores with a name and a sentiment. It begins at its lower edge and ends where the next band begins, so bands
 * leave no gap between them. The first band covers the lowest rating and may leave its edge out.
 */
export interface Band<Name extends string = string> {
  /** What an answer in this band is called, such as "promoter". */
  readonly name: Name;
  /** How good such an answer is. */
  readonly sentiment: Sentiment;
  /** Lower edge that belongs to the band. */
  readonly from?: number | undefined;
  /** Lower edge that does not belong to the band. */
  readonly above?: number | undefined;
}

/** A metric: its scale, what it reports, and the bands that divide the scale. */
export interface MetricDefinition<Name extends string = string> {
  /** Its name, in results and error messages. */
  readonly metric: string;
  /** The scale of its answers. */
  readonly scale: Scale;
  /** Which end of the scale is the good one. */
  readonly better: "higher" | "lower";
  /**
   * What it reports: `net` = share of positive less share of negative answers, -100 to 100; `share` = share of positive
   * answers, 0 to 100; `mean` = mean rating, on the scale; `index` = mean rating on 0 to 100, 100 being the good end.
   */
  readonly statistic: Statistic;
  /** Its bands, in ascending order. */
  readonly bands: readonly Band<Name>[];
}
