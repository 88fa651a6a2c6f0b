import { scoreRange } from "../metrics/score-range.js";
import type { ControlChartSettings } from "./control-chart-options.js";
import type { Series } from "./series.js";

/** How much of a figure may be rounding; a sum of thousands of doubles has lost less. */
const PART = 1e-12;

/** 1 above a line, −1 below it, 0 on it. */
export type Side = -1 | 0 | 1;

/** A distance that may be no more than rounding, in figures computed from the baseline of a series. */
export function grainOf({ scores, first }: Series, { baseline }: ControlChartSettings): number {
  const figures = first === null ? scores.slice(0, baseline) : scoreRange(first.statistic, first.scale);
  const largest = figures.reduce<number>((size, figure) => Math.max(size, Math.abs(figure ?? 0)), 0);
  // Below 1e-100 a sigma would be too small to divide by.
  return Math.max(1e-100, PART * largest);
}

/** On which side of a line a figure is; on it, where rounding may account for the distance. */
export function sideOf(figure: number, line: number, grain: number): Side {
  const distance = figure - line;
  return Math.abs(distance) <= Math.max(grain, PART * Math.abs(figure)) ? 0 : distance > 0 ? 1 : -1;
}
