import type { TableSummary } from "../messages.js";
import { ITEMS, isService, type Settings } from "../settings.js";
import { metricName } from "./names.js";
import type { View } from "./view.js";

/** What was guessed of a table, in words. */
export function guessText({ columns, format }: TableSummary, settings: Settings, { say, locale }: View): string {
  const { metric, rating, weight, segment, time, every, timeFormat, perceptions } = settings;
  const name = metricName(metric, locale, say);
  const nameOf = (place: number) => columns[place] ?? "";
  const parts = [
    isService(metric) || format.kind === "list" ? name : say("guessedMetric", { metric: name, column: nameOf(rating) }),
    ...(isService(metric)
      ? [say("guessedService", { first: nameOf(perceptions), last: nameOf(perceptions + ITEMS - 1) })]
      : []),
    ...(weight === null ? [] : [say("guessedWeight", { column: nameOf(weight) })]),
    ...(segment === null ? [] : [say("guessedSegment", { column: nameOf(segment) })]),
    ...(time === null
      ? []
      : [say("guessedTime", { every: say(every), column: nameOf(time), format: timeFormat || "ISO 8601" })]),
  ];
  return say("guessed", { list: parts.join(say("comma")) });
}
