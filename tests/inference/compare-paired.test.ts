import { describe, expect, it } from "vitest";
import { type ComparePairedOptions, comparePaired, type MetricDefinition, NPS } from "../../src/index.js";

type Pairs = Parameters<typeof comparePaired>[0];

const pairs: Pairs = [
  [6, 9],
  [9, 9],
  [8, 10],
  [3, 3],
  [7, null],
];

describe("comparePaired", () => {
  it("compares the respondents' own differences", () => {
    const { difference, standardError, statistic, df, n, missing, before, after } = comparePaired(pairs, NPS);
    expect([difference, df, n, missing, before.score, after.score]).toEqual([75, 3, 4, 1, -25, 50]);
    // Differences of 200, 0, 100 and 0.
    expect(standardError).toBeCloseTo(Math.sqrt(27500 / 3 / 4), 12);
    expect(statistic).toBeCloseTo(75 / Math.sqrt(27500 / 12), 12);
  });

  it("takes the respondents' mean difference over its standard deviation, corrected, for the effect", () => {
    // Differences of 2, 4 and 6: their mean 4, standard deviation 2, and the correction Γ(1) / (Γ(½) √1) for df = 2.
    const { effect, method, interval } = comparePaired(
      [
        [1, 3],
        [3, 7],
        [4, 10],
      ],
      NPS,
      { statistic: "mean" },
    );
    expect(effect).toEqual({ name: "hedges-g", value: expect.closeTo(2 / Math.sqrt(Math.PI), 12) });
    expect([method, interval!.method]).toEqual(["paired-t", "paired-t"]);
  });

  it("finds no change where as many became promoters as ceased to be", () => {
    const change = (gained: number, lost: number) =>
      comparePaired([...Array(gained).fill([1, 9]), ...Array(lost).fill([9, 1])], NPS).mcnemar;
    expect(change(2, 2)).toEqual({ gained: 2, lost: 2, statistic: 0, pValue: 1, exactPValue: 1 });
    expect(change(1, 2).exactPValue).toBeCloseTo(1, 12);
    // 2 (1 + 4) / 2⁴
    expect(change(3, 1).exactPValue).toBeCloseTo(0.625, 12);
    expect(change(1, 3).exactPValue).toBeCloseTo(0.625, 12);
  });

  it("counts who moved between bands", () => {
    const { transition, mcnemar } = comparePaired(pairs, NPS);
    expect(transition).toEqual({
      detractor: { detractor: 1, passive: 0, promoter: 1 },
      passive: { detractor: 0, passive: 0, promoter: 1 },
      promoter: { detractor: 0, passive: 0, promoter: 1 },
    });
    expect(mcnemar).toEqual({
      gained: 2,
      lost: 0,
      statistic: 2,
      pValue: expect.closeTo(0.1573, 4),
      exactPValue: expect.closeTo(0.5, 12),
    });
  });

  it("takes another statistic and level", () => {
    expect(comparePaired(pairs, NPS, { statistic: "mean" }).difference).toBe(5 / 4);
    expect(comparePaired(pairs, NPS, { statistic: "share" }).difference).toBe(50);
    expect(comparePaired(pairs, NPS, { statistic: "index" }).difference).toBe(12.5);
    const { interval, before } = comparePaired(pairs, NPS, { level: 0.5 });
    expect([interval!.level, before.interval!.level]).toEqual([0.5, 0.5]);
    expect(interval!.low).toBeGreaterThan(comparePaired(pairs, NPS).interval!.low);
  });

  it("is certain where all changed alike", () => {
    const of = (given: Pairs) => comparePaired(given, NPS, { statistic: "mean" });
    const none = { standardError: 0, statistic: null, effect: { value: null } };
    expect(
      of([
        [1, 2],
        [5, 6],
      ]),
    ).toMatchObject({ ...none, difference: 1, pValue: 0, interval: { low: 1, high: 1 } });
    expect(
      of([
        [1, 1],
        [5, 5],
      ]),
    ).toMatchObject({ ...none, difference: 0, pValue: 1, interval: { low: 0, high: 0 } });
  });

  it("is null where nobody or one answered twice", () => {
    const nobody = { difference: null, standardError: null, interval: null, pValue: null, effect: { value: null } };
    const unchanged = { gained: 0, lost: 0, statistic: null, pValue: null, exactPValue: 1 };
    expect(comparePaired([], NPS)).toMatchObject({ ...nobody, n: 0, missing: 0, mcnemar: unchanged });
    for (const half of [
      [9, undefined],
      [undefined, 9],
      [9, null],
      [null, 9],
    ] as const)
      expect(comparePaired([half], NPS)).toMatchObject({ ...nobody, n: 0, missing: 1 });
    expect(comparePaired([[1, 9]], NPS)).toMatchObject({ difference: 200, interval: null, pValue: null, n: 1 });
  });

  it.each<[string, unknown, ComparePairedOptions, RegExp]>([
    ["numbers in place of pairs", [[1, 2], 9], {}, /^pair 1 must be a list of two ratings, \[before, after\], got 9$/],
    ["three answers", [[1, 2, 3]], {}, /pair 0 must be .* got an array/],
    ["an object", [{ before: 1, after: 2 }], {}, /pair 0 must be .* got an object/],
    [
      "a tally in a pair",
      [
        [1, 2],
        [{ score: 9 }, 3],
      ],
      {},
      /rating of pair 1 must be .* or null, got an object/,
    ],
    ["a list in a pair", [[3, [9]]], {}, /rating of pair 0 must be .* or null, got an array/],
    ["text", "19", {}, /pairs must be an iterable .* got "19"/],
    ["nothing", null, {}, /pairs must be an iterable .* got null/],
    ["a rating off the scale", [[1, 11]], {}, /nps: .* got 11/],
    ["text in a pair", [["9", 9]], {}, /nps: .* got "9"/],
    ["level 95", [], { level: 95 }, /level .* got 95/],
    ["an unknown statistic", [], { statistic: "median" as "mean" }, /statistic must be .* got "median"/],
  ])("refuses %s", (_, given, options, message) => {
    expect(() => comparePaired(given as Pairs, NPS, options)).toThrow(message);
  });

  it.each<[string, Pairs]>([
    [
      "after a pair that is not complete",
      [
        [null, 5],
        [11, 5],
      ],
    ],
    [
      "in a pair that is not complete",
      [
        [5, 5],
        [null, 11],
      ],
    ],
    [
      "where the second one is missing",
      [
        [5, 5],
        [11, undefined],
      ],
    ],
  ])("names the pair of a wrong rating %s", (_, given) => {
    expect(() => comparePaired(given, NPS)).toThrow(
      /^nps: rating of pair 1 must be from 0 to 10 in steps of 1 or null, got 11$/,
    );
  });

  it("refuses no definition", () => {
    expect(() => comparePaired([], undefined as unknown as MetricDefinition)).toThrow(
      /definition must be .* got undefined/,
    );
  });
});
