import { wrong } from "../answers/wrong.js";
import type { Measurement } from "../metrics/measurement.js";
import type { SegmentKey } from "../segment/group-rows.js";
import type { Setting } from "./chart-options.js";
import { assertDrawable, assertOneMetric } from "./read-measurement.js";
import { nameOfKey } from "./read-rows.js";

/** A measurement of a period, as `trend` makes it; from JSON, its start is text. */
export type ChartPoint = Measurement & {
  /** What the period is called. */
  readonly key: string;
  /** Its first instant, by which points are put in order. */
  readonly start: Date | string | number;
  /** Whether a part of it is cut off. */
  readonly partial?: boolean | undefined;
};

/** The points of one segment, as `trend` makes them where it has `by`. */
export interface ChartSeries {
  /** What the segment is called. */
  readonly key: SegmentKey;
  /** A point for each period, in any order. */
  readonly points: readonly ChartPoint[];
}

/** The points of a series, each at the place of its period; a hole where it has none. */
export interface PlacedSeries {
  readonly name: string;
  readonly points: readonly (ChartPoint | undefined)[];
}

/** Series on one axis of time. */
export interface Timeline {
  /** The names of all periods, in order. */
  readonly periods: readonly string[];
  readonly series: readonly PlacedSeries[];
}

/** Reads points, or series of them. Throws for what is none. */
export function readPoints(points: readonly ChartPoint[] | readonly ChartSeries[], setting: Setting): Timeline {
  if (!Array.isArray(points)) throw wrong("points", points, "a list of points, or of series of points");
  const series = Array.from(points, (one: ChartPoint | ChartSeries, index) => seriesOf(one, index, setting));
  const isSplit = series.some((one) => one !== null);
  const given = isSplit
    ? series.map((one, index) => one ?? unlike(`series ${index}`, points[index]))
    : [{ name: "", points: points as readonly ChartPoint[] }];
  const timed = given.map(({ name, points }) => ({ name, byStart: byStart(points, name) }));
  assertOneMetric(timed.flatMap(({ byStart }) => [...byStart.values()]));
  const starts = [...new Set(timed.flatMap(({ byStart }) => [...byStart.keys()]))].sort((a, b) => a - b);
  return {
    periods: starts.map((start) => timed.find(({ byStart }) => byStart.has(start))!.byStart.get(start)!.key),
    series: timed.map(({ name, byStart }) => ({ name, points: starts.map((start) => byStart.get(start)) })),
  };
}

function unlike(what: string, value: unknown): never {
  throw wrong(what, value, "{ key, points }, like the others");
}

/** A series; null for what may be a point. */
function seriesOf(one: ChartPoint | ChartSeries, index: number, setting: Setting) {
  if (typeof one !== "object" || one === null || !("points" in one)) return null;
  if (!Array.isArray(one.points)) throw wrong(`series ${index}: points`, one.points, "a list of points");
  return { name: nameOfKey(`series ${index}: key`, one.key, setting), points: one.points as readonly ChartPoint[] };
}

/** Points by the instants they start at. */
function byStart(points: readonly ChartPoint[], name: string): ReadonlyMap<number, ChartPoint> {
  const found = new Map<number, ChartPoint>();
  for (const [index, point] of points.entries()) {
    const what = `point ${index}${name === "" ? "" : ` of ${name}`}`;
    assertDrawable(what, point);
    const { key, start } = point;
    if (typeof key !== "string") throw wrong(`${what}: key`, key, "the name of its period");
    const instant = ["string", "number"].includes(typeof start) || isDate(start) ? new Date(start).getTime() : NaN;
    if (!Number.isFinite(instant)) throw wrong(`${what}: start`, start, "a Date or the text of one");
    if (found.has(instant)) throw wrong(`${what}: start`, key, "another one than that of the points before");
    found.set(instant, point);
  }
  return found;
}

function isDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]";
}
