import type { Scale } from "../../../src/index.js";
import { DEFINITIONS, type RatingMetric } from "../settings.js";

/** What the names of columns say of what was asked. */
const NAMES: readonly [RegExp, string][] = [
  [/nps|recommend|promoter|推荐/i, "nps"],
  [/csat|satisf|满意|star|thumb/i, "csat"],
  [/ces|effort|eas[ey]|费力|轻松/i, "ces"],
  [/sentiment|polarity|compound|情感|情绪/i, "sentiment"],
];

/** What a column is likely to ask for, by its name. */
export function askedBy(name: string): string | undefined {
  return NAMES.find(([pattern]) => pattern.test(name))?.[1];
}

/** The metric of a column of ratings on a scale, preferably what its name says. */
export function likelyMetric(name: string, { min, max, step = 1 }: Scale): RatingMetric | undefined {
  const asked = askedBy(name);
  // Where nobody gave a 0, the values alone look like 1 to 10.
  if (asked === "nps" && min >= 0 && max === 10) return "NPS";
  const fitting = (Object.keys(DEFINITIONS) as RatingMetric[]).filter((metric) => {
    const { scale } = DEFINITIONS[metric];
    return scale.min === min && scale.max === max && scale.step === step;
  });
  const isUsual = (metric: RatingMetric) => DEFINITIONS[metric].metric.toUpperCase() === metric;
  return fitting.find((metric) => DEFINITIONS[metric].metric === asked) ?? fitting.find(isUsual) ?? fitting[0];
}
