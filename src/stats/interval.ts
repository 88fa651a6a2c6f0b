/** Lower and upper limit. */
export type Limits = readonly [low: number, high: number];

/** Both limits moved inside a range; never −0. */
export function clip([low, high]: Limits, [min, max]: Limits): Limits {
  return [Math.max(min, Math.min(max, low)) + 0, Math.max(min, Math.min(max, high)) + 0];
}
