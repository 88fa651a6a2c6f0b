import type { Measurement } from "../metrics/measurement.js";
import { sharesOf } from "../metrics/shares-of.js";

/** The shares that make the score of a net or a share, and of how many answers; only where there is a score. */
export function sampleOf({ bands, statistic, effectiveN }: Measurement) {
  return { ...sharesOf(bands, statistic), n: effectiveN! };
}
