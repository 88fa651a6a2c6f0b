// A user whose project is CommonJS.
import root = require("cx-metrics");
import trend = require("cx-metrics/trend");
import sql = require("cx-metrics/sql");
import chart = require("cx-metrics/chart");

const score: root.Measurement<root.NpsBand> = root.nps([10]);
const points: trend.TrendPoint<typeof score>[] = trend.trend([{ at: 0, score: 1 }], {
  time: (row) => row.at,
  score: (row) => row.score,
  every: "day",
  metric: root.nps,
});
const query: sql.Query = sql.tallyQuery({ dialect: "ansi", from: "survey", score: "nps" });
const spec: chart.ChartSpec = chart.scoreChart({ all: score });
export = [score, points, query, spec];
