import { describe, expect, it } from "vitest";
import { cronbachAlpha, type ItemRows, itemAnalysis } from "../../src/index.js";

describe("cronbachAlpha", () => {
  it("leaves rows with a gap out and counts them", () => {
    const rows = [
      [4, 5],
      [2, 3],
      [5, null],
      [1, 1],
      [undefined, 2],
    ];
    expect(cronbachAlpha(rows)).toMatchObject({ n: 3, missing: 2, items: 2 });
    expect(cronbachAlpha(rows).alpha).toBe(cronbachAlpha(rows.filter((row) => row.every((x) => x != null))).alpha);
  });

  it("of two items is (1 − Σ variances / variance of the sum) × 2", () => {
    // Variances 5/3 and 8/3, covariance 2 (divisor 3): sum 25/3.
    const rows = [
      [1, 2],
      [2, 2],
      [3, 5],
      [4, 5],
    ];
    const [varianceA, varianceB, covariance] = [5 / 3, 3, 2];
    expect(cronbachAlpha(rows).alpha).toBeCloseTo(
      2 * (1 - (varianceA + varianceB) / (varianceA + varianceB + 2 * covariance)),
      12,
    );
  });

  it.each<[string, (number | null)[][]]>([
    ["no rows", []],
    ["one row", [[1, 2]]],
    ["one item", [[1], [2]]],
    [
      "constant items",
      [
        [3, 3],
        [3, 3],
      ],
    ],
    [
      "items whose sum is constant",
      [
        [1, 5],
        [5, 1],
      ],
    ],
    [
      "fractions that do not vary",
      [
        [0.1, 0.3],
        [0.1, 0.3],
        [0.1, 0.3],
      ],
    ],
  ])("is not defined for %s", (_, rows) => {
    expect(cronbachAlpha(rows)).toMatchObject({ alpha: null, interval: null });
  });

  it("is at most 1, as are its limits, of any number of items that are alike", () => {
    for (let items = 2; items <= 60; items++) {
      const { alpha, interval } = cronbachAlpha([1, 2, 5, 7].map((rating) => Array(items).fill(rating)));
      expect(alpha).toBeCloseTo(1, 12);
      for (const figure of [alpha, interval!.low, interval!.high]) expect(figure).toBeLessThanOrEqual(1);
    }
  });

  it("has no standardized value where one item is constant, but an alpha", () => {
    const { alpha, standardized } = cronbachAlpha([
      [1, 2, 4],
      [2, 3, 4],
      [5, 4, 4],
    ]);
    expect(alpha).toBeGreaterThan(0);
    expect(standardized).toBeNull();
  });

  it("may be negative, where items contradict each other", () => {
    const { alpha, interval } = cronbachAlpha([
      [1, 6],
      [2, 4],
      [6, 2],
      [5, 3],
    ]);
    expect(alpha).toBeLessThan(0);
    expect(interval!.low).toBeLessThan(alpha!);
  });

  it("is defined from two rows up", () => {
    // Variances 2 and 1/2, covariance 1, correlation 1: 2 (1 − 2.5 / 4.5).
    const { alpha, standardized, interval } = cronbachAlpha([
      [1, 2],
      [3, 3],
    ]);
    expect(alpha).toBeCloseTo(8 / 9, 12);
    expect(standardized).toBeCloseTo(1, 12);
    expect(interval).toMatchObject({ level: 0.95, method: "feldt" });
  });

  it.each([1e-7, 1e7])("is the same in another unit, %d", (unit) => {
    const rows = [
      [1, 2],
      [2, 2],
      [3, 5],
      [4, 5],
    ];
    // Variances 5/3 and 3, covariance 2.
    const alpha = 2 * (1 - (5 / 3 + 3) / (5 / 3 + 3 + 4));
    expect(cronbachAlpha(rows.map((row) => row.map((rating) => rating * unit))).alpha).toBeCloseTo(alpha, 9);
  });

  it("takes ratings up to 1e15", () => {
    expect(cronbachAlpha([[1e15, -1e15]]).n).toBe(1);
    expect(() => cronbachAlpha([[1, 2e15]])).toThrow(
      /^row 0, item 2, must be a finite number or null, and within ±1e15/,
    );
  });

  it("has a wider interval at a higher level", () => {
    const rows = [
      [1, 2],
      [2, 2],
      [4, 5],
      [6, 4],
    ];
    expect(cronbachAlpha(rows, { level: 0.99 }).interval!.low).toBeLessThan(cronbachAlpha(rows).interval!.low);
  });

  it.each<[string, unknown, RegExp]>([
    ["rows of different lengths", [[1, 2], [1]], /row 1 must be 2, as in the first row, got 1/],
    ["text", [[1, "2"]], /row 0, item 2, must be a finite number or null, and within ±1e15, got "2"/],
    ["NaN", [[1, Number.NaN]], /row 0, item 2, .* got NaN/],
    ["a number in place of a row", [1], /row 0 must be a list/],
    ["no rows", null, /rows must be an iterable/],
  ])("refuses %s", (_, rows, message) => {
    expect(() => cronbachAlpha(rows as ItemRows)).toThrow(message);
    expect(() => itemAnalysis(rows as ItemRows)).toThrow(message);
  });
});

describe("itemAnalysis", () => {
  it("finds the item that does not fit", () => {
    const rows = [
      [6, 5, 2],
      [4, 4, 3],
      [7, 6, 2],
      [3, 3, 5],
      [6, 6, 1],
    ];
    const { items } = itemAnalysis(rows);
    expect(items[2]!.itemTotalCorrelation).toBeLessThan(0);
    expect(items[2]!.alphaIfDeleted).toBeGreaterThan(cronbachAlpha(rows).alpha!);
    expect(items[2]!.alphaIfDeleted).toBeCloseTo(cronbachAlpha(rows.map((row) => row.slice(0, 2))).alpha!, 12);
  });

  it("has no alpha if deleted of two items, and no correlation of a constant one", () => {
    const { items } = itemAnalysis([
      [1, 4],
      [2, 4],
      [4, 4],
    ]);
    expect(items.map((item) => [item.itemTotalCorrelation, item.alphaIfDeleted])).toEqual([
      [null, null],
      [null, null],
    ]);
    expect(items[1]).toMatchObject({ mean: 4, standardDeviation: 0 });
  });

  it("has correlations within ±1, also by rounding", () => {
    const { items } = itemAnalysis([
      [1, 1, 1, 4, 1],
      [1, 2, 5, 1, 4],
      [1, 1, 1, 3, 2],
    ]);
    for (const { itemTotalCorrelation: correlation } of items)
      if (correlation !== null) expect(Math.abs(correlation)).toBeLessThanOrEqual(1);
  });

  it("has null of too few rows", () => {
    expect(itemAnalysis([[1, 2]]).items[0]).toEqual({
      mean: 1,
      standardDeviation: null,
      itemTotalCorrelation: null,
      alphaIfDeleted: null,
    });
    expect(itemAnalysis([]).items).toEqual([]);
    const nothing = { mean: null, standardDeviation: null, itemTotalCorrelation: null, alphaIfDeleted: null };
    expect(itemAnalysis([[1, null]])).toEqual({ n: 0, missing: 1, items: [nothing, nothing] });
  });

  it("has every figure of two rows", () => {
    // Items 2 and 3 have variances 2 and 1/2 and covariance 1: alpha 2 (1 − 2.5 / 4.5).
    const { items } = itemAnalysis([
      [5, 1, 2],
      [1, 3, 3],
    ]);
    expect(items[0]!.mean).toBe(3);
    expect(items[0]!.standardDeviation).toBeCloseTo(Math.sqrt(8), 12);
    expect(items[0]!.itemTotalCorrelation).toBeCloseTo(-1, 12);
    expect(items[0]!.alphaIfDeleted).toBeCloseTo(8 / 9, 12);
  });
});
