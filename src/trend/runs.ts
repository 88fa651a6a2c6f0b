import { type Side, sideOf } from "./rounding.js";
import type { Column } from "./series.js";

/**
 * For each figure, the side of the run it belongs to, where the run is long enough, and 0 otherwise. A run is of
 * figures on one side of the centre; a figure on the centre ends it, an empty period does not.
 */
export function runSides(figures: Column, center: number | null, length: number, grain: number): readonly Side[] {
  const sides: Side[] = figures.map(() => 0);
  if (center === null) return sides;
  let run: number[] = [];
  let side: Side = 0;
  const close = () => {
    if (run.length >= length) for (const index of run) sides[index] = side;
  };
  for (const [index, figure] of figures.entries()) {
    if (figure === null) continue;
    const here = sideOf(figure, center, grain);
    if (here !== side) {
      close();
      run = [];
      side = here;
    }
    run.push(index);
  }
  close();
  return sides;
}
