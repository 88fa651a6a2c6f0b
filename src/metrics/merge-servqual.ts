import { oneOf, wrong } from "../answers/wrong.js";
import { addDeep } from "../stats/add-deep.js";
import type { CoMoments, Moments } from "../stats/co-moments.js";
import type { Limits } from "../stats/interval.js";
import { assertCovariances, assertMoments, assertSums } from "./assert-sums.js";
import { assertInstrument, copyOf, type Instrument } from "./instrument.js";
import { emptySums, type GapSums, type ServqualSums, type ServqualTally } from "./servqual-tally.js";

/**
 * Adds tallies of one instrument up: of shards, of months, of workers.
 *
 * @param tallies - any number of tallies of the same instrument, with the same treatment of missing items
 * @returns the tally of all responses
 * @throws TypeError for no tallies, and for tallies of different instruments or with and without expectations
 *
 * @example
 * ```ts
 * import { mergeServqual, servqual, tallyServqual } from "cx-metrics";
 *
 * const answers = (rating: number) => ({ perceptions: Array.from({ length: 22 }, () => rating) });
 * const april = tallyServqual([answers(6), answers(7)]);
 * const may = tallyServqual([answers(2)]);
 * servqual(mergeServqual(april, may)).overall.perception.score; // → 5
 * ```
 */
export function mergeServqual<Dimension extends string>(
  ...tallies: ServqualTally<Dimension>[]
): ServqualTally<Dimension> {
  if (tallies.length === 0)
    throw new TypeError("mergeServqual needs at least one tally, as it says of which instrument");
  const [first, ...others] = tallies.map((tally, index) => readTally(`tally ${index}`, tally));
  return others.reduce((all, next) => {
    const { instrument, missing } = all;
    if (JSON.stringify([instrument, missing]) !== JSON.stringify([next.instrument, next.missing]))
      throw new TypeError("tallies can be merged only of one instrument and one treatment of missing items");
    const withExpectations = all.withExpectations ?? next.withExpectations;
    if (withExpectations !== (next.withExpectations ?? withExpectations))
      throw new TypeError("tallies with expectations cannot be merged with tallies without");
    return { instrument, missing, withExpectations, sums: addDeep(all.sums, next.sums) };
  }, first!);
}

/** A tally of its own of one that may have been stored by anybody. Throws for what is none. */
export function readTally<Dimension extends string>(
  what: string,
  tally: ServqualTally<Dimension>,
): ServqualTally<Dimension> {
  if (typeof tally !== "object" || tally === null) throw wrong(what, tally, "a tally, as of tallyServqual");
  const { missing, withExpectations, sums } = tally;
  assertInstrument(tally.instrument);
  const instrument = copyOf(tally.instrument);
  oneOf(`${what}: missing`, missing, ["half", "complete"]);
  if (withExpectations !== null && typeof withExpectations !== "boolean")
    throw wrong(`${what}: withExpectations`, withExpectations, "true, false or null");
  const empty = emptySums(instrument);
  assertSums(`${what}: sums`, sums, empty, sums?.responses);
  assertRatings(`${what}: sums`, sums, instrument);
  return { instrument, missing, withExpectations, sums: addDeep(empty, sums) };
}

/** Throws unless sums can be those of ratings on the scale: any others would score, or be no number. */
function assertRatings(what: string, sums: ServqualSums, { scale: { min, max } }: Instrument): void {
  const ratings: Limits = [min, max];
  const gaps: Limits = [min - max, max - min];
  for (const part of ["items", "dimensions", "byImportance"] as const) {
    const { gap, expectation, perception }: GapSums<Moments | CoMoments> = sums[part];
    assertMoments(`${what}.${part}.gap`, gap, gaps);
    assertMoments(`${what}.${part}.expectation`, expectation, ratings);
    assertMoments(`${what}.${part}.perception`, perception, ratings);
  }
  const either: Limits = [Math.min(min, min - max), Math.max(max, max - min)];
  for (const [index, covariances] of sums.reliability.entries())
    assertCovariances(`${what}.reliability.${index}`, covariances, either);
}
