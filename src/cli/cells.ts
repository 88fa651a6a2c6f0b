import { isWeight } from "../answers/weight.js";
import type { MetricDefinition, Scale } from "../metrics/definition.js";
import { ratingReader, simplify } from "../metrics/rating-text.js";
import { isOnScale, showScale } from "../metrics/scale.js";
import type { SegmentKey } from "../segment/group-rows.js";
import { isCode } from "./likely-scale.js";

/** Makes what a cell stands for of it, or text: the reason why it stands for nothing. */
export type CellReader<Value> = (cell: unknown) => Value | string;

/** Different texts whose reading is remembered; more of them are comments and no ratings. */
const MOST_REMEMBERED = 5000;

const NUMBER = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i;

/** A number with a comma in place of its point. */
export const DECIMAL_COMMA = /^\s*[+-]?\d+,\d+\s*$/;

/** A number with its point in place of a comma; anything else as it is. */
export function withPoint(cell: unknown): unknown {
  return typeof cell === "string" && DECIMAL_COMMA.test(cell) ? cell.replace(",", ".") : cell;
}

const COMMA_HINT = ": decimals need a point, or --decimal-comma";

/** How ratings are written. */
export interface RatingTexts {
  readonly labels: Readonly<Record<string, number>>;
  /** Texts that stand for no answer. */
  readonly missing: readonly string[];
}

/** Makes a reader of ratings on a scale; `null` is no answer. */
export function ratingCells(
  of: Pick<MetricDefinition, "metric" | "scale">,
  { labels, missing }: RatingTexts,
): CellReader<number | null> {
  const read = ratingReader(of, { ...labels, ...Object.fromEntries(missing.map((text) => [text, null])) });
  const remembered = new Map<unknown, number | string | null>();
  const isLabelled = Object.keys(labels).length > 0;
  const refused = (cell: unknown) =>
    `expected a rating ${showScale(of.scale)}, got ${show(cell)}${hintOf(cell, read, of.scale, isLabelled)}`;
  const readCell = (cell: unknown): number | string | null => {
    if (cell === null || cell === undefined) return null;
    const rating = typeof cell === "object" ? cell : read(typeof cell === "number" ? cell : String(cell));
    if (rating === null) return null;
    return typeof rating === "number" && isOnScale(rating, of.scale) ? rating : refused(cell);
  };
  return (cell) => {
    const known = remembered.get(cell);
    if (known !== undefined) return known;
    const rating = readCell(cell);
    if (remembered.size < MOST_REMEMBERED) remembered.set(cell, rating);
    return rating;
  };
}

/** Words: what begins with a letter or has no digit, such as "A. Good", "(blank)" and "★★★", and words behind a number; "9abc" is a slip. */
const WORDS = /^\s*\p{L}|^\D+$|\s\p{L}|\p{Script=Han}/u;

/** What to do about a cell that is no rating, if that can be told. */
function hintOf(cell: unknown, read: (text: string) => unknown, scale: Scale, isLabelled: boolean): string {
  const rating = typeof cell === "string" ? read(cell) : cell;
  if (typeof rating === "number")
    return isCode(rating, scale) ? `: say --missing ${rating} if that means no answer` : "";
  const decimal = withPoint(cell);
  if (decimal !== cell && isOnScale(Number(decimal), scale)) return COMMA_HINT;
  if (typeof cell !== "string" || !WORDS.test(cell)) return "";
  return isLabelled ? ": it is none of --labels or --missing" : ": words need --labels or --missing";
}

/** The survey weight of a cell. */
export function weightOf(cell: unknown): number | string {
  const weight = numberOf(cell);
  return weight !== null && isWeight(weight) ? weight : `expected a weight, a number from 0, got ${showNumber(cell)}`;
}

/** A whole number, perhaps with signs between its thousands, which are never a point: 1.234 may be little more than 1. */
const COUNT = /^(\d+|\d{1,3}([, '’]\d{3})+)(\.00?)?$/;

/** How many answers a cell counts; none where it is empty, as in tables of spreadsheets. */
export function countOf(cell: unknown): number | string {
  const text = typeof cell === "string" ? simplify(cell) : String(cell ?? "");
  const count = text === "" ? 0 : COUNT.test(text) ? Number(text.replace(/[, '’]/g, "")) : Number.NaN;
  return Number.isSafeInteger(count) ? count : `expected a count, a whole number from 0, got ${show(cell)}`;
}

/** The points or the importance in a cell. */
export function pointsOf(cell: unknown): number | string {
  const points = numberOf(cell);
  return points !== null && points >= 0 ? points : `expected points, a number from 0, got ${showNumber(cell)}`;
}

/** The number in a cell, in signs of any width; null for anything else. */
export function numberOf(cell: unknown): number | null {
  if (typeof cell === "number") return cell;
  if (typeof cell !== "string") return null;
  // Most numbers are plain already.
  const text = NUMBER.test(cell) ? cell : simplify(cell);
  return NUMBER.test(text) ? Number(text) : null;
}

/** The segment or the respondent that a cell names: null for an empty one, and for text in it the text. */
export function keyOf(cell: unknown): SegmentKey {
  if (typeof cell === "string") return cell.trim() === "" ? null : cell;
  if (typeof cell === "number" || typeof cell === "boolean") return cell;
  return cell === null || cell === undefined ? null : JSON.stringify(cell);
}

/** A cell that should be a number, for a message; a comma is never guessed to stand for a point. */
function showNumber(cell: unknown): string {
  return `${show(cell)}${withPoint(cell) === cell ? "" : COMMA_HINT}`;
}

/** A cell, for a message. */
export function show(cell: unknown): string {
  if (cell === undefined || cell === null || cell === "") return "an empty cell";
  const text = JSON.stringify(cell);
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}
