import type { Band } from "./definition.js";

/** The band of a score that is on the scale: the last one whose lower edge it reaches. */
export function bandOf<Name extends string>(score: number, bands: readonly Band<Name>[]): Band<Name> {
  return bands.findLast(({ from, above }) => (above === undefined ? score >= (from ?? score) : score > above))!;
}
