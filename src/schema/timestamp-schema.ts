import * as z from "zod";
import { asObject } from "./as-object.js";
import { nullAsLeftOut } from "./may-be-left-out.js";
import { mustBe } from "./must-be.js";

/**
 * When an answer was given: an ISO 8601 date or date and time, with or without offset. A `Date` is taken too and becomes its
 * ISO text, so that the output is JSON.
 */
export const timestampSchema = z.union(
  // Text first: the step that turns a Date into text takes longer than to check all of the usual form.
  [
    time({}),
    time({ precision: -1 }),
    z.iso.date(),
    nullAsLeftOut(z.iso.date()),
    z.preprocess(textOfDate, z.iso.datetime()),
  ],
  { error: mustBe("an existing date or time in ISO 8601, such as 2026-03-05T14:00:00+08:00") },
);

/** Zod's time without seconds, precision −1, is a format of its own. */
function time(precision: { precision?: -1 }) {
  return z.iso.datetime({ offset: true, local: true, ...precision });
}

function textOfDate(value: unknown): unknown {
  return isValidDate(value) ? value.toISOString() : asObject(value);
}

function isValidDate(value: unknown): value is Date {
  return Object.prototype.toString.call(value) === "[object Date]" && !Number.isNaN((value as Date).getTime());
}
