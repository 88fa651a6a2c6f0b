import { assertOptions, wrong } from "../answers/wrong.js";

/** How to write a number. */
export interface FormatOptions {
  /** BCP 47 language tag, such as "zh-CN". @defaultValue "en" */
  readonly locale?: string | undefined;
  /** Digits after the decimal point, 0 to 20. @defaultValue 1 */
  readonly digits?: number | undefined;
}

/**
 * Writes a score for people to read, rounded half away from zero and never as −0.
 *
 * @param value - a measurement or anything else with a `score`, or a finite number such as a limit of its interval, in any units
 * @param options - language and number of digits
 * @returns the number as text; an en dash for null, where nobody answered
 * @throws TypeError for something that is no number and has no score
 * @throws RangeError for a locale or a number of digits that `Intl.NumberFormat` refuses
 *
 * @example
 * ```ts
 * import { format, nps } from "cx-metrics";
 *
 * format(nps([10, 9, 6])); // → "33.3"
 * format(nps([10, 9, 6]), { digits: 0, locale: "de" }); // → "33"
 * format(-0.04); // → "0.0"
 * format(nps([])); // → "–"
 * ```
 */
export function format(value: number | null | { readonly score: number | null }, options: FormatOptions = {}): string {
  assertOptions(options);
  const { locale = "en", digits = 1 } = options;
  const score = typeof value === "object" && value !== null ? value.score : value;
  if (score === null) return "–";
  if (typeof score !== "number" || !Number.isFinite(score)) throw wrong("score", score, "a finite number or null");
  if (!(Number.isInteger(digits) && digits >= 0 && digits <= 20))
    throw wrong("digits", digits, "a whole number from 0 to 20");
  // Fifteen digits are what a double holds for sure: the rest is noise that would turn a half into a little less.
  const decimal = Number(score.toPrecision(15));
  return formatOf(locale, digits).format(decimal);
}

/** Those made so far: making one takes dozens of times as long as writing a number with it. */
const formats = new Map<string, Intl.NumberFormat>();

function formatOf(locale: string, digits: number): Intl.NumberFormat {
  const options = { minimumFractionDigits: digits, maximumFractionDigits: digits, signDisplay: "negative" } as const;
  try {
    if (typeof locale === "string") {
      const key = `${digits} ${locale}`;
      const format = formats.get(key) ?? new Intl.NumberFormat(locale, options);
      if (formats.size === 100) formats.clear();
      formats.set(key, format);
      return format;
    }
  } catch {}
  throw new RangeError(wrong("locale", locale, 'the tag of a language, such as "en" or "zh-CN"').message);
}
