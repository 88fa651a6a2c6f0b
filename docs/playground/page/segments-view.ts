import { bandsChart, compareChart, scoreChart } from "../../../src/chart/index.js";
import type { Segment } from "../../../src/index.js";
import type { TooMany } from "../compute/compute.js";
import { dataTable, element } from "./dom.js";
import type { View } from "./view.js";
import { writeCount, writeDifference, writeInterval, writePValue, writeScore } from "./write.js";

/** Scores by segment, with the differences of each from the rest. */
export function segmentsView(segments: readonly Segment[] | TooMany, view: View): HTMLElement[] {
  const { say, look, gallery } = view;
  if ("tooMany" in segments)
    return [element("p", {}, say("tooManySegments", { n: segments.tooMany, most: segments.most }))];
  const shown = segments.filter((segment) => !segment.suppressed);
  const nameOf = ({ key }: Segment) => (key === null ? say("noName") : String(key));
  const differences = Object.fromEntries(
    shown.flatMap((segment) =>
      segment.vsRest === null || segment.vsRest.difference === null
        ? []
        : [[say("rest", { name: nameOf(segment) }), segment.vsRest]],
    ),
  );
  const charts = [
    gallery.add((width) => scoreChart(segments, { ...look, width })),
    gallery.add((width) => bandsChart(segments, { ...look, width })),
    ...(Object.keys(differences).length < 2
      ? []
      : [gallery.add((width) => compareChart(differences, { ...look, width, title: say("restTitle") }))]),
  ];
  const header = [say("segmentName"), say("resultTitle"), say("intervalName", { level: levelOf(segments, view) }), "n"];
  const rows = segments.map((segment) => {
    if (segment.suppressed) return [nameOf(segment), say("hidden"), "", "", "", ""];
    const { score, statistic, interval, n, vsRest } = segment;
    return [
      nameOf(segment),
      writeScore(score, statistic, view),
      writeInterval(interval, statistic, view),
      writeCount(n, view),
      writeDifference(vsRest?.difference ?? null, statistic, view),
      writePValue(vsRest?.adjustedPValue ?? null, view),
    ];
  });
  const table = dataTable(say("segmentsCaption"), [...header, say("vsRest"), say("pValue")], rows);
  return [...charts, element("details", {}, element("summary", {}, say("asTable")), table)];
}

function levelOf(segments: readonly Segment[], { locale }: View): string {
  const level = segments.find(({ interval }) => interval !== null)?.interval?.level ?? 0.95;
  return (100 * level).toLocaleString(locale);
}
