import { expect, it } from "vitest";
import { tally } from "../../src/answers/tally.js";
import { assertWeight } from "../../src/answers/weight.js";

it("is 0, or within what can be squared and summed", () => {
  for (const weight of [0, 1e-100, 0.5, 1e100]) expect(() => assertWeight("weight", weight)).not.toThrow();
  for (const weight of [-1, 1e-101, 1e101, Infinity, Number.NaN])
    expect(() => assertWeight("weight", weight)).toThrow(
      new RangeError(`weight must be 0, or from 1e-100 to 1e100, got ${weight}`),
    );
});

it("has squares that its answers can have: none of no weight, from equal ones to one alone", () => {
  const of = (n: number, weight: number, weightSq: number) => () => tally([{ score: 9, n, weight, weightSq }]);
  for (const squares of [2, 3, 4]) expect(of(2, 2, squares)).not.toThrow();
  for (const squares of [0, 1.9, 4.1, Number.NaN]) expect(of(2, 2, squares)).toThrow("weightSq");
  expect(of(2, 0, 0)).not.toThrow();
  expect(of(2, 0, 1)).toThrow("weightSq");
});
