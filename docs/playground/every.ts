/** How long periods may be. */
export const PERIODS = ["hour", "day", "week", "month", "quarter", "year"] as const;

export type Every = (typeof PERIODS)[number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Periods of which a span of time has some ten or twenty. */
export function likelyEvery(first: number, last: number): Every {
  const span = last - first;
  if (span <= 2 * DAY) return "hour";
  if (span <= 45 * DAY) return "day";
  if (span <= 150 * DAY) return "week";
  if (span <= 4 * 366 * DAY) return "month";
  return span <= 12 * 366 * DAY ? "quarter" : "year";
}
