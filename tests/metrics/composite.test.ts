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

  it.each<[string, unknown, RegExp]>([
    ["no parts", {}, /at least one measurement/],
    ["something else", { a: 5 }, /measurement of part a/],
    ["a weight of 0", { a: { measurement: nps([9]), weight: 0 } }, /weight of part a must be above 0/],
  ])("refuses %s", (_, parts, message) => {
    expect(() => composite(parts as never)).toThrow(message);
  });
});
