import { trendChart } from "../../../src/chart/index.js";
import type { TrendPoint } from "../../../src/trend/index.js";
import type { TooMany } from "../compute/compute.js";
import { dataTable, element } from "./dom.js";
import type { Shown, View } from "./view.js";
import { writeCount, writeDifference, writeInterval, writePValue, writeScore } from "./write.js";

/** Scores by period. */
export function trendView(
  points: readonly TrendPoint[] | TooMany,
  timeless: number,
  { settings }: Shown,
  view: View,
): HTMLElement[] {
  const { say, look, gallery } = view;
  if ("tooMany" in points) return [element("p", {}, say("tooManyPeriods", { n: points.tooMany, most: points.most }))];
  const note = timeless === 0 ? [] : [element("p", {}, say("timeless", { n: writeCount(timeless, view) }))];
  if (points.length === 0) return note;
  const chart = gallery.add((width) => trendChart(points, { ...look, width }));
  const level = (100 * settings.level).toLocaleString(view.locale);
  const header = [say("period"), say("resultTitle"), say("intervalName", { level }), "n", say("change"), "p"];
  const rows = points.map(({ key, score, statistic, interval, n, change }) => [
    key,
    writeScore(score, statistic, view),
    writeInterval(interval, statistic, view),
    writeCount(n, view),
    writeDifference(change?.difference ?? null, statistic, view),
    writePValue(change?.pValue ?? null, view),
  ]);
  const table = dataTable(say("trendCaption", { zone: settings.timeZone }), header, rows);
  return [
    element("p", {}, say("trendCaption", { zone: settings.timeZone })),
    ...note,
    chart,
    element("details", {}, element("summary", {}, say("asTable")), table),
  ];
}
