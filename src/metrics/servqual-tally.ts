import { assertIterable, assertOptions, oneOf, wrong } from "../answers/wrong.js";
import {
  addObservation,
  addValue,
  type CoMoments,
  emptyCoMoments,
  emptyMoments,
  type Moments,
} from "../stats/co-moments.js";
import { addComplete, type CovarianceSums, emptyCovarianceSums } from "../stats/covariance.js";
import { assertInstrument, copyOf, type Instrument, SERVQUAL_1991, type ServqualDimension } from "./instrument.js";
import { responseReader, type ScoredResponse, type ServqualResponse } from "./servqual-response.js";

/** When a dimension counts for a respondent: half its pairs or more answered, or all of them. */
export type MissingItems = "half" | "complete";

/** How to tally responses to an instrument. */
export interface TallyServqualOptions<Dimension extends string = ServqualDimension> {
  /** The questionnaire. @defaultValue SERVQUAL_1991 */
  readonly instrument?: Instrument<Dimension> | undefined;
  /**
   * Which respondents a dimension counts: those who answered at least half its pairs, scored by those they answered, or only
   * those who answered all. @defaultValue "half"
   */
  readonly missing?: MissingItems | undefined;
}

/** Sums for gap, expectation and perception; for perception alone where there are no expectations. */
export interface GapSums<Sums extends Moments = Moments> {
  readonly gap: Sums;
  readonly expectation: Sums;
  readonly perception: Sums;
}

/** How many respondents, and of what weight, found more than they expected, just that, or less. */
export type ConfirmationSums = Record<"exceeded" | "met" | "fellShort", { n: number; weight: number }>;

/** The sums of a tally. */
export interface ServqualSums {
  /** How many responses. */
  responses: number;
  /** Of the items, in the order of the dimensions. */
  readonly items: GapSums;
  /** Of the dimensions. */
  readonly dimensions: GapSums<CoMoments>;
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
  /** The questionnaire. */
  readonly instrument: Instrument<Dimension>;
  /** Which respondents a dimension takes. */
  readonly missing: MissingItems;
  /** Whether the respondents gave expectations too; null where there are no responses. */
  readonly withExpectations: boolean | null;
  /** What has been summed up, for `servqual` and `mergeServqual` alone: its shape may change. */
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
  assertOptions(options);
  const { instrument = SERVQUAL_1991 as Instrument as Instrument<Dimension>, missing = "half" } = options;
  assertInstrument(instrument);
  oneOf("missing", missing, ["half", "complete"]);
  assertIterable("responses", responses, "an iterable of { expectations, perceptions }, or a tally of them");
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
  return { instrument: copyOf(instrument), missing, withExpectations, sums };
}

/** The sums of nobody. */
export function emptySums({ dimensions }: Instrument): ServqualSums {
  const groups = Object.values<readonly unknown[]>(dimensions);
  const gaps = <Sums extends Moments>(empty: (k: number) => Sums, k: number): GapSums<Sums> => ({
    gap: empty(k),
    expectation: empty(k),
    perception: empty(k),
  });
  const confirmation = (): ConfirmationSums => ({
    exceeded: { n: 0, weight: 0 },
    met: { n: 0, weight: 0 },
    fellShort: { n: 0, weight: 0 },
  });
  return {
    responses: 0,
    items: gaps(emptyMoments, groups.flat().length),
    dimensions: gaps(emptyCoMoments, groups.length),
    incomplete: groups.map(() => 0),
    reliability: groups.map((items) => emptyCovarianceSums(items.length)),
    confirmation: groups.map(confirmation),
    overallConfirmation: confirmation(),
    byImportance: gaps(emptyMoments, 1),
  };
}

/** What is scored, with expectations and without. */
const ALL_PARTS = ["gap", "expectation", "perception"] as const;
const PERCEPTION = ["perception"] as const;

/** A respondent's score of a dimension; gap and expectation are null where there are no expectations. */
interface DimensionScore {
  readonly gap: number | null;
  readonly expectation: number | null;
  readonly perception: number;
}

function addResponse(
  sums: ServqualSums,
  response: ScoredResponse,
  sizes: readonly number[],
  missing: MissingItems,
): void {
  const { importance, weight } = response;
  sums.responses++;
  let first = 0;
  const scores = sizes.map((size, dimension) => {
    const score = addDimension(sums, response, dimension, first, size, missing);
    first += size;
    return score;
  });
  const parts = response.expectations === null ? PERCEPTION : ALL_PARTS;
  for (const part of parts)
    addObservation(
      sums.dimensions[part],
      scores.map((score) => score?.[part] ?? null),
      weight,
    );
  addConfirmation(sums, scores, weight);
  if (importance === null || scores.includes(null)) return;
  for (const part of parts) {
    const total = scores.reduce((sum, score, index) => sum + importance[index]! * score![part]!, 0);
    addValue(sums.byImportance[part], 0, total / 100, weight);
  }
}

/** Adds the items of one dimension, and returns the respondent's score of it: null where too many are missing. */
function addDimension(
  sums: ServqualSums,
  { expectations, perceptions, weight }: ScoredResponse,
  dimension: number,
  first: number,
  size: number,
  missing: MissingItems,
): DimensionScore | null {
  const answered: number[] = [];
  for (let i = first; i < first + size; i++)
    if (perceptions[i] !== null && (expectations === null || expectations[i] !== null)) answered.push(i);
  const n = answered.length;
  if (n < (missing === "complete" ? size : size / 2)) return null;

  let expectation = 0;
  let perception = 0;
  for (const i of answered) {
    perception += perceptions[i]!;
    addValue(sums.items.perception, i, perceptions[i]!, weight);
    if (expectations === null) continue;
    expectation += expectations[i]!;
    addValue(sums.items.expectation, i, expectations[i]!, weight);
    addValue(sums.items.gap, i, perceptions[i]! - expectations[i]!, weight);
  }
  if (n < size) sums.incomplete[dimension]!++;
  else
    addComplete(
      sums.reliability[dimension]!,
      answered.map((i) => perceptions[i]! - (expectations?.[i] ?? 0)),
      weight,
    );
  return expectations === null
    ? { gap: null, expectation: null, perception: perception / n }
    : { gap: (perception - expectation) / n, expectation: expectation / n, perception: perception / n };
}

/** Counts what the respondent found against what they expected, in each dimension and in the mean of those that count. */
function addConfirmation(sums: ServqualSums, scores: readonly (DimensionScore | null)[], weight: number): void {
  let n = 0;
  let total = 0;
  for (const [dimension, score] of scores.entries()) {
    const gap = score?.gap ?? null;
    if (gap === null) continue;
    addTo(sums.confirmation[dimension]!, gap, weight);
    n++;
    total += gap;
  }
  if (n > 0) addTo(sums.overallConfirmation, total / n, weight);
}

function addTo(confirmation: ConfirmationSums, gap: number, weight: number): void {
  // Means of thirds and the like may miss 0 by their rounding.
  const group = confirmation[Math.abs(gap) < 1e-9 ? "met" : gap > 0 ? "exceeded" : "fellShort"];
  group.n++;
  group.weight += weight;
}
