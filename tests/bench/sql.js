// How long DuckDB and ClickHouse take for the query that tallies month × segment, beside fetching all rows.
// Run: npm run bench, or alone: node tests/bench/sql.js [--quick]
import { nps } from "../../dist/index.js";
import { readTrend, tallyQuery } from "../../dist/sql.js";
import { contest } from "./frame/contest.js";
import { codes, instants, ratings } from "./frame/data.js";
import { duckdbInstant, openClickhouse, openDuckdb } from "./frame/peers.js";
import { publish } from "./frame/publish.js";
import { size } from "./frame/settings.js";

const ROWS = size(10_000_000, 100_000);
const time = instants(ROWS);
const segment = codes(ROWS, 8);
const score = ratings(ROWS);

/** The rows of all answers, fetched in the fastest way that each has: columns of chunks, or bytes that nobody reads any further. */
async function fetchChunks(duckdb) {
  const result = await duckdb.stream('SELECT epoch_ms("at") AS "at", segment, score FROM answers');
  let rows = 0;
  for (let chunk = await result.fetchChunk(); chunk?.rowCount > 0; chunk = await result.fetchChunk())
    rows += chunk.getColumns()[2].length;
  return rows;
}
const BYTES_OF_ROW = 4 + 1 + 1;
const fetchBytes = async (clickhouse) => (await clickhouse.bytes("SELECT * FROM in_memory")).length / BYTES_OF_ROW;

const ENGINES = [
  {
    dialect: "duckdb",
    name: "DuckDB",
    from: "answers",
    open: () =>
      openDuckdb({
        at: { values: time, duckdb: "TIMESTAMPTZ", forDuckdb: duckdbInstant },
        segment: { values: segment, duckdb: "UTINYINT" },
        score: { values: score, duckdb: "UTINYINT" },
      }),
    fetchAll: fetchChunks,
  },
  {
    dialect: "clickhouse",
    name: "ClickHouse",
    from: "in_memory",
    open: () =>
      openClickhouse({
        at: { values: time, clickhouse: "DateTime" },
        segment: { values: segment, clickhouse: "UInt8" },
        score: { values: score, clickhouse: "UInt8" },
      }),
    fetchAll: fetchBytes,
  },
];

const contests = [];
for (const { dialect, name, from, open, fetchAll } of ENGINES) {
  const engine = await open();
  const tallied = (timeZone) => {
    const calendar = { every: "month", timeZone };
    const time = { column: "at", ...calendar };
    const { text } = tallyQuery({ dialect, from, score: "score", by: "segment", time });
    return async () => {
      const rows = await engine.query(text);
      return readTrend(rows, { ...calendar, metric: nps, by: false }).reduce((sum, point) => sum + point.n, 0);
    };
  };
  contests.push(
    await contest({
      id: `sql-${dialect}`,
      title: `Segment × month in ${name}, by tallyQuery`,
      rows: ROWS,
      contestants: [
        { name: "tallyQuery and readTrend, UTC", run: tallied("UTC") },
        { name: "tallyQuery and readTrend, America/New_York", run: tallied("America/New_York") },
        { name: "fetching all rows, not scored yet", run: () => fetchAll(engine) },
      ],
    }),
  );
  await engine.close();
}
publish("sql", { contests }, ["@duckdb/node-api", "chdb"]);
process.exit(0);
