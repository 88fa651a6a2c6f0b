import type { Scale } from "../index.js";
import { DECIMAL_COMMA } from "./cells.js";
import { likelyScale } from "./likely-scale.js";
import { ratingIn, type Sketch } from "./sketch.js";
import { counted } from "./text.js";

/** What a column looks like. */
export interface Guess {
  readonly kind: "empty" | "rating" | "time" | "id" | "number" | "groups" | "text";
  /** The kind, and what is known of it, in words. */
  readonly looksLike: string;
  /** The command, or the option, that it is for. */
  readonly use: string | null;
  /** The scale that ratings are probably on. */
  readonly scale: Scale | null;
  /** Values that are not on the scale, and how often: labels, codes of "no answer", mistakes. */
  readonly off: readonly { readonly value: string; readonly n: number }[];
}

const NOTHING = { use: null, scale: null, off: [] } as const;

/** Formats of Unix times, and how many of them a second has. */
const UNIX_TIMES = [
  ["t", "seconds", 1],
  ["T", "milliseconds", 1000],
] as const;

/** More different numbers than these are no ratings. */
const MOST_RATINGS = 16;

/** Fewer whole numbers in a row, each once, may be ratings. */
const FEWEST_NUMBERED = 8;

/** Words for no answer, in the lower case: they say nothing of what answers are. */
const NO_ANSWER =
  /^(n\.?\/?a\.?|#n\/a|nan|null|#null!|none|nil|-+|–|\*|\.|not (applicable|available|answered|asked|rated)|no (answer|response|opinion)|do(n't|n’t| not) know|unknown|refused|skipped|[(（](空|跳过)[)）]|无|keine angabe|k\.? ?a\.?|weiß nicht|ne sait pas|no sabe)$/;

/** A number with a comma between its thousands. */
const THOUSANDS = /^[1-9]\d{0,2}(,\d{3})+$/;

/** More different texts than these name no segments. */
const MOST_GROUPS = 50;

/** Says what a column looks like. It may be something else: nothing but its values is known. */
export function guess(sketch: Sketch): Guess {
  const { n, numbers } = sketch;
  if (n === 0) return { ...NOTHING, kind: "empty", looksLike: "empty" };
  return (
    asTime(sketch) ??
    asRating(sketch) ??
    asDecimals(sketch) ??
    asId(sketch) ??
    (numbers.n > 0.9 * n ? asNumbers(sketch) : (asGroups(sketch) ?? { ...NOTHING, kind: "text", looksLike: "text" }))
  );
}

function asTime({ n, isoTimes, dates, numbers }: Sketch): Guess | undefined {
  for (const [format, unit, factor] of UNIX_TIMES)
    if (numbers.whole > 0.9 * n && numbers.min >= 1e9 * factor && numbers.max < 4e9 * factor)
      return { ...NOTHING, kind: "time", looksLike: `time in Unix ${unit}`, use: `--time --date-format ${format}` };
  if (isoTimes > 0.9 * n) return { ...NOTHING, kind: "time", looksLike: "time in ISO 8601", use: "--time" };
  if (dates.n <= 0.9 * n) return undefined;
  const [format, other] = dates.formats;
  const order = other === undefined ? "" : ", day or month first";
  return {
    ...NOTHING,
    kind: "time",
    looksLike: `time ${format}${order}`,
    use: `--time --date-format "${other ? "…" : format}"`,
  };
}

function asRating(sketch: Sketch): Guess | undefined {
  const { n, values, isVaried, numbers } = sketch;
  if (isVaried || isNumbered(sketch) || numbers.n < 0.5 * (n - unanswered(values))) return undefined;
  const ratings = new Map<number, number>();
  for (const [text, count] of values) {
    const rating = ratingIn(text);
    if (rating !== null) ratings.set(rating, (ratings.get(rating) ?? 0) + count);
  }
  const likely = ratings.size > MOST_RATINGS ? undefined : likelyScale(ratings);
  if (likely === undefined) return undefined;
  const { scale, commands, off } = likely;
  const isOff = (text: string) => {
    const rating = ratingIn(text);
    return rating === null || off.includes(rating);
  };
  return {
    kind: "rating",
    looksLike: `rating ${scale.min} to ${scale.max}`,
    use: commands,
    scale,
    off: [...values].filter(([text]) => isOff(text)).map(([value, count]) => ({ value, n: count })),
  };
}

/** How many cells say that there is no answer. */
function unanswered(values: Sketch["values"]): number {
  return sumOf([...values].filter(([text]) => NO_ANSWER.test(text.toLowerCase())));
}

/** Whether rows are numbered: each has another number, and none is left out. */
function isNumbered({ n, values, numbers: { min, max, whole } }: Sketch): boolean {
  return n >= FEWEST_NUMBERED && values.size === n && whole === n && max - min === n - 1;
}

/** Numbers with a comma for a point, as long as they cannot all be thousands. */
function asDecimals({ values }: Sketch): Guess | undefined {
  const numbers = [...values].filter(([text]) => DECIMAL_COMMA.test(text));
  if (sumOf(numbers) <= 0.5 * sumOf([...values]) || numbers.every(([text]) => THOUSANDS.test(text))) return undefined;
  return { ...NOTHING, kind: "number", looksLike: "numbers with a comma for a point", use: "--decimal-comma" };
}

function sumOf(values: readonly (readonly [text: string, n: number])[]): number {
  return values.reduce((sum, [, n]) => sum + n, 0);
}

function asId({ n, values, isVaried, numbers }: Sketch): Guess | undefined {
  const isSpoken = [...values.keys()].some((text) => /\s/.test(text));
  const isUnique = isVaried || values.size === n;
  if (n < 3 || !isUnique || isSpoken || numbers.whole < numbers.n) return undefined;
  return { ...NOTHING, kind: "id", looksLike: "id", use: "--respondent" };
}

function asNumbers({ numbers: { n, min, max, sum, whole } }: Sketch): Guess {
  const mayWeigh = whole < n && min >= 0 && sum / n > 0.5 && sum / n < 2;
  return {
    ...NOTHING,
    kind: "number",
    looksLike: `numbers ${min} to ${max}, mean ${(sum / n).toPrecision(4)}`,
    use: mayWeigh ? "--weight" : null,
  };
}

function asGroups({ n, values, isVaried }: Sketch): Guess | undefined {
  if (isVaried || values.size > MOST_GROUPS || values.size >= (n < 20 ? n : n / 2)) return undefined;
  const most = [...values].sort((a, b) => b[1] - a[1]).slice(0, 3);
  const shown = most.map(([text]) => (text.length > 20 ? `${text.slice(0, 19)}…` : text)).join(", ");
  return {
    ...NOTHING,
    kind: "groups",
    looksLike: `${counted(values.size, "group")}: ${shown}${values.size > most.length ? ", …" : ""}`,
    use: "--by, --labels",
  };
}
