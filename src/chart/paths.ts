/** A figure at a place on the axis of time. */
export interface Dot {
  readonly place: number;
  readonly isPartial: boolean;
  readonly score: number;
  readonly low: number | null;
  readonly high: number | null;
}

/** A line through neighbouring dots. */
export interface Path<At extends Dot = Dot> {
  readonly isPartial: boolean;
  readonly dots: readonly At[];
}

/**
 * The lines through dots, each with one look. A line ends where there is no dot, so that it never leads over a gap,
 * and is partial where one of its two ends is.
 *
 * @param dots - by place; undefined where there is none
 */
export function pathsOf<At extends Dot>(dots: readonly (At | undefined)[]): Path<At>[] {
  const paths: { isPartial: boolean; dots: At[] }[] = [];
  for (const [index, dot] of dots.entries()) {
    const before = index === 0 ? undefined : dots[index - 1];
    if (before === undefined || dot === undefined) continue;
    const isPartial = before.isPartial || dot.isPartial;
    const last = paths.at(-1);
    if (last?.dots.at(-1) === before && last.isPartial === isPartial) last.dots.push(dot);
    else paths.push({ isPartial, dots: [before, dot] });
  }
  return paths;
}

/** Dots that neighbour each other, together; one without neighbours alone. */
export function runsOf<At extends Dot>(dots: readonly (At | undefined)[]): At[][] {
  const runs: At[][] = [];
  for (const [index, dot] of dots.entries()) {
    if (dot === undefined) continue;
    if (index > 0 && dots[index - 1] !== undefined) runs.at(-1)!.push(dot);
    else runs.push([dot]);
  }
  return runs;
}
