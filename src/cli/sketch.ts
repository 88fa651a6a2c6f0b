import { ratingReader } from "../metrics/rating-text.js";
import { numberOf } from "./cells.js";
import { likelyFormats } from "./date-formats.js";

/** Different values of a column that are counted one by one; a column with more has none of a few. */
const MOST_VALUES = 1000;

const ISO = /^\d{4}-\d\d-\d\d([T ]\d\d:\d\d(:\d\d([.,]\d+)?)?(Z|[+-]\d\d:?(\d\d)?)?)?$/i;

/** Reads ratings as the scoring commands do; without labels, the scale makes no difference. */
const readRating = ratingReader({ metric: "rating", scale: { min: 0, max: 10 } });

/** What is known of a column, whatever the number of its rows. */
export interface Sketch {
  /** How many cells hold something, and how many nothing. */
  n: number;
  missing: number;
  /** How many cells have each value, as long as there are not too many different ones. */
  readonly values: Map<string, number>;
  /** Whether there are more different values than are counted. */
  isVaried: boolean;
  /** Sums over the cells that are numbers, alone or before a label. */
  readonly numbers: { n: number; min: number; max: number; sum: number; whole: number };
  /** How many cells are times in ISO 8601. */
  isoTimes: number;
  /** Days and months written in numbers, and the formats that they may be in. */
  readonly dates: { n: number; formats: readonly string[] };
}

/** A column of which nothing is known yet. */
export function emptySketch(): Sketch {
  return {
    n: 0,
    missing: 0,
    values: new Map(),
    isVaried: false,
    numbers: { n: 0, min: Number.POSITIVE_INFINITY, max: Number.NEGATIVE_INFINITY, sum: 0, whole: 0 },
    isoTimes: 0,
    dates: { n: 0, formats: [] },
  };
}

/** Takes a cell of a column. */
export function addCell(sketch: Sketch, cell: unknown): void {
  const text =
    cell === null || cell === undefined ? "" : (typeof cell === "object" ? JSON.stringify(cell) : String(cell)).trim();
  if (text === "") {
    sketch.missing++;
    return;
  }
  sketch.n++;
  const count = sketch.values.get(text);
  if (count === undefined && sketch.values.size === MOST_VALUES) sketch.isVaried = true;
  else sketch.values.set(text, (count ?? 0) + 1);
  // Names and comments, which begin with a letter, are no numbers: most cells are told from numbers so.
  if (!/^\p{L}/u.test(text)) addNumber(sketch, numberOf(text) ?? ratingIn(text));
  if (ISO.test(text)) sketch.isoTimes++;
  addDate(sketch, text);
}

/** The number that a text is, or begins with before a label; null for any other text. */
export function ratingIn(text: string): number | null {
  const rating = readRating(text);
  return typeof rating === "number" ? rating : null;
}

function addNumber({ numbers }: Sketch, number: number | null): void {
  if (number === null) return;
  numbers.n++;
  numbers.sum += number;
  numbers.min = Math.min(numbers.min, number);
  numbers.max = Math.max(numbers.max, number);
  if (Number.isInteger(number)) numbers.whole++;
}

function addDate({ dates }: Sketch, text: string): void {
  const formats = likelyFormats(text);
  if (formats.length === 0) return;
  dates.n++;
  // A date that can be read in one way only says how all others are to be read.
  if (formats.length === 1 || dates.n === 1) dates.formats = formats;
}
