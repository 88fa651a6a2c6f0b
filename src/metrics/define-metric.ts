import { show } from "../answers/show.js";
import { assertBands } from "./bands.js";
import { type MetricDefinition, type Sentiment, STATISTICS, type Statistic } from "./definition.js";
import { oneOf } from "./one-of.js";
import { assertScale } from "./scale.js";

/**
 * Checks a metric definition and returns it, with the names of its bands as a type.
 *
 * A definition is plain data, and every function checks what it is given; this one finds a mistake where it is made.
 *
 * @param definition - scale, bands, direction and statistic of the metric
 * @returns the same object
 * @throws TypeError for a part that is missing or of the wrong type, and for a band name used twice
 * @throws RangeError for a scale without extent, a step that does not divide it, bands that leave a gap, are out of order or
 *   off the scale, bands that contradict `better`, and a statistic without the bands that it counts
 *
 * @example
 * ```ts
 * import { defineMetric, measure } from "cx-metrics";
 *
 * const WAITING = defineMetric({
 *   metric: "waiting time",
 *   scale: { min: 1, max: 6 },
 *   better: "lower",
 *   statistic: "share",
 *   bands: [
 *     { name: "short", sentiment: "positive" },
 *     { name: "long", sentiment: "neutral", from: 3 },
 *     { name: "too long", sentiment: "negative", from: 5 },
 *   ],
 * });
 *
 * measure([1, 2, 3, 6], WAITING).score; // → 50
 * ```
 */
export function defineMetric<const Name extends string>(definition: MetricDefinition<Name>): MetricDefinition<Name> {
  assertDefinition(definition, definition.statistic);
  return definition;
}

/** The bands without which a statistic would be the same whatever people answered. */
const NEEDED: Record<Statistic, readonly Sentiment[]> = {
  net: ["positive", "negative"],
  share: ["positive"],
  mean: [],
  index: [],
};

/** Throws unless a definition is sound and has the bands that a statistic counts. */
export function assertDefinition(definition: MetricDefinition, statistic: Statistic): void {
  if (typeof definition !== "object" || definition === null)
    throw new TypeError(`definition must be an object such as NPS, got ${show(definition)}`);
  const { metric, scale, better, bands } = definition;
  if (typeof metric !== "string" || metric === "") throw new TypeError(`metric must be a name, got ${show(metric)}`);
  oneOf(metric, "better", better, ["higher", "lower"]);
  oneOf(metric, "statistic", statistic, STATISTICS);
  assertScale(metric, scale);
  assertBands(definition);
  const sentiments = bands.map((band) => band.sentiment);
  const [worst, best] = better === "higher" ? [sentiments[0], sentiments.at(-1)] : [sentiments.at(-1), sentiments[0]];
  if (worst === "positive" && best === "negative")
    throw new RangeError(`${metric}: better is "${better}", but the bands say the opposite`);
  for (const needed of NEEDED[statistic])
    if (!sentiments.includes(needed))
      throw new RangeError(`${metric}: the statistic "${statistic}" needs a ${needed} band`);
}
