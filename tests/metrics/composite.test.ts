import { describe, expect, it } from "vitest";
import { CES_1, ces, composite, csat, nps } from "../../src/index.js";

describe("composite", () => {
  it("turns each score to 0 to 100 in its own direction", () => {
    const { parts } = composite({
      net: { measurement: nps([10, 10, 10, 3]) },
      share: { measurement: csat([5, 5, 5, 1]) },
      mean: { measurement: ces([7, 7, 7, 1]) },
      effort: { measurement: ces([1, 1, 1, 5], { definition: CES_1 }) },
      index: { measurement: ces([1, 1, 1, 5], { definition: CES_1, statistic: "index" }) },
    });
    expect(Object.values(parts).map((part) => part.score)).toEqual([75, 75, 75, 75, 75]);
  });

  it("is 0, never −0, of the worst rating where lower is better", () => {
    const { parts } = composite({ effort: { measurement: ces([5, 5], { definition: CES_1 }) } });
    expect(parts.effort).toEqual({ score: 0, weight: 1, contribution: 0, share: null });
  });

  it("weighs the parts and says what each contributes", () => {
    const { score, parts } = composite({
      a: { measurement: csat([5, 5, 5, 1]), weight: 3 },
      b: { measurement: csat([5, 1]), weight: 1 },
    });
    expect(score).toBe(68.75);
    expect(parts.a).toEqual({ score: 75, weight: 0.75, contribution: 56.25, share: 56.25 / 68.75 });
    expect(parts.b.contribution).toBe(12.5);
    expect(parts.a.share! + parts.b.share!).toBe(1);
  });

  it("is exactly the score of parts that are equal, within its own interval", () => {
    // Σwx in doubles: 100.00000000000001
    const of = (weight: number) => ({ measurement: csat([5, 5]), weight });
    const { score, interval } = composite({ a: of(0.1), b: of(0.1), c: of(0.7) });
    expect([score, interval?.low, interval?.high]).toEqual([100, 100, 100]);
  });

  it("adds the variances of independent parts up", () => {
    const one = csat([5, 5, 4, 1, 2, 5]);
    const { standardError, interval } = composite({ a: { measurement: one }, b: { measurement: one } });
    expect(standardError).toBeCloseTo(one.standardError! / Math.SQRT2, 12);
    expect(interval!.high - interval!.low).toBeCloseTo(2 * 1.959963984540054 * standardError!, 9);
    const narrow = composite({ a: { measurement: one }, b: { measurement: one } }, { level: 0.5 }).interval!;
    expect(narrow.low).toBeGreaterThan(interval!.low);
  });

  it("halves the standard error of a net score, whose range is 200", () => {
    const net = nps([10, 9, 6, 3, 8]);
    expect(composite({ a: { measurement: net } }).standardError).toBeCloseTo(net.standardError! / 2, 12);
  });

  it("takes stored measurements, and is null where a part has no score", () => {
    const stored = JSON.parse(JSON.stringify(nps([10, 3])));
    expect(composite({ a: { measurement: stored } }).score).toBe(50);
    const none = composite({ a: { measurement: stored }, b: { measurement: nps([null]) } });
    expect([none.score, none.interval, none.parts.b.contribution]).toEqual([null, null, null]);
    expect(none.parts.a.contribution).toBe(25);
  });

  it("has no score where its first part has none", () => {
    const { score, parts } = composite({ a: { measurement: nps([]) }, b: { measurement: nps([9]) } });
    expect([score, parts.a.contribution, parts.b.contribution]).toEqual([null, null, 50]);
  });

  it("has a score but no standard error and no interval where a part has no standard error, whichever", () => {
    const [one, several] = [{ measurement: nps([10]) }, { measurement: nps([10, 0]) }];
    const nothing = { score: 75, standardError: null, interval: null };
    expect(composite({ one, several })).toMatchObject(nothing);
    expect(composite({ several, one })).toMatchObject(nothing);
    expect(composite({ one })).toMatchObject({ ...nothing, score: 100 });
  });

  it("has no standard error without a score, even if a stored part has", () => {
    const contradictory = { ...nps([]), n: 2, standardError: 5 };
    expect(composite({ a: { measurement: contradictory } })).toMatchObject({ score: null, standardError: null });
  });

  it("has a Wald interval within 0 to 100", () => {
    // 100, 100, 100 and −100 have a standard error of 50, and half as much on 0 to 100.
    const { interval } = composite({ a: { measurement: nps([10, 10, 9, 0]) } }, { level: 0.9 });
    expect(interval).toEqual({
      low: expect.closeTo(75 - 1.644853626951473 * 25, 9),
      high: 100,
      level: 0.9,
      method: "wald",
    });
  });

  it.each([1e-100, 1e100])("takes a weight of %d", (weight) => {
    const { parts } = composite({ a: { measurement: nps([10]), weight } });
    expect(parts.a).toEqual({ score: 100, weight: 1, contribution: 100, share: 1 });
  });

  it.each<[string, unknown, RegExp]>([
    ["no parts", {}, /^parts must be an object of at least one measurement, got an object$/],
    [
      "a weight above 1e100",
      { a: { measurement: nps([9]), weight: 1e101 } },
      /^weight of part a must be above 0, from 1e-100 to 1e100, got 1e\+101$/,
    ],
    ["something else", { a: 5 }, /measurement of part a/],
    ["a weight of 0", { a: { measurement: nps([9]), weight: 0 } }, /weight of part a must be above 0/],
  ])("refuses %s", (_, parts, message) => {
    expect(() => composite(parts as never)).toThrow(message);
  });
});
