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
import type { TrendDots } from "./trend-layers.js";
import { LINE_HEIGHT } from "./wrap.js";

const TIP = { field: "tip", type: "nominal" };

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

/** A mark on each signal, and the reasons beside it: once for neighbours that have the same. */
export function signalLayers(
  points: readonly NamedControlPoint[],
  dots: TrendDots,
  y: JsonObject,
  { method, center }: ChartControl,
  setting: ProcessSetting,
): JsonObject[] {
  const color = { value: toneOf(setting.palette, "negative") };
  const signals = points.flatMap((point, place) => {
    const dot = dots[place];
    if (point.signals.length === 0 || dot === undefined) return [];
    const side = dot.score >= (point.limits?.center ?? center ?? 0) ? -1 : 1;
    return [{ place, score: dot.score, side, tip: dot.tip, reasons: reasonsOf(point, method, setting) }];
  });
  const marks = {
    data: { values: signals.map(({ place, score, tip }) => ({ place, score, tip })) },
    mark: { type: "point", shape: "diamond", filled: true, size: 150, opacity: 1 },
    encoding: { y: { ...y, field: "score" }, color, tooltip: TIP, description: TIP },
  };
  const texts = groupsOf(signals).map((group) => {
    // Beside the one that is farthest out, where the line is least in the way.
    const { score, place, side, reasons } = group.reduce((far, one) =>
      one.score * one.side < far.score * far.side ? one : far,
    );
    const fromLeft = place / points.length;
    const align = fromLeft < 0.15 ? "left" : fromLeft > 0.8 ? "right" : "center";
    const dy = side * 14 - (side < 0 ? (reasons.length - 1) * LINE_HEIGHT : 0);
    return { place, score, dy, align, reasons };
  });
  const words = {
    data: { values: texts },
    mark: {
      type: "text",
      dy: { expr: "datum.dy" },
      align: { expr: "datum.align" },
      baseline: "middle",
      lineHeight: LINE_HEIGHT,
      fontSize: 11,
      aria: false,
    },
    encoding: {
      y: { ...y, field: "score" },
      text: { field: "reasons", type: "nominal" },
      color: { value: setting.palette.ink },
    },
  };
  return [marks, words];
}

interface Signal {
  readonly place: number;
  readonly score: number;
  /** −1 for above the centre, 1 for below. */
  readonly side: number;
  readonly reasons: readonly string[];
}

/** Neighbouring signals that have the same reasons. */
function groupsOf(signals: readonly Signal[]): Signal[][] {
  const groups: Signal[][] = [];
  for (const signal of signals) {
    const last = groups.at(-1)?.at(-1);
    const isAlike = last?.place === signal.place - 1 && last.reasons.join() === signal.reasons.join();
    if (isAlike) groups.at(-1)!.push(signal);
    else groups.push([signal]);
  }
  return groups;
}

/** What the lines are, at the right of the last period, and their values there: of limits close to the centre only the centre. */
export function namesOfLines(
  points: readonly NamedControlPoint[],
  center: number | null,
  y: JsonObject,
  room: (from: number, to: number) => number,
  setting: ProcessSetting,
): JsonObject {
  const { say, width, palette } = setting;
  const write = processWriter(points, setting);
  const limits = points.findLast((point) => point.limits !== null)?.limits ?? null;
  const edges =
    limits === null
      ? []
      : [{ at: limits.high, word: "upperLimit" } as const, { at: limits.low, word: "lowerLimit" } as const];
  const apart = edges.filter(({ at }) => center === null || room(at, center) >= LINE_HEIGHT);
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
