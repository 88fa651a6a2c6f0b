import type { Results } from "../compute/compute.js";
import { nameOf } from "./names.js";
import type { View } from "./view.js";
import { writeCount, writeDifference, writeScore } from "./write.js";

/** The result in a sentence, for those who hear the page. */
export function summaryText({ score, service }: Results, view: View): string {
  const { say, locale } = view;
  if (score !== null) {
    const { metric, statistic, score: value, n } = score.measurement;
    if (value === null) return say("nobody");
    const written = writeScore(value, statistic, view);
    return say("summary", { metric: nameOf(metric, locale), score: written, n: writeCount(n, view) });
  }
  if (service === null || service.n === 0) return say("nobody");
  const gap = writeDifference((service.overall.gap ?? service.overall.perception).score, "mean", view);
  return say("summary", { metric: "SERVQUAL", score: gap, n: writeCount(service.n, view) });
}
