import { expect, it } from "vitest";
import { addDeep } from "../../src/stats/add-deep.js";

it("adds sums in lists and objects, number by number", () => {
  const a = { n: 1, sums: [1, 2], pairs: [[1, 2], [3]], by: { x: 0.5 } };
  const b = { n: 4, sums: [10, -2], pairs: [[5, 5], [5]], by: { x: 0.25 } };
  expect(addDeep(a, b)).toEqual({ n: 5, sums: [11, 0], pairs: [[6, 7], [8]], by: { x: 0.75 } });
});
