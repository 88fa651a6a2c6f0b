import {
  bandsChart,
  type ChartControl,
  type ChartOptions,
  type ChartSpec,
  compareChart,
  distributionChart,
  processChart,
  scoreChart,
  servqualChart,
  trendChart,
} from "../../src/chart/index.js";
import { compareAll, defineInstrument, NPS, nps, segment, servqual, tally } from "../../src/index.js";
import { trend } from "../../src/trend/index.js";

/** Answers of 20, 30 and 50 promoters, passives and detractors, so to speak. */
export const answers = (promoters: number, passives: number, detractors: number) => [
  { score: 10, n: promoters },
  { score: 8, n: passives },
  { score: 3, n: detractors },
];

/** Two regions that may be shown, and two that may not. */
export const regions = segment(
  [
    ...Array.from({ length: 40 }, (_, row) => ({ region: "north", score: row % 3 === 0 ? 6 : 9 })),
    ...Array.from({ length: 30 }, (_, row) => ({ region: "south", score: row % 2 === 0 ? 7 : 9 })),
    ...Array.from({ length: 6 }, () => ({ region: "east", score: 8 })),
    { region: "west", score: 0 },
  ],
  { by: (row) => row.region, score: (row) => row.score, metric: nps, minN: 5, totals: true },
);

const daily = Array.from({ length: 160 }, (_, day) => ({
  at: Date.UTC(2026, 0, 1 + day),
  branch: day % 3 === 0 ? "old" : "new",
  score: (day * 7) % 11,
})).filter(({ at }) => new Date(at).getUTCMonth() !== 2);

/** January to June 2026 without March, June being cut off. */
export const months = trend(daily, {
  time: (row) => row.at,
  score: (row) => row.score,
  every: "month",
  metric: nps,
  to: "2026-06-07",
});

/** The same by branch. */
export const branches = trend(daily, {
  time: (row) => row.at,
  score: (row) => row.score,
  every: "month",
  metric: nps,
  by: (row) => row.branch,
});

const instrument = defineInstrument({ scale: { min: 1, max: 7 }, dimensions: { rooms: [1, 2], staff: [3] } });

/** Service that falls short in one dimension, and exceeds expectations in the other. */
export const service = servqual(
  [
    { expectations: [6, 7, 6], perceptions: [5, 5, 7] },
    { expectations: [7, 6, 5], perceptions: [6, 6, 5] },
    { expectations: [7, 7, 4], perceptions: [5, 6, 6] },
  ],
  { instrument },
);

/** Service without expectations. */
export const perceived = servqual([{ perceptions: [5, 5, 7] }, { perceptions: [6, 6, 5] }], { instrument });

export const comparisons = compareAll({
  north: nps(answers(60, 25, 15)),
  south: nps(answers(58, 25, 17)),
  west: nps(answers(30, 30, 40)),
});

/** A control chart as `controlChart` returns it: an outlier, an empty period, and a run. */
export const control: ChartControl = {
  method: "nps",
  center: 40,
  movingRange: null,
  points: [38, 44, 8, null, 47, 49, 46].map((value, index) => ({
    key: `2026-0${index + 1}`,
    metric: "nps",
    statistic: "net",
    value,
    limits: value === null ? null : { low: 20, center: 40, high: 60 },
    movingRange: null,
    sums: null,
    signals: value === 8 ? ["below-limit"] : index > 3 ? ["run-above"] : [],
  })),
};

/** A chart of every kind, from its result, which is plain data. */
export const CHARTS: Readonly<
  Record<string, readonly [result: unknown, (result: never, options?: ChartOptions) => ChartSpec]>
> = {
  distribution: [tally(answers(60, 25, 15)), (result, options) => distributionChart(result, NPS, options)],
  bands: [regions, bandsChart],
  score: [regions, scoreChart],
  trend: [months, trendChart],
  series: [branches, trendChart],
  process: [control, processChart],
  servqual: [service, servqualChart],
  servperf: [perceived, servqualChart],
  compare: [comparisons, compareChart],
};

/** The charts with their results in them. */
export const DRAWN = Object.entries(CHARTS).map(
  ([name, [result, chart]]) => [name, (options?: ChartOptions) => chart(result as never, options)] as const,
);
