import { sideOf } from "./rounding.js";
import type { Column } from "./series.js";

/**
 * How far each figure is from the one before it, empty periods passed over; null for the first one and for empty
 * periods.
 */
export function movingRanges(figures: Column, grain: number): Column {
  let before: number | null = null;
  return figures.map((figure) => {
    if (figure === null) return null;
    const range = before === null ? null : rangeOf(before, figure, grain);
    before = figure;
    return range;
  });
}

/** How far two figures are apart; not at all, where they differ by rounding alone. */
function rangeOf(before: number, figure: number, grain: number): number {
  return sideOf(figure, before, grain) === 0 ? 0 : Math.abs(figure - before);
}

/** The figures of a column that there are. */
export function known(column: Column): number[] {
  return column.filter((figure) => figure !== null);
}
