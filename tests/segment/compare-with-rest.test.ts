import { describe, expect, it } from "vitest";
import { type Answers, adjustPValues, compare, csat, nps, segment } from "../../src/index.js";

interface Row {
  readonly ward: string;
  readonly shift: number;
  readonly score: number;
}

/** Wards whose scores grow from one to the next. */
const rows: Row[] = Array.from({ length: 240 }, (_, index) => ({
  ward: "abcd"[index % 4]!,
  shift: index % 3,
  score: Math.min(10, (index % 4) + (index % 11)),
}));
const byWard = { by: (row: Row) => row.ward, score: (row: Row) => row.score, metric: nps };
const byShift = { ...byWard, by: { ward: (row: Row) => row.ward, shift: (row: Row) => row.shift } };
const scoresOf = (isWanted: (row: Row) => boolean) => rows.filter(isWanted).map(({ score }) => score);

describe("the comparison with the rest", () => {
  it("is that of all other rows with the segment's, adjusted over the segments", () => {
    const all = segment(rows, byWard);
    const expected = [..."abcd"].map((ward) =>
      compare(nps(scoresOf((row) => row.ward !== ward)), nps(scoresOf((row) => row.ward === ward))),
    );
    const adjusted = adjustPValues(expected.map(({ pValue }) => pValue));
    expect(all.map(({ vsRest }) => vsRest)).toStrictEqual(
      expected.map((one, index) => ({ ...one, adjustedPValue: adjusted[index] })),
    );
    const [first] = all;
    expect(first!.vsRest!.difference).toBeLessThan(-20);
    expect(first!.vsRest!.adjustedPValue).toBeGreaterThan(first!.vsRest!.pValue!);
  });

  it("is with the rows under all totals, not only under its own", () => {
    const [first] = segment(rows, byShift);
    const isFirst = (row: Row) => row.ward === "a" && row.shift === 0;
    const { difference, pValue } = compare(nps(scoresOf((row) => !isFirst(row))), nps(scoresOf(isFirst)));
    expect(first!.vsRest).toMatchObject({ difference, pValue });
  });

  it("of totals too is with all rows outside, and counts in the adjustment", () => {
    const all = segment(rows, { ...byShift, totals: true, adjust: "bonferroni" });
    const compared = all.filter(({ vsRest }) => vsRest !== null);
    expect(all.length - compared.length).toBe(1);
    for (const { vsRest } of compared)
      expect(vsRest!.adjustedPValue).toBe(Math.min(1, compared.length * vsRest!.pValue!));
    const { difference } = compare(nps(scoresOf((row) => row.ward !== "b")), nps(scoresOf((row) => row.ward === "b")));
    expect(all.find(({ key }) => key === "b")!.vsRest!.difference).toBe(difference);
  });

  it("follows the metric: its level, its statistic and its better end", () => {
    const metric = (answers: Answers) => nps(answers, { level: 0.9, statistic: "mean" });
    const [first] = segment(rows, { ...byWard, metric });
    const isFirst = (row: Row) => row.ward === "a";
    const expected = compare(metric(scoresOf((row) => !isFirst(row))), metric(scoresOf(isFirst)), { level: 0.9 });
    expect(first!.vsRest).toMatchObject(expected);
    expect(first!.vsRest).toMatchObject({ method: "welch", interval: { level: 0.9 } });
  });

  it("is at one level, also where a segment has no interval of its own", () => {
    const metric = (answers: Answers) => nps(answers, { level: 0.8, interval: "t" });
    const [one, others] = segment([9, 3, 10, 8], { by: (row) => row !== 9, score: (row) => row, metric });
    expect(one).toMatchObject({ n: 1, interval: null, vsRest: { interval: { level: 0.8 } } });
    expect(others).toMatchObject({ n: 3, interval: { level: 0.8 }, vsRest: { interval: { level: 0.8 } } });
  });

  it("knows of weights on both sides", () => {
    const weight = (row: Row) => (row.shift === 0 ? 3 : 1);
    const weighted = (isWanted: (row: Row) => boolean) =>
      nps(rows.filter(isWanted).map((row) => ({ score: row.score, weight: weight(row) })));
    const isFirst = (row: Row) => row.ward === "a";
    const expected = compare(
      weighted((row) => !isFirst(row)),
      weighted(isFirst),
    );
    expect(segment(rows, { ...byWard, weight })[0]!.vsRest).toMatchObject(expected);
  });

  it("does not count what cannot be compared", () => {
    const single = [
      { ward: "a", score: 1 },
      { ward: "b", score: 5 },
      { ward: "b", score: 3 },
      { ward: "c", score: 4 },
      { ward: "c", score: 2 },
      { ward: "c", score: 5 },
    ];
    const all = segment(single, {
      by: (row) => row.ward,
      score: (row) => row.score,
      metric: (answers) => csat(answers, { statistic: "mean" }),
      adjust: "bonferroni",
    });
    expect(all[0]!.vsRest).toMatchObject({ pValue: null, adjustedPValue: null, standardError: null });
    expect(all[0]!.vsRest!.difference).toBeCloseTo(1 - 19 / 5, 12);
    for (const { vsRest } of all.slice(1)) expect(vsRest!.adjustedPValue).toBe(Math.min(1, 2 * vsRest!.pValue!));
  });

  it("asks the metric about nothing more where it is not wanted", () => {
    let calls = 0;
    const metric: typeof nps = (answers) => {
      calls++;
      return nps(answers);
    };
    segment(rows, { ...byWard, metric, vsRest: false });
    // Four segments, and the whole for their shares.
    expect(calls).toBe(5);
  });
});
