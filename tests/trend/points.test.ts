import { describe, expect, it } from "vitest";
import { type Answers, CES, compare, type MeasureOptions, measure, nps } from "../../src/index.js";
import { type TrendOptions, trend } from "../../src/trend/index.js";

type Row = readonly [day: number, score: number | null];

/** Three answers a day in the first days of March 2026, none on the 4th, one on the 5th. */
const rows: readonly Row[] = [
  [1, 10],
  [1, 9],
  [1, 3],
  [2, 10],
  [2, 8],
  [2, null],
  [3, 0],
  [3, 2],
  [3, 7],
  [5, 9],
];

const days = (options: Partial<TrendOptions<Row, ReturnType<typeof nps>>> = {}) =>
  trend(rows, {
    time: ([day]) => Date.UTC(2026, 2, day, 12),
    score: ([, score]) => score,
    every: "day",
    metric: nps,
    ...options,
  });

describe("a point", () => {
  it("is the measurement of its answers, with the period and nothing else", () => {
    const [first] = days();
    expect(first).toEqual({
      ...nps([10, 9, 3]),
      key: "2026-03-01",
      start: new Date("2026-03-01T00:00Z"),
      end: new Date("2026-03-02T00:00Z"),
      partial: false,
      change: null,
    });
  });

  it("has the same fields whether it has answers or not", () => {
    const points = days();
    for (const point of points) expect(Object.keys(point)).toEqual(Object.keys(points[0]!));
  });

  it("of a period without answers has the score null and no answers", () => {
    expect(days().map(({ key, n, missing, score }) => [key, n, missing, score])).toEqual([
      ["2026-03-01", 3, 0, expect.closeTo(100 / 3, 12)],
      ["2026-03-02", 2, 1, 50],
      ["2026-03-03", 3, 0, expect.closeTo(-200 / 3, 12)],
      ["2026-03-04", 0, 0, null],
      ["2026-03-05", 1, 0, 100],
    ]);
  });

  it("survives JSON but for its dates, which become text that can be read again", () => {
    const [first, second] = days();
    const stored = JSON.parse(JSON.stringify(second));
    expect(stored).toEqual({ ...second, start: second!.start.toISOString(), end: second!.end.toISOString() });
    expect(compare(first!, stored)).toEqual(second!.change);
    expect(days({ from: stored.start })[0]!.key).toBe(second!.key);
  });

  it("holds what its metric holds", () => {
    const [point] = trend([7, 7, 4], { time: () => 0, score: (row) => row, every: "day", metric: easeOf });
    expect(point).toMatchObject({ ...easeOf([7, 7, 4]), team: "north", key: "1970-01-01" });
  });
});

const easeOf = (answers: Answers) => ({ ...measure(answers, CES), team: "north" });

describe("the change of a point", () => {
  it("is the comparison with the point before, at the metric's level", () => {
    for (const options of [{}, { level: 0.8 }, { statistic: "mean" }] as MeasureOptions[]) {
      const points = days({ metric: (answers) => nps(answers, options) });
      expect(points[0]!.change).toBeNull();
      for (const [index, { change, interval }] of points.entries()) {
        if (index === 0) continue;
        const { level } = interval ?? { level: 0.95 };
        expect(change).toEqual(compare(points[index - 1]!, points[index]!, { level }));
      }
      expect(points[1]!.change!.interval!.level).toBe(options.level ?? 0.95);
    }
  });

  it("has no numbers, and no NaN, next to a period without answers", () => {
    const [, , , fourth, fifth] = days();
    for (const { change } of [fourth!, fifth!])
      expect(change).toMatchObject({ difference: null, standardError: null, interval: null, pValue: null });
    expect(JSON.stringify(days())).not.toContain("NaN");
  });

  it("is that to the last point without answers in common, where windows roll", () => {
    const points = days({ rolling: { periods: 2 } });
    // The first window is not full, and nothing to compare with.
    const expected = [null, null, null, 1, 2];
    expect(points.map(({ change }) => change)).toEqual(
      expected.map((before, index) => (before === null ? null : compare(points[before]!, points[index]!))),
    );
  });

  it("of rolling days goes back by days, not by periods", () => {
    // Windows of 30 days: that of February starts in January, that of March does not reach back to February's end.
    const months = trend(
      Array.from({ length: 181 }, (_, day) => day),
      {
        time: (day) => Date.UTC(2026, 0, 1 + day, 12),
        score: (day) => 6 + (day % 5),
        every: "month",
        rolling: { days: 30 },
        metric: nps,
      },
    );
    expect(months.map(({ key, n }) => [key, n])).toEqual(
      ["01", "02", "03", "04", "05", "06"].map((month) => [`2026-${month}`, 30]),
    );
    const before = [null, null, 1, 2, 3, 4];
    expect(months.map(({ change }) => change)).toEqual(
      before.map((place, index) => (place === null ? null : compare(months[place]!, months[index]!))),
    );
  });
});

describe("partial", () => {
  const partial = (options: Parameters<typeof days>[0]) =>
    days(options).flatMap((point) => (point.partial ? [point.key] : []));

  it("are the periods that from and to cut", () => {
    expect(partial({})).toEqual([]);
    expect(partial({ from: "2026-03-01T12:00", to: "2026-03-05T12:00:00.001" })).toEqual(["2026-03-01", "2026-03-05"]);
    expect(partial({ from: "2026-03-01T00:00:00.001" })).toEqual(["2026-03-01"]);
    expect(partial({ to: "2026-03-05T23:59:59.999" })).toEqual(["2026-03-05"]);
    expect(partial({ from: "2026-03-03T08:00", to: "2026-03-03T18:00" })).toEqual(["2026-03-03"]);
  });

  it("are none where from and to are edges, nor where rows begin and end inside a period", () => {
    expect(partial({ from: "2026-03-01", to: "2026-03-06" })).toEqual([]);
    expect(partial({ every: "month" })).toEqual([]);
  });
});

describe("very many points", () => {
  const options = { time: (row: number) => row, score: () => 9, every: "hour", metric: nps } as const;

  it("are an error, before memory fills", () => {
    const time = [0, 1000 * 3_600_000];
    const make = () => trend(2000, { ...options, time: (row: number) => time[row % 2]!, by: (row: number) => row });
    expect(make).toThrow(RangeError);
    expect(make).toThrow("a trend must have at most 1000000 points, got 2000 series of 1001 periods");
  });
});
