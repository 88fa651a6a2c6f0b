import { type ControlChartSettings, uses } from "./control-chart-options.js";
import type { ControlLimits } from "./control-limits.js";
import type { Drawing } from "./drawing.js";
import { grainOf, sideOf } from "./rounding.js";
import { runSides } from "./runs.js";
import type { Series } from "./series.js";

/**
 * Why a point is unusual: it is beyond a limit (of `cusum`, a sum is), in a run of points on one side of the centre, or too far from
 * the point before.
 */
export type ControlSignal = "above-limit" | "below-limit" | "run-above" | "run-below" | "moving-range";

/** The reasons for which each point is unusual; none for an ordinary one. */
export function controlSignals(
  { center, values, movingRanges, movingRange, sums }: Drawing,
  limits: readonly (ControlLimits | null)[],
  series: Series,
  settings: ControlChartSettings,
): readonly (readonly ControlSignal[])[] {
  const { method, runLength, decisionInterval } = settings;
  const grain = grainOf(series, settings);
  const length = uses(method, "runLength") ? runLength : Infinity;
  const runs = runSides(values, center, length, grain);
  return values.map((value, index) => {
    if (value === null) return [];
    const [limit, sum, range] = [limits[index], sums[index], movingRanges[index]];
    const high = movingRange?.high ?? Infinity;
    const reasons: Record<ControlSignal, boolean> = {
      "above-limit": (!!limit && sideOf(value, limit.high, grain) > 0) || (!!sum && sum.above > decisionInterval),
      "below-limit": (!!limit && sideOf(value, limit.low, grain) < 0) || (!!sum && sum.below > decisionInterval),
      "run-above": runs[index]! > 0,
      "run-below": runs[index]! < 0,
      "moving-range": sideOf(range ?? 0, high, grain) > 0,
    };
    return (Object.keys(reasons) as ControlSignal[]).filter((signal) => reasons[signal]);
  });
}
