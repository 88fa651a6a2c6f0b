import { type ChartOptions, readOptions } from "./chart-options.js";
import type { ChartSpec, JsonObject } from "./chart-spec.js";
import { frame, noData } from "./frame.js";
import { drawn } from "./layers.js";
import { legendOf } from "./legend.js";
import { levelPhrase } from "./level-phrase.js";
import { literal } from "./literal.js";
import { type ChartPoint, type ChartSeries, type PlacedSeries, readPoints, type Timeline } from "./read-points.js";
import { timeAxis } from "./time-axis.js";
import { TOLD } from "./told.js";
import { bandLayers, dotLayers, lineLayers, type TrendDots } from "./trend-layers.js";
import { describePeriod, describeTrend, type TrendSetting } from "./trend-words.js";
import { METRIC_NAMES, TREND_WORDS } from "./words.js";

/**
 * Shows a score over time: a line with its interval, and below it how many answered.
 *
 * @param points - the points of a trend, or its series, one for each segment; fresh or from JSON
 * @param options - title, size, theme, locale and words
 * @returns a Vega-Lite specification. The line is broken where nobody answered; periods that are not complete are
 *   hollow, and the line to them is dashed
 * @throws TypeError for something that is no point, for two points of one series with the same start, and for
 *   measurements of different metrics, statistics or scales; what the options throw
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 * import { trendChart } from "cx-metrics/chart";
 * import { trend } from "cx-metrics/trend";
 *
 * const rows = Array.from({ length: 90 }, (_, day) => ({ at: Date.UTC(2026, 0, 1 + day), score: 5 + (day % 6) }));
 * const points = trend(rows, { time: (row) => row.at, score: (row) => row.score, every: "month", metric: nps });
 * trendChart(points).description.split("; ");
 * // → [
 * //   "NPS from 2026-01 to 2026-03: first -3.2 (-31.0 to 25.1) in 2026-01, n 31",
 * //   "last 3.2 (-25.1 to 31.0) in 2026-03, n 31",
 * //   "lowest -3.2 (-31.0 to 25.1) in 2026-01, n 31",
 * //   "highest 3.2 (-25.1 to 31.0) in 2026-03, n 31.",
 * // ]
 * ```
 */
export function trendChart(
  points: readonly ChartPoint[] | readonly ChartSeries[],
  options: ChartOptions = {},
): ChartSpec {
  const setting = readOptions(options, TREND_WORDS, METRIC_NAMES);
  const { say, nameOf } = setting;
  const timeline = readPoints(points, setting);
  const all = timeline.series.flatMap((series) => series.points.filter((point) => point !== undefined));
  if (all.every(({ score }) => score === null)) return noData(setting);
  const metric = nameOf(all[0]!.metric);
  const { title = say("trendTitle", { metric }) } = setting;
  const level = levelPhrase(
    all.map(({ interval }) => interval),
    setting,
  );
  const hint = all.some(({ partial }) => partial === true) ? say("partialHint") : "";
  const subtitle = [level, hint].filter((text) => text !== "").join(say("semicolon"));
  return frame(
    setting,
    { title, subtitle, description: describeTrend(timeline, metric, setting) },
    draw(timeline, metric, setting),
  );
}

function draw(timeline: Timeline, metric: string, setting: TrendSetting): JsonObject {
  const { series, periods } = timeline;
  const { width, height = 220, palette } = setting;
  const { params, x, bare } = timeAxis(periods);
  const legend = legendOf(series.map(({ name }) => name));
  const isSplit = series.length > 1 || series[0]!.name !== "";
  const kind = { field: "series", type: "nominal", scale: { domain: legend.domain }, legend: legend.legend };
  const color: JsonObject = isSplit ? kind : { value: palette.accent };
  const shape: JsonObject = isSplit ? { shape: kind } : {};
  const y = {
    type: "quantitative",
    scale: { zero: false, nice: true },
    axis: { title: literal(metric), tickCount: 5 },
  };
  const dots = series.map((one, index) => dotsOf(one, index, setting));
  const upper = {
    width,
    height,
    encoding: { x: bare, color },
    layer: drawn([...bandLayers(dots, y), ...lineLayers(dots, y), ...dotLayers(dots, y, shape, palette.background)]),
  };
  const lower = {
    width,
    height: 44,
    data: { values: series.flatMap((one, index) => barsOf(one, index, setting)) },
    mark: { type: "bar" },
    encoding: {
      x,
      y: {
        field: "n",
        type: "quantitative",
        axis: { title: literal(setting.say("answers")), tickCount: 2, tickMinStep: 1 },
      },
      color: isSplit ? kind : { value: palette.quiet },
      opacity: { field: "opacity", type: "quantitative", scale: null },
      ...TOLD,
    },
  };
  return { params: [...legend.params, ...params], spacing: 8, vconcat: [upper, lower] };
}

function dotsOf({ points }: PlacedSeries, series: number, setting: TrendSetting): TrendDots {
  return points.map((point, place) => {
    if (point === undefined || point.score === null) return undefined;
    const { score, interval, partial = false } = point;
    const tip = describePeriod(point, setting);
    return { place, series, score, low: interval?.low ?? null, high: interval?.high ?? null, isPartial: partial, tip };
  });
}

/** How many answered in each period, one bar on top of the other. */
function barsOf({ points }: PlacedSeries, series: number, setting: TrendSetting): JsonObject[] {
  return points.flatMap((point, place) => {
    if (point === undefined) return [];
    return [{ place, series, n: point.n, opacity: point.partial ? 0.5 : 1, tip: describePeriod(point, setting) }];
  });
}
