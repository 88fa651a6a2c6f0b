/**
 * Charts: pure functions from results to Vega-Lite specifications, which the host draws.
 *
 * @packageDocumentation
 * @module cx-metrics/chart
 */
export { bandsChart } from "./bands-chart.js";
export type { ChartOptions } from "./chart-options.js";
export type { ChartSpec, Json, JsonObject } from "./chart-spec.js";
export { compareChart } from "./compare-chart.js";
export { type DistributionChartOptions, distributionChart } from "./distribution-chart.js";
export { processChart } from "./process-chart.js";
export type { ChartComparison, ChartComparisons, ChartPair } from "./read-comparisons.js";
export type { ChartControl, ChartControlPoint } from "./read-control.js";
export type { ChartPoint, ChartSeries } from "./read-points.js";
export type { ChartMeasurements, ChartSegment } from "./read-rows.js";
export { type ScoreChartOptions, scoreChart } from "./score-chart.js";
export { servqualChart } from "./servqual-chart.js";
export { trendChart } from "./trend-chart.js";
export type { ChartLabels, ChartLocale } from "./words.js";
