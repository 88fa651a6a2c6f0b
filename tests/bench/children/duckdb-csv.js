// NPS of a CSV file by region with DuckDB's reader: node duckdb-csv.js FILE
import { DuckDBInstance } from "@duckdb/node-api";

const [file] = process.argv.slice(2);
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
const result = await connection.runAndReadAll(`
  SELECT region, count(score) AS n, 100 * (count(*) FILTER (score >= 9) - count(*) FILTER (score <= 6)) / count(score) AS net
  FROM read_csv('${file}') GROUP BY region ORDER BY region`);
const rows = result.getRowObjectsJS().map(({ region, n, net }) => [region, Number(n), net]);
console.log(JSON.stringify(rows));
