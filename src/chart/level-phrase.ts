import type { Setting } from "./chart-options.js";
import { writeLevel } from "./write.js";

/** What the intervals of a chart are, in words; empty where it has none. */
export function levelPhrase(
  intervals: readonly ({ readonly level: number } | null | undefined)[],
  setting: Setting,
): string {
  const levels = new Set(intervals.flatMap((interval) => (interval ? [interval.level] : [])));
  const level = [...levels].map((each) => writeLevel(setting, each)).join(setting.say("list"));
  return level === "" ? "" : setting.say("withInterval", { level });
}
