import { distributionChart } from "../../../src/chart/index.js";
import type { Scored } from "../compute/compute.js";
import { definitionOf } from "../settings.js";
import { dataTable, element } from "./dom.js";
import { metricName, nameOf } from "./names.js";
import type { Shown, View } from "./view.js";
import { writeCount, writeInterval, writeScore } from "./write.js";

/** The score, what it rests on, and who gave which rating. */
export function scoreView({ measurement, tally }: Scored, { settings }: Shown, view: View): HTMLElement[] {
  const { say, locale, look, gallery } = view;
  const { score, statistic, interval, n, missing, invalid, mean, effectiveN, bands } = measurement;
  const definition = definitionOf(settings.metric)!;
  const level = (settings.level * 100).toLocaleString(locale);
  const facts: [string, string][] = [
    [say("intervalName", { level }), writeInterval(interval, statistic, view)],
    [say("n"), writeCount(n, view)],
    [say("missing"), writeCount(missing, view)],
    [say("invalid"), writeCount(invalid, view)],
    [say("mean"), writeScore(mean, "mean", view)],
    ...(settings.weight === null || effectiveN === null
      ? []
      : [[say("effectiveN"), writeCount(Math.round(effectiveN), view)] as [string, string]]),
  ];
  const headline = element(
    "p",
    { class: "headline" },
    element("span", { class: "metric" }, metricName(settings.metric, locale, say)),
    element("strong", {}, writeScore(score, statistic, view)),
  );
  const list = facts.map(([name, value]) => element("div", {}, element("dt", {}, name), element("dd", {}, value)));
  const rows = Object.entries(bands).map(([band, { n: count, share }]) => [
    nameOf(band, locale),
    share === null
      ? "–"
      : `${(100 * share).toLocaleString(locale, { maximumFractionDigits: 1, minimumFractionDigits: 1 })}%`,
    writeCount(count, view),
  ]);
  const { level: chosen } = settings;
  const chart = gallery.add((width) => distributionChart(tally, definition, { ...look, width, level: chosen }));
  return [
    headline,
    element("dl", { class: "facts" }, ...list),
    dataTable(say("bandsCaption"), [say("band"), say("share"), "n"], rows),
    ...(n === 0 ? [] : [chart]),
  ];
}
