import { format, type Interval, type Statistic } from "../../../src/index.js";
import type { View } from "./view.js";

/** A score as its statistic is written: shares in percent, means with two digits. */
export function writeScore(score: number | null, statistic: Statistic, { locale }: View): string {
  const text = format(score, { locale, digits: statistic === "mean" ? 2 : 1 });
  return statistic === "share" && score !== null ? `${text}%` : text;
}

/** The limits of an interval. */
export function writeInterval(interval: Interval | null, statistic: Statistic, view: View): string {
  if (interval === null) return "–";
  const [low, high] = [interval.low, interval.high].map((limit) => writeScore(limit, statistic, view));
  return view.say("interval", { low: low!, high: high! });
}

/** A count. */
export function writeCount(n: number, { locale }: View): string {
  return n.toLocaleString(locale);
}

/** A difference, with its sign. */
export function writeDifference(difference: number | null, statistic: Statistic, { locale }: View): string {
  const text = format(difference, { locale, digits: statistic === "mean" ? 2 : 1 });
  return difference !== null && difference > 0 ? `+${text}` : text;
}

/** A p-value. */
export function writePValue(pValue: number | null, { locale }: View): string {
  if (pValue === null) return "–";
  return pValue < 0.001 ? `< ${format(0.001, { locale, digits: 3 })}` : format(pValue, { locale, digits: 3 });
}
