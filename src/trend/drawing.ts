import type { Column } from "./series.js";

/** The moving ranges of a chart in brief. */
export interface MovingRanges {
  /** Their mean, in units of the score. */
  readonly mean: number;
  /** Their median, in units of the score. */
  readonly median: number;
  /** Above which a moving range is a signal; null for methods without this rule, which is all but `xmr`. */
  readonly high: number | null;
}

/** The two sums of a CUSUM chart, in sigmas, from 0 up. */
export interface CusumSums {
  /** Of the deviations above the centre, each less the reference value; it never falls below 0. */
  readonly above: number;
  /** Of those below the centre. */
  readonly below: number;
}

/** What a method makes of a series. */
export interface Drawing {
  readonly center: number | null;
  /** What is plotted. */
  readonly values: Column;
  /** One sigma of what is plotted. */
  readonly sigma: Column;
  readonly movingRanges: Column;
  readonly movingRange: MovingRanges | null;
  readonly sigmaZ: number | null;
  readonly sums: readonly (CusumSums | null)[];
}
