// How long DuckDB and ClickHouse take to tally month x segment, beside fetching the rows. It needs their drivers:
//   npm ci --prefix tests/engines && npm run build && node tests/bench/sql.js [rows, 10000000 unless told]
// Ten million rows take about a minute; a hundred million some minutes, 4 GiB of memory and 2 GiB of disk.
import { createRequire } from "node:module";
import { nps } from "cx-metrics";
import { readTrend, tallyQuery } from "cx-metrics/sql";

const ROWS = Number(process.argv[2] ?? 10_000_000);
const RUNS = 3;
const SECONDS = 3 * 365 * 24 * 60 * 60;
const enginesRequire = createRequire(new URL("../engines/package.json", import.meta.url));
const rowCount = new Intl.NumberFormat("en");

const duckdb = {
  dialect: "duckdb",
  async open() {
    const { DuckDBInstance } = enginesRequire("@duckdb/node-api");
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    await connection.run(`CREATE TABLE answers AS SELECT
      TIMESTAMPTZ '2023-01-01 00:00:00+00' + to_seconds((hash(i) % ${SECONDS})::BIGINT) AS "at",
      'segment ' || (hash(i + 7) % 8) AS segment, (hash(i + 13) % 11)::TINYINT AS score FROM range(${ROWS}) AS numbers(i)`);
    return {
      query: async (text) => (await connection.runAndReadAll(text)).getRowObjectsJS(),
      // As columns, chunk by chunk, which is the fastest way; no row is made an object.
      async fetch() {
        const result = await connection.stream('SELECT epoch_ms("at") AS "at", segment, score FROM answers');
        let rows = 0;
        for (;;) {
          const chunk = await result.fetchChunk();
          if (chunk === null || chunk.rowCount === 0) return rows;
          rows += chunk.getColumns()[2].length;
        }
      },
      close: () => connection.closeSync(),
    };
  },
};

const clickhouse = {
  dialect: "clickhouse",
  async open() {
    const { Session, drainPending } = enginesRequire("chdb");
    const session = new Session();
    for (const statement of [
      "CREATE DATABASE bench",
      "USE bench",
      "CREATE TABLE answers (at DateTime, segment LowCardinality(String), score UInt8) ENGINE = MergeTree ORDER BY tuple()",
      `INSERT INTO answers SELECT toDateTime(1672531200 + sipHash64(number) % ${SECONDS}, 'UTC'),
        concat('segment ', toString(sipHash64(number + 7) % 8)), sipHash64(number + 13) % 11 FROM numbers(${ROWS})`,
    ])
      await session.queryAsync(statement);
    return {
      query: async (text) => JSON.parse((await session.queryAsync(text, { format: "JSON" })).text()).data,
      // As bytes that are not read any further: 4 of the time, 10 of the segment, 1 of the rating.
      async fetch() {
        const result = await session.queryAsync("SELECT at, segment, score FROM answers", { format: "RowBinary" });
        return result.bytes().length / 15;
      },
      async close() {
        await drainPending();
        session.close();
        await drainPending();
      },
    };
  },
};

async function timed(runs, action) {
  const times = [];
  let result;
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    result = await action();
    times.push((performance.now() - start) / 1000);
  }
  times.sort((a, b) => a - b);
  return { result, times };
}

const shown = (times) => ({
  "fastest, s": times[0].toFixed(2),
  "median, s": times[times.length >> 1].toFixed(2),
  "slowest, s": times.at(-1).toFixed(2),
});

const table = {};
for (const { dialect, open } of [duckdb, clickhouse]) {
  const engine = await open();
  for (const timeZone of ["UTC", "America/New_York"]) {
    const calendar = { every: "month", timeZone };
    const { text } = tallyQuery({
      dialect,
      from: "answers",
      score: "score",
      by: "segment",
      time: { column: "at", ...calendar },
    });
    const { result, times } = await timed(RUNS, () => engine.query(text));
    const counted = readTrend(result, { ...calendar, metric: nps, by: false }).reduce((sum, point) => sum + point.n, 0);
    if (counted !== ROWS) throw new Error(`${dialect} counted ${counted} of ${ROWS} rows`);
    table[`${dialect}: month in ${timeZone} x segment`] = { rows: rowCount.format(result.length), ...shown(times) };
  }
  const { result, times } = await timed(1, () => engine.fetch());
  if (result !== ROWS) throw new Error(`${dialect} gave ${result} of ${ROWS} rows`);
  table[`${dialect}: fetch all rows, as ${dialect === "duckdb" ? "columns" : "bytes"}`] = {
    rows: rowCount.format(result),
    ...shown(times),
  };
  await engine.close();
}
console.log(`${rowCount.format(ROWS)} answers on Node ${process.version}; ${RUNS} runs, but one of fetching`);
console.table(table);
process.exit(0);
