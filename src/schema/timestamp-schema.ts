import * as z from "zod";
import { show } from "../answers/wrong.js";

/**
 * When an answer was given: an ISO 8601 date or date and time, with or without offset. A `Date` is taken too and becomes its
 * ISO text, so that the output is JSON.
 */
export const timestampSchema = z.preprocess(
  (value) => (isValidDate(value) ? value.toISOString() : value),
  z.union([z.iso.datetime({ offset: true, local: true }), z.iso.date()], {
    error: ({ input }) => `expected an ISO 8601 time such as 2026-03-05T14:00:00+08:00, got ${show(input)}`,
  }),
);

function isValidDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]" && !Number.isNaN((value as Date).getTime());
}
