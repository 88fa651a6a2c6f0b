/**
 * Scores of survey answers with honest uncertainty: NPS, CSAT, CES, sentiment, and metrics of your own.
 *
 * @packageDocumentation
 * @module cx-metrics
 */
export type { Answer, Answers, CountedAnswer, Tally, TallyRow } from "./answers/answer.js";
export { merge } from "./answers/merge.js";
export { tally } from "./answers/tally.js";
export { tallyAsync } from "./answers/tally-async.js";
export { type TallyChunksOptions, tallyChunks } from "./answers/tally-chunks.js";
export { type Adjustment, type AdjustPValuesOptions, adjustPValues } from "./inference/adjust-p-values.js";
export type { ChiSquareTest } from "./inference/chi-square-test.js";
export { type CompareMethod, type CompareOptions, compare } from "./inference/compare.js";
export { type CompareAllOptions, compareAll, type NamedComparison } from "./inference/compare-all.js";
export { compareDistributions, type DistributionComparison } from "./inference/compare-distributions.js";
export { type AnovaTest, compareGroups, type GroupComparison } from "./inference/compare-groups.js";
export {
  type ComparePairedOptions,
  comparePaired,
  type McNemarTest,
  type PairedComparison,
} from "./inference/compare-paired.js";
export {
  type BenchmarkMethod,
  type CompareToBenchmarkOptions,
  compareToBenchmark,
} from "./inference/compare-to-benchmark.js";
export type { Comparison, EffectSize } from "./inference/comparison.js";
export { type DetectableDifferenceOptions, detectableDifference } from "./inference/detectable-difference.js";
export type { MannWhitneyTest } from "./inference/mann-whitney.js";
export { type MarginOfErrorOptions, marginOfError } from "./inference/margin-of-error.js";
export {
  type ClusteredMeasurement,
  type GroupKey,
  type MeasureClusteredOptions,
  measureClustered,
} from "./inference/measure-clustered.js";
export type { Expected, PlanOptions } from "./inference/planned-variance.js";
export { type SampleSizeOptions, sampleSize } from "./inference/sample-size.js";
export { type SampleSizeToDetectOptions, sampleSizeToDetect } from "./inference/sample-size-to-detect.js";
export { CES, CES_1, type CesBand, ces } from "./metrics/ces.js";
export { type Classification, classify } from "./metrics/classify.js";
export {
  type Composite,
  type CompositeOptions,
  type CompositePart,
  type CompositeShare,
  composite,
} from "./metrics/composite.js";
export {
  type CronbachAlpha,
  type CronbachAlphaOptions,
  cronbachAlpha,
  type ItemRows,
} from "./metrics/cronbach-alpha.js";
export {
  CSAT,
  CSAT_3,
  CSAT_7,
  CSAT_10,
  type CsatBand,
  type CsatOptions,
  csat,
  STARS_HALF,
  THUMBS,
} from "./metrics/csat.js";
export { type Csi, type CsiOptions, type CsiRatings, type CsiResponse, csi } from "./metrics/csi.js";
export { defineMetric } from "./metrics/define-metric.js";
export type { Band, MetricDefinition, Scale, Sentiment, Statistic } from "./metrics/definition.js";
export { type FormatOptions, format } from "./metrics/format.js";
export {
  defineInstrument,
  type Instrument,
  type Item,
  SERVQUAL_1988,
  SERVQUAL_1991,
  type ServqualDimension,
} from "./metrics/instrument.js";
export { type ItemAnalysis, type ItemStatistics, itemAnalysis } from "./metrics/item-analysis.js";
export { type MeasureOptions, measure } from "./metrics/measure.js";
export type { BandShare, Interval, IntervalMethod, Measurement } from "./metrics/measurement.js";
export { mergeServqual } from "./metrics/merge-servqual.js";
export { NPS, type NpsBand, nps } from "./metrics/nps.js";
export type { PresetOptions } from "./metrics/preset.js";
export { type RoundSharesOptions, roundShares } from "./metrics/round-shares.js";
export { POLARITY, SENTIMENT, sentiment } from "./metrics/sentiment.js";
export {
  type Confirmation,
  type DimensionEstimates,
  type GapEstimates,
  type ItemEstimates,
  type RatingEstimate,
  type ServqualOptions,
  type ServqualResult,
  servqual,
} from "./metrics/servqual.js";
export type { ItemRatings, Points, ServqualResponse } from "./metrics/servqual-response.js";
export {
  type MissingItems,
  type ServqualTally,
  type TallyServqualOptions,
  tallyServqual,
} from "./metrics/servqual-tally.js";
export type { Accessor, Rows } from "./segment/column.js";
export type { RestComparison } from "./segment/compare-with-rest.js";
export type { By, DimensionOf, Dimensions, SegmentKey, SegmentKeys, SegmentKeyValue } from "./segment/group-rows.js";
export type { Hidden } from "./segment/hide.js";
export type { Metric } from "./segment/measure-group.js";
export type { SegmentOrder } from "./segment/order.js";
export { type ResponseBand, type ResponseRateOptions, responseRate } from "./segment/response-rate.js";
export {
  type Segment,
  type SegmentFigures,
  type SegmentIdentity,
  type SegmentOptions,
  type SuppressedFigures,
  segment,
} from "./segment/segment.js";
export {
  type KeyedTally,
  type KeyedTallyRow,
  mergeBy,
  type TallyByOptions,
  tallyBy,
} from "./segment/tally-by.js";
export { designEffect } from "./weights/design-effect.js";
export { effectiveSampleSize } from "./weights/effective-sample-size.js";
export type { Category, Margin } from "./weights/margin.js";
export { type PostStratifyOptions, postStratify } from "./weights/post-stratify.js";
export { type RakeOptions, type Raking, rake } from "./weights/rake.js";
export { type TrimWeightsOptions, trimWeights } from "./weights/trim-weights.js";
