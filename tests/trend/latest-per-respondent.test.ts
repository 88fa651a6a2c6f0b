import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nps } from "../../src/index.js";
import { type LatestPerRespondentOptions, latestPerRespondent, trend } from "../../src/trend/index.js";

interface Row {
  readonly at: number;
  readonly who: string | number | boolean | null | undefined;
  readonly score: number | null;
}

const options = { time: (row: Row) => row.at, respondent: (row: Row) => row.who };

const rowLists = fc.array(
  fc.record({
    at: fc.nat({ max: 8 }),
    who: fc.constantFrom("ann", "bob", "", 1, "1", true, null, undefined),
    score: fc.option(fc.nat({ max: 10 })),
  }),
  { maxLength: 20 },
);

describe("the latest rows", () => {
  it("are those that no other row of the respondent follows, in the order they came", () => {
    fc.assert(
      fc.property(rowLists, (rows) => {
        const isFollowed = (row: Row, index: number) =>
          rows.some(
            (other, place) => other.who === row.who && (other.at > row.at || (other.at === row.at && place > index)),
          );
        const expected = rows.filter((row, index) => (row.who ?? null) === null || !isFollowed(row, index));
        const latest = latestPerRespondent(rows, options);
        expect(latest).toHaveLength(expected.length);
        for (const [index, row] of latest.entries()) expect(row).toBe(expected[index]);
      }),
      { numRuns: 500 },
    );
  });

  it("are positions where rows are columns", () => {
    fc.assert(
      fc.property(rowLists, (rows) => {
        const latest = latestPerRespondent(rows, options).map((row) => rows.indexOf(row));
        const respondent = rows.map(({ who }) => who);
        for (const time of [rows.map(({ at }) => at), Float64Array.from(rows, ({ at }) => at)])
          expect(latestPerRespondent(rows.length, { time, respondent })).toEqual(latest);
      }),
      { numRuns: 200 },
    );
  });

  it("of latest rows are the same, and what a trend counts over all time", () => {
    fc.assert(
      fc.property(rowLists, (rows) => {
        const latest = latestPerRespondent(rows, options);
        expect(latestPerRespondent(latest, options)).toEqual(latest);
        const [whole] = trend(rows, { ...options, score: (row) => row.score, every: "year", metric: nps });
        if (rows.length > 0) expect(whole).toMatchObject(nps(latest.map(({ score }) => score)));
      }),
      { numRuns: 200 },
    );
  });

  it("compare times of all kinds, those without an offset in a zone", () => {
    const rows = [
      { who: 1, at: "2026-03-05T12:00" },
      { who: 1, at: "2026-03-05T09:00Z" },
      { who: 1, at: new Date("2026-03-05T08:00Z") },
      { who: 1, at: Date.parse("2026-03-05T07:00Z") },
    ];
    const latest = (timeZone?: string) =>
      latestPerRespondent(rows, { time: (row) => row.at, respondent: (row) => row.who, timeZone });
    expect(latest()).toEqual([rows[0]]);
    expect(latest("UTC")).toEqual([rows[0]]);
    expect(latest("Asia/Shanghai")).toEqual([rows[1]]);
  });

  it("count an unanswered question as an answer", () => {
    const rows = [
      { who: "ann", at: 1, score: 9 },
      { who: "ann", at: 2, score: null },
    ];
    expect(latestPerRespondent(rows, options)).toEqual([rows[1]]);
  });

  it("come from anything that can be gone through", () => {
    const rows = [
      { who: "ann", at: 1, score: 9 },
      { who: "ann", at: 2, score: 3 },
    ];
    expect(latestPerRespondent(new Set(rows), options)).toEqual([rows[1]]);
    expect(latestPerRespondent(rows.values(), options)).toEqual([rows[1]]);
    expect(latestPerRespondent([], options)).toEqual([]);
    expect(latestPerRespondent(0, { time: [], respondent: [] })).toEqual([]);
  });
});

describe("a wrong call", () => {
  const rows = [
    { who: "ann", at: 1, score: 9 },
    { who: "bob", at: 2, score: 9 },
  ];
  const call = (wrong: unknown) => () => latestPerRespondent(rows, wrong as LatestPerRespondentOptions<Row>);
  it.each([
    ["no options", undefined, TypeError, "options must be an object, got undefined"],
    ["options that are null", null, TypeError, "options must be an object, got null"],
    ["no time", { respondent: options.respondent }, TypeError, "time must be a function of a row, or a column"],
    ["no respondent", { time: options.time }, TypeError, "respondent must be a function of a row, or a column"],
    ["a short column", { ...options, time: [1] }, RangeError, "number of values in the column time must be"],
    ["an unknown zone", { ...options, timeZone: "local" }, RangeError, "timeZone must be an IANA time zone"],
    ["a respondent that is none", { ...options, respondent: [1, {}] }, TypeError, "respondent of row 1 must be text"],
    ["a time that is none", { ...options, time: [1, Number.NaN] }, RangeError, "time of row 1 must be a valid Date"],
  ])("has %s", (_, wrong, error, message) => {
    expect(call(wrong)).toThrow(error);
    expect(call(wrong)).toThrow(message);
  });

  it("has an accessor that throws, or no rows", () => {
    const respondent = () => {
      throw new Error("no such field");
    };
    expect(call({ ...options, respondent })).toThrow("respondent of row 0 cannot be read: no such field");
    for (const given of [null, "ann", {}, -1])
      expect(() => latestPerRespondent(given as Row[], options)).toThrow("rows must be an iterable of rows");
  });
});
