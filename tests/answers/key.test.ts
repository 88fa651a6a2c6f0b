import { expect, it } from "vitest";
import { isKey } from "../../src/answers/key.js";

it.each(["", "north", "null", true, false, 0, -0, 1.5, -1e300])("tells rows apart: %j", (value) => {
  expect(isKey(value)).toBe(true);
});

it.each([
  null,
  undefined,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  1n,
  Symbol("a"),
  {},
  [],
  new Date(0),
  () => "north",
])("does not: %o", (value) => {
  expect(isKey(value)).toBe(false);
});
