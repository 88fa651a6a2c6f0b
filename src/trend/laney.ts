import { meanOf } from "./average.js";
import type { ControlChartSettings } from "./control-chart-options.js";
import type { Drawing } from "./drawing.js";
import { known, movingRanges } from "./moving-range.js";
import { pooled } from "./pooled.js";
import type { Column, Series } from "./series.js";

/**
 * Laney's p′ chart: how far the periods are from the centre in their own sigmas varies by 1 where answers alone vary;
 * their mean moving range says by how much it does, and every sigma is multiplied by that.
 */
export function laney(series: Series, settings: ControlChartSettings): Drawing {
  const chart = pooled(series, settings);
  const { center, sigma } = chart;
  const z: Column = series.scores.map((score, index) =>
    score === null || center === null || !sigma[index] ? null : (score - center) / sigma[index],
  );
  const ranges = known(movingRanges(z.slice(0, settings.baseline), 0));
  const sigmaZ = ranges.length === 0 ? null : meanOf(ranges) / settings.d2;
  // Where all answers are alike there is nothing to multiply, and sigma remains 0.
  const widened = sigma.map((one) => (one === 0 ? 0 : one === null || sigmaZ === null ? null : one * sigmaZ));
  return { ...chart, sigma: widened, sigmaZ };
}
