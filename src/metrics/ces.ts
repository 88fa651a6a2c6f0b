import type { Answers } from "../answers/answer.js";
import type { MetricDefinition } from "./definition.js";
import { measure } from "./measure.js";
import type { Measurement } from "./measurement.js";
import type { PresetOptions } from "./preset.js";

/** The bands of customer effort. */
export type CesBand = "difficult" | "neutral" | "easy";

/** Customer effort 2.0: agreement that it was made easy, 1 to 7; difficult 1 to 3, neutral 4, easy 5 to 7. */
export const CES: MetricDefinition<CesBand> = {
  metric: "ces",
  scale: { min: 1, max: 7, step: 1 },
  better: "higher",
  statistic: "mean",
  bands: [
    { name: "difficult", sentiment: "negative", from: 1 },
    { name: "neutral", sentiment: "neutral", from: 4 },
    { name: "easy", sentiment: "positive", from: 5 },
  ],
};

/** Customer effort 1.0: effort one had to put in, 1 very low to 5 very high; easy 1 and 2, neutral 3, difficult 4 and 5. Lower is better. */
export const CES_1: MetricDefinition<CesBand> = {
  metric: "ces",
  scale: { min: 1, max: 5, step: 1 },
  better: "lower",
  statistic: "mean",
  bands: [
    { name: "easy", sentiment: "positive", from: 1 },
    { name: "neutral", sentiment: "neutral", from: 3 },
    { name: "difficult", sentiment: "negative", from: 4 },
  ],
};

/**
 * Customer effort score: the mean rating of how easy it was.
 *
 * @param answers - ratings from 1 to 7 or on the definition's scale, `null` for no answer, or a tally of them
 * @param options - those of `measure`, and another `definition` such as `CES_1`
 * @returns the mean rating, on the scale (null where nobody answered), with its uncertainty and bands
 * @throws what `measure` throws
 *
 * @remarks
 * Source: Dixon, Freeman & Toman (2010), "Stop trying to delight your customers", for 1.0; CEB (2013) for 2.0. The interval
 * is Student's t.
 *
 * @example
 * ```ts
 * import { CES_1, ces } from "cx-metrics";
 *
 * ces([7, 6, 5, 2]).score; // → 5
 * ces([7, 6, 5, 2], { statistic: "share" }).score; // → 75
 * ces([1, 2, 1, 5], { definition: CES_1 }).score; // → 2.25
 * ```
 */
export function ces<Name extends string = CesBand>(
  answers: Answers,
  options: PresetOptions<Name> = {},
): Measurement<Name> {
  return measure(answers, options?.definition ?? (CES as MetricDefinition as MetricDefinition<Name>), options);
}
