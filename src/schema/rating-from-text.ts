import * as z from "zod";
import { assertOptions } from "../answers/wrong.js";
import type { MetricDefinition } from "../metrics/definition.js";
import { type RatingLabels, ratingReader } from "../metrics/rating-text.js";
import { asObject } from "./as-object.js";
import { ratingSchema } from "./rating-schema.js";

/** How to read ratings from text. */
export interface RatingFromTextOptions {
  /**
   * Labels and the ratings they stand for, such as `{ "Strongly agree": 7, "Don't know": null }`, or a Map of them; null is a missing
   * answer. Case and spaces do not matter. @defaultValue none
   */
  readonly labels?: RatingLabels | undefined;
}

/**
 * A schema that reads ratings written as text, as survey exports have them: "9", "9.0", "10 - Extremely likely", "10分", labels.
 *
 * Blank text is a missing answer and becomes `null`; numbers and `null` pass. Full-width digits and signs are read as their
 * plain forms. Anything that is not wholly a rating is refused: "9abc", "7-8", "9,5", and "9-Oct", which spreadsheets
 * make of "9-10".
 *
 * @param definition - the metric, whose scale the rating must be on
 * @param options - labels
 * @returns a zod schema from text, number or `null` to a rating or `null`; use it in place of a response schema's `score`
 * @throws what `defineMetric` throws; TypeError for labels that are neither object nor Map; RangeError for a label whose rating is off the scale or that has two ratings
 *
 * @example
 * ```ts
 * import { CES, NPS } from "cx-metrics";
 * import { npsResponseSchema, ratingFromText } from "cx-metrics/schema";
 *
 * ratingFromText(NPS).parse("10 - Extremely likely"); // → 10
 * ratingFromText(NPS).parse("10分"); // → 10
 * ratingFromText(NPS).safeParse("9abc").success; // → false
 * ratingFromText(CES, { labels: { "Strongly agree": 7 } }).parse("strongly agree"); // → 7
 * ratingFromText(CES, { labels: { "Don't know": null } }).parse("don't know"); // → null
 *
 * const row = npsResponseSchema.extend({ score: ratingFromText(NPS) });
 * row.parse({ score: "9.0" }); // → { score: 9 }
 * ```
 */
export function ratingFromText(definition: MetricDefinition, options: RatingFromTextOptions = {}) {
  const rating = ratingSchema(definition);
  assertOptions(options);
  const read = ratingReader(definition, options.labels);
  return z.preprocess((value) => (typeof value === "string" ? read(value) : asObject(value)), rating.nullable());
}
