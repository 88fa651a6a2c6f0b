import { describe, expect, it } from "vitest";
import { mergeBy, tallyBy } from "../../src/index.js";

describe("tallyBy", () => {
  it("names the only accessor key", () => {
    expect(tallyBy([3], { by: () => "a", score: (row) => row })).toEqual([
      { keys: { key: "a" }, score: 3, n: 1, weight: 1, weightSq: 1 },
    ]);
  });

  it("takes columns and weights", () => {
    const tallied = tallyBy(3, { by: ["b", "a", "b"], score: Uint8Array.of(9, 8, 9), weight: [2, 1, 3] });
    expect(tallied).toEqual([
      { keys: { key: "a" }, score: 8, n: 1, weight: 1, weightSq: 1 },
      { keys: { key: "b" }, score: 9, n: 2, weight: 5, weightSq: 13 },
    ]);
  });

  it("refuses an answer with the index of its row", () => {
    const rows = [5, 4, "x" as never];
    expect(() => tallyBy(rows, { by: () => "a", score: (row) => row })).toThrow("score at index 2");
    expect(() => tallyBy([5, 5], { by: () => "a", score: () => 5, weight: [1, -1] })).toThrow("weight at index 1");
  });

  it("names the accessor that gives no column", () => {
    const wanted = "must be a function of a row, or a column of values, got 5";
    expect(() => tallyBy([5], { by: () => "a", score: 5 as never })).toThrow(`score ${wanted}`);
    expect(() => tallyBy([5], { by: () => "a", score: () => 5, weight: 5 as never })).toThrow(`weight ${wanted}`);
  });
});

describe("mergeBy", () => {
  const a = tallyBy([5], { by: { shop: () => "a" }, score: (row) => row });

  it("is [] of nothing", () => {
    expect(mergeBy()).toEqual([]);
    expect(mergeBy([], [])).toEqual([]);
  });

  it("refuses other dimensions, and rows without keys", () => {
    const other = tallyBy([5], { by: { town: () => "a" }, score: (row) => row });
    expect(() => mergeBy<string>(a, other)).toThrow('keys of row 1 must be shop, as in the first row, got "town"');
    const both = tallyBy([5], { by: { shop: () => "a", town: () => "b" }, score: (row) => row });
    expect(() => mergeBy<string>(both, a)).toThrow('keys of row 1 must be shop, town, as in the first row, got "shop"');
    for (const row of [{ score: 5, n: 1 }, null, undefined])
      expect(() => mergeBy([row as never])).toThrow(
        "keys of row 0 must be an object with the keys of a segment, got undefined",
      );
  });

  it("takes keys in the order that a database stores them in", () => {
    const both = tallyBy([5], { by: { shop: () => "a", town: () => "b" }, score: (row) => row });
    const [row] = both;
    const stored = [{ ...row!, keys: { town: "b", shop: "a" } }];
    expect(mergeBy(both, stored)).toEqual([{ ...row, n: 2, weight: 2, weightSq: 2 }]);
  });
});
