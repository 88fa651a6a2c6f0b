import { describe, expect, it } from "vitest";
import { type CompareAllOptions, compareAll, csat, type Measurement, nps } from "../../src/index.js";

const shop = (satisfied: number) =>
  csat([
    { score: 5, n: satisfied },
    { score: 1, n: 100 - satisfied },
  ]);
const shops = { north: shop(80), south: shop(78), west: shop(60) };
const weighted = nps([
  { score: 10, weight: 2 },
  { score: 1, weight: 1 },
]);

describe("compareAll", () => {
  it("compares each pair", () => {
    const all = compareAll(shops);
    expect(all.map(({ before, after }) => [before, after])).toEqual([
      ["north", "south"],
      ["north", "west"],
      ["south", "west"],
    ]);
    expect(all.map(({ difference }) => difference)).toEqual([-2, -20, -18]);
    // By hand from 81, 79 and 61 of 102 answers: z = 0.3406, 3.116 and 2.766.
    const expected = [0.7334, 0.0055, 0.0113];
    all.forEach(({ adjustedPValue }, index) => {
      expect(Math.abs(adjustedPValue! - expected[index]!)).toBeLessThan(5.1e-5);
    });
  });

  it("compares each with the rest", () => {
    const all = compareAll(shops, { against: "rest" });
    expect(all.map(({ before, after, difference }) => [before, after, difference])).toEqual([
      ["rest", "north", expect.closeTo(11, 10)],
      ["rest", "south", expect.closeTo(8, 10)],
      ["rest", "west", expect.closeTo(-19, 10)],
    ]);
  });

  it("names the measurements of a list by their index", () => {
    expect(compareAll([shop(1), shop(2)])).toMatchObject([{ before: "0", after: "1", difference: 1 }]);
  });

  it("takes another adjustment, method and level", () => {
    const raw = compareAll(shops).map(({ pValue }) => pValue);
    expect(compareAll(shops, { adjust: "none" }).map((one) => one.adjustedPValue)).toEqual(raw);
    expect(compareAll(shops, { adjust: "bonferroni" })[1]!.adjustedPValue).toBeCloseTo(3 * raw[1]!, 12);
    expect(compareAll(shops, { method: "z", level: 0.9 })[0]).toMatchObject({
      method: "z",
      interval: { level: 0.9, method: "z" },
    });
  });

  it("leaves comparisons that cannot be made out of the adjustment", () => {
    const [, , last] = compareAll([nps([]), nps([1, 9]), nps([10, 9])]);
    expect(last!.adjustedPValue).toBe(last!.pValue);
    expect(compareAll([nps([]), nps([9])])[0]!.adjustedPValue).toBeNull();
  });

  it("compares nothing where there is nothing to compare", () => {
    expect(compareAll({})).toEqual([]);
    expect(compareAll([nps([9])])).toEqual([]);
    expect(compareAll([], { against: "rest" })).toEqual([]);
  });

  it("cannot say anything of one measurement against a rest of nobody", () => {
    const [only] = compareAll({ one: nps([9, 1]) }, { against: "rest" });
    expect(only).toMatchObject({ before: "rest", after: "one", difference: null, pValue: null, adjustedPValue: null });
  });

  it("takes any number of unweighted answers against the rest", () => {
    const many = nps([{ score: 10, n: 94_906_267 }]);
    const [first] = compareAll([nps([10, 1]), many], { against: "rest" });
    expect(first!.difference).toBe(-100);
  });

  it("does not take respondents without weight for a score of 0 in the rest", () => {
    const without = nps([
      { score: 3, weight: 0 },
      { score: 1, weight: 0 },
    ]);
    expect(() => compareAll([nps([10]), nps([9, 9]), without], { against: "rest" })).toThrow(/weighted/);
  });

  it.each<[string, unknown, CompareAllOptions, RegExp]>([
    ["weighted ones against the rest", [weighted, nps([9])], { against: "rest" }, /weighted measurements/],
    ["two metrics", [nps([9]), shop(1)], {}, /one metric/],
    ["something that is no measurement", { a: nps([9]), b: 9 }, {}, /measurement 1 must be a measurement.* got 9/],
    ["something else to compare with", shops, { against: "all" as "rest" }, /against must be pairs or rest, got "all"/],
    ["an unknown adjustment", shops, { adjust: "tukey" as "bh" }, /method must be holm .* got "tukey"/],
    ["a wrong method", [nps([9]), nps([1])], { method: "newcombe" }, /method for a net .* got "newcombe"/],
    ["level 95", shops, { level: 95 }, /level .* got 95/],
    ["nothing", null, {}, /measurements must be/],
  ])("refuses %s", (_, measurements, options, message) => {
    expect(() => compareAll(measurements as Measurement[], options)).toThrow(message);
  });

  it("throws a TypeError for weighted measurements", () => {
    expect(() => compareAll([weighted, nps([9])], { against: "rest" })).toThrow(TypeError);
    expect(compareAll([weighted, nps([9])])).toHaveLength(1);
  });
});
