import { assertOptions } from "../answers/wrong.js";
import { type CoMoments, type MomentEstimate, type Moments, meanOf, weightedMeanOf } from "../stats/co-moments.js";
import { covariances } from "../stats/covariance.js";
import { type Limits, t } from "../stats/interval.js";
import { alphaOf, varianceSums } from "./cronbach-alpha.js";
import type { Sentiment } from "./definition.js";
import { assertInstrument, copyOf, type Item, type ServqualDimension } from "./instrument.js";
import { intervalWithin } from "./interval-within.js";
import { assertLevel } from "./level.js";
import type { BandShare, Interval } from "./measurement.js";
import { readTally } from "./merge-servqual.js";
import { isGiven, type Points, readPoints, type ServqualResponse } from "./servqual-response.js";
import {
  type ConfirmationSums,
  type GapSums,
  type ServqualTally,
  type TallyServqualOptions,
  tallyServqual,
} from "./servqual-tally.js";

/** How to score an instrument. */
export interface ServqualOptions<Dimension extends string = ServqualDimension> extends TallyServqualOptions<Dimension> {
  /**
   * 100 points shared among the dimensions, in their order or by name, for the weighted score.
   * @defaultValue each respondent's own `importance`
   */
  readonly weights?: Points<Dimension> | undefined;
  /** Confidence level of the intervals, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
}

/** A mean over respondents with its uncertainty. */
export interface RatingEstimate {
  /** The mean, on the scale of the items, or for a gap the difference of two of them; null where nobody counts. */
  readonly score: number | null;
  /** How many respondents count. */
  readonly n: number;
  /** How many do not, for want of answers. */
  readonly missing: number;
  /** Standard error, linearised; null below two respondents. */
  readonly standardError: number | null;
  /** Student's t interval, within the range that is possible; null below two respondents. */
  readonly interval: Interval | null;
}

/** What was expected, what was found, and the difference: perception − expectation, below 0 where service falls short. */
export interface GapEstimates {
  /** From the respondents' own differences; null where nobody was asked for expectations. */
  readonly gap: RatingEstimate | null;
  /** What was expected; null where nobody was asked for expectations. */
  readonly expectation: RatingEstimate | null;
  /** What was found. */
  readonly perception: RatingEstimate;
}

/** How many respondents found more than they expected, just that, or less: positive, neutral, negative disconfirmation. */
export type Confirmation = Readonly<Record<"exceeded" | "met" | "fellShort", BandShare>>;

/** The score of a dimension. */
export interface DimensionEstimates extends GapEstimates {
  /** Cronbach's alpha of the gaps of its items (of the perceptions, without expectations); null where it is not defined. */
  readonly alpha: number | null;
  /** How the respondents' own gaps compare with 0; null where nobody was asked for expectations. */
  readonly confirmation: Confirmation | null;
  /** How many of its n respondents left some of its pairs out. */
  readonly incomplete: number;
}

/** The score of an item. */
export interface ItemEstimates extends GapEstimates {
  /** The item, as the instrument has it. */
  readonly item: Item;
  /** The dimension that it belongs to. */
  readonly dimension: string;
}

/** The score of an instrument, by dimension and item. Plain JSON. */
export interface ServqualResult<Dimension extends string = string> {
  /** Name of the metric, "servqual" with and without expectations. */
  readonly metric: string;
  /** How many respondents count in at least one dimension. */
  readonly n: number;
  /** How many count in none. */
  readonly missing: number;
  /** The mean of the dimensions (not of the items), and how the respondents' own means compare with 0. */
  readonly overall: GapEstimates & {
    /** Null where nobody was asked for expectations. */
    readonly confirmation: Confirmation | null;
  };
  /** The dimensions weighted by importance; null where no importance is known. */
  readonly weighted: GapEstimates | null;
  /** The score of each dimension, under its name. */
  readonly dimensions: Readonly<Record<Dimension, DimensionEstimates>>;
  /** The score of each item, in the order of the dimensions. */
  readonly items: readonly ItemEstimates[];
}

/**
 * Service quality by SERVQUAL: the gap between what customers found and what they expected, over the items of a dimension,
 * and over the dimensions. Without expectations it is SERVPERF, which scores the perceptions alone.
 *
 * @param responses - an iterable of responses, or a tally of them
 * @param options - instrument, weights of the dimensions, confidence level, treatment of missing items
 * @returns gaps, expectations and perceptions as estimates: overall, weighted, by dimension and by item; null where nobody counts
 * @throws what `tallyServqual` throws
 * @throws RangeError for weights that do not add up to 100 and for a level outside 0 to 1; TypeError for a dimension that
 *   the instrument does not have
 *
 * @remarks
 * Source: Parasuraman, Zeithaml & Berry (1988, 1991). The overall gap is the mean of the dimensions' gaps, not of the 22 items'.
 * A weighted gap is Σ points × gap / 100. Standard errors are those of the respondents' own differences (paired), linearised.
 *
 * @example
 * ```ts
 * import { defineInstrument, servqual } from "cx-metrics";
 *
 * const instrument = defineInstrument({
 *   scale: { min: 1, max: 7 },
 *   dimensions: { rooms: [1, 2], staff: [3] },
 * });
 * const { overall, weighted, dimensions } = servqual(
 *   [
 *     { expectations: [6, 7, 6], perceptions: [5, 5, 7] },
 *     { expectations: [7, 6, 5], perceptions: [6, 6, 5] },
 *   ],
 *   { instrument, weights: { rooms: 70, staff: 30 } },
 * );
 * dimensions.rooms.gap?.score; // → -1
 * dimensions.staff.gap?.score; // → 0.5
 * overall.gap?.score; // → -0.25
 * weighted?.gap?.score; // → -0.55
 * ```
 */
export function servqual<Dimension extends string = ServqualDimension>(
  responses: Iterable<ServqualResponse<Dimension>> | ServqualTally<Dimension>,
  options: ServqualOptions<Dimension> = {},
): ServqualResult<Dimension> {
  assertOptions(options);
  const { weights, level = 0.95 } = options;
  assertLevel(level);
  const tally = isTally(responses)
    ? sameOptions(readTally("tally", responses), options)
    : tallyServqual(responses, options);
  const { instrument, sums } = tally;
  const names = Object.keys(instrument.dimensions) as Dimension[];
  const estimate = estimator(tally, level);
  const n = sums.dimensions.perception.any;

  return {
    metric: "servqual",
    n,
    missing: sums.responses - n,
    overall: {
      ...estimate(sums.dimensions, weightedBy(names.map(() => 1))),
      confirmation: confirmationOf(sums.overallConfirmation, tally),
    },
    weighted: isGiven(weights)
      ? estimate(sums.dimensions, weightedBy(readPoints(instrument, weights, "weights")))
      : sums.byImportance.perception.n[0]! > 0
        ? estimate(sums.byImportance, only(0))
        : null,
    dimensions: Object.fromEntries(
      names.map((name, index) => [
        name,
        {
          ...estimate(sums.dimensions, only(index)),
          alpha: alphaOf(varianceSums(covariances(sums.reliability[index]!))),
          confirmation: confirmationOf(sums.confirmation[index]!, tally),
          incomplete: sums.incomplete[index]!,
        },
      ]),
    ) as Record<Dimension, DimensionEstimates>,
    items: names
      .flatMap((dimension) => instrument.dimensions[dimension].map((item) => ({ item, dimension })))
      .map((item, index) => ({ ...item, ...estimate(sums.items, only(index)) })),
  };
}

function isTally(responses: object): responses is ServqualTally {
  return typeof responses === "object" && responses !== null && "sums" in responses && "instrument" in responses;
}

/** A tally brings its instrument and treatment of missing items; options that say otherwise are a mistake. */
function sameOptions<Dimension extends string>(
  tally: ServqualTally<Dimension>,
  { instrument = tally.instrument, missing = tally.missing }: TallyServqualOptions<Dimension>,
): ServqualTally<Dimension> {
  assertInstrument(instrument);
  if (JSON.stringify([copyOf(instrument), missing]) === JSON.stringify([tally.instrument, tally.missing])) return tally;
  throw new TypeError("the options instrument and missing must be left out, or be those of the tally");
}

/** Makes gap, expectation and perception estimates from their sums. */
function estimator({ instrument, withExpectations, sums }: ServqualTally, level: number) {
  const { min, max } = instrument.scale;
  const one = ({ mean, standardError, n }: MomentEstimate, range: Limits): RatingEstimate => {
    const missing = sums.responses - n;
    const score = mean && Math.max(range[0], Math.min(range[1], mean));
    if (score === null || standardError === null) return { score, n, missing, standardError, interval: null };
    const limits = t({ mean: score, standardError, df: n - 1 }, level);
    return { score, n, missing, standardError, interval: intervalWithin(range, limits, level, "t") };
  };
  return <Sums extends Moments>(
    { gap, expectation, perception }: GapSums<Sums>,
    mean: (moments: Sums) => MomentEstimate,
  ): GapEstimates => ({
    gap: withExpectations === false ? null : one(mean(gap), [min - max, max - min]),
    expectation: withExpectations === false ? null : one(mean(expectation), [min, max]),
    perception: one(mean(perception), [min, max]),
  });
}

/** The mean of one of the variables that are summed up. */
function only(variable: number) {
  return (moments: Moments) => meanOf(moments, variable);
}

/** The weighted mean of all of them. */
function weightedBy(weights: readonly number[]) {
  return (moments: CoMoments) => weightedMeanOf(moments, weights);
}

function confirmationOf(sums: ConfirmationSums, { withExpectations }: ServqualTally): Confirmation | null {
  if (withExpectations === false) return null;
  const total = sums.exceeded.weight + sums.met.weight + sums.fellShort.weight;
  const band = (sentiment: Sentiment, { n, weight }: { n: number; weight: number }): BandShare => ({
    sentiment,
    n,
    weight,
    share: total === 0 ? null : weight / total,
  });
  return {
    exceeded: band("positive", sums.exceeded),
    met: band("neutral", sums.met),
    fellShort: band("negative", sums.fellShort),
  };
}
