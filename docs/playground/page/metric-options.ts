import type { TableSummary } from "../messages.js";
import { DEFINITIONS, INSTRUMENTS, ITEMS, type RatingMetric, type ServiceMetric, type Settings } from "../settings.js";
import { element } from "./dom.js";
import { metricName } from "./names.js";
import type { View } from "./view.js";
import type { Word } from "./words.js";

const GROUPS = {
  nps: "npsGroup",
  csat: "csatGroup",
  ces: "cesGroup",
  sentiment: "sentimentGroup",
} satisfies Record<string, Word>;

/** The metrics that there are, in groups; service quality only where there are enough columns. */
export function metricOptions(table: TableSummary, chosen: Settings["metric"], { say, locale }: View): HTMLElement[] {
  const option = (metric: Settings["metric"], isOff = false) =>
    element("option", { value: metric, selected: metric === chosen, disabled: isOff }, metricName(metric, locale, say));
  const rated = (Object.keys(DEFINITIONS) as RatingMetric[]).map((metric) => ({
    metric,
    of: DEFINITIONS[metric].metric,
  }));
  const groups = Object.entries(GROUPS).map(([name, word]) =>
    element(
      "optgroup",
      { label: say(word) },
      ...rated.filter(({ of }) => of === name).map(({ metric }) => option(metric)),
    ),
  );
  const isTooFew = table.columns.length < ITEMS;
  const service = (Object.keys(INSTRUMENTS) as ServiceMetric[]).map((metric) => option(metric, isTooFew));
  return [...groups, element("optgroup", { label: say("servqualGroup") }, ...service)];
}
