import { oneOf, wrong } from "../answers/wrong.js";
import { showPart } from "../metrics/assert-measurement.js";
import { SENTIMENTS, STATISTICS } from "../metrics/definition.js";
import type { Interval, Measurement } from "../metrics/measurement.js";

/** Whether a value has the parts of a measurement that are known without any answer. */
export function isMeasurement(value: unknown): value is Measurement {
  const { metric, statistic, scale, bands } = (value ?? {}) as Partial<Measurement>;
  return typeof metric === "string" && typeof statistic === "string" && isObject(scale) && isObject(bands);
}

/**
 * Throws unless a value is a measurement that can be drawn: it may have been stored by anybody.
 *
 * @param isSuppressed - whether its numbers are hidden, and so need not be there
 */
export function assertDrawable(what: string, value: unknown, isSuppressed = false): asserts value is Measurement {
  if (!isMeasurement(value)) throw wrong(what, value, "a measurement, such as nps returns");
  const { statistic, better, scale, score, n, interval, bands } = value;
  oneOf(`${what}: statistic`, statistic, STATISTICS);
  oneOf(`${what}: better`, better, ["higher", "lower"]);
  assertNumber(`${what}: scale.min`, scale.min);
  assertNumber(`${what}: scale.max`, scale.max);
  if ((scale.step ?? null) !== null) assertNumber(`${what}: scale.step`, scale.step!);
  for (const [name, band] of Object.entries(bands)) oneOf(`${what}: sentiment of ${name}`, band?.sentiment, SENTIMENTS);
  if (isSuppressed) return;
  assertCount(`${what}: n`, n);
  if (score !== null) assertNumber(`${what}: score`, score);
  assertInterval(what, interval);
  for (const [name, { n, share }] of Object.entries(bands)) {
    assertCount(`${what}: n of ${name}`, n);
    if (share !== null && !(typeof share === "number" && share >= 0 && share <= 1 + 1e-9))
      throw wrong(`${what}: share of ${name}`, share, "from 0 to 1, or null");
  }
}

function assertCount(what: string, count: number): void {
  if (!(Number.isSafeInteger(count) && count >= 0)) throw wrong(what, count, "a whole number from 0");
}

/** Throws unless a value is an interval, or null. */
export function assertInterval(what: string, interval: Pick<Interval, "low" | "high" | "level"> | null): void {
  if (interval === null) return;
  if (!isObject(interval)) throw wrong(`${what}: interval`, interval, "{ low, high, level } or null");
  for (const part of ["low", "high", "level"] as const) assertNumber(`${what}: interval.${part}`, interval[part]);
}

/** Throws unless a value is a number that can be drawn. */
export function assertNumber(what: string, value: number): void {
  if (!(typeof value === "number" && Number.isFinite(value))) throw wrong(what, value, "a finite number");
  // An axis needs room around the numbers.
  if (Math.abs(value) > 1e300) throw wrong(what, value, "within ±1e300");
}

/** Throws unless measurements are of one metric on one scale, so that one axis serves them all. */
export function assertOneMetric(measurements: readonly Measurement[]): void {
  for (const part of ["metric", "statistic", "better", "scale"] as const) {
    const [first, ...others] = new Set(measurements.map((measurement) => showPart(measurement, part)));
    if (others.length > 0)
      throw new TypeError(`only measurements of one ${part} can be in one chart, got ${first} and ${others[0]}`);
  }
}

function isObject(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}
