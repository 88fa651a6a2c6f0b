import { defineMetric, type MetricDefinition, NPS, POLARITY, STARS_HALF } from "../../src/index.js";
import { clockChanges, offsetAt } from "./clock-changes.js";
import { type Random, randomOf } from "./random.js";

/** A row of a generated table. */
export interface AnswerRow {
  readonly score: number | null;
  readonly weight: number;
  readonly region: string | null;
  readonly plan: number | null;
  readonly active: boolean | null;
  readonly person: string | null;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** How a table stores its ratings. */
export type ScoreType = "integer" | "double" | "decimal";

export interface GeneratedTable {
  readonly definition: MetricDefinition<string>;
  readonly scoreType: ScoreType;
  readonly rows: readonly AnswerRow[];
  /** The zone around whose clock changes rows were answered. */
  readonly timeZone: string;
  /** Over how long rows were answered. */
  readonly span: "days" | "months" | "years";
}

/** A scale in tenths, which no double can hold. */
const TENTHS: MetricDefinition<string> = defineMetric({
  metric: "tenths",
  scale: { min: 0, max: 1, step: 0.1 },
  better: "higher",
  statistic: "net",
  bands: [
    { name: "low", sentiment: "negative" },
    { name: "middle", sentiment: "neutral", from: 0.3 },
    { name: "high", sentiment: "positive", from: 0.7 },
  ],
});

const SCORES: readonly {
  readonly definition: MetricDefinition<string>;
  readonly types: readonly ScoreType[];
  readonly on: (random: Random) => number;
  readonly off: readonly number[];
}[] = [
  { definition: NPS, types: ["integer"], on: (random) => random.below(11), off: [-1, 11, 99, -32768] },
  {
    definition: STARS_HALF,
    types: ["double", "decimal"],
    on: (random) => (1 + random.below(10)) / 2,
    off: [0, 5.5, 2.7, 99.9],
  },
  { definition: POLARITY, types: ["double"], on: (random) => (random.below(201) - 100) / 100, off: [-1.01, 2] },
  { definition: TENTHS, types: ["double", "decimal"], on: (random) => random.below(11) / 10, off: [1.1, -0.1, 7.5] },
];

/** Half an hour, 45 minutes, changes at midnight and of half an hour, a day left out, and none at all. */
const ZONES = [
  "America/New_York",
  "Europe/London",
  "Australia/Lord_Howe",
  "America/Sao_Paulo",
  "Asia/Kathmandu",
  "Asia/Kolkata",
  "Pacific/Chatham",
  "Pacific/Apia",
  "America/St_Johns",
  "America/Havana",
  "Africa/Cairo",
  "Asia/Amman",
  "UTC",
];

const REGIONS = [
  ..."north North NORTH nörth Nörth café cafe Café a A á|a |a  | a||O'Brien|x\\y|日本|🎉|null|0|true|a'; DROP TABLE answers; --"
    .split("|")
    .flatMap((part, index) => (index === 0 ? part.split(" ") : [part])),
  "line\nbreak",
  null,
];

const HOUR = 60 * 60 * 1000;
const DAY = 24 * HOUR;
const SPANS = { days: 2 * DAY, months: 50 * DAY, years: 1000 * DAY };

/** The table of a seed; in UTC where an engine knows no other zone. */
export function generatedTable(seed: number, zones: readonly string[] = ZONES): GeneratedTable {
  const random = randomOf(seed);
  const timeZone = random.pick(zones);
  const span = random.pick(["days", "months", "years"] as const);
  const { definition, types, on, off } = SCORES[seed % SCORES.length]!;
  const hasOff = random.chance(0.5);
  const hasMissing = random.chance(0.7);
  const isDyadic = random.chance(0.5);
  const regions = REGIONS.filter(() => random.chance(0.4));
  const persons = 1 + random.below(30);
  const score = () => {
    if (hasMissing && random.chance(0.1)) return null;
    return hasOff && random.chance(0.1) ? random.pick(off) : on(random);
  };
  const weight = () => {
    if (random.chance(0.05)) return 0;
    return isDyadic ? (1 + random.below(40)) / 8 : random.next() * 5 + 0.01;
  };
  const person = () => `${random.pick(["p", "P", "é", "É"])}${random.below(persons)}${random.chance(0.2) ? " " : ""}`;
  return {
    definition,
    scoreType: random.pick(types),
    timeZone,
    span,
    rows: instants(random, timeZone, span).map((at) => ({
      score: score(),
      weight: weight(),
      region: regions.length === 0 ? null : random.pick(regions),
      plan: random.chance(0.1) ? null : random.below(4) - 1,
      active: random.chance(0.1) ? null : random.chance(0.5),
      person: random.chance(0.15) ? null : person(),
      at,
    })),
  };
}

/** Different instants, many of them close to a change of clocks. */
function instants(random: Random, timeZone: string, span: keyof typeof SPANS): number[] {
  const changes = changesOf(timeZone);
  const center = changes.length > 0 ? random.pick(changes) : Date.UTC(2016 + random.below(9), random.below(12), 1);
  const reach = SPANS[span];
  const near = [center, ...changes.filter((change) => Math.abs(change - center) < reach)];
  const moments = [-DAY, -HOUR, -HOUR / 2, -1000, -1, 0, 1, 999, HOUR / 4, HOUR / 2, HOUR - 1, HOUR, 1.5 * HOUR, DAY];
  const count = random.chance(0.03) ? random.below(2) : 30 + random.below(120);
  const all = Array.from({ length: count }, () => {
    if (random.chance(0.3)) return random.pick(near) + random.pick(moments);
    if (random.chance(0.4)) return random.pick(near) + Math.floor((random.next() - 0.5) * 6 * HOUR);
    return center + Math.floor((random.next() * 2 - 1) * reach);
  });
  return [...new Set(all)].filter((instant) => !isAmbiguous(instant, timeZone, changes));
}

/**
 * Whether `trend` counts an instant in a period that clocks left before: in Chatham they go from 3:45 back to 2:45, and what is
 * answered in the quarter of an hour up to three then is labelled 2:00 by clocks, but belongs to the period that 3:00 began.
 */
function isAmbiguous(instant: number, timeZone: string, changes: readonly number[]): boolean {
  if (timeZone !== "Pacific/Chatham") return false;
  return changes.some(
    (change) =>
      instant >= change && instant < change + HOUR / 4 && offsetAt(change, timeZone) < offsetAt(change - 1, timeZone),
  );
}

const known = new Map<string, readonly number[]>();

function changesOf(timeZone: string): readonly number[] {
  let changes = known.get(timeZone);
  if (changes === undefined) {
    // Apia left a day out in 2011. After 2025, engines differ in how new their rules are.
    const from = timeZone === "Pacific/Apia" ? Date.UTC(2011, 8, 1) : Date.UTC(2016, 0, 1);
    changes = clockChanges(timeZone, from, Date.UTC(2025, 0, 1));
    known.set(timeZone, changes);
  }
  return changes;
}
