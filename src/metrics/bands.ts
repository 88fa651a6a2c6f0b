import { show } from "../answers/show.js";
import { type Band, type MetricDefinition, SENTIMENTS, type Scale } from "./definition.js";
import { oneOf } from "./one-of.js";

/** The band of a score that is on the scale: the last one whose lower edge it reaches. */
export function bandOf<Name extends string>(score: number, bands: readonly Band<Name>[]): Band<Name> {
  return bands.findLast(({ from, above }) => (above === undefined ? score >= (from ?? score) : score > above))!;
}

/** Throws unless bands cover the whole scale in ascending order, each under a name of its own. */
export function assertBands({ metric, scale, bands }: MetricDefinition): void {
  if (!Array.isArray(bands) || bands.length === 0)
    throw new TypeError(`${metric}: bands must be a list of at least one band, got ${show(bands)}`);
  const names = new Set<string>();
  bands.forEach((band: Band, index) => {
    const { name, sentiment } = band;
    if (typeof name !== "string" || name === "" || names.has(name))
      throw new TypeError(`${metric}: each band must have a name of its own, got ${show(name)}`);
    names.add(name);
    oneOf(`${metric}, band ${name}`, "sentiment", sentiment, SENTIMENTS);
    if (index === 0 ? !beginsAt(scale.min, band) : !beginsAfter(bands[index - 1]!, band, scale))
      throw new RangeError(
        `${metric}: band ${name} begins ${showEdge(band)}; bands must begin at ${scale.min} and ascend within the scale to ${scale.max}, each with either from or above`,
      );
  });
}

function beginsAt(min: number, { from, above }: Band): boolean {
  return above === undefined && (from === undefined || from === min);
}

function beginsAfter(before: Band, { from, above }: Band, { min, max }: Scale): boolean {
  const previous = before.from ?? before.above ?? min;
  if (typeof from === "number" && above === undefined) return from > previous && from <= max;
  if (typeof above !== "number" || from !== undefined || above >= max) return false;
  return before.above === undefined ? above >= previous : above > previous;
}

function showEdge({ from, above }: Band): string {
  return [from !== undefined && `from ${show(from)}`, above !== undefined && `above ${show(above)}`]
    .filter(Boolean)
    .join(" and ") || "nowhere";
}
