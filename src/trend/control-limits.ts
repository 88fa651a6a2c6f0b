import { scoreRange } from "../metrics/score-range.js";
import type { Limits } from "../stats/interval.js";
import { type ControlChartSettings, uses } from "./control-chart-options.js";
import type { Drawing } from "./drawing.js";
import type { Series } from "./series.js";

/** Between which values a point is no signal, in units of the score. */
export interface ControlLimits {
  /** The lower limit. */
  readonly low: number;
  /** The score to expect. */
  readonly center: number;
  /** The upper limit. */
  readonly high: number;
}

/** The limits of each point: so many sigmas around the centre, within the scores that there can be. */
export function controlLimits(
  { center, sigma }: Drawing,
  { first }: Series,
  { method, sigmas }: ControlChartSettings,
): readonly (ControlLimits | null)[] {
  const [lowest, highest]: Limits = first === null ? [-Infinity, Infinity] : scoreRange(first.statistic, first.scale);
  return sigma.map((one) => {
    if (center === null || one === null) return null;
    // CUSUM has limits for its sums, not for the scores, unless these do not vary at all.
    if (!uses(method, "sigmas") && one > 0) return null;
    const half = sigmas * one;
    return { low: Math.max(lowest, center - half) + 0, center, high: Math.min(highest, center + half) + 0 };
  });
}
