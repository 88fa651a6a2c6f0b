// A user of cx-metrics/chart.
import { type Comparison, compareAll, NPS, nps, type ServqualResult } from "cx-metrics";
import {
  bandsChart,
  type ChartComparison,
  type ChartComparisons,
  type ChartControl,
  type ChartControlPoint,
  type ChartLabels,
  type ChartLocale,
  type ChartMeasurements,
  type ChartOptions,
  type ChartPair,
  type ChartPoint,
  type ChartSegment,
  type ChartSeries,
  type ChartSpec,
  compareChart,
  type DistributionChartOptions,
  distributionChart,
  type Json,
  type JsonObject,
  processChart,
  type ScoreChartOptions,
  scoreChart,
  servqualChart,
  trendChart,
} from "cx-metrics/chart";
import { controlChart, type TrendPoint } from "cx-metrics/trend";

const locale: ChartLocale = "zh-CN";
const labels: ChartLabels = { names: { north: "North" }, noData: undefined };
const options: ChartOptions = { locale, labels, theme: "dark", width: undefined };
const scoreOptions: ScoreChartOptions = { ...options };
const distributionOptions: DistributionChartOptions = { ...options };
const measurements: ChartMeasurements = { north: nps([9]) };
export const specs: ChartSpec[] = [
  scoreChart(measurements, scoreOptions),
  bandsChart(measurements, options),
  distributionChart([1, 2], NPS, distributionOptions),
];
export const json: JsonObject = specs[0] as ChartSpec;
export const value: Json | undefined = json.$schema;
export const compared = (all: ChartComparisons): ChartSpec => compareChart(all);
export const pairs: ChartSpec = compareChart(compareAll({ north: nps([9]), south: nps([1]) }));
export const one = (comparison: Comparison): ChartComparison => comparison;
export const pair = (its: ChartPair): ChartComparison => its;
export const inTime = (points: readonly TrendPoint[]): readonly ChartPoint[] => points;
export const lines = (all: readonly ChartSeries[], points: readonly ChartPoint[]): ChartSpec[] => [
  trendChart(all),
  trendChart(points),
];
export const control: ChartControl = controlChart([1, 2, 3]);
export const controlPoint: ChartControlPoint | undefined = control.points[0];
export const process: ChartSpec = processChart(control);
export const gaps = (result: ServqualResult): ChartSpec => servqualChart(result);
export const segments = (all: readonly ChartSegment[]): ChartSpec => scoreChart(all);
