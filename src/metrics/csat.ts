import type { Answers } from "../answers/answer.js";
import { wrong } from "../answers/wrong.js";
import { assertDefinition } from "./define-metric.js";
import type { MetricDefinition, Scale } from "./definition.js";
import { measure } from "./measure.js";
import type { Measurement } from "./measurement.js";
import type { PresetOptions } from "./preset.js";

/** The bands of customer satisfaction. */
export type CsatBand = "dissatisfied" | "neutral" | "satisfied";

/** Customer satisfaction, 1 to 5: dissatisfied 1 and 2, neutral 3, satisfied 4 and 5. */
export const CSAT: MetricDefinition<CsatBand> = /* @__PURE__ */ satisfaction({ min: 1, max: 5, step: 1 }, 3, 4);

/** Customer satisfaction, 1 to 3 (three faces): dissatisfied 1, neutral 2, satisfied 3. */
export const CSAT_3: MetricDefinition<CsatBand> = /* @__PURE__ */ satisfaction({ min: 1, max: 3, step: 1 }, 2, 3);

/** Customer satisfaction, 1 to 7: dissatisfied 1 and 2, neutral 3 to 5, satisfied 6 and 7. */
export const CSAT_7: MetricDefinition<CsatBand> = /* @__PURE__ */ satisfaction({ min: 1, max: 7, step: 1 }, 3, 6);

/** Customer satisfaction, 1 to 10: dissatisfied 1 and 2, neutral 3 to 8, satisfied 9 and 10. Vendors differ: see `satisfiedFrom`. */
export const CSAT_10: MetricDefinition<CsatBand> = /* @__PURE__ */ satisfaction({ min: 1, max: 10, step: 1 }, 3, 9);

/** Stars, 0.5 to 5 by halves: dissatisfied up to 1, neutral 1.5 to 4, satisfied 4.5 and 5, the top two boxes. */
export const STARS_HALF: MetricDefinition<CsatBand> = /* @__PURE__ */ satisfaction(
  { min: 0.5, max: 5, step: 0.5 },
  1.5,
  4.5,
);

/** Thumb down (0) or up (1). */
export const THUMBS: MetricDefinition<"dissatisfied" | "satisfied"> = {
  metric: "csat",
  scale: { min: 0, max: 1, step: 1 },
  better: "higher",
  statistic: "share",
  bands: [
    { name: "dissatisfied", sentiment: "negative", from: 0 },
    { name: "satisfied", sentiment: "positive", from: 1 },
  ],
};

function satisfaction(scale: Scale, neutralFrom: number, satisfiedFrom: number): MetricDefinition<CsatBand> {
  return {
    metric: "csat",
    scale,
    better: "higher",
    statistic: "share",
    bands: [
      { name: "dissatisfied", sentiment: "negative", from: scale.min },
      { name: "neutral", sentiment: "neutral", from: neutralFrom },
      { name: "satisfied", sentiment: "positive", from: satisfiedFrom },
    ],
  };
}

/** How to measure customer satisfaction. */
export interface CsatOptions<Name extends string> extends PresetOptions<Name> {
  /** The lowest rating that counts as satisfied, on the definition's scale. @defaultValue the definition's */
  readonly satisfiedFrom?: number | undefined;
}

/**
 * Customer satisfaction: the percentage of satisfied customers, those in the top boxes of the scale.
 *
 * @param answers - ratings from 1 to 5 or on the definition's scale, `null` for no answer, or a tally of them
 * @param options - those of `measure`, another `definition`, and `satisfiedFrom` to move the edge of satisfied
 * @returns the score in percent, 0 to 100 (null where nobody answered), with its uncertainty and bands
 * @throws what `measure` throws; RangeError where `satisfiedFrom` is not above the edge of the band below
 *
 * @remarks The interval is Wilson's (1927).
 *
 * @example
 * ```ts
 * import { CSAT_10, csat } from "cx-metrics";
 *
 * csat([5, 4, 4, 2, null]).score; // → 75
 * csat([5, 4, 4, 2], { statistic: "mean" }).score; // → 3.75
 * csat([10, 8, 7, 3], { definition: CSAT_10, satisfiedFrom: 8 }).score; // → 50
 * ```
 */
export function csat<Name extends string = CsatBand>(
  answers: Answers,
  options: CsatOptions<Name> = {},
): Measurement<Name> {
  const { definition = CSAT as MetricDefinition as MetricDefinition<Name>, satisfiedFrom } = options ?? {};
  return measure(
    answers,
    satisfiedFrom === undefined ? definition : withSatisfiedFrom(definition, satisfiedFrom),
    options,
  );
}

function withSatisfiedFrom<Name extends string>(
  definition: MetricDefinition<Name>,
  from: number,
): MetricDefinition<Name> {
  assertDefinition(definition, definition?.statistic);
  const { scale, bands } = definition;
  const satisfied = bands.findIndex(({ sentiment }) => sentiment === "positive");
  const below = bands[satisfied - 1];
  if (below === undefined) throw wrong("satisfiedFrom", from, "left out: no band is below the positive one");
  const edge = below.from ?? below.above ?? scale.min;
  if (!(Number.isFinite(from) && from > edge && from <= scale.max))
    throw wrong("satisfiedFrom", from, `above ${edge}, where ${below.name} begins, and at most ${scale.max}`);
  const moved = { name: bands[satisfied]!.name, sentiment: "positive", from } as const;
  return { ...definition, bands: bands.map((band, place) => (place === satisfied ? moved : band)) };
}
