import { bandOf } from "./band-of.js";
import type { MetricDefinition, Statistic } from "./definition.js";
import { scoreRange } from "./score-range.js";

/** What a rating contributes to a statistic, of which the score is the mean. */
export function contributionOf(
  statistic: Statistic,
  { scale, better, bands }: MetricDefinition,
): (rating: number) => number {
  const { min, max } = scale;
  if (statistic === "mean") return (rating) => rating;
  if (statistic === "index")
    return (rating) => (100 * (better === "higher" ? rating - min : max - rating)) / (max - min);
  const [negative, positive] = scoreRange(statistic, scale);
  const values = { positive, neutral: 0, negative };
  return (rating) => values[bandOf(rating, bands, scale).sentiment];
}
