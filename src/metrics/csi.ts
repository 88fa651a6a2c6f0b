import { assertWeight } from "../answers/weight.js";
import { assertIterable, assertOptions, wrong } from "../answers/wrong.js";
import { estimate, type WeightedRow } from "../stats/estimate.js";
import { within } from "../stats/within.js";
import type { Scale } from "./definition.js";
import { intervalOf } from "./interval.js";
import type { IntervalMethod, Measurement } from "./measurement.js";
import { assertScale, isOnScale, showScale } from "./scale.js";

/** A respondent's ratings of the items, null where one is missing. */
export type CsiRatings = readonly (number | null | undefined)[];

/** What one respondent answered: ratings alone, or with importance ratings of the items or a survey weight. */
export type CsiResponse =
  | CsiRatings
  | {
      /** Ratings of the items. */
      readonly items: CsiRatings;
      /** How important each item is to the respondent: 0, or from 1e-100 to 1e100; only the proportion counts. */
      readonly importance?: readonly number[] | null | undefined;
      /** Survey weight: 0, or from 1e-100 to 1e100. @defaultValue 1 */
      readonly weight?: number | undefined;
    };

/** How to compute a satisfaction index. */
export interface CsiOptions {
  /** The scale of the items. @defaultValue 1 to 10 */
  readonly scale?: Scale | undefined;
  /** Weight of each item: 0, or from 1e-100 to 1e100; only the proportion counts. @defaultValue all equal */
  readonly weights?: readonly number[] | undefined;
  /** Mean importance rating of each item, in place of weights; only the proportion counts. @defaultValue the respondents' own, if any */
  readonly importance?: readonly number[] | undefined;
  /** Confidence level of the interval, between 0 and 1. @defaultValue 0.95 */
  readonly level?: number | undefined;
  /** How the interval is computed. @defaultValue "t" */
  readonly interval?: Extract<IntervalMethod, "t" | "wald"> | undefined;
}

/** A satisfaction index with its uncertainty, and the items it is made of. */
export interface Csi extends Measurement<never> {
  /** Each item, in the order of the ratings. */
  readonly items: readonly {
    /** Mean rating, on the scale; null where nobody gave one. */
    readonly mean: number | null;
    /** How many rated it. */
    readonly n: number;
    /** How many did not. */
    readonly missing: number;
  }[];
}

/**
 * A customer satisfaction index from 0 to 100 of several items, in the form of the American Customer Satisfaction Index:
 * 100 × (weighted mean of a respondent's ratings − min) / (max − min), averaged over the respondents.
 *
 * @param responses - an iterable of lists of ratings, or of `{ items, importance, weight }`. Respondents who rated at least
 *   half the items count, by the weights of those
 * @param options - scale, weights or importance of the items, level and method of the interval
 * @returns a measurement of the metric "csi" and the items' means. `missing` counts the respondents who rated too few items; the
 *   score is null where nobody counts
 * @throws TypeError for responses that are no lists, and for weights together with importance; RangeError for a rating off
 *   the scale, a list of another length than the first, and a negative weight or importance
 *
 * @remarks
 * Source: Fornell et al. (1996), "The American Customer Satisfaction Index". ACSI's own item weights are proprietary and
 * not part of this package; equal ones are usual where they are not known. The interval is that of the respondents' own
 * indices. Some tools divide the weighted mean by the scale maximum instead: that is another number, and never 0.
 *
 * @example
 * ```ts
 * import { csi } from "cx-metrics";
 *
 * csi([[8, 7, 9], [6, null, 7], [10, 9, 9]]).score; // → 77.2
 * csi([[8, 4], [6, 7]], { importance: [9, 3], scale: { min: 1, max: 10 } }).score; // → 62.5
 * ```
 */
export function csi(responses: Iterable<CsiResponse>, options: CsiOptions = {}): Csi {
  assertOptions(options);
  const { scale = { min: 1, max: 10 }, weights, importance, level, interval } = options;
  assertScale("csi", scale);
  const { min, max, step = 1 } = scale;
  if (weights !== undefined && importance !== undefined)
    throw new TypeError("csi: weights and importance cannot both be given");
  const read = respondentReader(scale, weights ?? importance ?? undefined);
  assertIterable("responses", responses, "an iterable of lists of ratings");

  const respondents = Array.from(responses, read);
  const counted = respondents.filter((respondent) => respondent.mean !== null);
  const toIndex = (rating: number) => (100 * (rating - min)) / (max - min);
  const indices = estimate(counted, (respondent) => toIndex(respondent.mean!));
  const { mean: score, standardError, n, weight, effectiveN } = indices;
  return {
    metric: "csi",
    statistic: "index",
    better: "higher",
    scale: { min, max, step },
    score,
    n,
    missing: respondents.length - n,
    invalid: 0,
    mean: estimate(counted, (respondent) => respondent.mean!).mean,
    weight,
    effectiveN,
    standardError,
    interval: intervalOf(indices, {}, "index", scale, { level, interval }),
    bands: {},
    items: (respondents[0]?.ratings ?? []).map((_, item) => itemOf(respondents, item)),
  };
}

interface Respondent extends WeightedRow {
  readonly ratings: readonly (number | null)[];
  /** Weighted mean of the ratings; null where too few items are rated. */
  readonly mean: number | null;
}

function itemOf(respondents: readonly Respondent[], item: number): Csi["items"][number] {
  const rated = respondents.filter(({ ratings }) => ratings[item] !== null);
  const { mean, n } = estimate(rated, ({ ratings }) => ratings[item]!);
  return { mean, n, missing: respondents.length - n };
}

/** Makes a reader of responses, which throws for what cannot be scored and says where it is. */
function respondentReader(scale: Scale, itemWeights: readonly number[] | undefined) {
  let items = itemWeights === undefined ? undefined : readItemWeights(itemWeights, "item weights").length;
  let withImportance: boolean | undefined;
  return (response: CsiResponse, index: number): Respondent => {
    const at = `of response ${index}`;
    const { items: given, importance, weight = 1 } = isList(response) ? { items: response } : (response ?? {});
    if (!isList(given)) throw wrong(`response ${index}`, response, "a list of ratings, or { items } with one");
    items ??= given.length;
    if (given.length !== items || items === 0)
      throw wrong(`the number of items ${at}`, given.length, `${items || "1 or more"}`);
    const ratings = Array.from(given, (rating, item) => {
      if (rating === null || rating === undefined) return null;
      if (typeof rating === "number" && isOnScale(rating, scale)) return rating;
      throw wrong(`csi: item ${item + 1} ${at}`, rating, `${showScale(scale)} or null`);
    });
    assertWeight(`weight ${at}`, weight);
    const own = itemWeights ? null : (importance ?? null);
    withImportance ??= own !== null;
    if (withImportance !== (own !== null))
      throw wrong(`importance ${at}`, importance, withImportance ? "given, as before" : "left out, as before");
    const weights = itemWeights ?? (own && readItemWeights(own, `importance ${at}`, items)) ?? ratings.map(() => 1);
    return { n: 1, weight, weightSq: weight * weight, ratings, mean: weightedMean(ratings, weights) };
  };
}

function isList(value: unknown): value is readonly unknown[] {
  return Array.isArray(value);
}

function readItemWeights(weights: readonly number[], what: string, items?: number): readonly number[] {
  if (!isList(weights)) throw wrong(what, weights, "a list of numbers");
  if (items !== undefined && weights.length !== items) throw wrong(what, weights, `a list of ${items} numbers`);
  for (const weight of weights) assertWeight(what, weight);
  if (!weights.some((weight) => weight > 0)) throw wrong(what, weights.join(", "), "above 0 for one item at least");
  return weights;
}

/** Mean of the ratings there are; null below half of them, and where those there are have no weight. */
function weightedMean(ratings: readonly (number | null)[], weights: readonly number[]): number | null {
  const counted: number[] = [];
  let n = 0;
  let total = 0;
  let sum = 0;
  for (const [item, rating] of ratings.entries()) {
    if (rating === null) continue;
    n++;
    if (weights[item]! > 0) counted.push(rating);
    total += weights[item]!;
    sum += weights[item]! * rating;
  }
  return n * 2 < ratings.length || total === 0 ? null : within(counted, sum / total);
}
