import type { Answers } from "../answers/answer.js";
import type { MetricDefinition, Sentiment } from "./definition.js";
import { measure } from "./measure.js";
import type { Measurement } from "./measurement.js";
import type { PresetOptions } from "./preset.js";

/** Sentiment of a rating from 1 to 5: negative 1 and 2, neutral 3, positive 4 and 5. */
export const SENTIMENT: MetricDefinition<Sentiment> = {
  metric: "sentiment",
  scale: { min: 1, max: 5, step: 1 },
  better: "higher",
  statistic: "net",
  bands: [
    { name: "negative", sentiment: "negative", from: 1 },
    { name: "neutral", sentiment: "neutral", from: 3 },
    { name: "positive", sentiment: "positive", from: 4 },
  ],
};

/** Polarity from -1 to 1, as a text analyser gives it: negative up to -0.05, positive from 0.05, neutral between. */
export const POLARITY: MetricDefinition<Sentiment> = {
  metric: "sentiment",
  scale: { min: -1, max: 1, step: null },
  better: "higher",
  statistic: "net",
  bands: [
    { name: "negative", sentiment: "negative", from: -1 },
    { name: "neutral", sentiment: "neutral", above: -0.05 },
    { name: "positive", sentiment: "positive", from: 0.05 },
  ],
};

/**
 * Net sentiment: the percentage of positive answers less the percentage of negative ones.
 *
 * @param answers - ratings from 1 to 5 or on the definition's scale, `null` for no answer, or a tally of them
 * @param options - those of `measure`, and another `definition` such as `POLARITY`
 * @returns the score in points, -100 to 100 (null where nobody answered), with its uncertainty and bands
 * @throws what `measure` throws
 *
 * @remarks
 * The ±0.05 of `POLARITY` are the customary thresholds of VADER's compound score (Hutto & Gilbert 2014). The interval is
 * Tango's (1998) score interval.
 *
 * @example
 * ```ts
 * import { POLARITY, sentiment } from "cx-metrics";
 *
 * sentiment([5, 4, 3, 1]).score; // → 25
 * sentiment([0.8, 0.02, -0.6, 0.3], { definition: POLARITY }).bands.neutral.n; // → 1
 * ```
 */
export function sentiment<Name extends string = Sentiment>(
  answers: Answers,
  options: PresetOptions<Name> = {},
): Measurement<Name> {
  return measure(answers, options?.definition ?? (SENTIMENT as MetricDefinition as MetricDefinition<Name>), options);
}
