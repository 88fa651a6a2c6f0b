import { describe, expect, it } from "vitest";
import {
  type CompareMethod,
  type CompareOptions,
  ces,
  compare,
  csat,
  type Measurement,
  measure,
  NPS,
  nps,
  POLARITY,
  SENTIMENT,
} from "../../src/index.js";

const npsOf = (promoters: number, passives: number, detractors: number) =>
  nps([
    { score: 10, n: promoters },
    { score: 8, n: passives },
    { score: 3, n: detractors },
  ]);
const csatOf = (satisfied: number, others: number) =>
  csat([
    { score: 5, n: satisfied },
    { score: 1, n: others },
  ]);
const [march, april] = [npsOf(40, 35, 25), npsOf(55, 30, 15)];

describe("compare", () => {
  it("adds answers to a net score", () => {
    const { difference, interval, statistic, df, pValue, method } = compare(march, april);
    expect([difference, df, method]).toEqual([25, null, "adjusted-wald"]);
    // 66.5 and 71.5 of 103 answers for or against, adjusted scores of 15 and 40 in 103.
    const variance = (66.5 / 103 - (15 / 103) ** 2 + 71.5 / 103 - (40 / 103) ** 2) / 103;
    expect(statistic).toBeCloseTo(25 / 103 / Math.sqrt(variance), 12);
    expect(interval!.low).toBeCloseTo(3.4, 1);
    expect(interval!.high).toBeCloseTo(45.1, 1);
    expect(pValue).toBeCloseTo(0.023, 3);
  });

  it.each<[CompareMethod, number]>([
    ["wald", 100 * Math.sqrt((0.65 - 0.15 ** 2 + 0.7 - 0.4 ** 2) / 100)],
    ["z", 100 * Math.sqrt((0.65 - 0.15 ** 2 + 0.7 - 0.4 ** 2) / 99)],
    ["welch", 100 * Math.sqrt((0.65 - 0.15 ** 2 + 0.7 - 0.4 ** 2) / 99)],
  ])("takes the standard error of %s", (method, expected) => {
    const { standardError, interval, df } = compare(march, april, { method });
    expect(standardError).toBeCloseTo(expected, 10);
    expect(interval!.method).toBe(method);
    expect(df === null).toBe(method !== "welch");
  });

  it("adds two answers to a share, or combines Wilson intervals", () => {
    const [a, b] = [csatOf(6, 4), csatOf(9, 1)];
    expect(compare(a, b).standardError).toBeCloseTo(100 * Math.sqrt((7 * 5 + 10 * 2) / 12 ** 3), 10);
    const { interval, standardError, statistic } = compare(a, b, { method: "newcombe" });
    // Wilson: 31.27 to 83.18 and 59.58 to 98.21.
    expect(interval!.low).toBeCloseTo(30 - Math.hypot(90 - 59.585, 83.182 - 60), 1);
    expect(interval!.high).toBeCloseTo(30 + Math.hypot(98.213 - 90, 60 - 31.267), 1);
    expect(standardError).toBeNull();
    expect(statistic).toBeGreaterThan(0);
  });

  it("takes another level", () => {
    const [narrow, wide] = [0.8, 0.99].map((level) => compare(march, april, { level }).interval!);
    expect([narrow!.level, wide!.level]).toEqual([0.8, 0.99]);
    expect(narrow!.low).toBeGreaterThan(wide!.low);
  });

  it("tells how large a difference is", () => {
    const h = 2 * Math.asin(Math.sqrt(0.9)) - 2 * Math.asin(Math.sqrt(0.6));
    expect(compare(csatOf(6, 4), csatOf(9, 1)).effect).toEqual({ name: "cohens-h", value: expect.closeTo(h, 12) });
    const { name, value } = compare(ces([1, 2, 3]), ces([3, 4, 5])).effect;
    expect(name).toBe("hedges-g");
    // Two standard deviations, times Γ(2) / (Γ(1.5) √2).
    expect(value).toBeCloseTo((2 * 1) / ((Math.sqrt(Math.PI) / 2) * Math.SQRT2), 12);
  });

  it("keeps the correction of the effect below 1 for very many answers", () => {
    const of = (n: number) => ces([1, 2, 3].map((score) => ({ score, n })));
    const twice = ces([3, 4, 5].map((score) => ({ score, n: 1e12 })));
    expect(compare(of(1e12), twice).effect.value).toBeCloseTo(2 * Math.sqrt(3 / 2), 7);
  });

  it("is certain where there is no spread", () => {
    const [low, high] = [ces([3, 3]), ces([5, 5])];
    const none = { standardError: 0, statistic: null, effect: { name: "hedges-g", value: null } };
    expect(compare(low, high)).toMatchObject({ ...none, difference: 2, pValue: 0, interval: { low: 2, high: 2 } });
    expect(compare(low, low)).toMatchObject({ ...none, difference: 0, pValue: 1, interval: { low: 0, high: 0 } });
    const all = { standardError: 0, statistic: null, difference: 200, pValue: 0 };
    expect(compare(npsOf(0, 0, 9), npsOf(9, 0, 0), { method: "wald" })).toMatchObject(all);
  });

  it.each<[string, Measurement, CompareMethod]>([
    ["nobody, adjusted", nps([]), "adjusted-wald"],
    ["nobody, Wald", nps([]), "wald"],
    ["nobody, Welch", nps([]), "welch"],
    ["answers of no weight", nps([{ score: 10, weight: 0 }]), "wald"],
  ])("is null for %s", (_, empty, method) => {
    const nothing = { standardError: null, interval: null, statistic: null, df: null, pValue: null };
    for (const result of [compare(empty, april, { method }), compare(march, empty, { method })])
      expect(result).toMatchObject({ ...nothing, difference: null, method, effect: { value: null } });
  });

  it("has no test of one answer without adding answers", () => {
    expect(compare(ces([3]), ces([5, 6]))).toMatchObject({ difference: 2.5, interval: null, pValue: null });
    expect(compare(csat([]), csat([5]), { method: "newcombe" })).toMatchObject({ interval: null, pValue: null });
    expect(compare(nps([3]), nps([10])).pValue).toBeGreaterThan(0);
  });

  it.each([
    // √(2 (n + 1) / (n + 2)³) and √(1 − 1 / n) / n in percent
    ["adjusted-wald", 0, 1.41421356236956e-10],
    ["wald", 1, 9.999999999995e-11],
  ] as const)("loses no digits of the %s standard error where nearly all answers agree", (method, others, expected) => {
    const n = 1e12;
    const satisfied = csat([
      { score: 5, n: n - others },
      { score: 3, n: others },
    ]);
    const { standardError } = compare(satisfied, csat([{ score: 3, n }]), { method });
    expect(standardError! / expected).toBeCloseTo(1, 13);
  });

  it("can tell scores whose standard errors are tiny", () => {
    const of = (weight: number) =>
      measure(
        [
          { score: 10, weight: 1 },
          { score: 0, weight },
        ],
        NPS,
        { statistic: "mean" },
      );
    expect(compare(of(1e-90), of(1e-90)).pValue).toBe(1);
  });

  it.each<[string, unknown, unknown, CompareOptions, RegExp]>([
    ["two metrics", march, csatOf(1, 1), {}, /one metric .* got "nps" and "csat"/],
    ["two statistics", march, measure([9], NPS, { statistic: "mean" }), {}, /one statistic .* "net" and "mean"/],
    [
      "two scales",
      measure([1], SENTIMENT),
      measure([0.5], POLARITY),
      {},
      /only measurements of one .* can be compared/,
    ],
    ["answers", [9, 10], april, {}, /measurement 0 must be a measurement.* got an array/],
    ["null", march, null, {}, /measurement 1 must be a measurement.* got null/],
    ["something else that has a score", { score: 3 }, april, {}, /measurement 0 must be a measurement/],
    ["newcombe of a net score", march, april, { method: "newcombe" }, /method for net scores .* got "newcombe"/],
    ["wald of a mean", ces([1, 2]), ces([1]), { method: "wald" }, /method for mean scores .* got "wald"/],
    ["level 95", march, april, { level: 95 }, /level must be between 0 and 1.* got 95/],
    ["level 1", march, april, { level: 1 }, /level .* got 1/],
  ])("refuses %s", (_, before, after, options, message) => {
    expect(() => compare(before as Measurement, after as Measurement, options)).toThrow(message);
  });
});
