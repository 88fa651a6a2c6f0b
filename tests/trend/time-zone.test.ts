import { expect, it } from "vitest";
import { isUtc } from "../../src/trend/time-zone.js";

it.each([
  ["UTC", true],
  ["utc", true],
  ["Etc/UTC", true],
  ["etc/Utc", true],
  ["Europe/London", false],
  ["Not/UTC", false],
  ["UTC+1", false],
  ["Etc/GMT", false],
])("%s is UTC: %o", (name, is) => {
  expect(isUtc(name)).toBe(is);
});
