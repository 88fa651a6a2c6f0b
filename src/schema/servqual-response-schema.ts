import * as z from "zod";
import {
  assertInstrument,
  type Instrument,
  itemsOf,
  SERVQUAL_1991,
  type ServqualDimension,
} from "../metrics/instrument.js";
import type { ItemRatings } from "../metrics/servqual-response.js";
import { mayBeLeftOut } from "./may-be-left-out.js";
import { mustBe } from "./must-be.js";
import { onScale } from "./rating-schema.js";
import { responseFields } from "./response-fields.js";

/**
 * A schema of one response to a questionnaire of expectations and perceptions; what it parses goes straight into `servqual`.
 *
 * @param instrument - the questionnaire: its items and their scale
 * @returns a zod object schema of `{ perceptions, expectations?, importance?, respondentId?, submittedAt?, weight? }`, whose errors
 *   name the item that is wrong
 * @throws what `defineInstrument` throws
 *
 * @example
 * ```ts
 * import { defineInstrument, servqual } from "cx-metrics";
 * import { servqualResponseSchema } from "cx-metrics/schema";
 *
 * const instrument = defineInstrument({ scale: { min: 1, max: 7 }, dimensions: { rooms: [1, 2], staff: [3] } });
 * const schema = servqualResponseSchema(instrument);
 *
 * const response = schema.parse({ expectations: [6, 7, 6], perceptions: [5, null, 7], importance: [60, 40] });
 * servqual([response], { instrument }).dimensions.staff.gap?.score; // → 1
 * schema.safeParse({ perceptions: [5, 8, 7] }).error?.issues[0]?.message;
 * // → "expected a rating of item 2 from 1 to 7 in steps of 1, got 8"
 * ```
 */
export function servqualResponseSchema<Dimension extends string = ServqualDimension>(
  instrument: Instrument<Dimension> = SERVQUAL_1991 as Instrument as Instrument<Dimension>,
) {
  assertInstrument(instrument);
  const ratings = ratingsSchema(instrument);
  return z.object({
    /** How the service was. */
    perceptions: ratings,
    /** How excellent service ought to be; left out for SERVPERF. */
    expectations: mayBeLeftOut(ratings),
    /** 100 points shared among the dimensions, in their order. */
    importance: mayBeLeftOut(pointsSchema(Object.keys(instrument.dimensions))),
    ...responseFields,
  });
}

/** A rating for each item: a list in the order of their numbers, or an object under their keys. */
function ratingsSchema(instrument: Instrument): z.ZodType<ItemRatings> {
  const items = itemsOf(instrument);
  const rating = (item: string | number) => onScale(instrument.scale, `a rating of item ${item}`).nullable();
  if (typeof items[0] === "string")
    return z.strictObject(Object.fromEntries(items.map((item) => [item, rating(item).optional()])));
  const [first, ...others] = items.map((_, index) => rating(index + 1));
  return z.tuple([first!, ...others], { error: tupleError(items.length) });
}

/** Zod's own word for a list of another length does not say how many items there are. */
function tupleError(items: number) {
  const expected = mustBe(`${items} ratings`);
  return (issue: { readonly input?: unknown }) =>
    expected({ input: Array.isArray(issue.input) ? issue.input.length : issue.input });
}

function pointsSchema(dimensions: readonly string[]) {
  const share = z
    .number({ error: mustBe("a number of points from 0 to 100") })
    .min(0)
    .max(100);
  const sum = (points: readonly number[]) => points.reduce((total, point) => total + point, 0);
  return z
    .array(share)
    .length(dimensions.length, { error: `expected points for ${dimensions.join(", ")}`, abort: true })
    .refine((points) => Math.abs(sum(points) - 100) < 1e-6, {
      error: ({ input }) => `expected points that add up to 100, got ${sum(input as readonly number[])}`,
    });
}
