import { intervalWithin } from "../metrics/interval-within.js";
import type { Measurement } from "../metrics/measurement.js";
import { criticalZ, wilsonAt } from "../stats/interval.js";
import { normalTails } from "../stats/normal.js";
import type { Comparison } from "./comparison.js";
import { sampleOf } from "./sample-of.js";

type Conclusion = Omit<Comparison<"newcombe">, "difference" | "effect">;

/**
 * Newcombe's (1998) hybrid score interval of the difference of two shares, from their Wilson intervals. The p-value is that of the
 * level at which the interval would just reach 0, so the two always agree.
 */
export function newcombe(before: Measurement, after: Measurement, level: number): Conclusion {
  const none = { standardError: null, statistic: null, df: null, method: "newcombe" } as const;
  if (before.effectiveN === null || after.effectiveN === null) return { ...none, interval: null, pValue: null };
  const [a, b] = [before, after].map(sampleOf);
  const difference = b!.p - a!.p;
  const limits = (z: number) => {
    const [lowA, highA] = wilsonAt(a!, z);
    const [lowB, highB] = wilsonAt(b!, z);
    return [
      difference - Math.hypot(b!.p - lowB, highA - a!.p),
      difference + Math.hypot(highB - b!.p, a!.p - lowA),
    ] as const;
  };
  const [low, high] = limits(criticalZ(level));
  // Wilson limits go to 0 and 1 as z grows, so the interval reaches 0 from any difference.
  const z = difference === 0 ? 0 : reach((at) => (difference > 0 ? limits(at)[0] <= 0 : limits(at)[1] >= 0));
  return {
    ...none,
    interval: intervalWithin([-100, 100], [100 * low, 100 * high], level, "newcombe"),
    statistic: difference < 0 ? -z : z,
    pValue: 2 * normalTails(-z).lower,
  };
}

/** The smallest z from which on a condition holds, by bisection to the last bit; infinite where it never does. */
function reach(holds: (z: number) => boolean): number {
  let below = 0;
  let above = 1;
  while (above < Infinity && !holds(above)) above *= 2;
  for (;;) {
    const middle = (below + above) / 2;
    if (middle <= below || middle >= above) return above;
    if (holds(middle)) above = middle;
    else below = middle;
  }
}
