import { DuckDBInstance } from "@duckdb/node-api";

/** DuckDB in this process. Placeholders: `$1`, `?` or `$name`; values: an array, or an object for names. */
export const dialect = "duckdb";

export async function open() {
  const instance = await DuckDBInstance.create(":memory:");
  const connection = await instance.connect();
  return {
    async query(text, values = []) {
      const reader = await connection.runAndReadAll(text, values);
      return reader.getRowObjectsJS();
    },
    async exec(text) {
      await connection.run(text);
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}
