/**
 * Scores over time: calendar periods in any time zone, rolling windows, the latest answer of each respondent.
 *
 * @packageDocumentation
 */
export { type BeforeAfter, type BeforeAfterOptions, beforeAfter, type Side } from "./before-after.js";
export type { Calendar, Every } from "./calendar.js";
export type { Respondent } from "./latest.js";
export { type LatestPerRespondentOptions, latestPerRespondent } from "./latest-per-respondent.js";
export { type NamedPeriod, type PeriodFinderOptions, periodFinder } from "./period-finder.js";
export type { TrendPoint } from "./points.js";
export type { Time } from "./read-time.js";
export type { TrendOptions } from "./timed-rows.js";
export { type TrendSeries, trend } from "./trend.js";
export type { Rolling } from "./windows.js";
