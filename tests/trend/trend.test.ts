import { describe, expect, it } from "vitest";
import { type Answer, csat, nps } from "../../src/index.js";
import { beforeAfter, type TrendOptions, trend } from "../../src/trend/index.js";

interface Row {
  readonly at: string;
  readonly score: Answer;
  readonly team?: string | null;
  readonly who?: string | null;
}

type Options = TrendOptions<Row, ReturnType<typeof nps>>;

const time = ({ at }: Row) => at;
const score = (row: Row) => row.score;
const base = { time, score, every: "month", metric: nps } as const;

const rows: readonly Row[] = [
  { at: "2026-03-31T20:00:00Z", score: 3, team: "north", who: "ann" },
  { at: "2026-01-15T12:00:00Z", score: 10, team: "south", who: "ann" },
  { at: "2026-01-20T12:00:00Z", score: null, team: "north", who: "bob" },
  { at: "2026-03-05T12:00:00Z", score: 8, team: null, who: null },
  { at: "2026-03-06T12:00:00Z", score: 9, team: "south", who: "ann" },
];

const summary = (points: readonly { readonly key: string; readonly n: number; readonly score: number | null }[]) =>
  points.map((point) => [point.key, point.n, point.score]);

describe("a trend", () => {
  it("has a point for each period from the first row's to the last one's", () => {
    expect(summary(trend(rows, base))).toEqual([
      ["2026-01", 1, 100],
      ["2026-02", 0, null],
      ["2026-03", 3, 0],
    ]);
  });

  it("follows the zone's calendar, UTC's by default", () => {
    expect(summary(trend(rows, { ...base, timeZone: "Asia/Shanghai" }))).toEqual([
      ["2026-01", 1, 100],
      ["2026-02", 0, null],
      ["2026-03", 2, 50],
      ["2026-04", 1, -100],
    ]);
    expect(trend(rows, { ...base, timeZone: undefined })).toEqual(trend(rows, { ...base, timeZone: "UTC" }));
  });

  it("has other periods with another calendar", () => {
    const keys = (options: Partial<Options>) => trend(rows.slice(3), { ...base, ...options }).map(({ key }) => key);
    expect(keys({ every: "week" })).toEqual(["2026-W10"]);
    expect(keys({ every: "week", weekStartsOn: 5 })).toEqual(["2026-02-27", "2026-03-06"]);
    expect(keys({ every: "quarter" })).toEqual(["2026-Q1"]);
    expect(keys({ every: "quarter", fiscalYearStartMonth: 2 })).toEqual(["2026-02-01"]);
    expect(keys({ every: "year", fiscalYearStartMonth: 4 })).toEqual(["2025-04-01"]);
    expect(keys({ every: "day" })).toEqual(["2026-03-05", "2026-03-06"]);
    expect(keys({ every: "hour" }).slice(-2)).toEqual(["2026-03-06T11", "2026-03-06T12"]);
  });

  it("pools the answers of a rolling window", () => {
    expect(summary(trend(rows, { ...base, rolling: { periods: 3 } }))).toEqual([
      ["2026-01", 0, null],
      ["2026-02", 0, null],
      ["2026-03", 4, 25],
    ]);
  });

  it("counts the latest answer of each respondent in each period, and all of nobody known", () => {
    const who = (row: Row) => row.who;
    expect(summary(trend(rows, { ...base, respondent: who }))).toEqual([
      ["2026-01", 1, 100],
      ["2026-02", 0, null],
      ["2026-03", 2, -50],
    ]);
    expect(summary(trend(rows, { ...base, respondent: who, rolling: { periods: 3 } })).at(-1)).toEqual([
      "2026-03",
      2,
      -50,
    ]);
  });

  it("weighs answers", () => {
    const weight = (_: Row, index: number) => [1, 1, 1, 2, 3][index]!;
    const [, , march] = trend(rows, { ...base, weight });
    expect([march!.n, march!.weight, march!.score]).toEqual([3, 6, expect.closeTo(100 / 3, 12)]);
  });

  it("goes from `from` to before `to`, whether there are rows or not", () => {
    expect(summary(trend(rows, { ...base, from: "2026-03-06", to: "2026-05-01" }))).toEqual([
      ["2026-03", 2, 0],
      ["2026-04", 0, null],
    ]);
    expect(summary(trend(rows, { ...base, from: "2026-03-06T12:00", to: "2026-03-31T20:00" }))).toEqual([
      ["2026-03", 1, 100],
    ]);
    expect(summary(trend([], { ...base, from: "2026-01-01", to: "2026-03-01" }))).toEqual([
      ["2026-01", 0, null],
      ["2026-02", 0, null],
    ]);
    expect(summary(trend(rows, { ...base, to: "2026-02-01" }))).toEqual([["2026-01", 1, 100]]);
    expect(summary(trend(rows, { ...base, from: "2026-02-01" })).map(([key]) => key)).toEqual(["2026-02", "2026-03"]);
  });

  it("reads `from` and `to` in its zone", () => {
    const points = trend(rows, { ...base, timeZone: "Asia/Shanghai", from: "2026-04-01", to: "2026-05-01" });
    expect(points.map(({ key, n, partial }) => [key, n, partial])).toEqual([["2026-04", 1, false]]);
    expect(points[0]!.start.toISOString()).toBe("2026-03-31T16:00:00.000Z");
  });

  it("has no points where nothing lies in between", () => {
    expect(trend([], base)).toEqual([]);
    expect(trend([], { ...base, from: "2026-01-01" })).toEqual([]);
    expect(trend([], { ...base, to: "2026-01-01" })).toEqual([]);
    expect(trend(rows, { ...base, from: "2026-01-01", to: "2026-01-01" })).toEqual([]);
    expect(trend(rows, { ...base, from: "2027-01-01" })).toEqual([]);
    expect(trend(rows, { ...base, to: "2025-01-01" })).toEqual([]);
    expect(trend(0, { ...base, time: [], score: [] })).toEqual([]);
  });

  it("takes rows from anything that can be gone through, once", () => {
    const expected = trend(rows, base);
    function* generate() {
      yield* rows;
    }
    expect(trend(generate(), base)).toEqual(expected);
    expect(trend(new Set(rows), base)).toEqual(expected);
    expect(trend(new Map(rows.entries()).values(), base)).toEqual(expected);
  });

  it("takes columns, alone or with functions of a row", () => {
    const at = rows.map(time);
    const expected = trend(rows, base);
    expect(trend(rows.length, { ...base, time: at, score: rows.map(score) })).toEqual(expected);
    expect(trend(rows, { ...base, time: at })).toEqual(expected);
    expect(trend(rows.length, { ...base, time: (row: number) => at[row]!, score: rows.map(score) })).toEqual(expected);
    const instants = Float64Array.from(at, (text) => Date.parse(text));
    expect(trend(rows, { ...base, time: instants })).toEqual(expected);
  });

  it("leaves rows, columns and options alone", () => {
    const options = Object.freeze({
      ...base,
      rolling: Object.freeze({ periods: 2 }),
      by: Object.freeze({ team: rows.map(teamOf) }),
    });
    const frozen = Object.freeze(rows.map((row) => Object.freeze({ ...row })));
    const at = Float64Array.from(rows, (row) => Date.parse(row.at));
    const before = [...at];
    expect(() => trend(frozen, { ...options, time: at })).not.toThrow();
    expect([...at]).toEqual(before);
  });

  it("is the same for the same rows, with nothing remembered", () => {
    const first = trend(rows, { ...base, timeZone: "America/New_York" });
    trend(rows, { ...base, timeZone: "Asia/Tokyo" });
    expect(trend(rows, { ...base, timeZone: "America/New_York" })).toEqual(first);
  });
});

const teamOf = (row: Row) => row.team;

describe("series", () => {
  it("are one for each segment in the order of their keys, null last, all over the same periods", () => {
    const series = trend(rows, { ...base, by: teamOf });
    expect(series.map(({ key, keys, points }) => [key, keys, summary(points)])).toEqual([
      [
        "north",
        { key: "north" },
        [
          ["2026-01", 0, null],
          ["2026-02", 0, null],
          ["2026-03", 1, -100],
        ],
      ],
      [
        "south",
        { key: "south" },
        [
          ["2026-01", 1, 100],
          ["2026-02", 0, null],
          ["2026-03", 1, 100],
        ],
      ],
      [
        null,
        { key: null },
        [
          ["2026-01", 0, null],
          ["2026-02", 0, null],
          ["2026-03", 1, 0],
        ],
      ],
    ]);
    expect(series.map(({ points }) => points[0]!.missing)).toEqual([1, 0, 0]);
  });

  it("of several dimensions are the combinations that there are", () => {
    const series = trend(rows, { ...base, by: { team: teamOf, who: rows.map(({ who }) => who) } });
    expect(series.map(({ key, keys }) => [key, keys])).toEqual([
      ["north / ann", { team: "north", who: "ann" }],
      ["north / bob", { team: "north", who: "bob" }],
      ["south / ann", { team: "south", who: "ann" }],
      ["– / –", { team: null, who: null }],
    ]);
    // The names of the dimensions are known to the compiler.
    const team: string | number | boolean | null | undefined = series[0]!.keys.team;
    expect(team).toBe("north");
  });

  it("keep names such as __proto__ and constructor", () => {
    const names = ["__proto__", "constructor", "toString", ""];
    const series = trend(names, { time: () => 0, score: () => 9, every: "day", metric: nps, by: (name) => name });
    expect(series.map(({ key }) => key)).toEqual(["", "__proto__", "constructor", "toString"]);
    expect(series.every(({ points }) => points[0]!.n === 1)).toBe(true);
  });

  it("are none without rows", () => {
    expect(trend([] as Row[], { ...base, by: teamOf, from: "2026-01-01", to: "2026-02-01" })).toEqual([]);
  });

  it("count the latest answer of a respondent in each of them", () => {
    const series = trend(rows, { ...base, every: "year", by: teamOf, respondent: (row) => row.who });
    expect(series.map(({ key, points }) => [key, points[0]!.n, points[0]!.missing])).toEqual([
      ["north", 1, 1],
      ["south", 1, 0],
      [null, 1, 0],
    ]);
  });
});

describe("a wrong call", () => {
  const callWith = (given: unknown, options: unknown) => () => trend(given as Row[], options as Options);
  const call = (options: unknown) => callWith(rows, options);

  it.each([
    ["no options", undefined, TypeError, "options must be an object, got undefined"],
    ["options that are null", null, TypeError, "options must be an object, got null"],
    ["options that are text", "month", TypeError, 'options must be an object, got "month"'],
    ["no metric", { ...base, metric: undefined }, TypeError, "metric must be a function of answers, such as nps"],
    ["a metric by name", { ...base, metric: "nps" }, TypeError, 'such as nps, got "nps"'],
    ["an unknown period", { ...base, every: "decade" }, TypeError, "every must be hour or day or week or month"],
    ["no period", { ...base, every: undefined }, TypeError, "every must be hour or day"],
    ["a week that starts on an eighth day", { ...base, weekStartsOn: 8 }, RangeError, "weekStartsOn must be"],
    ["a month 0", { ...base, fiscalYearStartMonth: 0 }, RangeError, "fiscalYearStartMonth must be"],
    ["a month 13", { ...base, fiscalYearStartMonth: 13 }, RangeError, "fiscalYearStartMonth must be"],
    [
      "an unknown zone",
      { ...base, timeZone: "Mars/Olympus" },
      RangeError,
      'such as "Asia/Shanghai", got "Mars/Olympus"',
    ],
    ["a zone that is a number", { ...base, timeZone: 8 }, RangeError, "timeZone must be an IANA time zone"],
    ["a zone that is null", { ...base, timeZone: null }, RangeError, "timeZone must be an IANA time zone"],
    [
      "from after to",
      { ...base, from: 1, to: 0 },
      RangeError,
      "from must not be after to, got 1970-01-01T00:00:00.001Z",
    ],
    ["a from that is null", { ...base, from: null }, TypeError, "from must be a valid Date"],
    ["no time", { ...base, time: undefined }, TypeError, "time must be a function of a row, or a column of values"],
    ["no score", { ...base, score: undefined }, TypeError, "score must be a function of a row, or a column of values"],
    ["a field's name", { ...base, score: "score" }, TypeError, "score must be a function of a row"],
    ["a weight that is null", { ...base, weight: null }, TypeError, "weight must be a function of a row"],
    ["a weight for all", { ...base, weight: 0 }, RangeError, "weight must be a function of a row"],
    ["a respondent that is null", { ...base, respondent: null }, TypeError, "respondent must be a function of a row"],
    ["a respondent's name", { ...base, respondent: "" }, TypeError, "respondent must be a function of a row"],
    ["a by that is null", { ...base, by: null }, TypeError, "by must be a function of a row, a column of values"],
    ["a by that is empty", { ...base, by: {} }, TypeError, "by must be a function of a row, a column of values"],
    ["a by that is text", { ...base, by: "team" }, TypeError, "by must be a function of a row, a column of values"],
    ["a rolling that is null", { ...base, rolling: null }, TypeError, "rolling must be { periods } or { days }"],
  ])("has %s", (_, options, error, message) => {
    expect(call(options)).toThrow(error);
    expect(call(options)).toThrow(message);
  });

  it("has rows that cannot be gone through, or no number of them", () => {
    for (const given of [
      null,
      undefined,
      {},
      "rows",
      true,
      1n,
      { length: 5 },
      rows.entries,
      -1,
      1.5,
      Number.NaN,
      2 ** 32,
    ]) {
      const expected = typeof given === "number" ? RangeError : TypeError;
      expect(callWith(given, base)).toThrow(expected);
      expect(callWith(given, base)).toThrow("rows must be an iterable of rows, or their number");
    }
  });

  it("has columns of another length than the rows", () => {
    const columns = {
      time: rows.map(time),
      score: rows.map(score),
      weight: [1, 1, 1, 1, 1],
      respondent: [1, 2, 3, 4, 5],
    };
    for (const name of ["time", "score", "weight", "respondent"] as const)
      for (const column of [columns[name].slice(1), [...columns[name], columns[name][0]]])
        expect(call({ ...base, ...columns, [name]: column })).toThrow(
          `number of values in the column ${name} must be the number of rows, 5, got ${column.length}`,
        );
    expect(call({ ...base, by: ["north"] })).toThrow("number of values in the column by must be");
    expect(call({ ...base, by: { team: ["north"] } })).toThrow("number of values in the column by.team must be");
    expect(callWith(4, { ...base, ...columns })).toThrow("must be the number of rows, 4, got 5");
  });

  it("has an accessor that throws, which is named with the row and the reason", () => {
    const fail = (row: Row, index: number) => {
      if (index === 3) throw new RangeError("out of cheese");
      return row.team as never;
    };
    const times = rows.map(time);
    for (const name of ["time", "score", "weight", "respondent", "by"]) {
      const options = {
        ...base,
        time: times,
        [name]: name === "weight" ? (_: Row, i: number) => fail(_, i) ?? 1 : fail,
      };
      expect(call(options), name).toThrow(`${name} of row 3 cannot be read: out of cheese`);
    }
    expect(call({ ...base, by: { region: fail } })).toThrow("by.region of row 3 cannot be read: out of cheese");
    try {
      call({ ...base, by: fail })();
    } catch (error) {
      expect((error as Error).cause).toEqual(new RangeError("out of cheese"));
    }
  });

  it("has a key or a respondent that cannot be told apart from others", () => {
    for (const value of [Number.NaN, {}, [1], Symbol("x"), 1n, new Date(0)]) {
      const at3 = (_: Row, index: number) => (index === 3 ? (value as never) : "x");
      expect(call({ ...base, by: at3 })).toThrow("by of row 3 must be text, a finite number, true, false, or null");
      expect(call({ ...base, respondent: at3 })).toThrow("respondent of row 3 must be text, a finite number");
    }
  });

  it("has a range of a million years", () => {
    const ages = { from: -4e15, to: 4e15 };
    for (const every of ["hour", "day", "week", "month", "quarter", "year"]) {
      expect(callWith([], { ...base, every, ...ages }), every).toThrow("must have at most 100000 periods");
      expect(callWith(2, { ...base, every, time: [ages.from, ages.to], score: [9, 9] }), every).toThrow(
        `by the ${every}: narrow it with from and to, or choose a longer period`,
      );
    }
  });

  it("has a metric that returns no measurement", () => {
    for (const metric of [() => 5, () => null, () => undefined, () => ({ score: 5 })])
      expect(call({ ...base, metric })).toThrow("what the metric returns must be a measurement, such as nps returns");
  });

  it("has a metric that throws for reasons of its own", () => {
    const metric = () => {
      throw new Error("not today");
    };
    expect(call({ ...base, metric })).toThrow("not today");
  });
});

describe("a score off the scale", () => {
  const many = Array.from(
    { length: 20 },
    (_, day): Row => ({
      at: new Date(Date.UTC(2026, 2, 1 + day)).toISOString(),
      score: day === 13 ? 11 : 9,
      team: day % 2 === 0 ? "even" : "odd",
      who: `person ${day % 7}`,
    }),
  );
  const modes: Record<string, Partial<Options> & { readonly by?: typeof teamOf }> = {
    "period by period": {},
    "in rolling periods": { rolling: { periods: 3 } },
    "in rolling days": { rolling: { days: 5 } },
    "by segment": { by: teamOf },
    "of latest answers": { respondent: (row) => row.who },
    "of latest answers in rolling days by segment": {
      respondent: (row) => row.who,
      rolling: { days: 5 },
      by: teamOf,
    },
    "with weights": { weight: () => 2 },
    "with weights of latest answers": { weight: () => 2, respondent: (row) => row.who },
    "from the middle on": { from: "2026-03-10" },
  };

  it.each(Object.entries(modes))("is an error that names the row: %s", (_, options) => {
    // A window of more months than there are is not scored.
    for (const every of options.rolling ? (["day"] as const) : (["day", "week", "month"] as const)) {
      const make = () => trend(many, { ...base, every, ...options } as Options);
      expect(make).toThrow(RangeError);
      expect(make).toThrow("index 13");
      expect(make).toThrow("11");
    }
  });

  it("is an error that names the row before and after a moment", () => {
    for (const at of ["2026-03-05", "2026-03-19"])
      for (const respondent of [undefined, (row: Row) => row.who])
        expect(() => beforeAfter(many, { ...base, at, respondent })).toThrow("index 13");
  });

  it("is named by a row of the window and the segment, not by one elsewhere", () => {
    const wrong = (at: string, team: string) => ({ at, score: 11, team, who: at });
    const elsewhere = [
      wrong("2026-02-28T23:59:59.999Z", "even"),
      wrong("2026-03-20T00:00:00Z", "even"),
      wrong("2026-03-14T00:00:00Z", "odd"),
      wrong("2026-03-14T12:00:00Z", "even"),
    ];
    const range = { from: "2026-03-01", to: "2026-03-20" };
    for (const respondent of [undefined, (row: Row) => row.who])
      for (const weight of [undefined, () => 2]) {
        const options = { ...base, ...range, respondent, weight };
        expect(() => trend(elsewhere, options)).toThrow("index 2");
        expect(() => trend(elsewhere, { ...options, by: teamOf })).toThrow("index 3");
      }
  });

  it("does not matter outside of the range, or where the respondent answered again", () => {
    expect(trend(many, { ...base, from: "2026-03-15" })).toHaveLength(1);
    const again = [...many, { at: "2026-03-21T00:00:00Z", score: 10, who: many[13]!.who! }];
    expect(trend(again, { ...base, respondent: (row) => row.who })[0]).toMatchObject({ n: 7, score: 100 });
    expect(() => trend(again, base)).toThrow("index 13");
  });

  it("is counted where the metric says so", () => {
    const metric = (answers: Iterable<Answer>) => nps(answers, { invalid: "exclude" });
    const [march] = trend(many, { ...base, metric });
    expect([march!.n, march!.invalid]).toEqual([19, 1]);
    const [weighted] = trend(many, { ...base, metric, weight: () => 2 });
    expect([weighted!.n, weighted!.invalid]).toEqual([19, 1]);
    const [latest] = trend(many, { ...base, metric, respondent: (row) => row.who });
    expect([latest!.n, latest!.invalid]).toEqual([6, 1]);
  });

  it("may also be text, or a weight that is none", () => {
    const texts = many.map((row, index) => (index === 4 ? "9" : row.score)) as number[];
    expect(() => trend(many.slice(0, 13), { ...base, score: texts.slice(0, 13) })).toThrow("index 4");
    for (const wrong of [-1, Number.NaN, undefined, null]) {
      const weight = (_: Row, index: number) => (index === 4 ? (wrong as number) : 1);
      expect(() => trend(many.slice(0, 13), { ...base, weight })).toThrow("weight at index 4");
    }
  });
});

describe("another metric", () => {
  it("may be any that returns a measurement", () => {
    const [point] = trend([5, 4, 1], { time: () => 0, score: (row) => row, every: "year", metric: csat });
    expect(point).toMatchObject({ metric: "csat", n: 3, score: expect.closeTo(200 / 3, 12) });
    expect(point!.bands.satisfied.n).toBe(2);
  });
});

it("series of several dimensions are in the order of their values, not of their names", () => {
  const rows = [10, 2, null, 1].map((tier) => ({ tier, region: "north" }));
  const series = trend(rows, {
    by: { region: (row) => row.region, tier: (row) => row.tier },
    time: () => "2026-03-05",
    score: () => 9,
    every: "day",
    metric: nps,
  });
  expect(series.map(({ keys }) => keys.tier)).toEqual([1, 2, 10, null]);
});
