import type { Limits } from "../stats/interval.js";

/** Confidence limits, moved inside the range of what they are of; never −0. */
export function intervalWithin<Method extends string>(
  [lowest, highest]: Limits,
  [low, high]: Limits,
  level: number,
  method: Method,
) {
  return { low: Math.max(lowest, low) + 0, high: Math.min(highest, high) + 0, level, method };
}
