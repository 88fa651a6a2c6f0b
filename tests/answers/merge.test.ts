import { expect, it } from "vitest";
import { type Answers, merge, nps, tally } from "../../src/index.js";

it("adds the rows of one score", () => {
  const monday = tally([9, 9, { score: 10, weight: 3 }]);
  const tuesday = tally([10, null]);
  expect(merge(monday, tuesday)).toStrictEqual([
    { score: 9, n: 2, weight: 2, weightSq: 2 },
    { score: 10, n: 2, weight: 4, weightSq: 10 },
    { score: null, n: 1, weight: 1, weightSq: 1 },
  ]);
});

it("pools the answers instead of averaging the scores", () => {
  const [many, few] = [tally([10, 10, 10, 9]), tally([6])];
  // The mean of 100 and −100 would be 0.
  expect(nps(merge(many, few)).score).toBe(60);
});

it("takes any number of parts, also those that are no tallies yet", () => {
  expect(merge()).toStrictEqual([]);
  expect(merge([3, 1])).toStrictEqual(tally([1, 3]));
  expect(merge([1], new Set([2]), new Uint8Array([3]), [4].values())).toStrictEqual(tally([1, 2, 3, 4]));
});

it("refuses what tally refuses", () => {
  expect(() => merge([1], [2, "3"] as Answers)).toThrow(TypeError);
  expect(() => merge([1], [2, "3"] as Answers)).toThrow('score at index 1 must be a finite number or null, got "3"');
  expect(() => merge([1], null as unknown as Answers)).toThrow("answers must be an iterable");
});
