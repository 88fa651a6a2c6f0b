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
import type { Scale, Statistic } from "./definition.js";
import { assertLevel } from "./level.js";
import type { BandShare, Interval, IntervalMethod } from "./measurement.js";
import { scoreRange } from "./score-range.js";
import { sharesOf } from "./shares-of.js";

const MEAN_METHODS = { t, wald: normal };

/** The methods that suit each statistic; the first is the default. */
const METHODS: Record<Statistic, { readonly [method in IntervalMethod]?: LimitsOf }> = {
  net: { score: netScore, "adjusted-wald": adjustedWald, wald, t },
  share: { wilson, "agresti-coull": agrestiCoull, "clopper-pearson": clopperPearson, jeffreys, wald },
  mean: MEAN_METHODS,
  index: MEAN_METHODS,
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
  scale: Scale,
  options: IntervalOptions,
): Interval | null {
  const methods = METHODS[statistic];
  const names = Object.keys(methods) as IntervalMethod[];
  const { level = 0.95, interval: method = names[0]! } = options;
  assertLevel(level);
  oneOf(`interval of ${statistic} scores`, method, names);
  if (mean === null || effectiveN === null) return null;

  const [lowest, highest] = scoreRange(statistic, scale);
  // Limits of shares are of 1, and scores of them of 100.
  const unit = statistic === "net" || statistic === "share" ? 100 : 1;
  const sample: Sample = {
    ...sharesOf(bands, statistic),
    n: effectiveN,
    mean: mean / unit,
    standardError: (standardError ?? NaN) / unit,
    df: n - 1,
  };
  const [from, to] = methods[method]!(sample, level);
  if (Number.isNaN(from)) return null;
  // The default methods hold the score by their nature, which rounding must not undo; nor may it take limits past each other.
  const holds = method === names[0];
  const low = clamp(from * unit, lowest, holds ? mean : highest);
  return { low, high: clamp(to * unit, holds ? mean : low, highest), level, method };
}

/** A number moved inside a range; never −0. */
function clamp(value: number, lowest: number, highest: number): number {
  return Math.max(lowest, Math.min(highest, value)) + 0;
}
