import type { Spec } from "vega";
import type { TopLevelSpec } from "vega-lite";
import { expect, it } from "vitest";
import {
  bandsChart,
  type ChartSpec,
  compareChart,
  distributionChart,
  processChart,
  scoreChart,
  trendChart,
} from "../../src/chart/index.js";
import { CSAT, csat, type Measurement, measureClustered, NPS, nps, responseRate, segment } from "../../src/index.js";
import { controlChart, trend } from "../../src/trend/index.js";

// That this compiles is the test: results of every function go into charts as they are.
const rows = [
  { at: "2026-01-05", plan: "free", region: "north", account: 1, score: 4 },
  { at: "2026-02-05", plan: "pro", region: "south", account: 2, score: 5 },
];

it("results of the library go into charts as they are, and charts into Vega-Lite", () => {
  const byPlan = segment(rows, { by: (row) => row.plan, score: (row) => row.score, metric: csat });
  const byBoth = segment(rows, {
    by: { plan: (row) => row.plan, region: (row) => row.region },
    score: (row) => row.score,
    metric: csat,
    totals: true,
  });
  const stored: Readonly<Record<string, Measurement>> = { north: nps([9, 3]), south: nps([10, 8]) };
  const options = {
    time: (row: (typeof rows)[number]) => row.at,
    score: (row: (typeof rows)[number]) => row.score,
    every: "month",
    metric: csat,
  } as const;
  const charts: readonly ChartSpec[] = [
    scoreChart(byPlan),
    bandsChart(byBoth),
    scoreChart(stored),
    scoreChart(responseRate(rows, { responded: () => true })),
    scoreChart(measureClustered(rows, { definition: NPS, cluster: (row) => row.account, score: (row) => row.score })),
    compareChart(Object.fromEntries(byPlan.map((part) => [String(part.key), part.vsRest]))),
    trendChart(trend(rows, options)),
    trendChart(trend(rows, { ...options, by: (row) => row.plan })),
    trendChart(JSON.parse(JSON.stringify(trend(rows, options)))),
    processChart(controlChart(trend(rows, options))),
    processChart(controlChart([4.1, null, 4.3])),
    processChart(JSON.parse(JSON.stringify(controlChart(byPlan)))),
    distributionChart([4, null, 5], CSAT),
  ];
  // The type of what vega-embed draws.
  const specs: readonly (TopLevelSpec | Spec)[] = charts;
  expect(specs.map(({ $schema }) => $schema)).toEqual(
    charts.map(() => "https://vega.github.io/schema/vega-lite/v6.json"),
  );
});
