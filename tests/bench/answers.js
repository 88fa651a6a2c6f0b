// NPS of ten million answers, by the container they come in, beside other libraries, databases in process and a plain copy.
// Run: npm run bench, or alone: node tests/bench/answers.js [--quick]
import { op, table } from "arquero";
import { rollup, sum } from "d3-array";
import lodash from "lodash";
import pl from "nodejs-polars";
import { mean } from "simple-statistics";
import { nps, tally } from "../../dist/index.js";
import { contest } from "./frame/contest.js";
import { ratings } from "./frame/data.js";
import { openClickhouse, openDuckdb } from "./frame/peers.js";
import { publish } from "./frame/publish.js";
import { size } from "./frame/settings.js";

const ROWS = size(10_000_000, 200_000);
const bytes = ratings(ROWS);

/** How the answers come. Each is made when its turn comes, so that its heap is not that of the others. */
const containers = {
  Uint8Array: () => bytes,
  "number[]": () => Array.from(bytes),
  Float64Array: () => Float64Array.from(bytes),
  "number[] with null": () => Array.from(bytes, (score) => (score === 4 ? null : score)),
  "{ score }[]": () => Array.from(bytes, (score) => ({ score })),
  "{ score, weight }[]": () => Array.from(bytes, (score) => ({ score, weight: 1.5 })),
};

/** What an answer adds to the net score. */
const net = (score) => (score >= 9 ? 100 : score <= 6 ? -100 : 0);
const ours = (answers) => ({ name: "cx-metrics", run: () => nps(answers).score });

/** The net score of answers counted by score. */
function netOfCounts(counts) {
  let [total, n] = [0, 0];
  for (const [score, count] of counts) {
    total += net(Number(score)) * Number(count);
    n += Number(count);
  }
  return total / n;
}

/** The ways that JavaScript has for a list, each with the score as the item itself, or as a field of it. */
function javascript(list, scoreOf) {
  return [
    {
      name: "a loop by hand",
      run: () => {
        let [promoters, detractors] = [0, 0];
        for (let index = 0; index < list.length; index++) {
          const score = scoreOf(list[index]);
          if (score >= 9) promoters++;
          else if (score <= 6) detractors++;
        }
        return (100 * (promoters - detractors)) / list.length;
      },
    },
    {
      name: "filter().length",
      run: () => {
        const promoters = list.filter((item) => scoreOf(item) >= 9).length;
        const detractors = list.filter((item) => scoreOf(item) <= 6).length;
        return (100 * (promoters - detractors)) / list.length;
      },
    },
    { name: "d3-array rollup", run: () => netOfCounts(rollup(list, (group) => group.length, scoreOf)) },
    { name: "d3-array sum", run: () => sum(list, (item) => net(scoreOf(item))) / list.length },
    { name: "lodash countBy", run: () => netOfCounts(Object.entries(lodash.countBy(list, scoreOf))) },
    { name: "lodash sumBy", run: () => lodash.sumBy(list, (item) => net(scoreOf(item))) / list.length },
    { name: "simple-statistics mean", run: () => mean(Array.from(list, (item) => net(scoreOf(item)))) },
  ];
}

const itself = (score) => score;
const COUNTS = "SELECT score, count(*) AS n FROM";

/** Packages that have the answers in a table of their own, made beforehand. */
async function tables() {
  const frame = pl.DataFrame([pl.Series("score", bytes)]);
  const column = table({ score: bytes });
  const duckdb = await openDuckdb({ score: { values: bytes, duckdb: "UTINYINT" } });
  const clickhouse = await openClickhouse({ score: { values: bytes, clickhouse: "UInt8" } });
  const countsOf = (rows) => netOfCounts(rows.map(({ score, n }) => [score, n]));
  const netBySql = (count) => `SELECT 100 * (${count("score >= 9")} - ${count("score <= 6")}) / count(*) AS net FROM`;
  const duckdbNet = netBySql((condition) => `count(*) FILTER (${condition})`);
  const clickhouseNet = netBySql((condition) => `countIf(${condition})`);
  const netOf = ([{ net: score }]) => score;
  const contestants = [
    {
      name: "arquero rollup",
      run: () =>
        column
          .rollup({ p: (row) => op.sum(row.score >= 9), d: (row) => op.sum(row.score <= 6) })
          .objects()
          .map(({ p, d }) => (100 * (p - d)) / ROWS)[0],
    },
    {
      name: "polars",
      run: () => {
        const counts = frame.groupBy("score").agg(pl.count("score").alias("n"));
        return countsOf(counts.toRecords());
      },
    },
    { name: "DuckDB, conditions", run: async () => netOf(await duckdb.query(`${duckdbNet} answers`)) },
    { name: "DuckDB, GROUP BY", run: async () => countsOf(await duckdb.query(`${COUNTS} answers GROUP BY score`)) },
    ...["in_memory", "on_disk"].flatMap((place) => {
      const where = place === "in_memory" ? "in memory" : "MergeTree";
      return [
        {
          name: `ClickHouse ${where}, conditions`,
          run: async () => netOf(await clickhouse.query(`${clickhouseNet} ${place}`)),
        },
        {
          name: `ClickHouse ${where}, GROUP BY`,
          run: async () => countsOf(await clickhouse.query(`${COUNTS} ${place} GROUP BY score`)),
        },
      ];
    }),
  ];
  return { contestants, close: () => Promise.all([duckdb.close(), clickhouse.close()]) };
}

// Every kind of container goes through the code before any is timed, so that none has it to itself.
for (const make of Object.values(containers)) nps(make());

const seen = (score) => Number(score).toFixed(8);
const copy = new Uint8Array(ROWS);
const copies = [
  { name: "copy, set()", run: () => copy.set(bytes), isApart: true },
  { name: "copy, slice()", run: () => bytes.slice(), isApart: true },
];
const peers = await tables();
const contestants = [ours(bytes), ...copies, ...javascript(bytes, itself), ...peers.contestants];
const contests = [await contest({ id: "Uint8Array", title: "NPS of a Uint8Array", rows: ROWS, seen, contestants })];
await peers.close();

for (const name of ["number[]", "Float64Array", "{ score }[]"]) {
  const list = containers[name]();
  const all = [ours(list), ...javascript(list, name === "{ score }[]" ? (row) => row.score : itself)];
  contests.push(await contest({ id: name, title: `NPS of a ${name}`, rows: ROWS, seen, contestants: all }));
}

contests.push(
  await contest({
    id: "containers",
    title: "NPS by container",
    rows: ROWS,
    contestants: Object.entries(containers).map(([name, make]) => {
      const answers = make();
      return { name, run: () => nps(answers).score, isApart: true };
    }),
  }),
);

const stored = tally(bytes);
contests.push(
  await contest({
    id: "stored",
    title: "NPS of a stored tally",
    rows: stored.length,
    contestants: [{ name: "cx-metrics", run: () => nps(stored).score, repeat: 10_000 }],
  }),
);
publish("answers", { contests }, [
  ...["lodash", "d3-array", "simple-statistics", "arquero"],
  ...["nodejs-polars", "@duckdb/node-api", "chdb"],
]);
process.exit(0);
