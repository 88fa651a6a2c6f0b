import type { Band, Scale } from "./definition.js";
import { roundingOf } from "./scale.js";

/**
 * The band of a score that is on the scale: the last one whose lower edge it reaches. A rating such as 100 × 0.57 may miss its step by a
 * rounding, and is in the band of the rating that is meant.
 */
export function bandOf<Name extends string>(score: number, bands: readonly Band<Name>[], scale: Scale): Band<Name> {
  const rounding = roundingOf(scale);
  return bands.findLast(({ from, above }) =>
    above === undefined ? score >= (from ?? score) - rounding : score > above + rounding,
  )!;
}
