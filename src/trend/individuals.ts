import { meanOf, medianOf } from "./average.js";
import type { ControlChartSettings } from "./control-chart-options.js";
import type { Drawing, MovingRanges } from "./drawing.js";
import { known, movingRanges } from "./moving-range.js";
import { grainOf } from "./rounding.js";
import type { Series } from "./series.js";

/** Median range of two values of a normal distribution, in sigmas, as in the tables. */
const MEDIAN_RANGE = 0.954;

/** The chart of individual values (XmR): their mean, and a sigma from how much they change from each to the next. */
export function individuals(series: Series, settings: ControlChartSettings): Drawing {
  const { scores } = series;
  const base = known(scores.slice(0, settings.baseline));
  const ranges = movingRanges(scores, grainOf(series, settings));
  const movingRange = inBrief(known(ranges.slice(0, settings.baseline)), settings);
  const sigma = movingRange && sigmaOf(movingRange, settings);
  return {
    center: base.length === 0 ? null : meanOf(base),
    values: scores,
    sigma: scores.map(() => sigma),
    movingRanges: ranges,
    movingRange,
    sigmaZ: null,
    sums: scores.map(() => null),
  };
}

function inBrief(ranges: readonly number[], { method, sigmas, d2, d3 }: ControlChartSettings): MovingRanges | null {
  if (ranges.length === 0) return null;
  const mean = meanOf(ranges);
  return { mean, median: medianOf(ranges), high: method === "xmr" ? mean * (1 + (sigmas * d3) / d2) : null };
}

function sigmaOf({ mean, median }: MovingRanges, { method, d2 }: ControlChartSettings): number {
  return method === "xmr-median" ? median / MEDIAN_RANGE : mean / d2;
}
