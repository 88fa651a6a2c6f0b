import { describe, expect, it } from "vitest";
import { type Answers, nps, type SegmentKey, type SegmentOptions, segment } from "../../src/index.js";

interface Row {
  readonly ward: string | number;
  readonly shift: number | undefined;
  readonly score: number | null;
}

/** So many promoters of each ward, or of each shift of it; a negative number of rows did not answer. */
function rowsOf(sizes: Record<string, number | readonly number[]>): Row[] {
  return Object.entries(sizes).flatMap(([ward, size]) =>
    [size]
      .flat()
      .flatMap((n, shift) => Array.from({ length: Math.abs(n) }, () => ({ ward, shift, score: n < 0 ? null : 9 }))),
  );
}

const byWard = { by: (row: Row) => row.ward, score: (row: Row) => row.score, metric: nps };
const byShift = { ...byWard, by: { ward: (row: Row) => row.ward, shift: (row: Row) => row.shift } };

/** The keys of the segments that are shown. */
function shown(rows: readonly Row[], options: Partial<SegmentOptions<Row, ReturnType<typeof nps>>>) {
  const all = segment(rows, { ...byWard, ...options });
  return all.filter(({ suppressed }) => !suppressed).map(({ key }): SegmentKey => key);
}

describe("a suppressed segment", () => {
  it("has its key and the metric, and no number at all", () => {
    const [first] = segment(rowsOf({ a: 2, b: 3, c: 100 }), { ...byWard, minN: 5 });
    expect(first).toStrictEqual({
      key: "a",
      keys: { key: "a" },
      level: 1,
      metric: "nps",
      statistic: "net",
      better: "higher",
      scale: { min: 0, max: 10, step: 1 },
      score: null,
      n: null,
      missing: null,
      invalid: null,
      mean: null,
      weight: null,
      effectiveN: null,
      standardError: null,
      interval: null,
      bands: {
        detractor: { sentiment: "negative", n: null, weight: null, share: null },
        passive: { sentiment: "neutral", n: null, weight: null, share: null },
        promoter: { sentiment: "positive", n: null, weight: null, share: null },
      },
      suppressed: true,
      share: null,
      vsRest: null,
    });
  });

  it("shows nothing of what a metric adds of its own", () => {
    const metric = (answers: Answers) => ({ ...nps(answers), responses: 5, detail: { n: [1, 2] } });
    const [first] = segment(rowsOf({ a: 2, b: 3, c: 100 }), { ...byWard, metric, minN: 5 });
    expect(first).toMatchObject({ suppressed: true, responses: null, detail: null });
  });
});

describe("suppression", () => {
  it("shows all where no segment is too small", () => {
    expect(shown(rowsOf({ a: 5, b: 5, c: 5 }), { minN: 5 })).toEqual(["a", "b", "c"]);
    expect(shown(rowsOf({ a: 5 }), { minN: 5 })).toEqual(["a"]);
  });

  it("counts valid answers, not rows or weights", () => {
    expect(shown([...rowsOf({ a: 4, b: 10, c: 10 }), ...rowsOf({ a: -9 })], { minN: 5 })).toEqual(["c"]);
    expect(shown(rowsOf({ a: 4, b: 10, c: 10 }), { minN: 5, weight: () => 100 })).toEqual(["c"]);
  });

  it("hides a second segment, the smallest of the others, behind one that is too small", () => {
    expect(shown(rowsOf({ a: 20, b: 4, c: 10, d: 30 }), { minN: 5 })).toEqual(["a", "d"]);
  });

  it("takes two that are too small for enough, if they have the answers together", () => {
    expect(shown(rowsOf({ a: 2, b: 3, c: 10 }), { minN: 5 })).toEqual(["c"]);
    expect(shown(rowsOf({ a: 2, b: 2, c: 10, d: 10 }), { minN: 5 })).toEqual(["d"]);
    expect(shown(rowsOf({ a: 1, b: 1, c: 1, d: 1, e: 10, f: 11 }), { minN: 5 })).toEqual(["f"]);
  });

  it("hides one other segment behind one that nobody answered", () => {
    expect(shown(rowsOf({ a: -2, b: 100, c: 200 }), { minN: 5 })).toEqual(["c"]);
    expect(shown(rowsOf({ a: -2, b: -1, c: 100, d: 200 }), { minN: 5 })).toEqual(["d"]);
    expect(shown(rowsOf({ a: -2, b: 3, c: 100, d: 200 }), { minN: 5 })).toEqual(["d"]);
  });

  it("hides all of a few, and all of a small whole", () => {
    expect(shown(rowsOf({ a: 4, b: 1000 }), { minN: 5, totals: true })).toEqual(["total"]);
    expect(shown(rowsOf({ a: 1, b: 2, c: 1 }), { minN: 5, totals: true })).toEqual([]);
    expect(shown(rowsOf({ a: 4 }), { minN: 5, totals: true })).toEqual([]);
  });

  it("takes the first key of two of the same size, whatever the order of the rows", () => {
    expect(shown(rowsOf({ a: 1, b: 9, c: 9, d: 9 }), { minN: 5 })).toEqual(["c", "d"]);
    expect(shown(rowsOf({ d: 9, c: 9, b: 9, a: 1 }), { minN: 5 })).toEqual(["c", "d"]);
  });

  it("is done under each total by itself", () => {
    const rows = rowsOf({ a: [10, 10, 2, 10], b: [10, 10, 10], c: [10, 1], d: [10] });
    expect(shown(rows, { ...byShift, minN: 5, totals: true })).toEqual([
      "total",
      "a",
      "a / 1",
      "a / 3",
      "b",
      "b / 0",
      "b / 1",
      "b / 2",
      "c",
      "d",
      "d / 0",
    ]);
  });

  it("hides all that lies under a hidden total, however large, with or without totals", () => {
    const rows = rowsOf({ a: [2, 2], b: [20, 30], c: [40, 50] });
    expect(shown(rows, { ...byShift, minN: 5, totals: true })).toEqual(["total", "c", "c / 0", "c / 1"]);
    expect(shown(rows, { ...byShift, minN: 5 })).toEqual(["c / 0", "c / 1"]);
  });

  it("is of the whole below minN too, with several dimensions", () => {
    expect(shown(rowsOf({ a: [3], b: [3] }), { ...byShift, minN: 7, totals: true })).toEqual([]);
  });

  it("leaves what is shown as it is without", () => {
    const rows = rowsOf({ a: [10, 10, 2, 10], b: [10, 10, 10], c: [10, 1], d: [10] });
    const options = { ...byShift, totals: true, adjust: "none" } as const;
    const all = segment(rows, options);
    for (const [index, one] of segment(rows, { ...options, minN: 5 }).entries())
      if (!one.suppressed) expect(one).toStrictEqual(all[index]);
  });

  it("adjusts p-values for the comparisons that are shown alone", () => {
    const rows = rowsOf({ a: 2, b: 10, c: 40 }).concat(
      ["c", "d"].flatMap((ward) => Array.from({ length: 30 }, () => ({ ward, shift: 0, score: 3 }))),
    );
    const [, , c, d] = segment(rows, { ...byWard, minN: 5, adjust: "bonferroni" });
    for (const one of [c!, d!]) expect(one.vsRest!.adjustedPValue).toBe(Math.min(1, 2 * one.vsRest!.pValue!));
  });
});
