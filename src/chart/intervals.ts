import type { Limits } from "../stats/interval.js";
import type { Setting } from "./chart-options.js";
import type { JsonObject } from "./chart-spec.js";
import { extentOf } from "./extent.js";
import { literal } from "./literal.js";
import { TOLD } from "./told.js";

/** A figure with its interval, in the row of its place. */
export interface IntervalRow extends JsonObject {
  readonly place: number;
  readonly score: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly tip: string;
}

/** A horizontal axis that shows all of some numbers, with some room around them, within the range there is. */
export function axisOf(
  numbers: readonly number[],
  [lowest, highest]: Limits,
  setting: Setting,
  title: string | null = null,
): JsonObject {
  const [least, most] = extentOf(numbers);
  const room = (most - least) * 0.06 || Math.abs(most) * 0.1 || 1;
  return {
    type: "quantitative",
    scale: { domain: [Math.max(lowest, least - room), Math.min(highest, most + room)], zero: false, nice: true },
    axis: { title: title === null ? null : literal(title), tickCount: Math.max(2, Math.round(setting.width / 80)) },
  };
}

/** A dot for each figure, and a bar from one limit of its interval to the other. */
export function intervalLayers(values: readonly IntervalRow[], x: JsonObject, color: JsonObject): JsonObject[] {
  const bars = {
    data: { values: values.filter(({ low }) => low !== null) },
    mark: { type: "rule", strokeWidth: 3, opacity: 0.55, strokeCap: "round", aria: false },
    encoding: { x: { ...x, field: "low" }, x2: { field: "high" }, color },
  };
  const dots = {
    data: { values },
    mark: { type: "point", filled: true, size: 90, opacity: 1 },
    encoding: { x: { ...x, field: "score" }, color, ...TOLD },
  };
  return [bars, dots];
}

/** The numbers that an axis has to show. */
export function numbersOf(values: readonly IntervalRow[]): number[] {
  return values.flatMap(({ score, low, high }) => [score, low ?? score, high ?? score]);
}
