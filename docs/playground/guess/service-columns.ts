import { ITEMS } from "../settings.js";

/** The first of 22 columns side by side that hold expectations, and the first of those that hold perceptions. */
export interface ServiceColumns {
  readonly expectations: number | null;
  readonly perceptions: number | null;
}

const EXPECTED = /^(?:e|exp|expected|expectations?|期望)[ _.-]?0*1$/i;
const PERCEIVED = /^(?:p|perc|perceived|perceptions?|感知)[ _.-]?0*1$/i;

/** Finds the columns of the items of service quality by their names: E1 to E22, P1 to P22 and the like. */
export function serviceColumns(names: readonly string[]): ServiceColumns {
  return { expectations: firstOf(names, EXPECTED), perceptions: firstOf(names, PERCEIVED) };
}

function firstOf(names: readonly string[], pattern: RegExp): number | null {
  const first = names.findIndex((name) => pattern.test(name.trim()));
  const last = names[first + ITEMS - 1]?.trim() ?? "";
  return first >= 0 && new RegExp(`\\D0*${ITEMS}$`).test(last) ? first : null;
}
