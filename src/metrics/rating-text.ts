import { show, wrong } from "../answers/wrong.js";
import type { MetricDefinition } from "./definition.js";
import { isOnScale, showScale } from "./scale.js";

/**
 * Labels and the ratings they stand for, such as `{ "Strongly agree": 7, "Don't know": null }`, or a Map of them; null is a missing answer.
 * A label that is a number stands for that number however it is written: `{ 1: 5 }` is of 1, "1.0" and "1 - Very satisfied".
 *
 * @inline
 */
export type RatingLabels = Readonly<Record<string, number | null>> | ReadonlyMap<string, number | null>;

/** Months and their abbreviations in English, German, French and Spanish. */
const MONTH = [
  "jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?",
  "januar|jän(ner)?|februar|märz?|mrz|mai|juni|juli|okt(ober)?|dez(ember)?",
  "janv(ier)?|févr?(ier)?|mars|avr(il)?|juin|juil(let)?|août|septembre|octobre|novembre|déc(embre)?",
  "ene(ro)?|febrero|marzo|abr(il)?|mayo|junio|julio|ago(sto)?|septiembre|octubre|noviembre|dic(iembre)?",
].join("|");

/** What Chinese writes behind a number of points or stars. */
const UNIT = "(?:\\s*(?:分|颗?星))?";

const NUMBER = /^[+-]?\d+(\.\d+)?$/;

/**
 * A number alone or of points, or that, a sign that separates, and words. A month is no label, alone or with a year: spreadsheets
 * make dates of answers such as "9-10".
 */
const NUMBER_AND_LABEL = new RegExp(
  `^([+-]?\\d+(?:\\.\\d+)?)${UNIT}(?:\\s*[-–—:=.,、(]\\s*(?!(?:${MONTH})\\.?(?:[-/., ]*(?:\\d{2}|\\d{4}))?$)\\p{L}.*)?$`,
  "su",
);

/**
 * Makes a reader of ratings written as text: "9", "9.0", "10 - Extremely likely", "10分", a label. Numbers are taken too.
 *
 * @returns a function to the rating in a text, on the scale or off it; `null` for a blank text; text that is no rating as it is
 * @throws RangeError for a label whose rating is off the scale or that has two ratings
 */
export function ratingReader(
  definition: Pick<MetricDefinition, "metric" | "scale">,
  labels: RatingLabels = {},
): (cell: string | number) => number | string | null {
  const ratings = readLabels(definition, labels);
  const ratingOf = (number: number) => {
    const labelled = ratings.get(number);
    // −0 and 0 are one rating.
    return labelled === undefined ? number + 0 : labelled;
  };
  return (cell) => {
    if (typeof cell === "number") return ratingOf(cell);
    const plain = simplify(cell);
    const labelled = ratings.get(plain);
    if (labelled !== undefined) return labelled;
    if (plain === "") return null;
    const number = NUMBER_AND_LABEL.exec(plain)?.[1];
    return number === undefined ? cell : ratingOf(Number(number));
  };
}

/** One form for texts that look alike: full-width signs made plain, spaces folded, lower case. */
export function simplify(text: string): string {
  return narrow(text).replace(/−/g, "-").replace(/\s+/g, " ").trim().toLowerCase();
}

/** Text with plain signs in place of full-width ones. */
export function narrow(text: string): string {
  return text.replace(/[！-～]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));
}

/** The ratings of labels in their one form; of labels that are numbers, also by the number. */
function readLabels(
  { metric, scale }: Pick<MetricDefinition, "metric" | "scale">,
  labels: RatingLabels,
): Map<string | number, number | null> {
  const read = new Map<string | number, number | null>();
  const isObject = typeof labels === "object" && labels !== null;
  const entries = !isObject ? [] : Symbol.iterator in labels ? [...labels] : Object.entries(labels);
  if (!isObject || !entries.every(Array.isArray))
    throw wrong(`${metric}: labels`, labels, "an object or a Map from label to rating");
  for (const [label, rating] of entries) {
    if (typeof label !== "string") throw wrong(`${metric}: label`, label, "text");
    if (rating !== null && (typeof rating !== "number" || !isOnScale(rating, scale)))
      throw new RangeError(
        `${metric}: label ${show(label)} stands for ${show(rating)}, off the scale ${showScale(scale)}`,
      );
    const text = simplify(label);
    for (const key of NUMBER.test(text) ? [text, Number(text)] : [text]) {
      if (read.has(key) && read.get(key) !== rating)
        throw wrong(
          `${metric}: the rating of label ${show(label)}`,
          rating,
          `the same in every spelling, ${read.get(key)}`,
        );
      read.set(key, rating);
    }
  }
  return read;
}
