import * as chart from "../../src/chart/index.js";
import * as root from "../../src/index.js";
import * as schema from "../../src/schema/index.js";
import * as sql from "../../src/sql/index.js";
import * as trend from "../../src/trend/index.js";
import * as some from "./plausible.js";
import type { Random } from "./random.js";

export const ENTRIES = { root, chart, schema, sql, trend };

/** How to call an export: the arguments of a plausible call, and what of the result is to be judged. */
export interface Call {
  readonly arguments: (random: Random) => unknown[];
  /** What is called, where it is not the export itself. */
  readonly call?: (exported: never, given: never) => unknown;
  /** Whether the result may hold objects of the arguments, as its documentation says. */
  readonly shares?: boolean;
}

type Exports = typeof ENTRIES;
type Functions<Entry> = {
  [Name in keyof Entry]: Entry[Name] extends (...given: never[]) => unknown ? Name : never;
}[keyof Entry];
type Schemas = Exclude<keyof Exports["schema"], Functions<Exports["schema"]>>;

type SafeParse = { safeParse(value: unknown): { success: boolean; data?: unknown } };
const parse = (type: SafeParse, [value]: [unknown]) => type.safeParse(value).data ?? null;
const asText = (random: Random) => `${random.below(12)}${random.pick(["", " - good", "abc", ".5"])}`;
const comparable = (random: Random) => Object.values(some.measurements(random));
const responses = (random: Random, rate: unknown) => ({
  score: rate,
  respondentId: random.maybe(() => random.pick(["a", 7])),
  submittedAt: random.maybe(() => random.pick(["2026-03-01", "2026-03-01T10:00:00Z", "2026-02-30"])),
  weight: random.maybe(() => some.weight(random)),
});
const responseOf = (of: root.MetricDefinition): Call => ({
  arguments: (random) => [responses(random, random.chance(0.9) ? some.rating(random, of) : null)],
  call: parse,
});
const metricCall = (own: root.MetricDefinition): Call => ({
  arguments: (random) => {
    const definition = random.chance(0.7) ? own : some.definition(random);
    const options = { ...some.measureOptions(random), definition: definition === own ? undefined : definition };
    return [some.answers(random, definition), ...(random.chance(0.7) ? [options] : [])];
  },
});
const csiRow = (random: Random, items: number) => {
  const ratings = Array.from({ length: items }, () => (random.chance(0.9) ? 1 + random.below(10) : null));
  return random.chance(0.7) ? ratings : { items: ratings, weight: random.maybe(() => some.weight(random)) };
};
async function* stream<Value>(values: Iterable<Value>): AsyncGenerator<Value> {
  yield* values;
}
const margin = (random: Random, field: "region" | "sex") => ({
  by: some.accessor(field),
  targets: field === "sex" ? { f: 50, m: 50 } : Object.fromEntries(random.list(5, () => [some.name(random), 20])),
});
const sameRegion = (random: Random) =>
  some.rows(random).map((one) => ({ ...one, region: random.pick(["north", "south"]) }));

const ROOT: Record<Functions<Exports["root"]>, Call> = {
  adjustPValues: {
    arguments: (random) => [
      random.list(8, () => random.pick([0, 1, null, random.next()])),
      ...(random.chance(0.5) ? [{ method: random.pick(some.ADJUSTMENTS) }] : []),
    ],
  },
  ces: metricCall(root.CES),
  classify: {
    arguments: (random) => {
      const definition = some.definition(random);
      return [some.rating(random, definition), definition];
    },
  },
  compare: {
    arguments: (random) => {
      const of = some.definition(random);
      const methods = ["adjusted-wald", "wald", "welch", "z", "newcombe"];
      const options = { method: random.maybe(() => random.pick(methods)), level: random.pick(some.LEVELS) };
      return [some.measurement(random, of), some.measurement(random, of), ...(random.chance(0.5) ? [options] : [])];
    },
  },
  compareAll: {
    arguments: (random) => [
      random.chance(0.5) ? some.measurements(random) : comparable(random),
      { against: random.pick(["pairs", "rest", undefined]), adjust: random.maybe(() => random.pick(some.ADJUSTMENTS)) },
    ],
  },
  compareDistributions: {
    arguments: (random) => {
      const of = some.definition(random);
      if (random.chance(0.5)) return [some.measurement(random, of), some.measurement(random, of)];
      return [some.answers(random, of), some.answers(random, of), of];
    },
  },
  compareGroups: { arguments: (random) => [comparable(random)] },
  comparePaired: {
    arguments: (random) => {
      const of = some.definition(random);
      const one = () => (random.chance(0.9) ? some.rating(random, of) : null);
      return [random.list(20, () => [one(), one()]), of, { level: random.maybe(() => random.pick(some.LEVELS)) }];
    },
  },
  compareToBenchmark: {
    arguments: (random) => [
      some.measurement(random),
      3 * random.next(),
      { method: random.pick(["wald", "t", undefined]) },
    ],
  },
  composite: {
    arguments: (random) => [
      Object.fromEntries(
        random.list(4, () => [
          some.name(random),
          { measurement: some.measurement(random), weight: random.maybe(() => 1 + random.below(5)) },
        ]),
      ),
    ],
  },
  cronbachAlpha: { arguments: (random) => [some.itemRows(random), { level: random.pick(some.LEVELS) }] },
  csat: {
    arguments: (random) => {
      const definition = random.pick([root.CSAT, root.CSAT_10, root.CSAT_7, root.STARS_HALF]);
      const satisfiedFrom = random.chance(0.3) ? some.rating(random, definition) : undefined;
      return [some.answers(random, definition), { ...some.measureOptions(random), definition, satisfiedFrom }];
    },
  },
  csi: {
    arguments: (random) => {
      const items = 1 + random.below(4);
      const weights = random.chance(0.3) ? Array.from({ length: items }, () => 1 + random.below(5)) : undefined;
      return [
        random.list(12, () => csiRow(random, items)),
        { weights, level: random.maybe(() => random.pick(some.LEVELS)) },
      ];
    },
  },
  defineInstrument: { arguments: (random) => [some.instrument(random)], shares: true },
  defineMetric: { arguments: (random) => [some.definition(random)], shares: true },
  designEffect: { arguments: (random) => [random.list(12, () => some.weight(random))] },
  detectableDifference: {
    arguments: (random) => [{ ...some.plan(random), n: 1 + random.below(5000), power: random.maybe(() => 0.8) }],
  },
  effectiveSampleSize: { arguments: (random) => [random.list(12, () => some.weight(random))] },
  format: {
    arguments: (random) => [
      random.pick([null, some.measurement(random), 200 * random.next() - 100]),
      {
        locale: random.maybe(() => random.pick(["en", "de-DE", "ar-EG", "zh-CN"])),
        digits: random.maybe(() => random.below(21)),
      },
    ],
  },
  itemAnalysis: { arguments: (random) => [some.itemRows(random)] },
  marginOfError: {
    arguments: (random) => [
      { ...some.plan(random), n: 1 + random.below(5000), population: random.maybe(() => 10_000) },
    ],
  },
  measure: {
    arguments: (random) => {
      const of = some.definition(random);
      return [some.answers(random, of), of, ...(random.chance(0.7) ? [some.measureOptions(random)] : [])];
    },
  },
  measureClustered: {
    arguments: (random) => {
      const definition = some.definition(random);
      const options = {
        definition,
        score: (one: some.Row) => (typeof one?.score === "number" ? one.score : null),
        weight: random.maybe(() => some.accessor("weight")),
        cluster: random.maybe(() => some.accessor("who")),
        stratum: random.chance(0.3) ? some.accessor("sex") : undefined,
        level: random.maybe(() => random.pick(some.LEVELS)),
      };
      return [some.rows(random, definition), options];
    },
  },
  merge: { arguments: (random) => random.list(4, () => some.answers(random)) },
  mergeBy: {
    arguments: (random) =>
      random.list(3, () =>
        root.tallyBy(some.rows(random), { by: { region: some.accessor("region") }, score: some.accessor("score") }),
      ),
  },
  mergeServqual: {
    arguments: (random) => {
      const instrument = some.instrument(random);
      return random.list(3, () => root.tallyServqual(some.servqualResponses(random, instrument), { instrument }));
    },
  },
  nps: metricCall(root.NPS),
  postStratify: {
    arguments: (random) => [sameRegion(random), { by: some.accessor("region"), targets: { north: 60, south: 40 } }],
  },
  rake: {
    arguments: (random) => {
      const margins = random.chance(0.8)
        ? { region: { by: some.accessor("region"), targets: { north: 60, south: 40 } }, sex: margin(random, "sex") }
        : { region: margin(random, "region"), sex: margin(random, "sex") };
      return [
        sameRegion(random),
        { margins, tolerance: random.maybe(() => 1e-6), maxIterations: random.maybe(() => 50) },
      ];
    },
  },
  responseRate: {
    arguments: (random) => {
      const all = some.rows(random);
      const options = { responded: some.accessor("responded"), minN: random.maybe(() => random.below(4)) };
      return [all, random.chance(0.5) ? { ...options, by: some.by(random, all) } : options];
    },
  },
  roundShares: {
    arguments: (random) => [
      random.chance(0.5)
        ? some.measurement(random).bands
        : random.list(6, () => random.pick([0, null, 1, random.next()])),
      { digits: random.maybe(() => random.below(11)) },
    ],
  },
  sampleSize: { arguments: (random) => [{ ...some.plan(random), margin: 0.01 + 10 * random.next() }] },
  sampleSizeToDetect: { arguments: (random) => [{ ...some.plan(random), difference: 0.1 + 10 * random.next() }] },
  segment: {
    arguments: (random) => {
      const of = some.definition(random);
      const all = some.rows(random, of);
      return [all, some.segmentOptions(random, all, of)];
    },
  },
  sentiment: metricCall(root.SENTIMENT),
  servqual: {
    arguments: (random) => {
      const instrument = some.instrument(random);
      const given = some.servqualResponses(random, instrument);
      const stored = random.chance(0.3) ? root.tallyServqual(given, { instrument }) : given;
      return [stored, { instrument, level: random.maybe(() => random.pick(some.LEVELS)) }];
    },
  },
  tally: { arguments: (random) => [some.answers(random)] },
  tallyAsync: {
    arguments: (random) => {
      const given = some.answers(random);
      return [random.chance(0.5) ? given : stream(given)];
    },
  },
  tallyBy: {
    arguments: (random) => {
      const all = some.rows(random);
      return [
        all,
        {
          by: some.by(random, all),
          score: some.accessor("score"),
          weight: random.maybe(() => some.accessor("weight")),
        },
      ];
    },
  },
  tallyChunks: {
    arguments: (random) => [
      random.chance(0.5) ? some.answers(random) : stream(some.answers(random)),
      { tally: root.tally, merge: root.merge, size: random.maybe(() => 1 + random.below(5)) },
    ],
    // The summary is what the caller's own functions make.
    shares: true,
  },
  tallyServqual: {
    arguments: (random) => {
      const instrument = some.instrument(random);
      return [
        some.servqualResponses(random, instrument),
        { instrument, missing: random.pick(["half", "complete", undefined]) },
      ];
    },
  },
  trimWeights: {
    arguments: (random) => [
      random.list(12, () => some.weight(random)),
      { lower: random.maybe(() => 0.3), upper: random.maybe(() => 3), strict: random.maybe(() => random.chance(0.5)) },
    ],
  },
};

const TREND: Record<Functions<Exports["trend"]>, Call> = {
  beforeAfter: {
    arguments: (random) => {
      const of = some.definition(random);
      const all = some.rows(random, of);
      return [all, { ...some.trendOptions(random, all, of), at: "2026-02-01" }];
    },
  },
  controlChart: {
    arguments: (random) => {
      const of = some.definition(random);
      const points = random.list(15, () => (random.chance(0.9) ? 10 * random.next() : null));
      const options = {
        method: random.maybe(() => random.pick(["p", "laney-p", "nps", "xmr", "xmr-median", "ewma", "cusum"])),
        baseline: random.maybe(() => 1 + random.below(12)),
        sigmas: random.chance(0.2) ? 2 : undefined,
      };
      return [random.chance(0.5) ? points : random.list(15, () => some.measurement(random, of)), options];
    },
    // The points are the caller's, with figures put on them: only these are judged.
    call: (controlChart: typeof trend.controlChart, given: [number[], object]) => {
      const { points, ...drawn } = controlChart(...given);
      const figures = points.map(({ value, sigma, limits, movingRange, sums, signals }) => {
        return { value, sigma, limits, movingRange, sums, signals };
      });
      return { ...drawn, points: figures };
    },
  },
  latestPerRespondent: {
    arguments: (random) => [some.rows(random), { respondent: some.accessor("who"), time: some.accessor("at") }],
    shares: true,
  },
  mannKendall: {
    arguments: (random) => [
      random.list(30, () => random.pick([random.below(5), null, random.next(), { score: random.below(9) }])),
      { level: random.maybe(() => random.pick(some.LEVELS)) },
    ],
  },
  periodFinder: {
    arguments: (random) => [some.calendar(random), some.row(random).at],
    call: (periodFinder: typeof trend.periodFinder, [options, ...times]: [trend.PeriodFinderOptions, trend.Time]) =>
      periodFinder(options)(...times),
  },
  trend: {
    arguments: (random) => {
      const of = some.definition(random);
      const all = some.rows(random, of);
      const options = some.trendOptions(random, all, of);
      return [all, random.chance(0.3) ? { ...options, by: some.by(random, all) } : options];
    },
  },
};

const driverNumber = (random: Random) => {
  const number = random.below(1000);
  return random.pick([number, BigInt(number), String(number)]);
};
const driverRows = (random: Random, withPeriod: boolean) =>
  random.list(10, () => ({
    score: random.chance(0.9) ? random.pick([random.below(11), BigInt(random.below(11)), "7"]) : null,
    n: driverNumber(random),
    ...(random.chance(0.5) ? { by_region: some.name(random) } : {}),
    ...(withPeriod ? { period: `2026-0${1 + random.below(5)}-01 00:00:00` } : {}),
  }));

const SQL: Record<Functions<Exports["sql"]>, Call> = {
  readSegments: {
    arguments: (random) => [
      driverRows(random, false).map((one) => ({ ...one, by_region: some.name(random) })),
      { metric: root.nps, minN: random.maybe(() => random.below(9)), totals: random.maybe(() => random.chance(0.5)) },
    ],
  },
  readTally: { arguments: (random) => [driverRows(random, false)] },
  readTrend: {
    arguments: (random) => [
      driverRows(random, true),
      {
        metric: root.nps,
        every: "month",
        timeZone: random.maybe(() => random.pick(some.ZONES)),
        by: random.maybe(() => random.chance(0.5)),
      },
    ],
  },
  tallyQuery: {
    arguments: (random) => [
      {
        dialect: random.pick(["ansi", "clickhouse", "duckdb", "mariadb", "postgres", "sqlite"]),
        from: random.pick<unknown>([some.name(random), ["lake", some.name(random)]]),
        score: some.name(random),
        weight: random.maybe(() => some.name(random)),
        by: random.maybe(() => random.pick<unknown>([some.name(random), { region: some.name(random) }])),
        time: random.maybe(() => ({ column: "at", ...some.calendar(random), timeZone: undefined })),
        respondent: random.chance(0.2) ? "who" : undefined,
        where: random.maybe(() => ({
          text: some.name(random),
          values: random.pick<unknown>([[1], { a: 1 }, undefined]),
        })),
        scale: random.maybe(() => ({ min: 0, max: 10 })),
      },
    ],
    // The values are the caller's, whatever they are; the list of them must not be.
    call: (tallyQuery: typeof sql.tallyQuery, given: [sql.TallyQueryOptions]) => {
      const { text, values } = tallyQuery(...given);
      if (values === given[0].where?.values) throw new Error("the query shares the list of values");
      return { text, values: Object.keys(values) };
    },
  },
};

const drawn = (given: (random: Random) => unknown[]): Call => ({
  arguments: (random) => [...given(random), ...(random.chance(0.7) ? [some.chartOptions(random)] : [])],
});
const pointsOf = (random: Random) => {
  const all = some.rows(random).map((one) => ({ ...one, score: random.below(11) }));
  return trend.trend(all, {
    time: ({ at }) => at as trend.Time,
    score: ({ score }) => score,
    every: "week",
    metric: root.nps,
  });
};

const CHART: Record<Functions<Exports["chart"]>, Call> = {
  bandsChart: drawn((random) => [some.measurements(random)]),
  compareChart: drawn((random) => [root.compareAll(comparable(random))]),
  distributionChart: drawn((random) => {
    const of = some.definition(random);
    return [some.answers(random, of), of];
  }),
  processChart: drawn((random) => [
    random.chance(0.5)
      ? trend.controlChart(pointsOf(random), { method: "xmr" })
      : trend.controlChart([1, 2, 3, null, 9]),
  ]),
  scoreChart: drawn((random) => [some.measurements(random)]),
  servqualChart: drawn((random) => {
    const instrument = some.instrument(random);
    return [root.servqual(some.servqualResponses(random, instrument), { instrument })];
  }),
  trendChart: drawn((random) => [
    random.chance(0.5)
      ? pointsOf(random)
      : random.list(3, () => ({ key: some.name(random), points: pointsOf(random) })),
  ]),
};

const SCHEMA: Record<Functions<Exports["schema"]> | Schemas, Call> = {
  cesResponseSchema: responseOf(root.CES),
  csatResponseSchema: responseOf(root.CSAT),
  csiResponseSchema: { arguments: (random) => [{ items: csiRow(random, 3) }], call: parse },
  itemsResponseSchema: {
    arguments: (random) => [{ items: 3, scale: { min: 1, max: 5 } }, { items: csiRow(random, 3) }],
    call: (of: typeof schema.itemsResponseSchema, [options, value]: [object, unknown]) => parse(of(options), [value]),
  },
  measurementSchema: { arguments: (random) => [some.measurement(random)], call: parse },
  npsResponseSchema: responseOf(root.NPS),
  parseResponses: {
    arguments: (random) => [random.list(5, () => responses(random, random.below(12)))],
    call: (of: typeof schema.parseResponses, [rows]: [Iterable<unknown>]) => of(schema.npsResponseSchema, rows),
  },
  ratingFromText: {
    arguments: (random) => [
      some.definition(random),
      random.maybe(() => ({ labels: { good: 1, [some.name(random)]: 2 } })),
      asText(random),
    ],
    call: (of: typeof schema.ratingFromText, [definition, options, text]: [root.MetricDefinition, object, unknown]) =>
      parse(of(definition, options), [text]),
  },
  responseSchema: {
    arguments: (random) => [some.definition(random), responses(random, random.below(8))],
    call: (of: typeof schema.responseSchema, [definition, value]: [root.MetricDefinition, unknown]) =>
      parse(of(definition), [value]),
  },
  sentimentResponseSchema: responseOf(root.SENTIMENT),
  servqualResponseSchema: {
    arguments: (random) => {
      const instrument = some.instrument(random);
      return [instrument, some.servqualResponses(random, instrument)[0]];
    },
    call: (of: typeof schema.servqualResponseSchema, [instrument, value]: [root.Instrument<never>, unknown]) =>
      parse(of(instrument), [value]),
  },
  tallySchema: { arguments: (random) => [root.tally(some.answers(random))], call: parse },
};

export const CALLS: Readonly<Record<keyof Exports, Readonly<Record<string, Call>>>> = {
  root: ROOT,
  chart: CHART,
  schema: SCHEMA,
  sql: SQL,
  trend: TREND,
};

/** All that can be called, in a fixed order. */
export const TARGETS = Object.entries(CALLS).flatMap(([entry, calls]) =>
  Object.entries(calls).map(([name, call]) => ({ entry, name, call })),
);
