import { LINE_HEIGHT, widthOf } from "./wrap.js";

/** A point with the reasons why it is unusual, in pixels of the panel. */
export interface SignalPoint {
  readonly x: number;
  readonly y: number;
  /** −1 where it is above the centre, 1 below. */
  readonly side: -1 | 1;
  readonly reasons: readonly string[];
}

/** A reason beside the point that shows it best. */
export interface SignalLabel {
  /** The number of the point. */
  readonly at: number;
  readonly reason: string;
  readonly align: "left" | "center" | "right";
  /** How far below the point it stands, in pixels. */
  readonly dy: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

const FONT_SIZE = 11;
const FIRST = 14;
const MOST_LINES = 12;

/**
 * The reasons of signals, each once for neighbouring points that have it, on the side that is away from the centre,
 * and none over another one.
 *
 * @param points - those that have a value, in order
 * @param width - of the panel, at whose ends labels are kept inside
 * @param height - of the panel, below which they must not be
 */
export function signalLabels(points: readonly SignalPoint[], width: number, height: number): SignalLabel[] {
  const placed: Box[] = [];
  return runsOfReasons(points).map(({ at, reason }) => {
    const { x, y, side } = points[at]!;
    const align = x < width * 0.15 ? "left" : x > width * 0.8 ? "right" : "center";
    const left = x - widthOf(reason, FONT_SIZE) * { left: 0, center: 0.5, right: 1 }[align];
    const box = { left, right: left + widthOf(reason, FONT_SIZE) };
    const steps = Array.from({ length: MOST_LINES }, (_, line) => FIRST + line * LINE_HEIGHT);
    // Below the panel stand the names of the periods; above it there is room.
    const inside = [...steps.map((step) => side * step), ...steps.map((step) => -side * step)].filter(
      (step) => y + step + LINE_HEIGHT / 2 <= height,
    );
    const dy = inside.find((step) => placed.every((other) => isApart(other, { ...box, y: y + step }))) ?? -FIRST;
    placed.push({ ...box, y: y + dy });
    return { at, reason, align, dy };
  });
}

function isApart(a: Box, b: Box): boolean {
  return a.right <= b.left || b.right <= a.left || Math.abs(a.y - b.y) >= LINE_HEIGHT - 1;
}

/** Each reason once for the points in a row that have it, at the one of them that is farthest out. */
function runsOfReasons(points: readonly SignalPoint[]): { at: number; reason: string }[] {
  const reasons = [...new Set(points.flatMap((point) => point.reasons))];
  return reasons.flatMap((reason) => {
    const runs: number[][] = [];
    for (const [index, point] of points.entries()) {
      if (!point.reasons.includes(reason)) continue;
      const last = runs.at(-1);
      if (last?.at(-1) === index - 1 && points[index - 1]!.side === point.side) last.push(index);
      else runs.push([index]);
    }
    const isFarther = (one: number, other: number) => (points[one]!.y - points[other]!.y) * points[one]!.side > 0;
    return runs.map((run) => {
      // A point that has reasons besides is best left to these.
      const ownPoints = run.filter((index) => points[index]!.reasons.length === 1);
      const best = ownPoints.length > 0 ? ownPoints : run;
      return { at: best.reduce((far, one) => (isFarther(one, far) ? one : far)), reason };
    });
  });
}
