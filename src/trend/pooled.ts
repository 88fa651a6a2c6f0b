import type { Measurement } from "../metrics/measurement.js";
import { shareOf } from "../metrics/share-of.js";
import { netVariance } from "../stats/interval.js";
import { within } from "./average.js";
import type { ControlChartSettings } from "./control-chart-options.js";
import type { Drawing } from "./drawing.js";
import type { Series } from "./series.js";

/** A period's answers, as far as they count. */
interface Period {
  readonly score: number;
  /** Share of positive answers. */
  readonly p: number;
  /** Share of negative answers; 0 for the chart of a share. */
  readonly d: number;
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
  const pool = (figure: "score" | "p" | "d") =>
    base.reduce((sum, period) => sum + period.weight * period[figure], 0) / weight;
  const center = within(
    base.map(({ score }) => score),
    pool("score"),
  );
  const variance = 10_000 * netVariance(pool("p"), pool("d"));
  return { center, sigma: periods.map((period) => period && Math.sqrt(variance / period.effectiveN)), ...rest };
}

function periodOf(measurement: Measurement | null): Period | null {
  if (measurement === null || measurement.score === null) return null;
  const { score, statistic, bands, weight, effectiveN } = measurement;
  const d = statistic === "net" ? shareOf(bands, "negative") : 0;
  return { score, p: shareOf(bands, "positive"), d, weight, effectiveN: effectiveN! };
}
