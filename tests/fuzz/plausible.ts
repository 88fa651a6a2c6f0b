import * as root from "../../src/index.js";
import { hostileName } from "./hostile.js";
import type { Random } from "./random.js";

// What a user might well give.

export const PRESETS = [
  ...[root.NPS, root.CSAT, root.CSAT_3, root.CSAT_7, root.CSAT_10, root.THUMBS, root.STARS_HALF],
  ...[root.CES, root.CES_1, root.SENTIMENT, root.POLARITY],
] as readonly root.MetricDefinition[];
const STATISTICS = ["net", "share", "mean", "index"] as const;
const INTERVALS = [
  "score",
  "adjusted-wald",
  "wald",
  "t",
  "wilson",
  "agresti-coull",
  "clopper-pearson",
  "jeffreys",
] as const;
export const ADJUSTMENTS = ["holm", "bh", "bonferroni", "none"] as const;
export const LEVELS = [0.5, 0.8, 0.9, 0.95, 0.99, 0.999, 1e-9, 1 - 2 ** -40];
export const ZONES = [
  "UTC",
  "Europe/Paris",
  "America/New_York",
  "Asia/Kathmandu",
  "Pacific/Apia",
  "Australia/Lord_Howe",
];
export const PERIODS = ["hour", "day", "week", "month", "quarter", "year"] as const;

/** A name of a region, a band, a dimension: an ordinary one as a rule. */
export function name(random: Random): string {
  return random.chance(0.1) ? hostileName(random) : random.pick(["north", "south", "east", "west", "a", "b"]);
}

export function definition(random: Random): root.MetricDefinition {
  return random.chance(0.8) ? random.pick(PRESETS) : ownDefinition(random);
}

function ownDefinition(random: Random): root.MetricDefinition {
  const min = random.pick([0, 1, -3, 0.1]);
  const max = min + random.pick([2, 4, 100]);
  return {
    metric: name(random) || "own",
    scale: { min, max, step: random.pick([null, 1, undefined]) },
    better: random.pick(["higher", "lower"] as const),
    statistic: random.pick(STATISTICS),
    bands: [
      { name: `low${name(random)}`, sentiment: "negative" },
      { name: name(random) || "middle", sentiment: "neutral", from: min + 1 },
      { name: `high${name(random)}`, sentiment: "positive", above: max - 1 },
    ],
  };
}

export function rating(random: Random, { scale }: Pick<root.MetricDefinition, "scale">): number {
  const { min, max, step = 1 } = scale;
  if (step === null) return min + random.next() * (max - min);
  return Math.min(max, min + step * random.below(Math.round((max - min) / step) + 1));
}

export function answer(random: Random, of: root.MetricDefinition): root.Answer {
  const kind = random.next();
  if (kind < 0.75) return rating(random, of);
  if (kind < 0.83) return random.pick([null, undefined]);
  const score = random.chance(0.9) ? rating(random, of) : null;
  const n = random.maybe(() => random.pick([0, 1, 2, 50, 1e6, 2 ** 40]));
  return { score, n, weight: n === 0 ? undefined : random.maybe(() => weight(random)) };
}

export function weight(random: Random): number {
  return random.chance(0.1) ? random.pick([0, 1e-100, 1e100, 1e-9, 1e9]) : 0.2 + 3 * random.next();
}

export function answers(random: Random, of: root.MetricDefinition = root.NPS): root.Answer[] {
  const most = random.pick([0, 1, 2, 5, 12, 40]);
  const constant = random.chance(0.1) ? rating(random, of) : undefined;
  return random.list(most, () => constant ?? answer(random, of));
}

export function measureOptions(random: Random): root.MeasureOptions {
  return {
    level: random.maybe(() => random.pick(LEVELS)),
    interval: random.chance(0.2) ? random.pick(INTERVALS) : undefined,
    invalid: random.maybe(() => random.pick(["throw", "exclude"] as const)),
    statistic: random.chance(0.3) ? random.pick(STATISTICS) : undefined,
  };
}

/** A measurement, fresh or stored. */
export function measurement(random: Random, of: root.MetricDefinition = definition(random)): root.Measurement {
  const fresh = root.measure(answers(random, of), of);
  return random.chance(0.5) ? fresh : JSON.parse(JSON.stringify(fresh));
}

/** Measurements of one metric, which can be compared. */
export function measurements(random: Random): Record<string, root.Measurement> {
  const of = definition(random);
  return Object.fromEntries(random.list(5, () => [name(random), measurement(random, of)]));
}

export interface Row {
  readonly at: root.Answer | string | Date;
  readonly region: string | number | boolean | null;
  readonly sex: string;
  readonly who: string | number | null;
  readonly score: root.Answer;
  readonly weight: number;
  readonly responded: boolean;
}

function time(random: Random): string | number | Date {
  const from = Date.UTC(2025, 11, 20);
  const instant = from + random.below(120 * 24) * 3_600_000;
  const text = new Date(instant).toISOString();
  return random.pick([text, instant, new Date(instant), text.slice(0, 10), text.slice(0, 19)]);
}

export function row(random: Random, of: root.MetricDefinition = root.NPS): Row {
  return {
    at: time(random),
    region: random.chance(0.9) ? name(random) : random.pick([null, true, 3]),
    sex: random.pick(["f", "m"]),
    who: random.chance(0.9) ? random.below(9) : null,
    score: answer(random, of),
    weight: weight(random),
    responded: random.chance(0.5),
  };
}

export function rows(random: Random, of?: root.MetricDefinition): Row[] {
  return random.list(random.pick([0, 1, 3, 10, 30]), () => row(random, of));
}

/** A function of a row, that copes with any row. */
export function accessor<Name extends keyof Row>(field: Name): (row: Row) => Row[Name] {
  return (one) => one?.[field];
}

export function metricOf(of: root.MetricDefinition): root.Metric {
  return (given) => root.measure(given, of);
}

/** Segments by one thing, by several, or by a column. */
export function by(random: Random, all: readonly Row[]): root.By<Row> {
  return random.pick<root.By<Row>>([
    accessor("region"),
    { region: accessor("region") },
    { region: accessor("region"), sex: accessor("sex") },
    { [name(random)]: accessor("region"), sex: all.map(({ sex }) => sex) },
    all.map(({ region }) => region),
  ]);
}

export function segmentOptions(random: Random, all: readonly Row[], of: root.MetricDefinition): object {
  return {
    by: by(random, all),
    score: random.pick<root.Accessor<Row, root.Answer>>([accessor("score"), all.map(({ score }) => score)]),
    weight: random.chance(0.2) ? accessor("weight") : undefined,
    metric: metricOf(of),
    minN: random.maybe(() => random.below(6)),
    vsRest: random.maybe(() => random.chance(0.5)),
    adjust: random.maybe(() => random.pick(ADJUSTMENTS)),
    order: random.maybe(() => random.pick(["key", "score", "n", () => 0])),
    totals: random.maybe(() => random.chance(0.5)),
  };
}

export function calendar(random: Random): object {
  return {
    every: random.pick(PERIODS),
    weekStartsOn: random.maybe(() => random.below(7)),
    fiscalYearStartMonth: random.maybe(() => 1 + random.below(12)),
    timeZone: random.maybe(() => random.pick(ZONES)),
  };
}

export function trendOptions(random: Random, all: readonly Row[], of: root.MetricDefinition): object {
  return {
    ...calendar(random),
    time: accessor("at"),
    score: random.pick<root.Accessor<Row, root.Answer>>([accessor("score"), all.map(({ score }) => score)]),
    weight: random.chance(0.2) ? accessor("weight") : undefined,
    metric: metricOf(of),
    rolling: random.chance(0.3) ? random.pick([{ periods: 3 }, { days: 7 }, { days: 90 }]) : undefined,
    respondent: random.chance(0.3) ? accessor("who") : undefined,
    from: random.chance(0.2) ? "2026-01-05" : undefined,
    to: random.chance(0.2) ? "2026-04-01T10:00:00Z" : undefined,
  };
}

const AIRPORT: root.Instrument = {
  name: "airport",
  scale: { min: 1, max: 5 },
  dimensions: { access: ["parking", "signs"], terminal: ["seats", "food"] },
  reversed: ["food"],
};

export function instrument(random: Random): root.Instrument {
  return random.pick([root.SERVQUAL_1991, root.SERVQUAL_1988, AIRPORT, structuredClone(AIRPORT)]);
}

function itemRatings(random: Random, { scale, dimensions }: root.Instrument): root.ItemRatings {
  const items = Object.values(dimensions).flat();
  const rate = () => (random.chance(0.95) ? rating(random, { scale }) : null);
  if (typeof items[0] === "number") return items.map(rate);
  return Object.fromEntries(items.map((item) => [item, rate()]));
}

export function servqualResponses(random: Random, of: root.Instrument): root.ServqualResponse[] {
  const dimensions = Object.keys(of.dimensions).length;
  const withExpectations = random.chance(0.7);
  const withImportance = random.chance(0.3);
  return random.list(random.pick([0, 1, 4, 12]), () => ({
    ...(withExpectations ? { expectations: itemRatings(random, of) } : {}),
    perceptions: itemRatings(random, of),
    ...(withImportance ? { importance: Array.from({ length: dimensions }, () => 100 / dimensions) } : {}),
    weight: random.maybe(() => weight(random)),
  }));
}

/** Ratings of several items: as many in each row. */
export function itemRows(random: Random): (number | null)[][] {
  const items = 1 + random.below(5);
  return random.list(12, () =>
    Array.from({ length: items }, () => (random.chance(0.95) ? 1 + random.below(10) : null)),
  );
}

export function plan(random: Random): object {
  return {
    definition: definition(random),
    statistic: random.maybe(() => random.pick(STATISTICS)),
    expected: random.maybe(() => ({
      positive: random.maybe(() => random.next() / 2),
      negative: random.maybe(() => random.next() / 2),
      standardDeviation: random.maybe(() => 3 * random.next()),
    })),
    level: random.maybe(() => random.pick(LEVELS)),
  };
}

export function chartOptions(random: Random): object {
  return {
    title: random.maybe(() => name(random)),
    width: random.maybe(() => 50 + random.below(2000)),
    height: random.maybe(() => 50 + random.below(2000)),
    theme: random.maybe(() => random.pick(["light", "dark", { background: "#fff" }])),
    locale: random.maybe(() => random.pick(["en", "zh-CN"])),
    labels: random.maybe(() => ({ names: { [name(random)]: name(random) }, noData: random.maybe(() => name(random)) })),
    digits: random.maybe(() => random.below(21)),
  };
}
