import { wrong } from "../answers/wrong.js";
import { bandOf } from "./band-of.js";
import { assertDefinition } from "./define-metric.js";
import type { MetricDefinition, Sentiment } from "./definition.js";
import { isOnScale, showScale } from "./scale.js";

/** The band of an answer and whether that is a good one. */
export interface Classification<Name extends string = string> {
  /** Name of the band. */
  readonly band: Name;
  /** How good an answer in it is. */
  readonly sentiment: Sentiment;
}

/**
 * Says which band an answer falls in, and whether that is positive, neutral or negative.
 *
 * @param score - a rating on the definition's scale
 * @param definition - the metric
 * @returns the band's name and sentiment
 * @throws TypeError for a score that is no number (a missing answer has no class), and for something that is no definition
 * @throws RangeError for a score off the scale, and for a contradictory definition
 *
 * @example
 * ```ts
 * import { CSAT, classify, NPS } from "cx-metrics";
 *
 * classify(9, NPS); // → { band: "promoter", sentiment: "positive" }
 * classify(3, CSAT); // → { band: "neutral", sentiment: "neutral" }
 * ```
 */
export function classify<Name extends string>(score: number, definition: MetricDefinition<Name>): Classification<Name> {
  assertDefinition(definition, definition?.statistic);
  const { metric, scale, bands } = definition;
  if (typeof score !== "number" || !isOnScale(score, scale)) throw wrong(`${metric}: score`, score, showScale(scale));
  const { name, sentiment } = bandOf(score, bands, scale);
  return { band: name, sentiment };
}
