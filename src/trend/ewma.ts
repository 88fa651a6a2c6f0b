import type { ControlChartSettings } from "./control-chart-options.js";
import type { Drawing } from "./drawing.js";
import { individuals } from "./individuals.js";
import type { Column, Series } from "./series.js";

/**
 * Roberts' chart: an average in which each point counts less the older it is, from the centre on, with limits that
 * widen to match.
 */
export function ewma(series: Series, settings: ControlChartSettings): Drawing {
  const chart = individuals(series, settings);
  const { lambda } = settings;
  let average = chart.center;
  const values: Column = series.scores.map((score) => {
    if (score === null || average === null) return null;
    average = lambda * score + (1 - lambda) * average;
    return average;
  });
  let count = 0;
  const sigma = values.map((value, index) => {
    const one = chart.sigma[index]!;
    if (value === null || one === null) return null;
    count += 1;
    // 1 − (1 − λ)^(2 count), which loses no digits where λ is small.
    const grown = -Math.expm1(2 * count * Math.log1p(-lambda));
    return one * Math.sqrt((lambda / (2 - lambda)) * grown);
  });
  return { ...chart, values, sigma };
}
