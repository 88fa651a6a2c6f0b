import { describe, expect, it } from "vitest";
import { type CsiOptions, type CsiResponse, csi } from "../../src/index.js";

describe("csi", () => {
  it("is the mean of the respondents' own indices", () => {
    const { score, mean, n, items } = csi([
      [10, 10],
      [1, 10],
    ]);
    expect([score, mean, n]).toEqual([75, 7.75, 2]);
    expect(items).toEqual([
      { mean: 5.5, n: 2, missing: 0 },
      { mean: 10, n: 2, missing: 0 },
    ]);
  });

  it("counts respondents who rated at least half the items, by those", () => {
    const { score, n, missing, items } = csi([
      [10, null],
      [null, null],
      [null, undefined],
      [1, 1],
    ]);
    expect([score, n, missing]).toEqual([50, 2, 2]);
    expect(items[1]).toEqual({ mean: 1, n: 1, missing: 3 });
  });

  it("leaves out who rated one item of three", () => {
    expect(
      csi([
        [10, null, null],
        [1, 1, null],
      ]),
    ).toMatchObject({ score: 0, n: 1, missing: 1 });
  });

  it("leaves out who rated only items without weight", () => {
    expect(
      csi(
        [
          [null, 10],
          [10, 1],
        ],
        { weights: [1, 0] },
      ),
    ).toMatchObject({ score: 100, n: 1, missing: 1 });
  });

  it("says what it measures", () => {
    const index = { metric: "csi", statistic: "index", better: "higher", invalid: 0, bands: {} };
    expect(csi([[4]])).toMatchObject({ ...index, scale: { min: 1, max: 10, step: 1 } });
    const scale = { min: 0, max: 100, step: null };
    expect(csi([[4.5]], { scale })).toMatchObject({ ...index, scale });
  });

  it("is null where nobody counts", () => {
    expect(csi([])).toMatchObject({ score: null, n: 0, missing: 0, interval: null, items: [] });
    expect(csi([[null]])).toMatchObject({ score: null, n: 0, missing: 1, standardError: null });
  });

  it("weighs items by weights, by their importance, or by each respondent's own", () => {
    const ratings = [10, 1];
    expect(csi([ratings], { weights: [3, 1] }).score).toBe(75);
    expect(csi([ratings], { importance: [9, 3] }).score).toBe(75);
    expect(csi([{ items: ratings, importance: [3, 1] }]).score).toBe(75);
    expect(csi([{ items: ratings, importance: [3, 1] }], { weights: [1, 1] }).score).toBe(50);
  });

  it("is exactly what equal ratings are, whatever the weights", () => {
    // Σwx / Σw in doubles: 10.000000000000002 and 7.000000000000001
    const weights = [0.1, 0.1, 0.7];
    const best = csi([Array.from(weights, () => 10)], { weights });
    expect(best).toMatchObject({ score: 100, mean: 10 });
    const alike = [
      [7, 7, 7],
      [7, 7, null],
    ];
    expect(csi(alike, { weights })).toMatchObject({ mean: 7, standardError: 0 });
  });

  it("weighs respondents", () => {
    const answers: CsiResponse[] = [
      { items: [10], weight: 3 },
      { items: [1], weight: 1 },
    ];
    expect(csi(answers)).toMatchObject({ score: 75, weight: 4, effectiveN: 1.6 });
  });

  it("takes another scale, level and method", () => {
    expect(csi([[5, 3]], { scale: { min: 1, max: 5 } }).score).toBe(75);
    const of = (options: CsiOptions) => csi([[4], [6], [9]], options).interval!;
    expect(of({ level: 0.9 }).low).toBeGreaterThan(of({}).low);
    expect(of({ interval: "wald" }).low).toBeGreaterThan(of({}).low);
  });

  it.each<[string, unknown, CsiOptions, RegExp]>([
    ["an 11", [[1, 11]], {}, /csi: item 2 of response 0 must be from 1 to 10 .* got 11/],
    ["text", [["9"]], {}, /item 1 of response 0 .* got "9"/],
    ["another number of items", [[1, 2], [1]], {}, /number of items of response 1 must be 2, got 1/],
    ["a number in place of a list", [5], {}, /response 0 must be a list of ratings, or { items } with one, got 5/],
    ["weights of another number", [[1, 2]], { weights: [1] }, /number of items of response 0 must be 1, got 2/],
    [
      "a negative weight of an item",
      [[1, 2]],
      { weights: [1, -1] },
      /item weights must be 0, or from 1e-100 to 1e100, got -1/,
    ],
    ["a scale of null", [[1]], { scale: null as never }, /^csi: scale.min must be within ±1e15, got undefined$/],
    ["weights and importance", [[1]], { weights: [1], importance: [1] }, /cannot both be given/],
    [
      "importance of some only",
      [{ items: [1], importance: [2] }, [1]],
      {},
      /importance of response 1 must be given, as before/,
    ],
    [
      "importance of some others only",
      [[1], { items: [1], importance: [2] }],
      {},
      /^importance of response 1 must be left out, as before, got an array$/,
    ],
    [
      "importance below 0",
      [{ items: [1, 2], importance: [1, -1] }],
      {},
      /^importance of response 0 must be 0, or from 1e-100 to 1e100, got -1$/,
    ],
    [
      "importance of another number of items",
      [{ items: [1, 2], importance: [1] }],
      {},
      /^importance of response 0 must be a list of 2 numbers, got an array$/,
    ],
    [
      "importance in text",
      [{ items: [1, 2], importance: "31" }],
      {},
      /^importance of response 0 must be a list of numbers, got "31"$/,
    ],
    ["one weight for all", [[1, 2]], { weights: 5 as never }, /^item weights must be a list of numbers, got 5$/],
    ["one weight of 0", [[1, 2]], { weights: 0 as never }, /^item weights must be a list of numbers, got 0$/],
    [
      "a weight that is undefined",
      [[1, 2]],
      { weights: [undefined, 1] as never },
      /^item weights must be 0, or from 1e-100 to 1e100, got undefined$/,
    ],
    ["weights of 0", [[1, 2]], { weights: [0, 0] }, /^item weights must be above 0 for one item at least, got "0, 0"$/],
    ["no items", [[]], {}, /^the number of items of response 0 must be 1 or more, got 0$/],
    ["a scale without extent", [], { scale: { min: 1, max: 1 } }, /^csi: scale.max must be above scale.min 1/],
    ["a wrong survey weight", [{ items: [1], weight: -1 }], {}, /weight of response 0 .* got -1/],
    ["no list", null, {}, /responses must be an iterable/],
  ])("refuses %s", (_, responses, options, message) => {
    expect(() => csi(responses as CsiResponse[], options)).toThrow(message);
  });
});
