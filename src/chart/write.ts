import type { Statistic } from "../metrics/definition.js";
import { format } from "../metrics/format.js";
import type { Interval } from "../metrics/measurement.js";
import type { Setting } from "./chart-options.js";
import { extentOf } from "./extent.js";

/** The limits of a number. */
type Ends = Pick<Interval, "low" | "high">;

/** Writes the numbers of one kind of score. */
export interface Writer {
  /** Of a score, in its unit. */
  readonly score: (score: number) => string;
  /** Of its limits: "37.2 to 42.5". */
  readonly interval: (limits: Ends) => string;
  /** Of a score and its limits, if there are any: "39.8 (37.2 to 42.5)". */
  readonly scoreWithInterval: (score: number, limits: Ends | null) => string;
}

/** What writes scores of a statistic; of none, plain numbers. */
export function scoreWriter(setting: Setting, statistic: Statistic | undefined): Writer {
  const { digits = statistic === "mean" ? 2 : 1, locale, say } = setting;
  const score = (value: number) => {
    const text = format(value, { locale, digits });
    return statistic === "share" ? say("percent", { value: text }) : text;
  };
  return writerOf(setting, score);
}

/** What writes differences, with the sign of those above 0. */
export function differenceWriter(setting: Setting, digits: number): Writer {
  const { locale } = setting;
  const difference = (value: number) => {
    const text = format(value, { locale, digits });
    return value > 0 && text !== format(0, { locale, digits }) ? `+${text}` : text;
  };
  return writerOf(setting, difference);
}

function writerOf({ say }: Setting, score: (value: number) => string): Writer {
  const interval = ({ low, high }: Ends) => say("interval", { low: score(low), high: score(high) });
  return {
    score,
    interval,
    scoreWithInterval: (value, limits) =>
      limits === null ? score(value) : say("scoreWithInterval", { score: score(value), interval: interval(limits) }),
  };
}

/** A number of answers. */
export function writeCount({ locale }: Setting, n: number): string {
  return format(n, { locale, digits: 0 });
}

/** A number that has been rounded to percent. */
export function writePercent({ locale, say }: Setting, percent: number): string {
  return say("percent", { value: format(percent, { locale, digits: 0 }) });
}

/** A confidence level, with as many digits as it has. */
export function writeLevel({ locale }: Setting, level: number): string {
  return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 3 }).format(level);
}

/** How many digits tell figures apart that are so far apart: one of points, two of ratings. */
export function digitsFor(distances: readonly number[]): number {
  return extentOf(distances)[0] < 4 ? 2 : 1;
}

/** A p-value; a small one as less than 0.001. */
export function writePValue({ locale, say }: Setting<"pValue" | "smallPValue">, p: number): string {
  const isSmall = p < 0.001;
  const value = format(isSmall ? 0.001 : p, { locale, digits: p < 0.1 ? 3 : 2 });
  return say(isSmall ? "smallPValue" : "pValue", { value });
}
