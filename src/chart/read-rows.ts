import { wrong } from "../answers/wrong.js";
import type { Measurement } from "../metrics/measurement.js";
import type { SegmentKey } from "../segment/group-rows.js";
import type { Hidden } from "../segment/hide.js";
import type { Setting } from "./chart-options.js";
import { assertDrawable, isMeasurement } from "./read-measurement.js";

/** A segment, as `segment` makes it: a measurement, or one whose numbers are hidden, with its key. */
export type ChartSegment = (Measurement | Hidden<Measurement>) & {
  /** What the segment is called. */
  readonly key: SegmentKey;
  /** How many dimensions it has values of; 0 for the whole, which is set in bold. */
  readonly level?: number | undefined;
  /** Whether its numbers are hidden, to protect a small group. */
  readonly suppressed?: boolean | undefined;
};

/** One measurement, several under names of your own, or a list of segments. */
export type ChartMeasurements = Measurement | Readonly<Record<string, Measurement>> | readonly ChartSegment[];

/** A measurement with what it is called; without score and interval where its numbers are hidden. */
export interface NamedRow {
  readonly name: string;
  /** Whether it is the whole of all others. */
  readonly isTotal: boolean;
  readonly measurement: Measurement;
  readonly isSuppressed: boolean;
}

/** Reads what a chart of measurements is made of. Throws for what is none. */
export function readRows(measurements: ChartMeasurements, setting: Setting): NamedRow[] {
  if (Array.isArray(measurements)) return Array.from(measurements, (segment, index) => rowOf(segment, index, setting));
  if (typeof measurements !== "object" || measurements === null)
    throw wrong("measurements", measurements, "an object of measurements, or a list of segments");
  const { metric } = measurements as { metric?: unknown };
  const entries = isMeasurement(measurements)
    ? [[setting.nameOf(metric as string), measurements] as const]
    : Object.entries<Measurement>(measurements as Readonly<Record<string, Measurement>>);
  return entries.map(([name, measurement]) => {
    assertDrawable(`measurement ${name}`, measurement);
    return { name, isTotal: false, measurement, isSuppressed: false };
  });
}

function rowOf(segment: ChartSegment, index: number, setting: Setting): NamedRow {
  const isSuppressed = segment?.suppressed === true;
  assertDrawable(`segment ${index}`, segment, isSuppressed);
  const isTotal = segment.level === 0;
  return {
    name: isTotal ? setting.say("total") : nameOfKey(`segment ${index}: key`, segment.key, setting),
    isTotal,
    // Numbers that should not be there are not taken on trust.
    measurement: isSuppressed ? { ...segment, score: null, interval: null } : segment,
    isSuppressed,
  };
}

/** What a segment is called by its key. */
export function nameOfKey(what: string, key: SegmentKey, { say }: Setting): string {
  if (key === null) return say("noName");
  if (["string", "number", "boolean"].includes(typeof key)) return String(key);
  throw wrong(what, key, "text, a number, true, false or null");
}
