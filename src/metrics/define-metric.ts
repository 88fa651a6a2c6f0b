import { oneOf, wrong } from "../answers/wrong.js";
import {
  type Band,
  type MetricDefinition,
  SENTIMENTS,
  type Sentiment,
  STATISTICS,
  type Statistic,
} from "./definition.js";
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
 *   off the scale, and a statistic without the bands that it counts
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
  assertDefinition(definition, definition?.statistic);
  return definition;
}

/** Throws unless a definition is sound and has the bands that a statistic counts. */
export function assertDefinition(definition: MetricDefinition, statistic: Statistic): void {
  if (typeof definition !== "object" || definition === null)
    throw wrong("definition", definition, "a metric definition, such as NPS");
  const { metric, scale, better, bands } = definition;
  const check = (right: boolean, part: string, value: unknown, allowed: string) => {
    if (!right) throw wrong(`${metric}: ${part}`, value, allowed);
  };
  if (typeof metric !== "string" || metric === "") throw wrong("metric", metric, "a name");
  oneOf(`${metric}: better`, better, ["higher", "lower"]);
  oneOf(`${metric}: statistic`, statistic, STATISTICS);
  assertScale(metric, scale);
  const { min, max } = scale;
  check(Array.isArray(bands) && bands.length > 0, "bands", bands, "a list of bands");
  for (const [index, band] of bands.entries()) {
    const { name, sentiment, from, above } = band ?? {};
    const isNew = bands.findIndex((other) => other?.name === name) === index;
    check(typeof name === "string" && name !== "" && isNew, "name of a band", name, "text, and different for each");
    oneOf(`${metric}: sentiment of ${name}`, sentiment, SENTIMENTS);
    const edge = from ?? above ?? (index === 0 ? min : undefined);
    check(
      Number.isFinite(edge) && (from === undefined || above === undefined) && isInOrder(bands, index, min, max),
      `edge of ${name}`,
      edge,
      `either from or above, ascending from ${min} within ${max}`,
    );
  }
  const needed = NEEDED[statistic].find((sentiment) => bands.every((band) => band.sentiment !== sentiment));
  if (needed) throw new RangeError(`${metric}: bands must be such that one is ${needed}, for ${statistic} scores`);
}

/** The bands without which a statistic would be the same whatever people answer. */
const NEEDED: Record<Statistic, readonly Sentiment[]> = {
  net: ["positive", "negative"],
  share: ["positive"],
  mean: [],
  index: [],
};

/** Whether a band begins where the scale does, if it is the first, or else above the band before it. */
function isInOrder(bands: readonly Band[], index: number, min: number, max: number): boolean {
  const { from, above } = bands[index]!;
  const below = bands[index - 1];
  if (below === undefined) return above === undefined && (from === undefined || from === min);
  const edge = from ?? above!;
  const edgeBelow = below.from ?? below.above ?? min;
  // At one edge, a band above it follows a band from it: "exactly 4" and "above 4".
  const follows = edge === edgeBelow && from === undefined && below.above === undefined;
  return (edge > edgeBelow || follows) && edge <= max && above !== max;
}
