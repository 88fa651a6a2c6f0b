import * as z from "zod";
import { show, wrong } from "../answers/wrong.js";
import type { MetricDefinition } from "../metrics/definition.js";
import { isOnScale, showScale } from "../metrics/scale.js";
import { ratingSchema } from "./rating-schema.js";

/** How to read ratings from text. */
export interface RatingFromTextOptions {
  /** Labels and the ratings they stand for, such as `{ "Strongly agree": 7 }`. Case and spaces do not matter. @defaultValue none */
  readonly labels?: Readonly<Record<string, number>> | undefined;
}

/**
 * A schema that reads ratings written as text, as survey exports have them: "9", "9.0", "10 - Extremely likely", labels.
 *
 * Blank text is a missing answer and becomes `null`; numbers and `null` pass. Full-width digits and signs are read as their
 * plain forms. Anything that is not wholly a rating is refused: "9abc", "7-8", "9,5".
 *
 * @param definition - the metric, whose scale the rating must be on
 * @param options - labels
 * @returns a zod schema from text, number or `null` to a rating or `null`; use it in place of a response schema's `score`
 * @throws what `defineMetric` throws; RangeError for a label whose rating is off the scale or that has two ratings
 *
 * @example
 * ```ts
 * import { CES, NPS } from "cx-metrics";
 * import { npsResponseSchema, ratingFromText } from "cx-metrics/schema";
 *
 * ratingFromText(NPS).parse("10 - Extremely likely"); // → 10
 * ratingFromText(NPS).safeParse("9abc").success; // → false
 * ratingFromText(CES, { labels: { "Strongly agree": 7 } }).parse("strongly agree"); // → 7
 *
 * const row = npsResponseSchema.extend({ score: ratingFromText(NPS) });
 * row.parse({ score: "9.0" }); // → { score: 9 }
 * ```
 */
export function ratingFromText(definition: MetricDefinition, options: RatingFromTextOptions = {}) {
  const rating = ratingSchema(definition);
  const labels = readLabels(definition, options.labels ?? {});
  return z.preprocess((value) => (typeof value === "string" ? readRating(value, labels) : value), rating.nullable());
}

/** A number alone, or a number, a sign that separates, and words. */
const NUMBER_AND_LABEL = /^([+-]?\d+(?:\.\d+)?)(?:\s*[-–—:=.,(]\s*\p{L}.*)?$/su;

/** The rating in a text, `null` for a blank one; text that is no rating stays what it is, for the schema to refuse. */
function readRating(text: string, labels: ReadonlyMap<string, number>): number | string | null {
  const plain = simplify(text);
  if (plain === "") return null;
  const number = NUMBER_AND_LABEL.exec(plain)?.[1];
  return labels.get(plain) ?? (number === undefined ? text : Number(number));
}

/** One form for texts that look alike: full-width signs made plain, spaces folded, lower case. */
function simplify(text: string): string {
  return text
    .replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/−/g, "-")
    .replace(/\s+/g, " ")
    .trim()
    .toLowerCase();
}

function readLabels(
  { metric, scale }: MetricDefinition,
  labels: Readonly<Record<string, number>>,
): Map<string, number> {
  const read = new Map<string, number>();
  for (const [label, rating] of Object.entries(labels)) {
    if (typeof rating !== "number" || !isOnScale(rating, scale))
      throw new RangeError(
        `${metric}: label ${show(label)} stands for ${show(rating)}, off the scale ${showScale(scale)}`,
      );
    const key = simplify(label);
    if ((read.get(key) ?? rating) !== rating)
      throw wrong(
        `${metric}: the rating of label ${show(label)}`,
        rating,
        `the same in every spelling, ${read.get(key)}`,
      );
    read.set(key, rating);
  }
  return read;
}
