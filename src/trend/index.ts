/**
 * Scores over time: calendar periods in any time zone, rolling windows, the latest answer of each respondent; whether a period is
 * unusual, and whether a series goes up.
 *
 * @packageDocumentation
 * @module cx-metrics/trend
 */
export { type BeforeAfter, type BeforeAfterOptions, beforeAfter, type Side } from "./before-after.js";
export type { Calendar, Every } from "./calendar.js";
export {
  type ControlChart,
  type ControlFigures,
  type ControlPoint,
  controlChart,
} from "./control-chart.js";
export type { ControlChartMethod, ControlChartOptions } from "./control-chart-options.js";
export type { ControlLimits } from "./control-limits.js";
export type { ControlSignal } from "./control-signals.js";
export type { CusumSums, MovingRanges } from "./drawing.js";
export type { Respondent } from "./latest.js";
export { type LatestPerRespondentOptions, latestPerRespondent } from "./latest-per-respondent.js";
export { type MannKendall, type MannKendallOptions, mannKendall } from "./mann-kendall.js";
export { type NamedPeriod, type PeriodFinderOptions, periodFinder } from "./period-finder.js";
export type { TrendPoint } from "./points.js";
export type { Time } from "./read-time.js";
export type { SlopeInterval } from "./sen-line.js";
export type { SeriesPoint } from "./series.js";
export type { TrendOptions } from "./timed-rows.js";
export { type TrendSeries, trend } from "./trend.js";
export type { Rolling } from "./windows.js";
