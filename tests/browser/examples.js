import * as charts from "../../dist/chart.js";
import * as root from "../../dist/index.js";
import { controlChart, trend } from "../../dist/trend.js";

// Everything here is made up, and the same every time.

/** Numbers from 0 to 1 that look like chance. */
function chance(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** A rating from 0 to 10 of somebody as content as `mood`, 0 to 1. */
function rating(next, mood) {
  return Math.max(0, Math.min(10, Math.round(10 * mood + 5.5 * (next() + next() + next() - 1.5) + 0.6)));
}

const REGIONS = { north: 0.86, south: 0.74, east: 0.8, west: 0.68, islands: 0.83 };
const SIZES = { north: 420, south: 310, east: 160, west: 75, islands: 7 };

function feedback() {
  const next = chance(7);
  const regions = Object.entries(REGIONS).flatMap(([region, mood]) =>
    Array.from({ length: SIZES[region] }, () => ({
      region,
      score: next() < 0.03 ? null : rating(next, mood),
      at: Date.UTC(2025, Math.floor(next() * 14), 1 + Math.floor(next() * 28)),
    })),
  );
  return regions.filter(({ at }) => new Date(at).getUTCMonth() !== 5);
}

const rows = feedback();
const score = (row) => row.score;
const time = (row) => row.at;
const segments = root.segment(rows, { by: (row) => row.region, score, metric: root.nps, minN: 10, totals: true });
const months = { score, time, every: "month", metric: root.nps, to: "2026-02-18" };
const points = trend(
  rows.filter(({ region }) => region !== "islands"),
  months,
);
const series = trend(
  rows.filter(({ region }) => region === "north" || region === "west"),
  { ...months, every: "quarter", to: "2026-01-01", by: (row) => row.region },
);

function answersTo(next, level) {
  return Array.from({ length: 22 }, (_, item) => {
    const lift = [0, 0.6, -0.5, 0.3, -0.2][Math.floor(item / 4.5)];
    return Math.max(1, Math.min(7, Math.round(level + lift * (level < 5.5 ? 1 : 0.2) + 2 * (next() - 0.5))));
  });
}

function service(withExpectations) {
  const next = chance(22);
  return root.servqual(
    Array.from({ length: 120 }, () => ({
      ...(withExpectations && { expectations: answersTo(next, 6.1) }),
      perceptions: answersTo(next, 5.2),
    })),
  );
}

const shop = (satisfied, n) =>
  root.csat([
    { score: 5, n: satisfied },
    { score: 2, n: n - satisfied },
  ]);
const shops = { north: shop(402, 480), south: shop(371, 460), east: shop(150, 210), west: shop(118, 190) };

const regionsOf = (metric) =>
  Object.fromEntries(
    Object.keys(REGIONS).map((region) => [region, metric(rows.filter((row) => row.region === region).map(score))]),
  );

/** Answers of 26 weeks: a bad ninth one, nobody in the thirteenth, and better ones from the eighteenth on. */
function weeks() {
  const next = chance(5);
  return Array.from({ length: 26 }, (_, week) => {
    const size = week === 12 ? 0 : 100 + Math.round(120 * next());
    const mood = week === 8 ? 0.66 : week > 15 ? 0.86 : 0.79;
    const answers = Array.from({ length: size }, () => rating(next, mood));
    return { ...root.nps(answers), key: `2026-W${String(week + 1).padStart(2, "0")}` };
  });
}

/** Mean ratings of twelve months, of which one is out of line. */
const ratings = [4.31, 4.28, 4.35, 4.3, 4.26, 4.33, 4.29, 4.62, 4.3, 4.27, 4.34, 4.31];

/** A slow fall. */
const falling = [4.3, 4.4, 4.2, 4.3, 4.4, 4.3, 4.2, 4.2, 4.1, 4.2, 4.1, 4.1, 4.0, 4.1];

export const HOSTILE = [
  "__proto__",
  "quo\"te and 'quote'",
  "a.b[0].c\\d",
  "</script><b>&amp;",
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a name that looks like code is the point
  "{score} ${1+1} datum.score",
  "华东区 🙂👩‍👩‍👧‍👦",
  `${"x".repeat(149)} ${"long name ".repeat(15)}`,
];

function hostile() {
  const next = chance(3);
  return HOSTILE.map((key) => ({
    key,
    suppressed: false,
    ...root.nps(Array.from({ length: 40 }, () => rating(next, 0.8))),
  }));
}

/** The charts of the guide, by name: each takes options. */
export const EXAMPLES = {
  distribution: (options) => charts.distributionChart(rows.map(score), root.NPS, options),
  bands: (options) => charts.bandsChart(segments, options),
  score: (options) => charts.scoreChart(segments, { order: "score", ...options }),
  trend: (options) => charts.trendChart(points, options),
  process: (options) => charts.processChart(controlChart(weeks()), options),
  servqual: (options) => charts.servqualChart(service(true), options),
  compare: (options) => charts.compareChart(root.compareAll(shops), options),
};

/** Charts of what is less usual. */
export const OTHERS = {
  "trend-series": (options) => charts.trendChart(series, options),
  "distribution-continuous": (options) =>
    charts.distributionChart(
      rows.map((row) => row.score && row.score / 5 - 1),
      root.POLARITY,
      options,
    ),
  "distribution-effort": (options) => charts.distributionChart([1, 1, 2, 2, 2, 3, 4, 5, 1, 2], root.CES_1, options),
  "bands-several-metrics": (options) =>
    charts.bandsChart({ "NPS 2026": segments[0], "CSAT 2026": shops.north, nobody: root.csat([]) }, options),
  "process-scores": (options) => charts.processChart(controlChart(ratings), options),
  "process-laney": (options) => charts.processChart(controlChart(points, { method: "laney-p" }), options),
  "process-ewma": (options) => charts.processChart(controlChart(falling, { method: "ewma", baseline: 6 }), options),
  "process-cusum": (options) => charts.processChart(controlChart(falling, { method: "cusum", baseline: 6 }), options),
  servperf: (options) => charts.servqualChart(service(false), options),
  "compare-one": (options) => charts.compareChart(root.compare(shops.west, shops.north), options),
  "score-hostile": (options) => charts.scoreChart(hostile(), options),
  "bands-hostile": (options) => charts.bandsChart(hostile(), options),
  "score-mean": (options) =>
    charts.scoreChart(
      regionsOf((answers) => root.measure(answers, root.NPS, { statistic: "mean" })),
      options,
    ),
  empty: (options) => charts.scoreChart([], options),
};
