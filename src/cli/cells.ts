import { isWeight } from "../answers/weight.js";
import type { MetricDefinition } from "../metrics/definition.js";
import { ratingReader, simplify } from "../metrics/rating-text.js";
import { isOnScale, showScale } from "../metrics/scale.js";
import type { SegmentKey } from "../segment/group-rows.js";

/** Makes what a cell stands for of it, or text: the reason why it stands for nothing. */
export type CellReader<Value> = (cell: unknown) => Value | string;

/** Different texts whose reading is remembered; more of them are comments and no ratings. */
const MOST_REMEMBERED = 5000;

const NUMBER = /^\s*[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?\s*$/i;

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
  const read = ratingReader(of, labels);
  const none = new Set(missing.map(simplify));
  const remembered = new Map<unknown, number | string | null>();
  // Words begin with a letter, or have no digit: "A. Good", "(blank)", but not "9abc".
  const isWord = (cell: unknown) =>
    typeof cell === "string" && (/^\s*\p{L}/u.test(cell) || (/\p{L}/u.test(cell) && !/\d/.test(cell)));
  const hint =
    Object.keys(labels).length > 0 ? ": it is none of --labels or --missing" : ": words need --labels or --missing";
  const refused = (cell: unknown) =>
    `expected a rating ${showScale(of.scale)}, got ${show(cell)}${isWord(cell) ? hint : ""}`;
  const readCell = (cell: unknown): number | string | null => {
    if (cell === null || cell === undefined || none.has(simplify(String(cell)))) return null;
    const rating = typeof cell === "string" ? read(cell) : cell;
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

/** The survey weight of a cell. */
export function weightOf(cell: unknown): number | string {
  const weight = numberOf(cell);
  return weight !== null && isWeight(weight) ? weight : `expected a weight, a number from 0, got ${showNumber(cell)}`;
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
  const hasComma = typeof cell === "string" && /^\s*[+-]?\d+,\d+\s*$/.test(cell);
  return `${show(cell)}${hasComma ? ": decimals need a point" : ""}`;
}

/** A cell, for a message. */
export function show(cell: unknown): string {
  if (cell === undefined || cell === null || cell === "") return "an empty cell";
  const text = JSON.stringify(cell);
  return text.length > 50 ? `${text.slice(0, 49)}…` : text;
}
