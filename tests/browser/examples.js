import * as charts from "../../dist/chart.js";
import * as root from "../../dist/index.js";
import { trend } from "../../dist/trend.js";

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

/** A control chart of 26 weeks with one outlier and one run, as `controlChart` gives it. */
function weeks() {
  const next = chance(5);
  const values = Array.from({ length: 26 }, (_, week) => (week === 8 ? 12 : week > 16 ? 49 : 37) + 14 * (next() - 0.5));
  const n = values.map(() => 60 + Math.round(90 * next()));
  return {
    method: "nps",
    center: 40,
    movingRange: null,
    sigmaZ: null,
    points: values.map((value, week) => ({
      key: `2026-W${String(week + 1).padStart(2, "0")}`,
      metric: "nps",
      statistic: "net",
      value: week === 12 ? null : value,
      sigma: 70 / Math.sqrt(n[week]),
      limits:
        week === 12 ? null : { low: 40 - 210 / Math.sqrt(n[week]), center: 40, high: 40 + 210 / Math.sqrt(n[week]) },
      movingRange: null,
      sums: null,
      signals: week === 8 ? ["below-limit"] : week > 16 ? ["run-above"] : [],
    })),
  };
}

/** Plain scores with moving ranges. */
function scores() {
  const values = [4.31, 4.28, 4.35, 4.3, 4.26, 4.33, 4.29, 4.62, 4.3, 4.27, 4.34, 4.31];
  const ranges = values.map((value, index) => (index === 0 ? null : Math.abs(value - values[index - 1])));
  return {
    method: "xmr",
    center: 4.33,
    movingRange: { mean: 0.09, median: 0.05, high: 0.29 },
    sigmaZ: null,
    points: values.map((value, index) => ({
      score: value,
      value,
      sigma: 0.08,
      limits: { low: 4.09, center: 4.33, high: 4.57 },
      movingRange: ranges[index],
      sums: null,
      signals: value > 4.57 ? ["above-limit", "moving-range"] : ranges[index] > 0.29 ? ["moving-range"] : [],
    })),
  };
}

function sums() {
  const { points, ...chart } = scores();
  return {
    ...chart,
    method: "cusum",
    movingRange: null,
    points: points.map((point, index) => ({
      ...point,
      limits: null,
      movingRange: null,
      sums: { above: Math.max(0, index - 5), below: Math.max(0, 3 - index) },
      signals: index > 10 ? ["above-limit"] : [],
    })),
  };
}

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
  process: (options) => charts.processChart(weeks(), options),
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
  "process-scores": (options) => charts.processChart(scores(), options),
  "process-cusum": (options) => charts.processChart(sums(), options),
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
