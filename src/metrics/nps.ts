import type { Answers } from "../answers/answer.js";
import type { MetricDefinition } from "./definition.js";
import { measure } from "./measure.js";
import type { Measurement } from "./measurement.js";
import type { PresetOptions } from "./preset.js";

/** The bands of Net Promoter Score. */
export type NpsBand = "detractor" | "passive" | "promoter";

/** Net Promoter Score: "How likely are you to recommend us?", 0 to 10; detractors 0 to 6, passives 7 and 8, promoters 9 and 10. */
export const NPS: MetricDefinition<NpsBand> = {
  metric: "nps",
  scale: { min: 0, max: 10, step: 1 },
  better: "higher",
  statistic: "net",
  bands: [
    { name: "detractor", sentiment: "negative", from: 0 },
    { name: "passive", sentiment: "neutral", from: 7 },
    { name: "promoter", sentiment: "positive", from: 9 },
  ],
};

/**
 * Net Promoter Score: the percentage of promoters less the percentage of detractors.
 *
 * @param answers - ratings from 0 to 10, `null` for no answer, or a tally of them
 * @param options - those of `measure`, and another `definition`
 * @returns the score in points, -100 to 100 (null where nobody answered), with its uncertainty and bands
 * @throws what `measure` throws
 *
 * @remarks
 * Source: Reichheld (2003), "The one number you need to grow"; the interval is Tango's (1998) score interval, one of those
 * that Rocks (2016) found best for it.
 *
 * @example
 * ```ts
 * import { nps } from "cx-metrics";
 *
 * const { score, interval, bands } = nps([10, 9, 9, 8, 7, 3, null]);
 * score; // → 33.3
 * interval; // → { low: -31.1, high: 75.4, level: 0.95, method: "score" }
 * bands.promoter.n; // → 3
 * ```
 */
export function nps<Name extends string = NpsBand>(
  answers: Answers,
  options: PresetOptions<Name> = {},
): Measurement<Name> {
  return measure(answers, options?.definition ?? (NPS as MetricDefinition as MetricDefinition<Name>), options);
}
