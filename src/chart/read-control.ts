import { wrong } from "../answers/wrong.js";
import type { Statistic } from "../metrics/definition.js";
import type { SegmentKey } from "../segment/group-rows.js";
import type { Setting } from "./chart-options.js";
import { extentOf } from "./extent.js";
import { assertNumber } from "./read-measurement.js";
import { nameOfKey } from "./read-rows.js";
import type { PROCESS_WORDS } from "./words.js";
import { digitsFor, scoreWriter, type Writer } from "./write.js";

export type ProcessSetting = Setting<keyof typeof PROCESS_WORDS.en>;

/** A point of a control chart, as `controlChart` makes it. */
export interface ChartControlPoint {
  /** What its period is called. @defaultValue its number, from 1 */
  readonly key?: SegmentKey | undefined;
  /** Name of the metric, where the points are measurements. */
  readonly metric?: string | undefined;
  /** What the score is, where the points are measurements. */
  readonly statistic?: Statistic | undefined;
  /** Whether a part of the period is cut off. */
  readonly partial?: boolean | undefined;
  /** What is drawn; null for an empty period. */
  readonly value: number | null;
  /** Between which values a point is no signal, in units of the score. */
  readonly limits: {
    /** The lower limit. */
    readonly low: number;
    /** The score to expect. */
    readonly center: number;
    /** The upper limit. */
    readonly high: number;
  } | null;
  /** How far the score is from the one before it; null where that is not drawn. */
  readonly movingRange: number | null;
  /** The sums of `cusum`, in sigmas from 0 up; null for all other methods. */
  readonly sums: {
    /** Of the deviations above the centre. */
    readonly above: number;
    /** Of those below the centre. */
    readonly below: number;
  } | null;
  /** Why the point is unusual. */
  readonly signals: readonly string[];
}

/** A control chart, as `controlChart` makes it. */
export interface ChartControl {
  /** How the limits were computed. */
  readonly method: string;
  /** The score to expect; null where there is none. */
  readonly center: number | null;
  /** The moving ranges in brief, in units of the score; null for methods without them. */
  readonly movingRange: {
    /** Their mean. */
    readonly mean: number;
    /** Their median. */
    readonly median: number;
    /** Above which one of them is a signal; null for methods without this rule. */
    readonly high: number | null;
  } | null;
  /** Of `cusum`, beyond which sum there is a signal. */
  readonly decisionInterval?: number | null | undefined;
  /** In the order of time. */
  readonly points: readonly ChartControlPoint[];
}

/** A point with what its period is called. */
export interface NamedControlPoint extends ChartControlPoint {
  readonly name: string;
}

/** Reads the points of a control chart. Throws for what is none. */
export function readControl(result: ChartControl, setting: Setting): NamedControlPoint[] {
  const { points, center, movingRange, decisionInterval = null } = result ?? {};
  if (!Array.isArray(points)) throw wrong("result", result, "what controlChart returns");
  assertNumberOrNull("center", center);
  assertNumberOrNull("decisionInterval", decisionInterval);
  assertNumbers("movingRange", movingRange, ["mean", "median"]);
  assertNumberOrNull("movingRange.high", movingRange?.high ?? null);
  return Array.from(points as ChartControl["points"], (point, index) => {
    const what = `point ${index}`;
    if (typeof point !== "object" || point === null || !("value" in point && Array.isArray(point.signals)))
      throw wrong(what, point, "a point of controlChart");
    if (point.metric !== undefined && typeof point.metric !== "string")
      throw wrong(`${what}: metric`, point.metric, "text");
    const { value, limits = null, movingRange = null, sums = null, key = index + 1, signals } = point;
    assertNumberOrNull(`${what}: value`, value);
    assertNumberOrNull(`${what}: movingRange`, movingRange);
    assertNumbers(`${what}: limits`, limits, ["low", "center", "high"]);
    assertNumbers(`${what}: sums`, sums, ["above", "below"]);
    return { ...point, value, limits, movingRange, sums, signals, name: nameOfKey(`${what}: key`, key, setting) };
  });
}

function assertNumberOrNull(what: string, number: number | null): void {
  if (number !== null) assertNumber(what, number);
}

/** Throws unless a value is null, or has numbers under these names. */
function assertNumbers<Name extends string>(
  what: string,
  parts: Readonly<Record<Name, number>> | null,
  names: readonly Name[],
): void {
  if (parts === null) return;
  if (typeof parts !== "object") throw wrong(what, parts, `null, or an object of ${names.join(", ")}`);
  for (const name of names) assertNumber(`${what}.${name}`, parts[name]);
}

/** Why a point is unusual, in words. */
export function reasonsOf({ signals }: ChartControlPoint, method: string, { say, nameOf }: ProcessSetting): string[] {
  const isSums = method === "cusum";
  const words: Readonly<Record<string, string>> = {
    "above-limit": say(isSums ? "sumAbove" : "aboveLimit"),
    "below-limit": say(isSums ? "sumBelow" : "belowLimit"),
    "run-above": say("runAbove"),
    "run-below": say("runBelow"),
    "moving-range": say("largeMove"),
  };
  return signals.map((signal) => (Object.hasOwn(words, signal) ? words[signal]! : nameOf(String(signal))));
}

/** What writes the values: those that lie close together with two digits. */
export function processWriter(points: readonly ChartControlPoint[], setting: Setting): Writer {
  const statistic = points.find((point) => point.statistic !== undefined)?.statistic;
  const values = points.flatMap(({ value }) => (value === null ? [] : [value]));
  const [least, most] = extentOf(values);
  const digits = statistic === undefined ? digitsFor([most - least]) : undefined;
  return scoreWriter({ ...setting, digits: setting.digits ?? digits }, statistic);
}

/** What writes what is drawn, and says so where that is not the score. */
export function valueWriter({ score }: Writer, method: string, { say }: ProcessSetting): (value: number) => string {
  return method === "ewma" ? (value) => say("averageOf", { value: score(value) }) : score;
}
