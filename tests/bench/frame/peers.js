import { rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import duckdb from "@duckdb/node-api";
import { drainPending, Session } from "chdb";

/** DuckDB in this process, on all cores, with one table of numeric columns. */
export async function openDuckdb(columns) {
  const instance = await duckdb.DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  const types = Object.values(columns).map(({ duckdb: type }) => duckdb[type]);
  const names = Object.entries(columns).map(([name, { duckdb: type }]) => `"${name}" ${type}`);
  await connection.run(`CREATE TABLE answers (${names.join(", ")})`);
  const appender = await connection.createAppender("answers");
  const lists = Object.values(columns).map(({ values, forDuckdb = (value) => value }) => ({ values, forDuckdb }));
  const rows = lists[0].values.length;
  for (let from = 0; from < rows; from += 2048) {
    const length = Math.min(2048, rows - from);
    const chunk = duckdb.DuckDBDataChunk.create(types, length);
    for (const [place, { values, forDuckdb }] of lists.entries())
      chunk.setColumnValues(
        place,
        Array.from({ length }, (_, index) => forDuckdb(values[from + index])),
      );
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
  return {
    run: (text) => connection.run(text),
    query: async (text) => (await connection.runAndReadAll(text)).getRowObjectsJS(),
    stream: (text) => connection.stream(text),
    close: () => connection.closeSync(),
  };
}

/** DuckDB's own value for an instant. */
export function duckdbInstant(milliseconds) {
  return new duckdb.DuckDBTimestampTZValue(BigInt(milliseconds) * 1000n);
}

/**
 * ClickHouse in this process, on all cores, with the columns in two tables: `in_memory`, as they are, and `on_disk`, packed as its
 * usual tables are.
 */
export async function openClickhouse(columns) {
  const session = new Session();
  await session.queryAsync("CREATE DATABASE bench");
  await session.queryAsync("USE bench");
  const types = Object.entries(columns).map(([name, { clickhouse }]) => `${name} ${clickhouse}`);
  const file = join(tmpdir(), `cx-metrics-bench-${process.pid}.bin`);
  try {
    writeFileSync(file, rowBinary(Object.values(columns)));
    await session.queryAsync(`CREATE TABLE in_memory (${types.join(", ")}) ENGINE = Memory`);
    await session.queryAsync(`INSERT INTO in_memory SELECT * FROM file('${file}', 'RowBinary', '${types.join(", ")}')`);
    await session.queryAsync(`CREATE TABLE on_disk (${types.join(", ")}) ENGINE = MergeTree ORDER BY tuple()`);
    await session.queryAsync("INSERT INTO on_disk SELECT * FROM in_memory");
    // It would go on to merge its parts while it is timed.
    await session.queryAsync("OPTIMIZE TABLE on_disk FINAL");
  } finally {
    rmSync(file, { force: true });
  }
  return {
    query: async (text) => JSON.parse((await session.queryAsync(text, { format: "JSON" })).text()).data,
    bytes: async (text) => (await session.queryAsync(text, { format: "RowBinary" })).bytes(),
    async close() {
      await drainPending();
      session.close();
      await drainPending();
    },
  };
}

/** The rows of columns one after the other, as ClickHouse reads them. */
function rowBinary(columns) {
  const widths = columns.map(({ clickhouse }) => (clickhouse.startsWith("DateTime") ? 4 : 1));
  const width = widths.reduce((sum, bytes) => sum + bytes, 0);
  const rows = columns[0].values.length;
  const bytes = Buffer.allocUnsafe(rows * width);
  let offset = 0;
  for (let row = 0; row < rows; row++)
    for (const [place, { values }] of columns.entries())
      offset =
        widths[place] === 4 ? bytes.writeUInt32LE(values[row] / 1000, offset) : bytes.writeUInt8(values[row], offset);
  return bytes;
}
