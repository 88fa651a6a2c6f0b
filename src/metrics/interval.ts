import { show } from "../answers/show.js";
import { criticalT, criticalZ } from "../stats/critical.js";
import type { Estimate } from "../stats/estimate.js";
import { clip, type Limits } from "../stats/interval.js";
import { netAdjustedWald, netScore, netWald } from "../stats/net-interval.js";
import { agrestiCoull, clopperPearson, jeffreys, wald, wilson } from "../stats/proportion-interval.js";
import type { Scale, Statistic } from "./definition.js";
import type { Interval, IntervalMethod } from "./measurement.js";
import { oneOf } from "./one-of.js";

/** What is known of a score when its interval is asked for. */
export interface Scored extends Estimate {
  /** Share of the positive answers' weight, 0 to 1. */
  readonly positive: number;
  /** Share of the negative answers' weight, 0 to 1. */
  readonly negative: number;
}

type Limit = (scored: Scored & { mean: number; effectiveN: number }, level: number) => Limits | null;

/** Limits from the standard error and a critical value, which needs two answers. */
const around =
  (critical: (level: number, df: number) => number): Limit =>
  ({ mean, standardError, n }, level) => {
    if (standardError === null) return null;
    const half = critical(level, n - 1) * standardError;
    return [mean - half, mean + half];
  };

/** Limits of a proportion as limits of a score from 0 to 100. */
const percent =
  (limits: typeof wilson): Limit =>
  ({ positive, effectiveN }, level) =>
    times100(limits(positive, effectiveN, level));

/** Limits of a net share as limits of a score from −100 to 100. */
const points =
  (limits: typeof netScore): Limit =>
  ({ positive, negative, effectiveN }, level) =>
    times100(limits(positive, negative, effectiveN, level));

function times100([low, high]: Limits): Limits {
  return [100 * low, 100 * high];
}

const T = around(criticalT);
const MEAN_METHODS = { t: T, wald: around(criticalZ) };

/** The methods that suit each statistic; the first is the default. */
const METHODS: Record<Statistic, Partial<Record<IntervalMethod, Limit>>> = {
  net: { score: points(netScore), "adjusted-wald": points(netAdjustedWald), wald: points(netWald), t: T },
  share: {
    wilson: percent(wilson),
    "agresti-coull": percent(agrestiCoull),
    "clopper-pearson": percent(clopperPearson),
    jeffreys: percent(jeffreys),
    wald: percent(wald),
  },
  mean: MEAN_METHODS,
  index: MEAN_METHODS,
};

/** The lowest and highest score that a statistic can take. */
export function scoreRange(statistic: Statistic, { min, max }: Scale): Limits {
  return statistic === "mean" ? [min, max] : [statistic === "net" ? -100 : 0, 100];
}

/** The confidence interval of a score, inside its range; null where there are too few answers for the method. */
export function intervalOf(
  scored: Scored,
  statistic: Statistic,
  range: Limits,
  { level = 0.95, interval: wanted }: { level?: number | undefined; interval?: IntervalMethod | undefined },
): Interval | null {
  if (!(typeof level === "number" && level > 0 && level < 1))
    throw new RangeError(`level must lie between 0 and 1, such as 0.95; got ${show(level)}`);
  const methods = METHODS[statistic];
  const method = wanted ?? (Object.keys(methods)[0] as IntervalMethod);
  oneOf(`interval of a ${statistic}`, "method", method, Object.keys(methods));
  const { mean, effectiveN } = scored;
  if (mean === null || effectiveN === null) return null;
  const limits = methods[method]?.({ ...scored, mean, effectiveN }, level);
  if (!limits) return null;
  const [low, high] = clip(limits, range);
  return { low, high, level, method };
}
