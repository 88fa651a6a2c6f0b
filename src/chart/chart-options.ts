import { assertOptions, oneOf, wrong } from "../answers/wrong.js";
import type { JsonObject } from "./chart-spec.js";
import { fill } from "./fill.js";
import type { Palette } from "./palette.js";
import { themeOf } from "./theme.js";
import {
  type ChartLabels,
  type ChartLocale,
  COMMON_WORDS,
  type CommonWord,
  type Dictionary,
  LOCALES,
} from "./words.js";

/** How a chart looks and speaks. */
export interface ChartOptions {
  /** The title; an empty one for none. @defaultValue the metric and what is shown of it */
  readonly title?: string | undefined;
  /** Width of the plotting area in pixels, above 0; labels beside it come on top. @defaultValue 440 */
  readonly width?: number | undefined;
  /** Height of the plotting area in pixels, above 0. @defaultValue by the number of rows, or 220 */
  readonly height?: number | undefined;
  /**
   * The colours: of a light or a dark page, or a Vega `config` object, which is put over those of its background.
   * @defaultValue "light"
   */
  readonly theme?: "light" | "dark" | object | undefined;
  /** The language of labels, numbers and the text alternative. @defaultValue "en" */
  readonly locale?: ChartLocale | undefined;
  /** Words of your own for any of the chart's. @defaultValue those of the locale */
  readonly labels?: ChartLabels | undefined;
  /** Digits of scores after the decimal point, 0 to 20. @defaultValue 1, and 2 for a mean rating */
  readonly digits?: number | undefined;
}

/** The options as a chart uses them. */
export interface Setting<Word extends string = never> {
  readonly title: string | undefined;
  readonly width: number;
  readonly height: number | undefined;
  readonly palette: Palette;
  readonly config: JsonObject;
  readonly locale: ChartLocale;
  readonly digits: number | undefined;
  /** A word of the chart, with its braces filled in. */
  readonly say: (word: Word | CommonWord, values?: Readonly<Record<string, string>>) => string;
  /** What a metric, a band or a dimension is called; its own name where no other is known. */
  readonly nameOf: (name: string) => string;
}

/** Reads the options of a chart that has words of its own and names things. Throws for one that is wrong. */
export function readOptions<Word extends string>(
  options: ChartOptions,
  dictionary: Dictionary<Word>,
  ...dictionaries: readonly Dictionary<string>[]
): Setting<Word> {
  assertOptions(options);
  const { title, width = 440, height, theme = "light", locale = "en", labels = {}, digits } = options;
  if (title !== undefined && typeof title !== "string") throw wrong("title", title, "text");
  assertPixels("width", width);
  if (height !== undefined) assertPixels("height", height);
  oneOf("locale", locale, LOCALES);
  if (digits !== undefined && !(Number.isInteger(digits) && digits >= 0 && digits <= 20))
    throw wrong("digits", digits, "a whole number from 0 to 20");
  assertObject("labels", labels, "words");
  const { names: ownNames = {}, ...ownWords } = labels;
  assertObject("labels.names", ownNames, "names");
  const words: Texts = { ...COMMON_WORDS[locale], ...dictionary[locale], ...given("labels", ownWords) };
  const named = [...dictionaries.map((each) => each[locale]), given("labels.names", ownNames)];
  const names: Texts = Object.fromEntries(named.flatMap((each) => Object.entries(each)));
  return {
    title,
    width,
    height,
    ...themeOf(theme),
    locale,
    digits,
    say: (word, values = {}) => fill(words[word]!, values),
    nameOf: (name) => (Object.hasOwn(names, name) ? names[name]! : name),
  };
}

type Texts = Readonly<Record<string, string>>;

function assertObject(what: string, value: object, kind: string): void {
  if (typeof value !== "object" || value === null) throw wrong(what, value, `an object of ${kind}`);
}

/** The texts that an option gives, without those that are left undefined. */
function given(what: string, texts: Readonly<Record<string, string | undefined>>): Texts {
  const entries = Object.entries(texts).filter((entry): entry is [string, string] => entry[1] !== undefined);
  for (const [name, text] of entries) if (typeof text !== "string") throw wrong(`${what}.${name}`, text, "text");
  return Object.fromEntries(entries);
}

function assertPixels(what: string, pixels: number): void {
  if (!(typeof pixels === "number" && Number.isFinite(pixels) && pixels > 0))
    throw wrong(what, pixels, "a number of pixels above 0");
}
