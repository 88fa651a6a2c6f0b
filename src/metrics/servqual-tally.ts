import { oneOf, wrong } from "../answers/wrong.js";
import { addDeep } from "../stats/add-deep.js";
import { addObservation, type CoMoments, emptyCoMoments } from "../stats/co-moments.js";
import { addComplete, type CovarianceSums, emptyCovarianceSums } from "../stats/covariance.js";
import { assertInstrument, type Instrument, SERVQUAL_1991, type ServqualDimension } from "./instrument.js";
import { responseReader, type ScoredResponse, type ServqualResponse } from "./servqual-response.js";

/** When a dimension counts for a respondent: half its pairs or more answered, or all of them. */
export type MissingItems = "half" | "complete";

/** How to tally responses to an instrument. */
export interface TallyServqualOptions<Dimension extends string = ServqualDimension> {
  /** The questionnaire. @defaultValue SERVQUAL_1991 */
  readonly instrument?: Instrument<Dimension> | undefined;
  /**
   * Which respondents a dimension takes: those who answered at least half its pairs, scored by those they answered, or only
   * those who answered all. @defaultValue "half"
   */
  readonly missing?: MissingItems | undefined;
}

/** Sums for gap, expectation and perception; for perception alone where there are no expectations. */
export interface GapSums {
  readonly gap: CoMoments;
  readonly expectation: CoMoments;
  readonly perception: CoMoments;
}

/** How many respondents, and of what weight, found more than they expected, just that, or less. */
export type ConfirmationSums = Record<"exceeded" | "met" | "fellShort", { n: number; weight: number }>;

/** The sums of a tally. */
export interface ServqualSums {
  /** How many responses. */
  responses: number;
  /** By item, in the order of the dimensions. */
  readonly items: readonly GapSums[];
  /** Of all dimensions. */
  readonly dimensions: GapSums;
  /** By dimension: how many respondents it counts although they left some of its pairs out. */
  readonly incomplete: number[];
  /** By dimension: of the gaps of its items (the perceptions, where there are no expectations), if all are there. */
  readonly reliability: readonly CovarianceSums[];
  /** By dimension. */
  readonly confirmation: readonly ConfirmationSums[];
  /** Of the respondents' means over the dimensions. */
  readonly overallConfirmation: ConfirmationSums;
  /** Of the respondents' dimensions weighted by their own importance. */
  readonly byImportance: GapSums;
}

/**
 * All that scoring an instrument needs to know of the responses: sums, whose size does not depend on their number. Plain JSON,
 * made by `tallyServqual`, added up by `mergeServqual`, read by `servqual`.
 */
export interface ServqualTally<Dimension extends string = string> {
  readonly instrument: Instrument<Dimension>;
  readonly missing: MissingItems;
  /** Whether the respondents gave expectations too; null where there are no responses. */
  readonly withExpectations: boolean | null;
  readonly sums: ServqualSums;
}

/**
 * Sums responses to an instrument up, one by one, in memory that does not grow with their number.
 *
 * @param responses - an iterable of responses: perceptions of each item, and expectations of each or none
 * @param options - instrument, treatment of missing items
 * @returns a tally for `servqual` and `mergeServqual`, plain JSON
 * @throws TypeError for ratings that are no list or object, and for responses with expectations among others without
 * @throws RangeError for a rating off the scale, a wrong number of ratings, points that do not add up to 100, a wrong weight
 *
 * @example
 * ```ts
 * import { SERVQUAL_1991, servqual, tallyServqual } from "cx-metrics";
 *
 * const perceptions = Array.from({ length: 22 }, () => 6);
 * const stored = JSON.stringify(tallyServqual([{ perceptions }, { perceptions }]));
 * servqual(JSON.parse(stored)).n; // → 2
 * ```
 */
export function tallyServqual<Dimension extends string = ServqualDimension>(
  responses: Iterable<ServqualResponse<Dimension>>,
  options: TallyServqualOptions<Dimension> = {},
): ServqualTally<Dimension> {
  const { instrument = SERVQUAL_1991 as Instrument as Instrument<Dimension>, missing = "half" } = options;
  assertInstrument(instrument);
  oneOf("missing", missing, ["half", "complete"]);
  if (typeof responses === "string" || typeof responses?.[Symbol.iterator] !== "function")
    throw wrong("responses", responses, "an iterable of { expectations, perceptions }, or a tally of them");
  const read = responseReader(instrument);
  const sums = emptySums(instrument);
  const sizes = Object.values<readonly unknown[]>(instrument.dimensions).map((items) => items.length);
  let withExpectations: boolean | null = null;
  for (const response of responses) {
    const scored = read(response, sums.responses);
    const asked = scored.expectations !== null;
    withExpectations ??= asked;
    if (withExpectations !== asked)
      throw wrong(
        `expectations of response ${sums.responses}`,
        response.expectations,
        asked ? "left out, as before" : "given, as before",
      );
    addResponse(sums, scored, sizes, missing);
  }
  return { instrument, missing, withExpectations, sums };
}

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
  return tallies.reduce((all, next) => {
    const { instrument, missing } = all;
    if (JSON.stringify([instrument, missing]) !== JSON.stringify([next.instrument, next.missing]))
      throw new TypeError("tallies can be merged only of one instrument and one treatment of missing items");
    const withExpectations = all.withExpectations ?? next.withExpectations;
    if (withExpectations !== (next.withExpectations ?? withExpectations))
      throw new TypeError("tallies with expectations cannot be merged with tallies without");
    return { instrument, missing, withExpectations, sums: addDeep(all.sums, next.sums) };
  });
}

function emptySums({ dimensions }: Instrument): ServqualSums {
  const groups = Object.values<readonly unknown[]>(dimensions);
  const gaps = (k: number): GapSums => ({
    gap: emptyCoMoments(k),
    expectation: emptyCoMoments(k),
    perception: emptyCoMoments(k),
  });
  const confirmation = (): ConfirmationSums => ({
    exceeded: { n: 0, weight: 0 },
    met: { n: 0, weight: 0 },
    fellShort: { n: 0, weight: 0 },
  });
  return {
    responses: 0,
    items: groups.flat().map(() => gaps(1)),
    dimensions: gaps(groups.length),
    incomplete: groups.map(() => 0),
    reliability: groups.map((items) => emptyCovarianceSums(items.length)),
    confirmation: groups.map(confirmation),
    overallConfirmation: confirmation(),
    byImportance: gaps(1),
  };
}

/** A respondent's perception of an item or a dimension, and the expectation where there is one. */
interface Pair {
  readonly expectation: number | null;
  readonly perception: number;
}

function addResponse(
  sums: ServqualSums,
  { expectations, perceptions, importance, weight }: ScoredResponse,
  sizes: readonly number[],
  missing: MissingItems,
): void {
  sums.responses++;
  let end = 0;
  const dimensions = sizes.map((size, dimension) => {
    const positions: number[] = [];
    for (let i = end; i < end + size; i++) if (perceptions[i] !== null && expectations?.[i] !== null) positions.push(i);
    end += size;
    if (positions.length === 0 || positions.length < (missing === "complete" ? size : size / 2)) return null;
    const pairs = positions.map((i) => ({ expectation: expectations?.[i] ?? null, perception: perceptions[i]! }));
    for (const [index, pair] of pairs.entries()) addPairs(sums.items[positions[index]!]!, [pair], weight);
    if (pairs.length < size) sums.incomplete[dimension]!++;
    else
      addComplete(
        sums.reliability[dimension]!,
        pairs.map((pair) => gapOf(pair) ?? pair.perception),
        weight,
      );
    return meanPair(
      pairs,
      pairs.map(() => 1),
    );
  });
  addPairs(sums.dimensions, dimensions, weight);
  addConfirmation(sums, dimensions, weight);
  if (importance !== null && dimensions.every((dimension) => dimension !== null)) {
    addPairs(sums.byImportance, [meanPair(dimensions, importance)], weight);
  }
}

function gapOf({ expectation, perception }: Pair): number | null {
  return expectation === null ? null : perception - expectation;
}

function meanPair(pairs: readonly Pair[], weights: readonly number[]): Pair {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (part: (pair: Pair) => number) =>
    pairs.reduce((sum, pair, index) => sum + weights[index]! * part(pair), 0) / total;
  return {
    expectation: pairs[0]!.expectation === null ? null : mean((pair) => pair.expectation!),
    perception: mean((pair) => pair.perception),
  };
}

function addPairs({ gap, expectation, perception }: GapSums, pairs: readonly (Pair | null)[], weight: number): void {
  addObservation(
    gap,
    pairs.map((pair) => pair && gapOf(pair)),
    weight,
  );
  addObservation(
    expectation,
    pairs.map((pair) => (pair ? pair.expectation : null)),
    weight,
  );
  addObservation(
    perception,
    pairs.map((pair) => (pair ? pair.perception : null)),
    weight,
  );
}

/** Counts what the respondent found against what they expected, in each dimension and in the mean of those that count. */
function addConfirmation(sums: ServqualSums, dimensions: readonly (Pair | null)[], weight: number): void {
  const gaps = dimensions.map((dimension) => dimension && gapOf(dimension));
  const there = gaps.filter((gap) => gap !== null);
  const add = (confirmation: ConfirmationSums, gap: number) => {
    // Means of thirds and the like may miss 0 by their rounding.
    const group = confirmation[Math.abs(gap) < 1e-9 ? "met" : gap > 0 ? "exceeded" : "fellShort"];
    group.n++;
    group.weight += weight;
  };
  for (const [index, gap] of gaps.entries()) if (gap !== null) add(sums.confirmation[index]!, gap);
  if (there.length > 0) add(sums.overallConfirmation, there.reduce((sum, gap) => sum + gap, 0) / there.length);
}
