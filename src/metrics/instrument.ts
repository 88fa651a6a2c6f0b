import { wrong } from "../answers/wrong.js";
import type { Scale } from "./definition.js";
import { assertScale } from "./scale.js";

/** An item of an instrument: its number in the questionnaire, counted from 1, or its key. */
export type Item = number | string;

/** A questionnaire of several items, each asked for an expectation and a perception, grouped in named dimensions. */
export interface Instrument<Dimension extends string = string> {
  /** Its name, in error messages. @defaultValue "instrument" */
  readonly name?: string | undefined;
  /** The scale of every item. */
  readonly scale: Scale;
  /**
   * The items of each dimension: numbers 1 to k, for answers in a list, or keys, for answers in an object. Each item belongs to
   * one dimension.
   */
  readonly dimensions: Readonly<Record<Dimension, readonly Item[]>>;
  /** The items worded negatively, whose answers are turned round before scoring: min + max − answer. @defaultValue none */
  readonly reversed?: readonly Item[] | undefined;
}

/** The five dimensions of SERVQUAL. */
export type ServqualDimension = "tangibles" | "reliability" | "responsiveness" | "assurance" | "empathy";

const SERVQUAL_DIMENSIONS: Instrument<ServqualDimension>["dimensions"] = {
  tangibles: [1, 2, 3, 4],
  reliability: [5, 6, 7, 8, 9],
  responsiveness: [10, 11, 12, 13],
  assurance: [14, 15, 16, 17],
  empathy: [18, 19, 20, 21, 22],
};

/** SERVQUAL as refined in 1991: 22 items from 1 to 7, all worded positively (Parasuraman, Berry & Zeithaml 1991). */
export const SERVQUAL_1991: Instrument<ServqualDimension> = {
  name: "SERVQUAL 1991",
  scale: { min: 1, max: 7, step: 1 },
  dimensions: SERVQUAL_DIMENSIONS,
};

/**
 * SERVQUAL of 1988: the nine items of responsiveness and empathy, 10 to 13 and 18 to 22, are worded negatively and reversed
 * (Parasuraman, Zeithaml & Berry 1988).
 */
export const SERVQUAL_1988: Instrument<ServqualDimension> = {
  name: "SERVQUAL 1988",
  scale: { min: 1, max: 7, step: 1 },
  dimensions: SERVQUAL_DIMENSIONS,
  reversed: [10, 11, 12, 13, 18, 19, 20, 21, 22],
};

/**
 * Checks an instrument and returns it, with the names of its dimensions as a type.
 *
 * @param instrument - scale, dimensions and reversed items of the questionnaire
 * @returns the same object
 * @throws TypeError for dimensions that are no lists of items, for numbers mixed with keys, and for an item that is listed twice
 * @throws RangeError for numbers that are not 1 to k, a reversed item that is in no dimension, and a scale without extent
 *
 * @example
 * ```ts
 * import { defineInstrument, servqual } from "cx-metrics";
 *
 * const AIRPORT = defineInstrument({
 *   name: "airport",
 *   scale: { min: 1, max: 5 },
 *   dimensions: { access: ["parking", "signs"], terminal: ["seats", "food", "queues"] },
 *   reversed: ["queues"],
 * });
 *
 * const answers = { parking: 4, signs: 5, seats: 3, food: 4, queues: 2 };
 * servqual([{ perceptions: answers }], { instrument: AIRPORT }).dimensions.terminal.perception.score; // → 3.667
 * ```
 */
export function defineInstrument<const Dimension extends string>(
  instrument: Instrument<Dimension>,
): Instrument<Dimension> {
  assertInstrument(instrument);
  return instrument;
}

/** What to call an instrument in a message. */
export function nameOf(instrument: Instrument): string {
  return instrument.name ?? "instrument";
}

/** An instrument that shares nothing with the one it is of, and has its parts in a fixed order, for comparisons as JSON. */
export function copyOf<Dimension extends string>({
  name,
  scale: { min, max, step = 1 },
  dimensions,
  reversed = [],
}: Instrument<Dimension>): Instrument<Dimension> {
  const lists = Object.entries<readonly Item[]>(dimensions).map(([dimension, items]) => [dimension, [...items]]);
  return {
    ...(name === undefined ? {} : { name }),
    scale: { min, max, step },
    dimensions: Object.fromEntries(lists),
    ...(reversed.length === 0 ? {} : { reversed: [...reversed] }),
  };
}

/** Every item of an instrument, in the order of its dimensions. */
export function itemsOf({ dimensions }: Instrument): Item[] {
  return Object.values(dimensions).flatMap((items) => Array.from(items));
}

/** Throws unless an instrument is sound. */
export function assertInstrument(instrument: Instrument): void {
  const { scale, dimensions, reversed = [] } = instrument ?? {};
  const name = nameOf(instrument ?? {});
  if (typeof name !== "string") throw wrong("name of the instrument", name, "text");
  assertScale(name, scale);
  if (typeof dimensions !== "object" || dimensions === null || Object.keys(dimensions).length === 0)
    throw wrong(`${name}: dimensions`, dimensions, "an object of lists of items, with at least one dimension");
  for (const [dimension, items] of Object.entries<unknown>(dimensions))
    if (!Array.isArray(items) || items.length === 0)
      throw wrong(`${name}: dimension ${dimension}`, items, "a list of at least one item");
  const items = itemsOf(instrument);
  const kind = typeof items[0];
  // Not find, which cannot tell an item that is undefined from none.
  const strange = items.findIndex((item) => typeof item !== kind || (kind !== "number" && kind !== "string"));
  if (strange >= 0) throw wrong(`${name}: item`, items[strange], "a number, or a key, and all items the same");
  const twice = items.find((item, index) => items.indexOf(item) !== index);
  if (twice !== undefined) throw wrong(`${name}: item`, twice, "in one place only");
  const numbers = items.map((_, index) => index + 1);
  const gap = kind === "number" ? numbers.find((number) => !items.includes(number)) : undefined;
  if (gap !== undefined)
    throw wrong(`${name}: the items`, items.join(", "), `the numbers 1 to ${items.length}; ${gap} is missing`);
  if (!Array.isArray(reversed)) throw wrong(`${name}: reversed`, reversed, "a list of items");
  const unknown = reversed.findIndex((item) => !items.includes(item));
  if (unknown >= 0) throw wrong(`${name}: reversed item`, reversed[unknown], "an item of a dimension");
}
