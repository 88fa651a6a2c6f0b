// A user of cx-metrics/trend.
import { type Measurement, type NpsBand, nps, type RestComparison } from "cx-metrics";
import {
  type BeforeAfter,
  type BeforeAfterOptions,
  beforeAfter,
  type Calendar,
  type ControlChart,
  type ControlChartMethod,
  type ControlChartOptions,
  type ControlFigures,
  type ControlLimits,
  type ControlPoint,
  type ControlSignal,
  type CusumSums,
  controlChart,
  type Every,
  type LatestPerRespondentOptions,
  latestPerRespondent,
  type MannKendall,
  type MannKendallOptions,
  type MovingRanges,
  mannKendall,
  type NamedPeriod,
  type PeriodFinderOptions,
  periodFinder,
  type Respondent,
  type Rolling,
  type SeriesPoint,
  type Side,
  type SlopeInterval,
  type Time,
  type TrendOptions,
  type TrendPoint,
  type TrendSeries,
  trend,
} from "cx-metrics/trend";

interface Row {
  readonly at: Time;
  readonly score: number;
  readonly region: string;
}
type Scored = Measurement<NpsBand>;
const rows: readonly Row[] = [{ at: new Date(0), score: 9, region: "north" }];
const every: Every = "month";
const calendar: Calendar = { every, weekStartsOn: undefined };
const rolling: Rolling = { periods: 3 };
const options: TrendOptions<Row, Scored> = {
  ...calendar,
  time: (row) => row.at,
  score: (row) => row.score,
  metric: nps,
  rolling,
};
export const points: TrendPoint<Scored>[] = trend(rows, { ...options, by: undefined });
export const plain: TrendPoint<Scored>[] = trend(rows, options);
export const series: TrendSeries<Scored, "region">[] = trend(rows, { ...options, by: { region: (row) => row.region } });
export const promoters: number | undefined = points[0]?.bands.promoter.n;
const sidesOptions: BeforeAfterOptions<Row, Scored> = { ...options, at: "2026-01-01" };
export const sides: BeforeAfter<Scored> = beforeAfter(rows, sidesOptions);
export const side: Side<Scored> = sides.before;
export const pValue = (one: RestComparison): number | null => one.adjustedPValue;

const method: ControlChartMethod = "cusum";
const chartOptions: ControlChartOptions = { method, decisionInterval: 5, runLength: undefined };
export const chart: ControlChart<TrendPoint<Scored>> = controlChart(points, { method: "nps" });
export const ofNumbers: ControlChart<number> = controlChart([1, 2, 3], chartOptions);
export const point: ControlPoint<number> | undefined = ofNumbers.points[0];
export const figures = (one: ControlFigures): [ControlLimits | null, CusumSums | null, readonly ControlSignal[]] => [
  one.limits,
  one.sums,
  one.signals,
];
export const ranges: MovingRanges | null = chart.movingRange;
const seriesPoint: SeriesPoint = { score: null };
const kendallOptions: MannKendallOptions = { level: 0.9 };
export const kendall: MannKendall = mannKendall([1, seriesPoint], kendallOptions);
export const slope: SlopeInterval | null = kendall.interval;

const finderOptions: PeriodFinderOptions = { every: "day", timeZone: "Asia/Tokyo" };
export const period: NamedPeriod = periodFinder(finderOptions)("2026-03-01T00:00:00Z");
const respondent: Respondent = 7;
const latestOptions: LatestPerRespondentOptions<Row> = { respondent: () => respondent, time: (row) => row.at };
export const latest: Row[] = latestPerRespondent(rows, latestOptions);
