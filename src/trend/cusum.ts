import type { ControlChartSettings } from "./control-chart-options.js";
import type { CusumSums, Drawing } from "./drawing.js";
import { individuals } from "./individuals.js";
import type { Series } from "./series.js";

/** Page's chart: deviations from the centre, each less the reference value, add up until they fall to 0. */
export function cusum(series: Series, settings: ControlChartSettings): Drawing {
  const chart = individuals(series, settings);
  const { center } = chart;
  const { referenceValue } = settings;
  let sums: CusumSums = { above: 0, below: 0 };
  return {
    ...chart,
    sums: series.scores.map((score, index) => {
      const sigma = chart.sigma[index];
      // Without any spread there is no unit in which to add up.
      if (score === null || center === null || !sigma) return null;
      const z = (score - center) / sigma;
      sums = {
        above: Math.max(0, sums.above + z - referenceValue),
        below: Math.max(0, sums.below - z - referenceValue),
      };
      return sums;
    }),
  };
}
