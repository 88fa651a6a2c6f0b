import { oneOf } from "../answers/wrong.js";
import type { Estimate } from "../stats/estimate.js";
import {
  adjustedWald,
  agrestiCoull,
  clopperPearson,
  jeffreys,
  type LimitsOf,
  netScore,
  normal,
  type Sample,
  t,
  wald,
  wilson,
} from "../stats/interval.js";
import type { Scale, Sentiment, Statistic } from "./definition.js";
import { assertLevel } from "./level.js";
import type { BandShare, Interval, IntervalMethod } from "./measurement.js";

/** The methods that suit each statistic; the first is the default. */
const METHODS: Record<Statistic, { readonly [method in IntervalMethod]?: LimitsOf }> = {
  net: { score: netScore, "adjusted-wald": adjustedWald, wald, t },
  share: { wilson, "agresti-coull": agrestiCoull, "clopper-pearson": clopperPearson, jeffreys, wald },
  mean: { t, wald: normal },
  index: { t, wald: normal },
};

/** How to compute an interval. */
export interface IntervalOptions {
  readonly level?: number | undefined;
  readonly interval?: IntervalMethod | undefined;
}

/** The confidence interval of a score, inside its range; null where there are too few answers for the method. */
export function intervalOf(
  { mean, standardError, n, effectiveN }: Estimate,
  bands: Readonly<Record<string, BandShare>>,
  statistic: Statistic,
  { min, max }: Scale,
  { level = 0.95, interval }: IntervalOptions,
): Interval | null {
  assertLevel(level);
  const methods = METHODS[statistic];
  const method = interval ?? (Object.keys(methods)[0] as IntervalMethod);
  oneOf(`interval of a ${statistic}`, method, Object.keys(methods));
  if (mean === null || effectiveN === null) return null;

  const share = (sentiment: Sentiment) =>
    Math.min(
      1,
      Object.values(bands).reduce((sum, band) => (band.sentiment === sentiment ? sum + band.share! : sum), 0),
    );
  const unit = statistic === "mean" ? 1 : 100;
  const [lowest, highest] = statistic === "mean" ? [min, max] : [statistic === "net" ? -100 : 0, 100];
  const sample: Sample = {
    p: share("positive"),
    d: statistic === "net" ? share("negative") : 0,
    n: effectiveN,
    mean: mean / unit,
    standardError: (standardError ?? Number.NaN) / unit,
    df: n - 1,
  };
  const [low, high] = methods[method]!(sample, level).map((limit) => clamp(unit * limit, lowest, highest));
  return Number.isNaN(low) ? null : { low: low!, high: high!, level, method };
}

/** A number moved inside a range; never −0. */
function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(highest, value)) + 0;
}
