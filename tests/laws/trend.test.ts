import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answers, compare, type MeasureOptions, nps } from "../../src/index.js";
import { type Every, latestPerRespondent, type Rolling, type TrendOptions, trend } from "../../src/trend/index.js";
import { readTime } from "../../src/trend/read-time.js";
import { weights } from "./arbitraries.js";

const numRuns = 100;
const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;

interface Row {
  readonly at: number;
  readonly score: number | null;
  readonly weight: number;
  readonly who: string | null;
  readonly team: string | boolean | null;
}

type Options = TrendOptions<Row, ReturnType<typeof nps>>;

/** Rows, and how to follow them. */
interface Scenario {
  readonly rows: readonly Row[];
  readonly options: Options & {
    readonly timeZone: string;
    readonly from?: number | undefined;
    readonly to?: number | undefined;
  };
}

/** Zones, each at a moment at which its clocks were changed, for most of them near a midnight. */
const places = fc.constantFrom(
  ...Object.entries({
    UTC: "2026-03-01T00:00Z",
    "America/New_York": "2026-11-01T06:00Z",
    "Australia/Lord_Howe": "2026-10-03T15:30Z",
    "America/Sao_Paulo": "2018-11-04T03:00Z",
    "Asia/Amman": "2021-10-28T22:00Z",
    "America/St_Johns": "2010-11-07T02:31Z",
    "Pacific/Apia": "2011-12-30T10:00Z",
    "Asia/Kathmandu": "1985-12-31T18:30Z",
  }).map(([timeZone, change]) => ({ timeZone, change: Date.parse(change) })),
);

/** Periods with a range that holds a few of them, and rolling windows that fit in. */
const granularities = fc.constantFrom<{ every: Every; reach: number; days: number }[]>(
  { every: "hour", reach: 15 * HOUR, days: 1 },
  { every: "day", reach: 6 * DAY, days: 4 },
  { every: "week", reach: 25 * DAY, days: 10 },
  { every: "month", reach: 80 * DAY, days: 45 },
  { every: "quarter", reach: 200 * DAY, days: 100 },
  { every: "year", reach: 800 * DAY, days: 500 },
);

const calendars = fc.record(
  {
    weekStartsOn: fc.constantFrom(0, 1, 4, 7),
    fiscalYearStartMonth: fc.constantFrom(1, 2, 4, 12),
  },
  { requiredKeys: [] },
);

const metrics = fc
  .constantFrom<MeasureOptions[]>({}, { level: 0.8 }, { statistic: "mean" })
  .map((options) => (answers: Answers) => nps(answers, options));

/** Anything that trend takes, but for rolling windows, which are added to it. */
const scenarios: fc.Arbitrary<Scenario & { readonly days: number }> = fc
  .tuple(places, granularities)
  .chain(([{ timeZone, change }, { every, reach, days }]) => {
    // Whole hours from the change, where edges of periods are, and an instant before and after them.
    const hours = Math.round(reach / HOUR);
    const instants = fc
      .tuple(fc.integer({ min: -hours, max: hours }), fc.constantFrom(-1, 0, 1, 30 * 60 * 1000))
      .map(([hour, off]) => change + hour * HOUR + off);
    const row = fc.record({
      at: instants,
      score: fc.option(fc.nat({ max: 10 }), { freq: 4 }),
      weight: weights,
      who: fc.option(fc.constantFrom("ann", "bob", "cat", "dan"), { freq: 4 }),
      team: fc.constantFrom("north", "south", true, null),
    });
    return fc.record({
      rows: fc.array(row, { maxLength: 30 }),
      days: fc.integer({ min: 1, max: days }),
      options: fc.record({
        time: fc.constant((one: Row) => one.at),
        score: fc.constant((one: Row) => one.score),
        every: fc.constant(every),
        timeZone: fc.constant(timeZone),
        calendar: calendars,
        metric: metrics,
        weight: fc.option(
          fc.constant((one: Row) => one.weight),
          { nil: undefined },
        ),
        respondent: fc.option(
          fc.constant((one: Row) => one.who),
          { nil: undefined },
        ),
        range: fc.record({ from: instants, to: instants }, { requiredKeys: [] }),
      }),
    });
  })
  .map(({ rows, days, options: { calendar, range, ...options } }) => {
    const isTurned = range.from !== undefined && range.to !== undefined && range.from > range.to;
    const limits = isTurned ? { from: range.to, to: range.from } : range;
    return { rows, days, options: { ...options, ...calendar, ...limits } };
  });

const rollingScenarios: fc.Arbitrary<Scenario> = scenarios.chain(({ days, ...scenario }) =>
  fc
    .oneof(
      fc.integer({ min: 1, max: 4 }).map((periods): Rolling => ({ periods })),
      fc.constant<Rolling>({ days }),
    )
    .map((rolling) => ({ ...scenario, options: { ...scenario.options, rolling } })),
);

/** The rows from one instant to before another. */
function between(rows: readonly Row[], from: number | undefined, to: number | undefined): Row[] {
  return rows.filter(({ at }) => at >= (from ?? at) && at < (to ?? at + 1));
}

/** The measurement of some rows: of the latest one of each respondent where respondents are told apart. */
function measureRows(rows: readonly Row[], { metric, weight, respondent, time }: Options): ReturnType<typeof nps> {
  const counted = respondent === undefined ? rows : latestPerRespondent(rows, { time, respondent });
  return metric(counted.map(({ score, weight: w }) => (weight === undefined ? score : { score, weight: w })));
}

/** The same time of day some days before an instant. */
function daysBefore(instant: number, days: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" });
  const shown = Date.parse(`${format.format(instant).replace(" ", "T")}Z`) + (((instant % 1000) + 1000) % 1000);
  return readTime("time", new Date(shown - days * DAY).toISOString().slice(0, -1), timeZone);
}

/** What a trend is, window by window and row by row, once its periods are known. */
function trendByDefinition({ rows, options }: Scenario) {
  const { rolling, timeZone, from, to } = options;
  const periods = trend(rows, { ...options, rolling: undefined }).map(({ key, start, end }) => ({ key, start, end }));
  const known = { from: from ?? periods[0]?.start.getTime(), to: to ?? periods.at(-1)?.end.getTime() };
  const points = periods.map(({ key, start, end }, index) => {
    const last = Math.min(end.getTime(), known.to!);
    let first: number | undefined = start.getTime();
    if (rolling && "periods" in rolling) first = periods[index + 1 - rolling.periods]?.start.getTime();
    if (rolling && "days" in rolling) {
      first = daysBefore(last, rolling.days, timeZone);
      if (first < known.from!) first = undefined;
    }
    const inside = first === undefined ? [] : between(rows, Math.max(first, known.from!), last);
    const partial = start.getTime() < known.from! || end.getTime() > known.to!;
    return {
      isFull: first !== undefined,
      first: Math.max(first ?? known.from!, known.from!),
      last,
      key,
      start,
      end,
      partial,
      measured: measureRows(inside, options),
    };
  });
  return points.map(({ isFull: _, first, last, measured, ...point }, index) => {
    const before = points.slice(0, index).findLast((earlier) => earlier.isFull && earlier.last <= first);
    const level = measured.interval?.level;
    return { ...measured, ...point, change: before ? compare(before.measured, measured, { level }) : null };
  });
}

describe("a trend", () => {
  it("counts every row of the range in the one period that it lies in", () => {
    fc.assert(
      fc.property(scenarios, ({ rows, options }) => {
        const { from, to } = options;
        const points = trend(rows, { ...options, respondent: undefined });
        const inside = between(rows, from, to);
        const counted = points.reduce((sum, { n, missing }) => sum + n + missing, 0);
        expect(counted).toBe(inside.length);
        for (const { at } of inside)
          expect(points.filter(({ start, end }) => start.getTime() <= at && at < end.getTime())).toHaveLength(1);
        for (const { n, missing, start, end } of points) {
          const own = inside.filter(({ at }) => start.getTime() <= at && at < end.getTime());
          expect([n + missing, missing]).toEqual([own.length, own.filter(({ score }) => score === null).length]);
        }
      }),
      { numRuns },
    );
  });

  it("has periods in order that touch, from the one that the range begins in to the one that it ends in", () => {
    fc.assert(
      fc.property(scenarios, ({ rows, options }) => {
        const points = trend(rows, options);
        const keys = points.map(({ key }) => key);
        expect(keys).toEqual([...new Set(keys)].sort());
        for (const [index, { start, end }] of points.entries()) {
          expect(start.getTime()).toBeLessThan(end.getTime());
          if (index > 0) expect(start).toEqual(points[index - 1]!.end);
        }
        const times = rows.map(({ at }) => at);
        const first = options.from ?? Math.min(...times);
        const last = options.to === undefined ? Math.max(...times) : options.to - 1;
        expect(points.length > 0).toBe(first <= last);
        if (points.length === 0) return;
        expect(points[0]!.start.getTime() <= first && first < points[0]!.end.getTime()).toBe(true);
        expect(points.at(-1)!.start.getTime() <= last && last < points.at(-1)!.end.getTime()).toBe(true);
      }),
      { numRuns },
    );
  });

  it("is what its definition says, window by window and row by row", () => {
    fc.assert(
      fc.property(rollingScenarios, (scenario) => {
        expect(trend(scenario.rows, scenario.options)).toEqual(trendByDefinition(scenario));
      }),
      { numRuns: 2 * numRuns },
    );
  });

  it("without rolling is also what its definition says, and that of windows of one period", () => {
    fc.assert(
      fc.property(scenarios, ({ rows, options }) => {
        const points = trend(rows, options);
        expect(points).toEqual(trendByDefinition({ rows, options }));
        expect(trend(rows, { ...options, rolling: { periods: 1 } })).toEqual(points);
      }),
      { numRuns },
    );
  });

  it("does not depend on the order of the rows", () => {
    const shuffled = rollingScenarios.chain(({ rows, options }) => {
      // Of two rows of a respondent at the same time, the one further down is the later.
      const seen = new Set<string>();
      const distinct = rows.filter(({ at, who }) => {
        const isNew = !seen.has(`${at} ${who}`);
        seen.add(`${at} ${who}`);
        return isNew || options.respondent === undefined;
      });
      return fc.record({
        rows: fc.constant(distinct),
        other: fc.shuffledSubarray(distinct, { minLength: distinct.length }),
        options: fc.constant(options),
      });
    });
    fc.assert(
      fc.property(shuffled, ({ rows, other, options }) => {
        expect(trend(other, options)).toEqual(trend(rows, options));
      }),
      { numRuns },
    );
  });

  it("of columns is that of functions", () => {
    fc.assert(
      fc.property(rollingScenarios, ({ rows, options }) => {
        const expected = trend(rows, options);
        const plain = {
          ...options,
          time: rows.map(({ at }) => new Date(at)),
          score: rows.map(({ score }) => score),
          weight: options.weight && rows.map(({ weight }) => weight),
          respondent: options.respondent && rows.map(({ who }) => who),
        };
        expect(trend(rows.length, plain)).toEqual(expected);
        const typed = {
          time: Float64Array.from(rows, ({ at }) => at),
          weight: options.weight && Float32Array.from(rows, ({ weight }) => weight),
        };
        expect(trend(rows.length, { ...plain, ...typed })).toEqual(expected);
        const teams = rows.map(({ team }) => team);
        expect(trend(rows.length, { ...plain, ...typed, by: teams })).toEqual(
          trend(rows, { ...options, by: ({ team }) => team }),
        );
      }),
      { numRuns },
    );
  });

  it("of answered rows takes typed arrays of scores and groups", () => {
    fc.assert(
      fc.property(rollingScenarios, ({ rows, options }) => {
        const answered = rows.filter(({ score }) => score !== null);
        const byScore = trend(answered, { ...options, by: ({ score }) => score! % 3 });
        const score = Uint8Array.from(answered, (row) => row.score!);
        const by = score.map((value) => value % 3);
        expect(trend(answered, { ...options, score, by })).toEqual(byScore);
      }),
      { numRuns: 60 },
    );
  });

  it("by segment is that of the segment's rows over the same range", () => {
    fc.assert(
      fc.property(rollingScenarios, ({ rows, options }) => {
        const whole = trend(rows, options);
        const series = trend(rows, { ...options, by: ({ team }) => team });
        const teams = [true, "north", "south", null].filter((team) => rows.some((row) => row.team === team));
        expect(series.map(({ key }) => key)).toEqual(teams);
        for (const { key, points } of series) {
          const own = rows.filter(({ team }) => team === key);
          const from = options.from ?? whole[0]?.start;
          const to = options.to ?? whole.at(-1)?.end;
          expect(points).toEqual(whole.length === 0 ? [] : trend(own, { ...options, from, to }));
        }
      }),
      { numRuns },
    );
  });
});
