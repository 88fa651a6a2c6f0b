/**
 * Scores of survey answers with honest uncertainty: NPS, CSAT, CES, sentiment, and metrics of your own.
 *
 * @packageDocumentation
 */
export type { Answer, Answers, CountedAnswer, Tally, TallyRow } from "./answers/answer.js";
export { merge } from "./answers/merge.js";
export { tally } from "./answers/tally.js";
export { tallyAsync } from "./answers/tally-async.js";
export { CES, CES_1, type CesBand, ces } from "./metrics/ces.js";
export { type Classification, classify } from "./metrics/classify.js";
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
export { defineMetric } from "./metrics/define-metric.js";
export type { Band, MetricDefinition, Scale, Sentiment, Statistic } from "./metrics/definition.js";
export { type FormatOptions, format } from "./metrics/format.js";
export { type MeasureOptions, measure } from "./metrics/measure.js";
export type { BandShare, Interval, IntervalMethod, Measurement } from "./metrics/measurement.js";
export { NPS, type NpsBand, nps } from "./metrics/nps.js";
export type { PresetOptions } from "./metrics/preset.js";
export { type RoundSharesOptions, roundShares } from "./metrics/round-shares.js";
export { POLARITY, SENTIMENT, sentiment } from "./metrics/sentiment.js";
