import * as z from "zod";
import { assertOptions, wrong } from "../answers/wrong.js";
import type { Scale } from "../metrics/definition.js";
import { assertScale } from "../metrics/scale.js";
import { mayBeLeftOut } from "./may-be-left-out.js";
import { mustBe } from "./must-be.js";
import { onScale } from "./rating-schema.js";
import { responseFields } from "./response-fields.js";

/** The questions that a response answers. */
export interface ItemsResponseOptions {
  /** The scale of every item. @defaultValue 1 to 10 */
  readonly scale?: Scale | undefined;
  /** How many items there are, a whole number from 1. @defaultValue any number from 1 */
  readonly items?: number | undefined;
}

/**
 * A schema of one response to several questions on one scale; what it parses goes straight into `csi`.
 *
 * @param options - scale and number of the items
 * @returns a zod object schema of `{ items, importance?, respondentId?, submittedAt?, weight? }`, where a rating of `null` is missing
 * @throws TypeError or RangeError for a scale without extent or a number of items below 1
 *
 * @example
 * ```ts
 * import { csi } from "cx-metrics";
 * import { itemsResponseSchema } from "cx-metrics/schema";
 *
 * const scale = { min: 1, max: 5 };
 * const schema = itemsResponseSchema({ scale, items: 3 });
 *
 * csi([schema.parse({ items: [5, 4, null] })], { scale }).score; // → 87.5
 * schema.safeParse({ items: [5, 6, 4] }).error?.issues[0]?.path; // → ["items", 1]
 * ```
 */
export function itemsResponseSchema(options: ItemsResponseOptions = {}) {
  assertOptions(options);
  const { scale = { min: 1, max: 10 }, items } = options;
  assertScale("items", scale);
  if (items !== undefined && !(Number.isInteger(items) && items >= 1))
    throw wrong("items", items, "a whole number from 1");
  const ratings = z.array(onScale(scale, "a rating of each item").nullable()).min(1);
  const importance = z.array(z.number({ error: mustBe("an importance from 0 up") }).min(0));
  return z.object({
    /** A rating of each item, `null` where it is missing. */
    items: items === undefined ? ratings : ratings.length(items),
    /** How important each item is; only the proportion counts. */
    importance: mayBeLeftOut(items === undefined ? importance : importance.length(items)),
    ...responseFields,
  });
}

/** A response to the items of a satisfaction index, from 1 to 10. */
export const csiResponseSchema = /* @__PURE__ */ itemsResponseSchema();
