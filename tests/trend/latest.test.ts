import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { latestIn, type Respondent, successionOf } from "../../src/trend/latest.js";

interface Row {
  readonly time: number;
  readonly who: Respondent;
  readonly series: number;
}

const rowLists = fc.array(
  fc.record({
    time: fc.nat({ max: 12 }),
    who: fc.constantFrom<Respondent>("ann", "bob", 1, "1", true, "", null, undefined),
    series: fc.nat({ max: 2 }),
  }),
  { maxLength: 25 },
);

/** Numbers the series in the order they appear, as groups of rows are. */
function inSeries(rows: readonly Row[]) {
  const different = [...new Set(rows.map(({ series }) => series))];
  return {
    dimensions: ["key"],
    groupOf: Uint8Array.from(rows, ({ series }) => different.indexOf(series)),
    values: different.map((value) => [value]),
  };
}

/** The rows of a series in a window after which the same respondent has no other one in it. */
function latestByDefinition(rows: readonly Row[], series: number, start: number, end: number): number[] {
  const inside = (row: Row) => row.series === series && row.time >= start && row.time < end;
  const isReplaced = (row: Row, index: number) =>
    (row.who ?? null) !== null &&
    rows.some(
      (other, place) =>
        other.who === row.who && inside(other) && (other.time > row.time || (other.time === row.time && place > index)),
    );
  return rows.flatMap((row, index) => (inside(row) && !isReplaced(row, index) ? [index] : []));
}

function successionOfRows(rows: readonly Row[]) {
  return successionOf(
    rows.map(({ time }) => time),
    rows.map(({ who }) => who),
    inSeries(rows),
  );
}

describe("the latest rows in a window", () => {
  it("are those after which the respondent has no other one in it; those of nobody known are all", () => {
    fc.assert(
      fc.property(rowLists, fc.nat({ max: 12 }), fc.nat({ max: 12 }), (rows, start, length) => {
        const succession = successionOfRows(rows);
        const different = [...new Set(rows.map(({ series }) => series))];
        for (const [number, series] of different.entries()) {
          const places = latestIn(succession, number, { start, end: start + length });
          const found = places.map((place) => succession.order[place]!);
          expect(found.sort((a, b) => a - b)).toEqual(latestByDefinition(rows, series, start, start + length));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it("come in the order of time", () => {
    fc.assert(
      fc.property(rowLists, (rows) => {
        const succession = successionOfRows(rows);
        const times = succession.bounds.length > 1 ? latestIn(succession, 0, { start: 0, end: 13 }) : [];
        const found = times.map((place) => rows[succession.order[place]!]!.time);
        expect(found).toEqual([...found].sort((a, b) => a - b));
      }),
    );
  });

  it("are none where there are no rows", () => {
    const succession = successionOf([], [], { dimensions: [], groupOf: new Uint8Array(0), values: [[]] });
    expect(latestIn(succession, 0, { start: 0, end: 1 })).toEqual([]);
  });

  it("need respondents that can be told apart", () => {
    const none = { dimensions: [], groupOf: new Uint8Array(2), values: [[]] };
    for (const who of [Number.NaN, {}, Symbol("ann"), 1n])
      expect(() => successionOf([0, 0], ["ann", who as string], none)).toThrow("respondent of row 1 must be text");
  });
});
