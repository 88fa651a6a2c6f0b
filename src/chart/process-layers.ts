import type { JsonObject } from "./chart-spec.js";
import { type Palette, toneOf } from "./palette.js";
import { runsOf } from "./paths.js";
import {
  type ChartControl,
  type NamedControlPoint,
  type ProcessSetting,
  processWriter,
  reasonsOf,
} from "./read-control.js";
import { type SignalPoint, signalLabels } from "./signal-labels.js";
import { TOLD } from "./told.js";
import type { TrendDots } from "./trend-layers.js";
import { LINE_HEIGHT } from "./wrap.js";

/** The values' axis of a panel. */
export interface Panel {
  readonly y: JsonObject;
  readonly height: number;
  /** How far from the top a value is, in pixels. */
  readonly heightOf: (value: number) => number;
}

/** A line across the panel. */
export function ruleAt(value: number, y: JsonObject, color: string): JsonObject {
  return {
    data: { values: [{ value }] },
    mark: { type: "rule", color, strokeDash: [2, 2], aria: false },
    encoding: { x: { value: 0 }, x2: { value: "width" }, y: { ...y, field: "value" }, color: { value: color } },
  };
}

/** Between which values a point is no signal. The limits are steps, as each period has its own. */
export function limitLayers(points: readonly NamedControlPoint[], y: JsonObject, palette: Palette): JsonObject[] {
  const dots = points.map(({ limits }, place) => {
    if (limits === null) return undefined;
    return { place, isPartial: false, score: limits.center, low: limits.low, high: limits.high };
  });
  const values = runsOf(dots).flatMap((run, path) => run.map(({ place, low, high }) => ({ place, low, high, path })));
  const detail = { field: "path", type: "nominal" };
  const color = { value: palette.quiet };
  const edge = (field: "low" | "high") => ({
    data: { values },
    mark: { type: "line", interpolate: "step", strokeWidth: 1, aria: false },
    encoding: { y: { ...y, field }, detail, color },
  });
  const between = {
    data: { values },
    mark: { type: "area", interpolate: "step", opacity: 0.14, aria: false },
    encoding: { y: { ...y, field: "low" }, y2: { field: "high" }, detail, color },
  };
  return [between, edge("low"), edge("high")];
}

/** A mark on each signal. */
export function signalMarks(
  points: readonly NamedControlPoint[],
  dots: TrendDots,
  y: JsonObject,
  palette: Palette,
): JsonObject {
  const known = dots.filter((dot) => dot !== undefined);
  const values = known.filter(({ place }) => points[place]!.signals.length > 0);
  return {
    data: { values: values.map(({ place, score, tip }) => ({ place, score, tip })) },
    mark: { type: "point", shape: "diamond", filled: true, size: 150, opacity: 1 },
    encoding: {
      y: { ...y, field: "score" },
      color: { value: toneOf(palette, "negative") },
      ...TOLD,
    },
  };
}

/** The reasons of the signals beside them. */
export function signalWords(
  points: readonly NamedControlPoint[],
  { y, height, heightOf }: Panel,
  { center, method }: ChartControl,
  setting: ProcessSetting,
): JsonObject {
  const { palette, width } = setting;
  const scored = points.flatMap((point, place) => (point.value === null ? [] : [{ point, place, score: point.value }]));
  const places = scored.map(({ point, place, score }): SignalPoint => {
    const isAbove = score >= (point.limits?.center ?? center ?? 0);
    const reasons = reasonsOf(point, method, setting);
    return { x: (width * (place + 0.5)) / points.length, y: heightOf(score), side: isAbove ? -1 : 1, reasons };
  });
  const values = signalLabels(places, width, height).map(({ at, reason, align, dy }) => {
    const { place, score } = scored[at]!;
    return { place, score, reason, align, dy };
  });
  const offset = { dy: { expr: "datum.dy" }, align: { expr: "datum.align" } };
  return {
    data: { values },
    mark: { type: "text", ...offset, baseline: "middle", fontSize: 11, aria: false },
    encoding: {
      y: { ...y, field: "score" },
      text: { field: "reason", type: "nominal" },
      color: { value: palette.ink },
    },
  };
}

/** What the lines are and their values at the last period, at its right; limits too close to the centre are left out. */
export function namesOfLines(
  points: readonly NamedControlPoint[],
  center: number | null,
  { y, heightOf }: Panel,
  setting: ProcessSetting,
): JsonObject {
  const { say, width, palette } = setting;
  const write = processWriter(points, setting);
  const limits = points.findLast((point) => point.limits !== null)?.limits ?? null;
  const edges =
    limits === null
      ? []
      : [{ at: limits.high, word: "upperLimit" } as const, { at: limits.low, word: "lowerLimit" } as const];
  const apart = edges.filter(({ at }) => center === null || Math.abs(heightOf(at) - heightOf(center)) >= LINE_HEIGHT);
  const lines = center === null ? apart : [...apart, { at: center, word: "center" } as const];
  return {
    data: { values: lines.map(({ at, word }) => ({ at, text: say(word, { value: write.score(at) }) })) },
    mark: { type: "text", align: "left", baseline: "middle", fontSize: 11, aria: false },
    encoding: {
      x: { value: width + 6 },
      y: { ...y, field: "at" },
      text: { field: "text", type: "nominal" },
      color: { value: palette.muted },
    },
  };
}
