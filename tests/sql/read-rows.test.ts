import { describe, expect, it } from "vitest";
import { nps, type SegmentKey, segment, tally } from "../../src/index.js";
import { type DriverRow, readSegments, readTally, readTrend } from "../../src/sql/index.js";
import { trend } from "../../src/trend/index.js";

describe("readTally", () => {
  it("reads numbers, bigints and decimal text, under names in any case", () => {
    const expected = [
      { score: 6.5, n: 3, weight: 4.5, weightSq: 7.25 },
      { score: null, n: 1, weight: 1, weightSq: 1 },
    ];
    for (const row of [
      { score: 6.5, n: 3, weight: 4.5, weight_sq: 7.25 },
      { SCORE: "6.50", N: "3", WEIGHT: "4.5", WEIGHT_SQ: "0.725e1" },
      { Score: "+6.5", n: 3n, Weight: "4.50", Weight_Sq: 7.25 },
    ])
      expect(readTally([row, { score: null, n: 1n }])).toEqual(expected);
  });

  it("adds rows of segments and periods up", () => {
    const rows = [
      { by_key: "a", period: "2026-01-01 00:00:00", score: 5, n: 2 },
      { by_key: "b", period: "2026-02-01 00:00:00", score: 5n, n: 3n },
    ];
    expect(readTally(rows)).toEqual([{ score: 5, n: 5, weight: 5, weightSq: 5 }]);
    expect(readTally([])).toEqual([]);
    expect(readTally(new Set(rows).values())).toEqual(readTally(rows));
  });

  it.each([
    [5, "rows must be an iterable of rows, as a driver gives them, got 5"],
    ["rows", 'rows must be an iterable of rows, as a driver gives them, got "rows"'],
    [{ rows: [] }, "rows must be an iterable of rows, as a driver gives them, got an object"],
    [[5], "row 0 must be an object with the columns score and n, got 5"],
    [[null], "row 0 must be an object with the columns score and n, got null"],
    [[{ score: 1, n: 1 }, [9, 2]], "row 1 must be one with the columns score and n, not 0, 1, got an array"],
    [[{ nps: 9, count: 2 }], "row 0 must be one with the columns score and n, not nps, count, got an object"],
    [
      [
        { score: 1, n: 1, by_a: "x" },
        { score: 1, n: 1, by_a: "x", by_A: "y" },
      ],
      'the columns of row 1 must be names that differ by more than capitals, got "score, n, by_a, by_A"',
    ],
    [[{ score: 1, SCORE: 2, n: 1 }], "the columns of row 0 must be names that differ by more than capitals"],
    [[{}], "row 0 must be one with the columns score and n, not none, got an object"],
    [[{ n: 2 }], "row 0 must be one with the columns score and n, not n, got an object"],
    [[{ score: "9abc", n: 1 }], 'score of row 0 must be a number, a bigint or decimal text, got "9abc"'],
    [[{ score: "", n: 1 }], 'score of row 0 must be a number, a bigint or decimal text, got ""'],
    [[{ score: " 9", n: 1 }], 'score of row 0 must be a number, a bigint or decimal text, got " 9"'],
    [[{ score: "nan", n: 1 }], 'score of row 0 must be a number, a bigint or decimal text, got "nan"'],
    [[{ score: true, n: 1 }], "score of row 0 must be a number, a bigint or decimal text, got true"],
    [[{ score: new Date(0), n: 1 }], "score of row 0 must be a number, a bigint or decimal text, got an object"],
    [[{ score: undefined, n: 1 }], "score of row 0 must be a number, a bigint or decimal text, got undefined"],
    [[{ score: Number.NaN, n: 1 }], "score at index 0 must be"],
    [[{ score: 9, n: null }], "n of row 0 must be a number, a bigint or decimal text, got null"],
    [[{ score: 9, n: 1.5 }], "n of row 0 must be a whole number from 0 to 2^53 - 1, to be exact, got 1.5"],
    [[{ score: 9, n: -1n }], "n of row 0 must be a whole number from 0 to 2^53 - 1, to be exact, got -1n"],
    [
      [{ score: 9, n: 2 ** 53 }],
      "n of row 0 must be a whole number from 0 to 2^53 - 1, to be exact, got 9007199254740992",
    ],
    [[{ score: 9, n: 9007199254740993n }], "n of row 0 must be a whole number from 0 to 2^53 - 1, to be exact"],
    [[{ score: 9, n: "9007199254740993" }], "n of row 0 must be a whole number from 0 to 2^53 - 1, to be exact"],
    [[{ score: 9, n: 2, weight: null }], "weight of row 0 must be a number, a bigint or decimal text, got null"],
    [
      [{ score: 9, n: 2, weight: 1, weighted: 1n }],
      "the number of weights in row 0 must be that of answers, 2: some weights are null, got 1",
    ],
    [[{ score: 9, n: 2, weight: 1, least_weight: "-0.5" }], "the least weight in row 0 must be 0 or more, got -0.5"],
    [[{ score: 9, n: 2, weight: -1 }], "weight at index 0 must be"],
    [
      [{ score: 9, n: 2, weight: 1, weight_sq: "x" }],
      'weight_sq of row 0 must be a number, a bigint or decimal text, got "x"',
    ],
    [
      [{ score: 9, n: 2, latest: 1 }],
      "the number of times in row 0 must be that of answers, 2: some times are null, or no times, got 1",
    ],
  ])("refuses rows: %#", (rows, message) => {
    expect(() => readTally(rows as DriverRow[])).toThrow(message);
  });

  it("refuses a sum beyond 2^53, though each count is below", () => {
    const rows = [2 ** 53 - 1, 2].map((n) => ({ score: 9, n }));
    expect(() => readTally(rows)).toThrow("below 2^53");
  });
});

describe("readSegments", () => {
  const rows = [
    { by_key: "b", score: 10, n: 5 },
    { by_key: "b", score: null, n: 2 },
    { by_key: null, score: 9, n: 1 },
    { by_key: "a", score: 0, n: 3 },
  ];
  const answers = rows.flatMap(({ by_key, score, n }) => Array.from({ length: n }, () => ({ key: by_key, score })));

  it("is what segment gives", () => {
    const options = { metric: nps, totals: true, minN: 2, order: "n" } as const;
    const expected = segment(answers, { ...options, by: (row) => row.key, score: (row) => row.score });
    expect(readSegments(rows, options)).toEqual(expected);
  });

  it("reads keys as they come, and several under their names", () => {
    const keys: SegmentKey[] = ["a", "", "1", 1, true, false, null, 0.5, -3];
    const keyed = keys.map((key) => ({ by_key: key, score: 5, n: 1 }));
    expect(new Set(readSegments(keyed, { metric: nps }).map(({ key }) => key))).toEqual(new Set(keys));
    const two = [{ BY_Region: "n", by_plan: 5n, score: 5, n: 1 }];
    expect(readSegments(two, { metric: nps })[0]).toMatchObject({ key: "n / 5", keys: { Region: "n", plan: 5 } });
    expect(readSegments([{ BY_KEY: "n", score: 5, n: 1 }], { metric: nps })[0]).toMatchObject({ keys: { key: "n" } });
  });

  it("takes whole numbers beyond 2^53 for text, so that they stay apart", () => {
    const keyed = [9007199254740992n, 9007199254740993n].map((key) => ({ by_key: key, score: 5, n: 1 }));
    expect(readSegments(keyed, { metric: nps }).map(({ key }) => key)).toEqual([
      "9007199254740992",
      "9007199254740993",
    ]);
  });

  it.each([new Date(0), Number.NaN, Number.POSITIVE_INFINITY, undefined, ["a"], { a: 1 }])(
    "refuses the key %s",
    (key) => {
      expect(() => readSegments([{ by_key: key, score: 5, n: 1 }], { metric: nps })).toThrow(
        "by_key of row 0 must be text, a number, true, false or null; turn other types into text in the query",
      );
    },
  );

  it("refuses rows without keys, and has no segments of no rows", () => {
    expect(() => readSegments([{ score: 5, n: 1 }], { metric: nps })).toThrow("rows must be those of a query with by");
    expect(readSegments([], { metric: nps })).toEqual([]);
  });

  it("suppresses the same segment in whatever order rows come", () => {
    const sizes = { small: 2, x: 7, y: 7, z: 7 };
    const tied = Object.entries(sizes).map(([key, n]) => ({ by_key: key, score: 5, n }));
    const hidden = (some: DriverRow[]) =>
      readSegments(some, { metric: nps, minN: 5 }).filter(({ suppressed }) => suppressed);
    expect(hidden(tied).map(({ key }) => key)).toEqual(["small", "x"]);
    expect(hidden([...tied].reverse())).toEqual(hidden(tied));
  });

  it("takes names of rows of several databases for the same, in any case and order", () => {
    const rows = [
      { by_region: "n", by_plan: 1, score: 10, n: 1 },
      { BY_PLAN: 1, BY_REGION: "n", SCORE: 9, N: 2n },
      { By_Plan: 2, by_region: "n", score: 5, n: 4 },
    ];
    const seen = readSegments(rows, { metric: nps }).map(({ key, keys, n }) => [key, keys, n]);
    expect(seen).toEqual([
      ["n / 1", { region: "n", plan: 1 }, 3],
      ["n / 2", { region: "n", plan: 2 }, 4],
    ]);
    const keyed = [rows[0]!, rows[1]!].map((row) => ({ ...row, period: "2026-01-01 00:00:00" }));
    expect(readTrend(keyed, { metric: nps, every: "month", by: true }).map(({ key }) => key)).toEqual(["n / 1"]);
  });

  it.each([
    [{ by_plan: 1 }, 'row 1 must be those of row 0, by_region, got "by_plan"'],
    [{ by_region: "n", by_plan: 1 }, 'row 1 must be those of row 0, by_region, got "by_region, by_plan"'],
    [{}, 'row 1 must be those of row 0, by_region, got "none"'],
  ])("refuses rows of queries with other keys: %j", (keys, message) => {
    const first = { by_region: "n", period: "2026-01-01 00:00:00", score: 5, n: 1 };
    const rows = [first, { ...keys, period: first.period, score: 5, n: 1 }];
    expect(() => readSegments(rows, { metric: nps })).toThrow(`the columns of keys in ${message}`);
    expect(() => readTrend(rows, { metric: nps, every: "month" })).toThrow(`the columns of keys in ${message}`);
    expect(readTrend(rows, { metric: nps, every: "month", by: false })[0]?.n).toBe(2);
    expect(readTally(rows)).toMatchObject([{ score: 5, n: 2 }]);
  });
});

describe("readTrend", () => {
  const calendar = { every: "day", timeZone: "Europe/Paris" } as const;
  const days = ["2026-03-27", "2026-03-28", "2026-03-29", "2026-03-31"];
  const rows = days.map((day, index) => ({ period: `${day} 00:00:00`, score: 10 - index, n: index + 1 }));
  const answers = days.flatMap((day, index) =>
    Array.from({ length: index + 1 }, () => ({ at: `${day}T15:00:00`, score: 10 - index })),
  );
  const inMemory = { ...calendar, time: (row: { at: string }) => row.at, score: (row: { score: number }) => row.score };

  it("is what trend gives, over a change of clocks too", () => {
    for (const rolling of [undefined, { periods: 2 }, { days: 3 }]) {
      const options = { ...calendar, metric: nps, rolling };
      expect(readTrend(rows, options)).toEqual(trend(answers, { ...inMemory, metric: nps, rolling }));
    }
  });

  it("takes from and to for the limits of periods", () => {
    const limits = { from: "2026-03-28T12:00:00", to: "2026-04-02T12:00:00" };
    const expected = trend(answers, { ...inMemory, ...limits, metric: nps });
    expect(readTrend(rows, { ...calendar, ...limits, metric: nps })).toEqual(expected);
    expect(expected[0]).toMatchObject({ key: "2026-03-28", partial: true, n: 2 });
    expect(readTrend([], { ...calendar, metric: nps })).toEqual([]);
    expect(readTrend([], { ...calendar, ...limits, metric: nps })).toHaveLength(6);
  });

  it("follows segments where there are some, or all together", () => {
    const keyed = rows.map((row, index) => ({ ...row, by_key: index % 2 === 0 ? "a" : null }));
    const options = { ...calendar, metric: nps };
    expect(readTrend(keyed, { ...options, by: true }).map(({ key }) => key)).toEqual(["a", null]);
    expect(readTrend(keyed, options)).toEqual(readTrend(keyed, { ...options, by: true }));
    expect(readTrend(keyed, { ...options, by: false })).toEqual(readTrend(rows, options));
  });

  it.each([null, undefined, "2026-03-27", "2026-03-27 00:30:00", "x", new Date(0), 5, "2026-02-30 00:00:00"])(
    "refuses the period %s",
    (period) => {
      expect(() => readTrend([{ period, score: 5, n: 1 }], { ...calendar, metric: nps })).toThrow(
        /^period of row 0 must be/,
      );
    },
  );

  it("says that a period is null where the engine does not know the zone", () => {
    const read = () => readTrend([{ period: null, score: 5, n: 1 }], { ...calendar, metric: nps });
    expect(read).toThrow(RangeError);
    expect(read).toThrow("it is null where a time is null or the engine does not know the time zone, got null");
  });

  it("pools no latest answers, and no parts of periods", () => {
    const latest = rows.map((row) => ({ ...row, latest: row.n }));
    const options = { ...calendar, metric: nps };
    expect(readTrend(latest, options)).toEqual(readTrend(rows, options));
    expect(() => readTrend(latest, { ...options, rolling: { periods: 2 } })).toThrow(TypeError);
    const rolling = (every: "hour" | "day" | "week" | "month" | "year", count: number, to?: string) => () =>
      readTrend(rows, { ...options, every, rolling: { days: count }, to });
    expect(rolling("month", 30)).toThrow(
      "rolling.days must reach over whole periods, as only these are known, got 30 by the month",
    );
    expect(rolling("year", 7)).toThrow(RangeError);
    expect(rolling("week", 10)).toThrow(RangeError);
    expect(rolling("week", 14)).not.toThrow();
    expect(rolling("hour", 2)).not.toThrow();
    expect(rolling("day", 2, "2026-04-02T12:00:00")).toThrow("a time to within a period");
    expect(rolling("day", 2, "2026-04-02")).not.toThrow();
    expect(() => readTrend(rows, { ...options, rolling: { days: 0 } })).toThrow("rolling.days must be a whole number");
    expect(() => readTrend(rows, undefined as never)).toThrow("options must be an object");
  });
});

it("reads the rows of one tally as metrics do", () => {
  const rows = [
    { score: 10, n: "5" },
    { score: 3, n: 2n },
  ];
  expect(nps(readTally(rows))).toEqual(nps(tally(rows.map(({ score, n }) => ({ score, n: Number(n) })))));
});
