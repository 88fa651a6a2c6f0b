import type { Measurement } from "../metrics/measurement.js";
import { sharesOf } from "../metrics/shares-of.js";
import { netVariance, type Shares } from "../stats/interval.js";
import { within } from "../stats/within.js";
import type { ControlChartSettings } from "./control-chart-options.js";
import type { Drawing } from "./drawing.js";
import type { Series } from "./series.js";

/** A period's answers, as far as they count. */
interface Period extends Shares {
  readonly score: number;
  readonly weight: number;
  readonly effectiveN: number;
}

/**
 * The p chart, and the same for a net score: the centre and the variance of one answer are those of all periods'
 * answers pooled, and a period's sigma is the standard error that as many answers have.
 */
export function pooled({ scores, measurements }: Series, { baseline }: ControlChartSettings): Drawing {
  const periods = measurements.map(periodOf);
  const base = periods.slice(0, baseline).filter((period) => period !== null);
  const nothing = scores.map(() => null);
  const rest = { values: scores, movingRanges: nothing, movingRange: null, sigmaZ: null, sums: nothing };
  if (base.length === 0) return { center: null, sigma: nothing, ...rest };

  const weight = base.reduce((sum, period) => sum + period.weight, 0);
  const pool = (figure: "score" | keyof Shares) =>
    base.reduce((sum, period) => sum + period.weight * period[figure], 0) / weight;
  const center = within(
    base.map(({ score }) => score),
    pool("score"),
  );
  const variance = 10_000 * netVariance({ p: pool("p"), d: pool("d"), s: pool("s") });
  return { center, sigma: periods.map((period) => period && Math.sqrt(variance / period.effectiveN)), ...rest };
}

function periodOf(measurement: Measurement | null): Period | null {
  if (measurement === null || measurement.score === null) return null;
  const { score, statistic, bands, weight, effectiveN } = measurement;
  return { score, ...sharesOf(bands, statistic), weight, effectiveN: effectiveN! };
}
