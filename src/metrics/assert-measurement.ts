import { oneOf, wrong } from "../answers/wrong.js";
import { SENTIMENTS, STATISTICS } from "./definition.js";
import type { Measurement } from "./measurement.js";
import { assertScale } from "./scale.js";
import { scoreRange } from "./score-range.js";

/** Throws unless a value is a measurement that can be computed with: it may have been stored by anybody. */
export function assertMeasurement(what: string, value: Measurement & { readonly df?: number }): void {
  const { metric, statistic, better, scale, bands } = (value ?? {}) as Partial<Measurement>;
  if (typeof metric !== "string" || typeof bands !== "object" || bands === null || !("standardError" in value))
    throw wrong(what, value, "a measurement, such as nps returns");
  oneOf(`${what}: statistic`, statistic, STATISTICS);
  oneOf(`${what}: better`, better, ["higher", "lower"]);
  assertScale(what, scale!);
  const { score, n, missing, invalid, mean, weight, effectiveN, standardError, df } = value;
  for (const [part, count] of Object.entries({ n, missing, invalid }))
    if (!(Number.isSafeInteger(count) && count >= 0))
      throw wrong(`${what}: ${part}`, count, "a whole number from 0 (null: suppressed)");
  const [lowest, highest] = scoreRange(statistic!, scale!);
  const hasScore = score !== null;
  if (hasScore !== (mean !== null) || hasScore !== (effectiveN !== null) || (hasScore && n === 0))
    throw wrong(`${what}: score`, score, "null together with mean and effectiveN, as where nobody answered");
  assertWithin(`${what}: weight`, weight, hasScore ? 1e-100 : 0, 1e120);
  if (hasScore) {
    assertWithin(`${what}: score`, score, lowest, highest, 1e-9 * (highest - lowest));
    assertWithin(`${what}: mean`, mean!, scale!.min, scale!.max, 1e-9 * (scale!.max - scale!.min));
    assertWithin(`${what}: effectiveN`, effectiveN!, 1e-100, 1e16);
  }
  if (standardError !== null) {
    assertWithin(`${what}: standardError`, standardError, 0, 2 * (highest - lowest));
    assertWithin(`${what}: degrees of freedom`, df ?? n - 1, 1, 1e16);
  }
  for (const [name, band] of Object.entries(bands)) {
    oneOf(`${what}: sentiment of ${name}`, band?.sentiment, SENTIMENTS);
    assertWithin(`${what}: n of ${name}`, band.n, 0, n);
    // Shares are sums, which rounding may take above 1 but never below 0.
    if (hasScore || band.share !== null) assertWithin(`${what}: share of ${name}`, band.share!, 0, 1, 1e-9, 0);
  }
}

/** A part of a measurement as JSON, by which different scales are told apart; what else a scale may have does not count. */
export function showPart(measurement: Measurement, part: "metric" | "statistic" | "better" | "scale"): string {
  const { min, max, step = 1 } = measurement.scale;
  return JSON.stringify(part === "scale" ? { min, max, step } : measurement[part]);
}

/** Throws unless a figure is within limits, which it may miss by a rounding, above or below. */
export function assertWithin(what: string, figure: number, low: number, high: number, above = 0, below = above): void {
  if (!(typeof figure === "number" && figure >= low - below && figure <= high + above))
    throw wrong(what, figure, `from ${low} to ${high}`);
}
