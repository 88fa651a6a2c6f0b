import { show, wrong } from "../answers/wrong.js";
import { assertMeasurement, showPart } from "../metrics/assert-measurement.js";
import { STATISTICS } from "../metrics/definition.js";
import type { Measurement } from "../metrics/measurement.js";

/**
 * One period of a series: a point of `trend`, a measurement, anything else with a score, or a plain number; null is an
 * empty period.
 */
export type SeriesPoint =
  | number
  | null
  | {
      /** The score of the period; null where nobody answered. */
      readonly score: number | null;
    };

/** A figure of each point of a series; null where there is none. */
export type Column = readonly (number | null)[];

/** What the points of a series are made of. */
export interface Series {
  /** The score of each point; null for an empty period. */
  readonly scores: Column;
  /** The points that are measurements, at their positions. */
  readonly measurements: readonly (Measurement | null)[];
  /** The first measurement, which all others are alike; null where there is none. */
  readonly first: Measurement | null;
}

/** Reads the points of a series. Throws for something that is no point, and for measurements that do not belong in one series. */
export function readSeries(points: readonly SeriesPoint[]): Series {
  if (!Array.isArray(points)) throw wrong("points", points, "an array of scores or measurements, in the order of time");
  // Not map, which passes over the holes of an array.
  const scores = Array.from(points, (point: SeriesPoint, index) => scoreOf(point, index));
  const measurements = points.map((point: SeriesPoint) => (isMeasurement(point) ? point : null));
  const first = measurements.find((measurement) => measurement !== null) ?? null;
  for (const [index, measurement] of measurements.entries())
    if (measurement !== null) assertMeasurement(`point ${index}`, measurement);
  if (first !== null) assertAlike(first, scores, measurements);
  return { scores, measurements, first };
}

function scoreOf(point: SeriesPoint, index: number): number | null {
  const score = typeof point === "object" && point !== null ? point.score : point;
  // Within ±1e15 whole numbers are exact, and no sum leaves the range of a double.
  if (score === null || (typeof score === "number" && Math.abs(score) <= 1e15)) return score;
  const isObject = typeof point === "object" && !Array.isArray(point);
  const what = isObject ? `score of point ${index}` : `point ${index}`;
  throw wrong(what, score === undefined ? point : score, "a number within ±1e15, null, or an object with such a score");
}

function isMeasurement(point: SeriesPoint): point is Measurement {
  if (typeof point !== "object" || point === null) return false;
  const { statistic, scale, bands } = point as Partial<Measurement>;
  const isObject = (part: unknown) => typeof part === "object" && part !== null;
  return STATISTICS.includes(statistic!) && isObject(scale) && isObject(bands);
}

/** Throws unless every point that has a score is a measurement of the same metric, statistic and scale. */
function assertAlike(first: Measurement, scores: Column, measurements: readonly (Measurement | null)[]): void {
  for (const [index, score] of scores.entries())
    if (measurements[index] === null && score !== null)
      throw new TypeError(`point ${index} must be a measurement like the others, got the score ${show(score)}`);
  for (const part of ["metric", "statistic", "better", "scale"] as const) {
    const expected = showPart(first, part);
    for (const [index, measurement] of measurements.entries()) {
      const got = measurement === null ? expected : showPart(measurement, part);
      if (got !== expected) throw new TypeError(`point ${index} must have the ${part} ${expected}, got ${got}`);
    }
  }
}
