import { describe, expect, it } from "vitest";
import { nps, type SegmentKey, segment } from "../../src/index.js";

interface Row {
  readonly ward: string | null;
  readonly shift: SegmentKey;
  readonly score: number | null;
}

const answers: readonly (readonly [ward: string | null, scores: readonly (number | null)[]])[] = [
  ["d", [9, 9, 3]],
  ["b", [9, 3]],
  [null, [9, 9, 9, 8]],
  ["a", [null]],
  ["c", [9, 8, 8]],
  ["e", [9]],
];
const rows: Row[] = answers.flatMap(([ward, scores]) => scores.map((score, shift) => ({ ward, shift, score })));
const byWard = { by: (row: Row) => row.ward, score: (row: Row) => row.score, metric: nps };
const byShift = { ...byWard, by: { ward: (row: Row) => row.ward, shift: (row: Row) => row.shift } };

/** The keys of segments in their order. */
const keys = (segments: readonly { readonly key: SegmentKey }[]) => segments.map(({ key }) => key);

describe("the order of segments", () => {
  it("is that of their keys by default, null last", () => {
    expect(keys(segment(rows, byWard))).toEqual(["a", "b", "c", "d", "e", null]);
    expect(keys(segment(rows, { ...byWard, order: "key", minN: 2 }))).toEqual(["a", "b", "c", "d", "e", null]);
  });

  it("may be that of their scores, the highest first, ties by key, nobody last", () => {
    for (const all of [rows, [...rows].reverse()])
      expect(keys(segment(all, { ...byWard, order: "score" }))).toEqual(["e", null, "c", "d", "b", "a"]);
  });

  it("may be that of their numbers, the greatest first, ties by key", () => {
    for (const all of [rows, [...rows].reverse()])
      expect(keys(segment(all, { ...byWard, order: "n" }))).toEqual([null, "c", "d", "b", "e", "a"]);
  });

  it("tells nothing of suppressed segments, which are last, by key", () => {
    for (const order of ["score", "n"] as const)
      for (const all of [rows, [...rows].reverse()]) {
        const segments = segment(all, { ...byWard, order, minN: 3 });
        expect(segments.map(({ key, suppressed }) => [key, suppressed])).toEqual([
          [null, false],
          ["c", false],
          ["d", false],
          ["a", true],
          ["b", true],
          ["e", true],
        ]);
      }
  });

  it("may be a function's, which sees no more than is shown; ties are by key", () => {
    const seen: unknown[] = [];
    const segments = segment([...rows].reverse(), {
      ...byWard,
      minN: 3,
      order: (a, b) => {
        seen.push(...[a, b].map((one) => (one.suppressed ? one.n : null)));
        return Number(a.suppressed) - Number(b.suppressed);
      },
    });
    expect(keys(segments)).toEqual(["c", "d", null, "a", "b", "e"]);
    expect(new Set(seen)).toEqual(new Set([null]));
    const descending = segment(rows, { ...byWard, order: (a, b) => String(b.key).localeCompare(String(a.key)) });
    expect(keys(descending)).toEqual([null, "e", "d", "c", "b", "a"]);
  });

  it("is within each total, and of the totals", () => {
    const few = rows.filter(({ ward }) => ward === "b" || ward === "c");
    const total = segment(few, { ...byShift, totals: true, order: "score" });
    expect(keys(total)).toEqual(["total", "c", "c / 0", "c / 1", "c / 2", "b", "b / 0", "b / 1"]);
    const byN = segment([...few, { ward: "b", shift: 1, score: 9 }], { ...byShift, order: "n" });
    expect(keys(byN)).toEqual(["b / 1", "b / 0", "c / 0", "c / 1", "c / 2"]);
  });

  it("by key is that of each dimension's own values, not of text", () => {
    const shifts: SegmentKey[] = ["é", 10, "漢", null, 9, true, -1, "10", "9", false];
    const mixed = shifts.map((shift) => ({ ward: "a", shift, score: 9 }));
    const expected = [false, true, -1, 9, 10, "10", "9", "é", "漢", null];
    expect(segment(mixed, byShift).map(({ keys: { shift } }) => shift)).toEqual(expected);
    expect(keys(segment(mixed, { ...byWard, by: (row) => row.shift }))).toEqual(expected);
  });
});
