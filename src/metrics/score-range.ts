import type { Limits } from "../stats/interval.js";
import type { Scale, Statistic } from "./definition.js";

/** The lowest and the highest score that a statistic can take. */
export function scoreRange(statistic: Statistic, { min, max }: Scale): Limits {
  return statistic === "mean" ? [min, max] : [statistic === "net" ? -100 : 0, 100];
}
