import { wrong } from "../answers/wrong.js";
import type { Setting } from "./chart-options.js";
import { assertInterval, assertNumber } from "./read-measurement.js";
import type { COMPARE_WORDS } from "./words.js";

export type CompareSetting = Setting<keyof typeof COMPARE_WORDS.en>;

/** The parts of a comparison that are drawn. What `compare` and its like return has them. */
export interface ChartComparison {
  /** The second score less the first one, in units of the score; null where there is none. */
  readonly difference: number | null;
  /** Confidence interval of the difference; null where there is none. */
  readonly interval: {
    /** Lower limit, in units of the score. */
    readonly low: number;
    /** Upper limit, in units of the score. */
    readonly high: number;
    /** Confidence level, 0 to 1. */
    readonly level: number;
  } | null;
  /** Two-sided p-value, 0 to 1; null where there is none. */
  readonly pValue: number | null;
  /** The p-value, adjusted for the number of comparisons, which then decides. @defaultValue `pValue` */
  readonly adjustedPValue?: number | null | undefined;
}

/** A comparison that knows of which two, as `compareAll` returns it. */
export interface ChartPair extends ChartComparison {
  /** Name of what is compared with. */
  readonly before: string;
  /** Name of the one whose difference is reported. */
  readonly after: string;
}

/**
 * One comparison, several under names of your own, or the list that `compareAll` returns. Null is a comparison that
 * cannot be shown, such as that of a suppressed segment with the rest.
 */
export type ChartComparisons =
  | ChartComparison
  | Readonly<Record<string, ChartComparison | null>>
  | readonly ChartPair[];

/** A comparison with what it is called. */
export interface NamedDifference {
  readonly name: string;
  readonly difference: number | null;
  readonly interval: ChartComparison["interval"];
  /** The p-value that decides. */
  readonly pValue: number | null;
  /** Whether it is adjusted for the number of comparisons, which its interval is not. */
  readonly isAdjusted: boolean;
}

const COMPARISON = "a comparison, such as compare returns";

/** Reads what a chart of differences is made of. Throws for what is none. */
export function readComparisons(comparisons: ChartComparisons, setting: CompareSetting): NamedDifference[] {
  const { say, nameOf } = setting;
  if (typeof comparisons !== "object" || comparisons === null)
    throw wrong("comparisons", comparisons, `${COMPARISON}, or an object or a list of them`);
  if (isList(comparisons))
    return Array.from(comparisons, (pair, index) => {
      const { before, after } = pair ?? {};
      for (const [what, name] of Object.entries({ before, after }))
        if (typeof name !== "string")
          throw wrong(`comparison ${index}: ${what}`, name, "a name, as compareAll gives it");
      // What `compareAll` compares with is its own word, unlike the names of the measurements.
      const name = say("pair", { before: before === "rest" ? nameOf(before) : before, after });
      return differenceOf(`comparison ${index}`, name, pair);
    });
  if (isComparison(comparisons)) return [differenceOf("comparison", say("difference"), comparisons)];
  return Object.entries(comparisons).map(([name, one]) => differenceOf(`comparison ${name}`, name, one));
}

function isList(comparisons: ChartComparisons): comparisons is readonly ChartPair[] {
  return Array.isArray(comparisons);
}

function isComparison(comparisons: object): comparisons is ChartComparison {
  const { difference } = comparisons as { difference?: unknown };
  return difference === null || typeof difference === "number";
}

function differenceOf(what: string, name: string, comparison: ChartComparison | null): NamedDifference {
  if (comparison === null) return { name, difference: null, interval: null, pValue: null, isAdjusted: false };
  if (typeof comparison !== "object" || !("difference" in comparison && "interval" in comparison))
    throw wrong(what, comparison, COMPARISON);
  const { difference, interval, pValue, adjustedPValue = pValue } = comparison;
  for (const [part, value] of Object.entries({ difference, pValue: adjustedPValue }))
    if (value !== null && value !== undefined) assertNumber(`${what}: ${part}`, value);
  assertInterval(what, interval);
  return { name, difference, interval, pValue: adjustedPValue ?? null, isAdjusted: adjustedPValue !== pValue };
}
