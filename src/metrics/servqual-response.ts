import { assertWeight } from "../answers/weight.js";
import { wrong } from "../answers/wrong.js";
import { type Instrument, type Item, itemsOf } from "./instrument.js";
import { isOnScale, showScale } from "./scale.js";

/** Ratings of the items of an instrument: a list in the order of their numbers, or an object under their keys. */
export type ItemRatings = readonly (number | null | undefined)[] | Readonly<Record<string, number | null | undefined>>;

/** What one respondent answered to an instrument. */
export interface ServqualResponse<Dimension extends string = string> {
  /** What excellent service ought to be like. All respondents give expectations, or none does. */
  readonly expectations?: ItemRatings | null | undefined;
  /** How the service was. */
  readonly perceptions: ItemRatings;
  /** How the respondent shares 100 points among the dimensions, in their order or by name. */
  readonly importance?: Points<Dimension> | null | undefined;
  /** Survey weight: 0, or from 1e-100 to 1e100. @defaultValue 1 */
  readonly weight?: number | undefined;
}

/** 100 points shared among dimensions, in their order or by name. */
export type Points<Dimension extends string = string> = readonly number[] | Readonly<Record<Dimension, number>>;

/** A response as it is scored: ratings in the order of the instrument's dimensions, reversed ones turned round. */
export interface ScoredResponse {
  readonly expectations: readonly (number | null)[] | null;
  readonly perceptions: readonly (number | null)[];
  readonly importance: readonly number[] | null;
  readonly weight: number;
}

/** Makes a reader of responses to an instrument, which throws for what cannot be scored and says where it is. */
export function responseReader(instrument: Instrument): (response: ServqualResponse, index: number) => ScoredResponse {
  const items = itemsOf(instrument);
  const isReversed = items.map((item) => instrument.reversed?.includes(item) ?? false);
  const { min, max } = instrument.scale;

  const read = (ratings: ItemRatings, what: string): (number | null)[] => {
    assertItems(ratings, items, what);
    return items.map((item, position) => {
      const rating = ratingOf(ratings, item) ?? null;
      if (rating === null) return null;
      if (typeof rating !== "number" || !isOnScale(rating, instrument.scale))
        throw wrong(`${what}, item ${item},`, rating, `${showScale(instrument.scale)} or null`);
      return isReversed[position] ? min + max - rating : rating;
    });
  };

  return (response, index) => {
    const at = `of response ${index}`;
    const { expectations, perceptions, importance, weight = 1 } = response ?? {};
    assertWeight(`weight ${at}`, weight);
    return {
      expectations: isGiven(expectations) ? read(expectations, `expectations ${at}`) : null,
      perceptions: read(perceptions, `perceptions ${at}`),
      importance: isGiven(importance) ? readPoints(instrument, importance, `importance ${at}`) : null,
      weight,
    };
  };
}

/** Whether a part that may be left out is there, if only to be refused. */
export function isGiven<Part>(part: Part): part is NonNullable<Part> {
  return part !== null && part !== undefined;
}

function ratingOf(ratings: ItemRatings, item: Item): number | null | undefined {
  return typeof item === "number"
    ? (ratings as readonly (number | null)[])[item - 1]
    : (ratings as Readonly<Record<string, number | null>>)[item];
}

/** Throws unless ratings are a list, or an object, of just the items there are. */
function assertItems(ratings: ItemRatings, items: readonly Item[], what: string): void {
  if (typeof items[0] === "number") {
    if (!Array.isArray(ratings)) throw wrong(what, ratings, `a list of ${items.length} ratings`);
    if (ratings.length !== items.length)
      throw wrong(`the number of ${what}`, ratings.length, `that of the items, ${items.length}`);
  } else {
    if (typeof ratings !== "object" || ratings === null || Array.isArray(ratings))
      throw wrong(what, ratings, "an object of ratings under the keys of the items");
    const unknown = Object.keys(ratings).find((key) => !items.includes(key));
    if (unknown !== undefined) throw wrong(`a key of ${what}`, unknown, `one of ${items.join(", ")}`);
  }
}

/** Points in the order of the dimensions. */
export function readPoints(instrument: Instrument, points: Points, what: string): number[] {
  const dimensions = Object.keys(instrument.dimensions);
  if (!Array.isArray(points)) {
    const unknown = Object.keys(points).find((name) => !dimensions.includes(name));
    if (unknown !== undefined) throw wrong(`a dimension of ${what}`, unknown, `one of ${dimensions.join(", ")}`);
  }
  const list = Array.isArray(points)
    ? [...points]
    : dimensions.map((dimension) => (points as Readonly<Record<string, number>>)[dimension]!);
  if (list.length !== dimensions.length)
    throw wrong(`the number of ${what}`, list.length, `that of the dimensions, ${dimensions.length}`);
  list.forEach((share, index) => {
    if (!(Number.isFinite(share) && share >= 0))
      throw wrong(`${what} for ${dimensions[index]}`, share, "a number of points, 0 to 100");
  });
  const sum = list.reduce((total, share) => total + share, 0);
  if (!(Math.abs(sum - 100) < 1e-6))
    throw wrong(`the sum of ${what}`, sum, `100, shared among ${dimensions.join(", ")}`);
  return list;
}
