// Region × month from columns and from row objects, and one month after another in a time zone, beside databases in process, data
// frames and the loop that one would write with date-fns. Run: npm run bench, or alone: node tests/bench/segments.js [--quick]
import { tz } from "@date-fns/tz/tz";
import { from, op, table } from "arquero";
import { rollup } from "d3-array";
import { formatISO } from "date-fns/formatISO";
import { startOfMonth } from "date-fns/startOfMonth";
import lodash from "lodash";
import pl from "nodejs-polars";
import { nps, segment } from "../../dist/index.js";
import { trend } from "../../dist/trend.js";
import { contest } from "./frame/contest.js";
import { codes, instants, ratings } from "./frame/data.js";
import { duckdbInstant, openClickhouse, openDuckdb } from "./frame/peers.js";
import { publish } from "./frame/publish.js";
import { size } from "./frame/settings.js";

const ROWS = size(10_000_000, 200_000);
const OBJECTS = size(1_000_000, 50_000);
const DATE_FNS_ROWS = size(20_000, 2000);
const ZONE = "America/New_York";
const REGIONS = 8;

const time = instants(ROWS);
const score = ratings(ROWS);
const region = codes(ROWS, REGIONS);
const monthly = { every: "month", metric: nps };

/** What must be the same: how many answers and which score, of each region and month. */
function cells(rows) {
  return rows
    .map(([place, month, n, net]) => [String(place), month, Number(n), (net + 0).toFixed(6)])
    .sort((a, b) => (a.join() < b.join() ? -1 : 1));
}

const net = (answer) => (answer >= 9 ? 100 : answer <= 6 ? -100 : 0);
const monthOf = (year, month) => `${year}-${String(month).padStart(2, "0")}`;
const utcMonth = (date) => date.getUTCFullYear() * 12 + date.getUTCMonth();
const nameOf = (month) => monthOf(Math.floor(month / 12), (month % 12) + 1);
const ofSeries = (series) =>
  series.flatMap(({ key, points }) => points.map((point) => [key, point.key, point.n, point.score]));

/** Region × month of a table that arquero has made. */
function arqueroCells(rows) {
  return rows
    .groupby({
      region: (row) => row.region,
      month: (row) => op.utcyear(row.at) * 12 + op.utcmonth(row.at),
    })
    .rollup({ n: op.count(), p: (row) => op.sum(row.score >= 9), d: (row) => op.sum(row.score <= 6) })
    .objects()
    .map((row) => [row.region, nameOf(row.month), row.n, (100 * (row.p - row.d)) / row.n]);
}

/** Region × month of a frame of polars, whose column `at` is in the zone wanted. */
function polarsCells(frame) {
  const answer = pl.col("score");
  return frame
    .groupBy("region", pl.col("at").date.year().alias("year"), pl.col("at").date.month().alias("month"))
    .agg(answer.count().alias("n"), answer.gtEq(9).sum().alias("p"), answer.ltEq(6).sum().alias("d"))
    .toRecords()
    .map((row) => [row.region, monthOf(row.year, row.month), row.n, (100 * (row.p - row.d)) / row.n]);
}

const sql = (month, count) =>
  `SELECT region, ${month} AS month, count(*) AS n,
    100 * (${count("score >= 9")} - ${count("score <= 6")}) / count(*) AS net`;

/** Packages that have the columns in tables of their own, made beforehand. */
async function tables() {
  const duckdb = await openDuckdb({
    at: { values: time, duckdb: "TIMESTAMPTZ", forDuckdb: duckdbInstant },
    region: { values: region, duckdb: "UTINYINT" },
    score: { values: score, duckdb: "UTINYINT" },
  });
  // In UTC it is fastest with times that have no zone.
  await duckdb.run(`CREATE TABLE without_zone AS SELECT "at" AT TIME ZONE 'UTC' AS "at", region, score FROM answers`);
  const clickhouse = await openClickhouse({
    at: { values: time, clickhouse: "DateTime" },
    region: { values: region, clickhouse: "UInt8" },
    score: { values: score, clickhouse: "UInt8" },
  });
  const frame = pl.DataFrame([
    pl.Series("at", BigInt64Array.from(time, BigInt)),
    pl.Series("region", region),
    pl.Series("score", score),
  ]);
  const arquero = table({ at: time, region, score });

  const contestants = (zone) => [
    {
      name: "DuckDB",
      run: async () => {
        const [table, at] = zone === "UTC" ? ["without_zone", '"at"'] : ["answers", `"at" AT TIME ZONE '${zone}'`];
        const local = sql(`date_trunc('month', ${at})`, (where) => `count(*) FILTER (${where})`);
        const rows = await duckdb.query(`${local} FROM ${table} GROUP BY ALL`);
        return rows.map((row) => [row.region, row.month.toISOString().slice(0, 7), row.n, row.net]);
      },
    },
    ...["in_memory", "on_disk"].map((place) => ({
      name: `ClickHouse ${place === "in_memory" ? "in memory" : "MergeTree"}`,
      run: async () => {
        const local = sql(`toStartOfMonth(at, '${zone}')`, (where) => `countIf(${where})`);
        const rows = await clickhouse.query(`${local} FROM ${place} GROUP BY region, month`);
        return rows.map((row) => [row.region, row.month.slice(0, 7), row.n, row.net]);
      },
    })),
    {
      name: "polars",
      run: () => polarsCells(frame.withColumn(pl.col("at").cast(pl.Datetime("ms", zone)).alias("at"))),
    },
    ...(zone === "UTC" ? [{ name: "arquero", run: () => arqueroCells(arquero) }] : []),
  ];
  return { contestants, close: () => Promise.all([duckdb.close(), clickhouse.close()]) };
}

const peers = await tables();
const contests = [];
for (const [id, zone] of [
  ["columns-utc", "UTC"],
  ["columns-zone", ZONE],
])
  contests.push(
    await contest({
      id,
      title: `Region × month in ${zone}, from columns`,
      rows: ROWS,
      seen: cells,
      contestants: [
        {
          name: "cx-metrics",
          run: () => ofSeries(trend(ROWS, { ...monthly, timeZone: zone, time, score, by: region })),
        },
        ...peers.contestants(zone),
      ],
    }),
  );
await peers.close();
contests.push(
  await contest({
    id: "columns-region",
    title: "Region, from columns",
    rows: ROWS,
    contestants: [
      { name: "cx-metrics", run: () => segment(ROWS, { by: region, score, metric: nps }).map((part) => part.score) },
    ],
  }),
);

const rows = Array.from({ length: OBJECTS }, (_, index) => ({
  at: new Date(time[index]),
  text: new Date(time[index]).toISOString(),
  region: `region ${region[index]}`,
  score: score[index],
}));
const byRow = { ...monthly, time: (row) => row.at, score: (row) => row.score };

contests.push(
  await contest({
    id: "objects-utc",
    title: "Region × month in UTC, from row objects",
    rows: OBJECTS,
    seen: cells,
    contestants: [
      { name: "cx-metrics", run: () => ofSeries(trend(rows, { ...byRow, by: (row) => row.region })) },
      { name: "a loop by hand", run: loop },
      {
        name: "d3-array rollup",
        run: () => {
          const byMonth = rollup(
            rows,
            (group) => [group.length, group.reduce((sum, row) => sum + net(row.score), 0) / group.length],
            (row) => row.region,
            (row) => utcMonth(row.at),
          );
          return [...byMonth].flatMap(([place, months]) =>
            [...months].map(([month, figures]) => [place, nameOf(month), ...figures]),
          );
        },
      },
      {
        name: "lodash groupBy",
        run: () => {
          const groups = lodash.groupBy(rows, (row) => `${row.region}|${utcMonth(row.at)}`);
          return Object.entries(groups).map(([key, group]) => {
            const [place, month] = key.split("|");
            return [place, nameOf(Number(month)), group.length, lodash.meanBy(group, (row) => net(row.score))];
          });
        },
      },
      { name: "arquero, rows made a table", run: () => arqueroCells(from(rows, ["at", "region", "score"])) },
    ],
  }),
);

/** Counts of each region and month, in a map of maps. */
function loop() {
  const regions = new Map();
  for (const row of rows) {
    const month = utcMonth(row.at);
    const months = regions.get(row.region) ?? new Map();
    const counts = months.get(month) ?? { n: 0, net: 0 };
    if (months.size === 0) regions.set(row.region, months);
    if (counts.n === 0) months.set(month, counts);
    counts.n++;
    counts.net += net(row.score);
  }
  return [...regions].flatMap(([place, months]) =>
    [...months].map(([month, counts]) => [place, nameOf(month), counts.n, counts.net / counts.n]),
  );
}

const few = rows.slice(0, DATE_FNS_ROWS);
const inZone = { ...byRow, timeZone: ZONE };
const ofPoints = (points) => points.map((point) => [null, point.key, point.n, point.score]);

/** The scores of months, with a date-fns call for each row. */
function dateFns() {
  const months = new Map();
  for (const row of few) {
    const month = formatISO(startOfMonth(row.at, { in: tz(ZONE) }), { representation: "date" });
    const answers = months.get(month);
    if (answers === undefined) months.set(month, [row.score]);
    else answers.push(row.score);
  }
  return [...months].map(([month, answers]) => [null, month.slice(0, 7), answers.length, nps(answers).score]);
}

contests.push(
  await contest({
    id: "trend-zone",
    title: `Month in ${ZONE}, from row objects`,
    rows: OBJECTS,
    contestants: [
      {
        name: "cx-metrics, times as Date",
        run: () => ofPoints(trend(rows, inZone)),
        seen: () => cells(ofPoints(trend(few, inZone))),
      },
      {
        name: "cx-metrics, times as ISO text",
        run: () => ofPoints(trend(rows, { ...inZone, time: (row) => row.text })),
        seen: () => cells(ofPoints(trend(few, { ...inZone, time: (row) => row.text }))),
      },
      { name: "date-fns, a call for each row", rows: DATE_FNS_ROWS, run: dateFns, seen: cells },
    ],
  }),
);
publish("segments", { contests }, [
  ...["d3-array", "lodash", "arquero", "nodejs-polars", "@duckdb/node-api", "chdb"],
  ...["date-fns", "@date-fns/tz"],
]);
process.exit(0);
