import { describe, expect, it } from "vitest";
import {
  CES,
  type CompareAllOptions,
  ces,
  compare,
  compareAll,
  csat,
  type Measurement,
  measure,
  measureClustered,
  NPS,
  nps,
  segment,
} from "../../src/index.js";

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
const doubled = nps([
  { score: 10, weight: 2 },
  { score: 1, weight: 2 },
]);
const clustered = measureClustered([9, 9, 1, 3], {
  definition: NPS,
  score: (rating) => rating,
  cluster: (_, index) => index < 2,
});
/** The net score of bands that have names of their own. */
const renamed = measure([10, 1], {
  ...NPS,
  bands: [
    { name: "critic", sentiment: "negative" },
    { name: "fan", sentiment: "positive", from: 9 },
  ],
});

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

  it("takes the rest for one sample of all its respondents", () => {
    // 1 and 3 beside 5 and 6: variances of the means of 1 and ¼.
    const [, , last] = compareAll([ces([1]), ces([3]), ces([5, 6])], { against: "rest", method: "z" });
    expect(last).toMatchObject({ difference: 3.5, standardError: expect.closeTo(Math.sqrt(1.25), 12) });
    const parts = [csat([5, 5, 1]), csat([5, 2]), csat([1, 4, 4, 3])];
    const against = compareAll(parts, { against: "rest" })[2]!;
    const { before, after, adjustedPValue, ...comparison } = against;
    expect(comparison).toEqual(compare(csat([5, 5, 1, 5, 2]), parts[2]!));
    expect([before, after, adjustedPValue]).toEqual(["rest", "2", expect.any(Number)]);
  });

  it("has the degrees of freedom of the whole rest, also of rows that could have been clustered", () => {
    const groups = [[1, 2, 7, 5], [3], [5, 6]];
    const byRow = groups.map((ratings) => measureClustered(ratings, { definition: CES, score: (rating) => rating }));
    const [plain, clustered] = [groups.map((ratings) => ces(ratings)), byRow].map((list) =>
      compareAll(list, { against: "rest" }).map(({ df, pValue }) => [df, pValue]),
    );
    expect(clustered).toEqual(plain);
  });

  it("has nobody more in the rest for a measurement of nobody", () => {
    const [first, second] = [nps([9, 8, 1]), nps([10, 3])];
    const [withEmpty, without] = [
      [first, nps([]), second],
      [first, second],
    ].map((list) => compareAll(list, { against: "rest", adjust: "none" }));
    expect(withEmpty![0]).toEqual(without![0]);
    expect(withEmpty![1]).toMatchObject({ difference: null, pValue: null, adjustedPValue: null });
  });

  it("has no standard error of a rest of one answer", () => {
    const [first] = compareAll([ces([5, 6]), ces([3])], { against: "rest" });
    expect(first).toMatchObject({ difference: 2.5, standardError: null, interval: null, pValue: null });
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
    ["weights that are all 2 against the rest", [doubled, nps([9])], { against: "rest" }, /weighted measurements/],
    ["clustered ones against the rest", [clustered, nps([9])], { against: "rest" }, /clustered or weighted/],
    [
      "bands of other names against the rest",
      [nps([9]), renamed],
      { against: "rest" },
      /one set of bands .* fan \(positive\)/,
    ],
    ["two metrics", [nps([9]), shop(1)], {}, /one metric/],
    ["something that is no measurement", { a: nps([9]), b: 9 }, {}, /measurement 1 must be a measurement.* got 9/],
    [
      "a suppressed segment",
      segment([9, 10, 3], { by: (score) => score > 3, score: (score) => score, metric: nps, minN: 5 }),
      {},
      /^measurement 0: n must be a whole number from 0 \(null: suppressed\), got null$/,
    ],
    ["something else to compare with", shops, { against: "all" as "rest" }, /against must be pairs or rest, got "all"/],
    ["an unknown adjustment", shops, { adjust: "tukey" as "bh" }, /method must be holm .* got "tukey"/],
    ["a wrong method", [nps([9]), nps([1])], { method: "newcombe" }, /method for net scores .* got "newcombe"/],
    ["level 95", shops, { level: 95 }, /level .* got 95/],
    ["nothing", null, {}, /^measurements must be an object or a list of measurements, got null$/],
    ["a Map", new Map(Object.entries(shops)), {}, /^measurements must be an object or a list .* got an object$/],
    ["a Set", new Set(Object.values(shops)), {}, /^measurements must be an object or a list .* got an object$/],
    [
      "a hole in a list",
      Object.assign(Array(3), { 0: shop(1), 2: shop(2) }),
      {},
      /^measurement 1 must be a measurement.* got undefined$/,
    ],
    ["a number", 5, {}, /^measurements must be an object or a list of measurements, got 5$/],
  ])("refuses %s", (_, measurements, options, message) => {
    expect(() => compareAll(measurements as Measurement[], options)).toThrow(message);
  });

  it("takes very many against the rest, and a thousand in pairs", () => {
    const many = Array.from({ length: 20_000 }, (_, index) => ces([(index % 7) + 1, 4]));
    const all = compareAll(many, { against: "rest", method: "z", adjust: "none" });
    // By hand: all answers of 20 000 times 4 and 1 to 7, less 1 and 4.
    const sum = many.reduce((total, { mean }) => total + 2 * mean!, 0);
    expect(all[0]!.difference).toBeCloseTo(2.5 - (sum - 5) / 39_998, 12);
    expect(all.at(-1)!.difference).toBeCloseTo(many.at(-1)!.score! - (sum - 2 * many.at(-1)!.score!) / 39_998, 12);
    expect(() => compareAll(many)).toThrow(
      new RangeError("the number of measurements must be at most 1000 in pairs, got 20000"),
    );
  });

  it("throws a TypeError for weighted measurements, and compares these and other bands in pairs", () => {
    expect(() => compareAll([weighted, nps([9])], { against: "rest" })).toThrow(TypeError);
    expect(compareAll([weighted, nps([9])])).toHaveLength(1);
    expect(compareAll([renamed, nps([9, 1])])).toMatchObject([{ difference: 0, pValue: 1 }]);
  });
});
