import { servqualChart } from "../../../src/chart/index.js";
import { format, type GapEstimates, type ServqualResult } from "../../../src/index.js";
import { dataTable, element } from "./dom.js";
import { nameOf } from "./names.js";
import type { View } from "./view.js";
import { writeCount, writeDifference } from "./write.js";

/** Service quality by dimension. */
export function serviceView(service: ServqualResult, invalidResponses: number, view: View): HTMLElement[] {
  const { say, locale, look, gallery } = view;
  const { overall, dimensions, n, missing } = service;
  const rating = (value: number | null | undefined) => format(value ?? null, { locale, digits: 2 });
  const row = (name: string, { gap, expectation, perception }: GapEstimates, alpha: number | null | undefined) => [
    name,
    writeDifference(gap?.score ?? null, "mean", view),
    rating(expectation?.score),
    rating(perception.score),
    rating(alpha),
    writeCount((gap ?? perception).n, view),
  ];
  const rows = [
    row(say("overall"), overall, null),
    ...Object.entries(dimensions).map(([name, part]) => row(nameOf(name, locale), part, part.alpha)),
  ];
  const header = [say("dimension"), say("gap"), say("expectation"), say("perception"), say("alpha"), "n"];
  const facts = [
    [say("gap"), writeDifference(overall.gap?.score ?? null, "mean", view)],
    [say("perception"), rating(overall.perception.score)],
    [say("n"), writeCount(n, view)],
    [say("missing"), writeCount(missing, view)],
    [say("invalid"), writeCount(invalidResponses, view)],
  ].map(([name, value]) => element("div", {}, element("dt", {}, name!), element("dd", {}, value!)));
  return [
    element("dl", { class: "facts" }, ...facts),
    ...(invalidResponses === 0
      ? []
      : [element("p", {}, say("invalidResponses", { n: writeCount(invalidResponses, view) }))]),
    ...(n === 0 ? [] : [gallery.add((width) => servqualChart(service, { ...look, width }))]),
    dataTable(say("serviceCaption"), header, rows),
  ];
}
