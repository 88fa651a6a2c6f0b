import { bandOf } from "./band-of.js";
import type { MetricDefinition, Statistic } from "./definition.js";

/** What a rating contributes to a statistic, of which the score is the mean. */
export function contributionOf(
  statistic: Statistic,
  { scale: { min, max }, better, bands }: MetricDefinition,
): (rating: number) => number {
  if (statistic === "mean") return (rating) => rating;
  if (statistic === "index")
    return (rating) => (100 * (better === "higher" ? rating - min : max - rating)) / (max - min);
  const values = { positive: 100, neutral: 0, negative: statistic === "net" ? -100 : 0 };
  return (rating) => values[bandOf(rating, bands).sentiment];
}
