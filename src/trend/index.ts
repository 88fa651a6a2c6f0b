/**
 * Whether a month is unusual, and whether a series goes up: control charts and a test for trend.
 *
 * @packageDocumentation
 */
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
export { type MannKendall, type MannKendallOptions, mannKendall } from "./mann-kendall.js";
export type { SlopeInterval } from "./sen-line.js";
export type { SeriesPoint } from "./series.js";
